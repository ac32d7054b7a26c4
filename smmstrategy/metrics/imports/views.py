"""Pages of imports: bring files, watch them being read, answer, look at what they would change, apply, undo."""

import re
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import number_format
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from smmstrategy.clients.access import FORM, STAFF, fetch, policy, require
from smmstrategy.clients.models import Client
from smmstrategy.clients.queries import brands_of
from smmstrategy.metrics.imports import actions, forms, labels, queries
from smmstrategy.metrics.imports.reading.messages import NAMED
from smmstrategy.metrics.imports.reading.options import Options
from smmstrategy.metrics.imports.reading.tables.grids import MAX_ROWS
from smmstrategy.metrics.imports.reasons import by_cause
from smmstrategy.metrics.models import Import

PER_PAGE = 25
REASONS_SHOWN = 200
SIGNATURE = re.compile(r"[0-9a-f]{64}")
# Each sent by a button, without fields beside it.
DECISIONS = {"change_columns": lambda said: said if SIGNATURE.fullmatch(said) else "", "gone": lambda said: said == "true"}


@policy(*STAFF, methods=FORM)
def imports(request: HttpRequest, slug: str) -> HttpResponse:
    """The client's imports, and the place to bring files to."""
    client = fetch(Client, request.user, slug=slug)
    require(request.user, client, *STAFF)
    brands = brands_of(client)
    form = forms.UploadForm(request.POST or None, request.FILES or None, brands=brands, initial={"brand": request.GET.get("brand")})
    if form.is_valid():
        return _started(request, form)
    shown = {"section": "imports", "client": client, "brands": brands, "form": form, "rows_at_most": MAX_ROWS}
    return render(request, "imports/imports.html", shown | _listed(client, request.GET))


def _listed(client: Client, asked: QueryDict) -> dict[str, Any]:
    """A page of the client's imports, of the state asked for, with how many there are in each, and those ready to be written."""
    rows = queries.with_state(queries.imports(client))
    counts, state = queries.counted(rows), asked.get("state", "")
    of_state = rows.filter(state=state) if state in counts else rows
    ready = rows.filter(state=queries.State.READY).order_by("pk").values_list("pk", flat=True)
    return {
        "page": Paginator(of_state.counted(), PER_PAGE).get_page(asked.get("page")),
        "counts": counts,
        "chosen": state if state in counts else "",
        "ready": list(ready) if queries.State.READY in counts else [],
        "unready": sum(counts.get(state, 0) for state in queries.WAITING if state != queries.State.READY),
        "working": any(state in counts for state in queries.WORKED_ON),
    }


def _started(request: HttpRequest, form: forms.UploadForm) -> HttpResponse:
    """Every file is an import of its own; a single one is shown at once."""
    brand, files = form.cleaned_data["brand"], form.cleaned_data["files"]
    started = [actions.start(brand, file, by=request.user, options=form.options()) for file in files]
    if len(started) == 1:
        return redirect("import", started[0].pk)
    messages.success(
        request, ngettext("%(n)s file is being read.", "%(n)s files are being read.", len(started)) % {"n": len(started)}
    )
    return redirect("client_imports", brand.client.slug)


@policy(*STAFF, methods=FORM)
def import_(request: HttpRequest, pk: int) -> HttpResponse:
    """One import as it stands; what is posted here answers its question or corrects how it was read."""
    found = _import(request, pk)
    if "silent" in request.POST:
        return _told_silent(request, found)
    form = forms.answering(found, request.POST if request.method == "POST" else None)
    decided = {name: said(request.POST[name]) for name, said in DECISIONS.items() if name in request.POST}
    if decided or form.is_valid():
        return _done(request, found, lambda: actions.answer(found, answers=decided or form.options(), by=request.user))
    return render(request, "imports/import.html", _shown(found) | {"form": form})


def _told_silent(request: HttpRequest, found: Import) -> HttpResponse:
    """In which accounts nothing was posted in the months in doubt, or that this is not known after all."""
    told, shown = Options(**found.options), {account["code"] for account in _silences(found)}
    chosen = [name for name in request.POST.getlist("account") if name in shown]
    if request.POST["silent"] != "true":
        return _done(request, found, lambda: actions.answer(found, answers={"silent": False, "silent_of": []}, by=request.user))
    answer = {"silent_of": [*told.silent_of, *chosen]}
    return (
        _done(request, found, lambda: actions.answer(found, answers=answer, by=request.user))
        if chosen
        else _none_chosen(request, found)
    )


def _none_chosen(request: HttpRequest, found: Import) -> HttpResponse:
    messages.info(request, _("Choose the accounts in which nothing was posted."))
    return redirect("import", found.pk)


@policy(*STAFF, methods=("POST",))
def apply(request: HttpRequest, pk: int) -> HttpResponse:
    found = _import(request, pk)
    return _done(request, found, lambda: actions.confirm(found, by=request.user))


@policy(*STAFF, methods=("POST",))
def apply_ready(request: HttpRequest, slug: str) -> HttpResponse:
    """What was ready on the page that was shown is written, one file after another."""
    client = fetch(Client, request.user, slug=slug)
    require(request.user, client, *STAFF)
    shown = {int(number) for number in request.POST.get("ready", "").split(",") if number.isdecimal() and len(number) < 19}
    try:
        count = actions.confirm_ready(client, shown=shown, by=request.user)
    except actions.NotNow as not_now:
        messages.info(request, _(str(not_now)))
    else:
        said = ngettext("%(n)s file is being written.", "%(n)s files are being written, one after another.", count)
        messages.success(request, said % {"n": count})
    return redirect("client_imports", client.slug)


@policy(*STAFF, methods=("POST",))
def count_as_silent(request: HttpRequest, pk: int) -> HttpResponse:
    found = _import(request, pk)
    chosen = set(request.POST.getlist("account"))
    shown = [month for month in request.POST.getlist("month") if month.rpartition(" ")[0] in chosen]
    if not chosen:
        return _none_chosen(request, found)
    return _done(
        request, found, lambda: actions.count_as_silent(found, shown=shown, by=request.user), _("Counted: nothing was posted.")
    )


@policy(*STAFF, methods=("POST",))
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    found = _import(request, pk)
    return _done(request, found, lambda: actions.undo(found, by=request.user), _("Undone."))


@policy(*STAFF, methods=("POST",))
def again(request: HttpRequest, pk: int) -> HttpResponse:
    found = _import(request, pk)
    return _done(request, found, lambda: actions.again(found, by=request.user))


@policy(*STAFF, methods=("POST",))
def take_up(request: HttpRequest, pk: int) -> HttpResponse:
    found = _import(request, pk)
    return _done(request, found, lambda: actions.take_up(found, by=request.user))


@policy(*STAFF, methods=("POST",))
def dismiss(request: HttpRequest, pk: int) -> HttpResponse:
    """Off the first page; then to that page."""
    found = _import(request, pk)
    _attempt(request, lambda: actions.dismiss(found, by=request.user), _("Dismissed; it stays in the list of imports."))
    return redirect("home")


def _import(request: HttpRequest, pk: int) -> Import:
    return fetch(Import, request.user, "client", "brand", "created_by", pk=pk)


def _done(request: HttpRequest, found: Import, act: Callable[[], Any], success: str = "") -> HttpResponse:
    """Back to the import after an act."""
    _attempt(request, act, success)
    return redirect("import", found.pk)


def _attempt(request: HttpRequest, act: Callable[[], Any], success: str = "") -> None:
    """What somebody else did first is no error: the page shows how it stands."""
    try:
        act()
    except actions.NotNow as not_now:
        messages.info(request, _(str(not_now)))
    else:
        if success:
            messages.success(request, success)


def _shown(found: Import) -> dict[str, Any]:
    preview, job, silences = queries.preview(found), found.job, _silences(found)
    reasons, said = by_cause(found.rejected), found.summary.get("warnings", [])
    is_undone = found.status == Import.Status.UNDONE
    return {
        "section": "imports",
        "client": found.client,
        "import": found,
        "preview": preview,
        "accounts": [account | {"known": _known(account)} for account in preview["accounts"]],
        "counts": _counts(preview) if preview["new"] is not None else [],
        "warnings": [(labels.on_a_page(text), _links(message)) for text, message in zip(preview["warnings"], said, strict=True)],
        "question": labels.on_a_page(preview["question"].get("sentence", "")),
        "links": _links(found.question.get("message", {})),
        "of_tables": labels.on_a_page(preview["question"].get("of_tables", "")),
        "tables": [_table(table, is_alone=len(preview["tables"]) == 1) for table in preview["tables"]],
        "takes_nothing": not any(preview[name] for name in ("new", "changed", "unchanged")),
        "changes": [labels.change(one, found.client.currency) for one in found.summary.get("changes", [])],
        "absent": preview["absent"] if found.status == Import.Status.PREVIEWED or (preview["gone"] and not is_undone) else {},
        "silences": silences,
        "in_doubt": sum(bool(account["in_doubt"]) for account in silences),
        "are_silent": any(account["silent_as_said"] for account in silences),
        "totals": labels.totals(preview["totals"], found.client.currency),
        "reasons": len(reasons),
        "rejected": [_cause(cause) for cause in reasons[:REASONS_SHOWN]],
        "job": job,
        "step": _(job.step) if job and job.step else "",
        "working": found.is_worked_on,
        "outdated": queries.is_outdated(found),
        "knows_posts": not is_undone and any(account.get("days_of_posts") for account in preview["accounts"]),
        "may_lack_posts": any(account.get("days_of_posts") and account.get("rejected") for account in preview["accounts"]),
        "failed": found.has_failed,
    }


def _silences(found: Import) -> list[dict[str, Any]]:
    """The accounts with months without a post, these in words."""
    return [_silence(account) for account in queries.silences(found)]


def _silence(account: dict[str, Any]) -> dict[str, Any]:
    words = {name: labels.months_of(account[name]) for name in ("in_doubt", "silent_as_said")}
    return account | words | {"days_in_doubt": account["in_doubt"], "code": f"{account['network']}:{account['handle']}"}


def _known(account: dict[str, Any]) -> str:
    """Of which days the posts of an account are known."""
    return labels.known_days(*days, account.get("in_doubt", [])) if (days := account.get("days_of_posts")) else ""


def _links(message: dict[str, Any]) -> list[tuple[str, str]]:
    """The addresses to which a sentence leads, and under which names."""
    return [(reverse(page, args=[number]), labels.on_a_page(name)) for page, number, name in message.get("links", [])]


def _counts(preview: dict[str, Any]) -> list[tuple[str, int, str]]:
    """What becomes of the rows: a name, how many, and the same in words around the number."""
    counts = {**preview, "rejected": len(preview["rejected"])}
    words = labels.of_rows(counts) | {"rows": ngettext("{n} row in the file", "{n} rows in the file", counts["rows"])}
    if preview["gone"]:
        words["gone"] = ngettext("{n} post marked as deleted", "{n} posts marked as deleted", preview["gone"])
    return [(name, counts[name], format_html(text, n=_number(counts[name]))) for name, text in words.items()]


def _cause(cause: dict[str, Any]) -> dict[str, Any]:
    """Why rows are not taken, with the first of them."""
    return cause | {"reason": labels.on_a_page(cause["reason"]), "rows": cause["rows"][:NAMED]}


def _number(count: int) -> str:
    return format_html('<span class="number">{}</span>', number_format(count, force_grouping=True))


def _table(table: dict[str, Any], *, is_alone: bool) -> dict[str, Any]:
    """A table of the file with, above each header, what its column was understood to hold, and so with each date; and a name
    that tells it apart from others."""
    header = table["header"]
    dates, fields = (
        {header.index(name): value for name, value in table.get(part, {}).items() if name in header}
        for part in ("dates", "columns")
    )
    rows = [
        (number, [(cell, _as_read(dates, row, position)) for position, cell in enumerate(cells)])
        for row, (number, cells) in enumerate(table["sample"])
    ]
    understood = [(name, labels.field(fields[position]) if position in fields else "") for position, name in enumerate(header)]
    name = table["name"] if is_alone else labels.table(table["name"], table.get("lines", ""))
    return {**table, "name": name, "understood": understood, "sample": rows}


def _as_read(dates: dict[int, list[str]], row: int, position: int) -> str:
    read = dates.get(position, [])
    return labels.day(read[row]) if row < len(read) and read[row] else ""
