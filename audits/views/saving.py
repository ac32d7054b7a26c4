"""Saving what was touched on a page of an audit, and telling where another page has written there meanwhile."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.forms import BaseForm, BoundField, Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from audits import actions, queries
from audits.edits import LEVELLED, NOT_APPLICABLE, SCORED, level_texts, score_texts
from audits.forms import LevelForm, ScoreForm
from audits.models import Audit
from audits.queries import writers
from smmstrategy.clients.models import User
from smmstrategy.ledger.edits import Edit, Texts, meanwhile


@dataclass(frozen=True, slots=True)
class Part:
    """What is judged field by field: criteria or dimensions."""

    form: type[Form]
    places: dict[str, slice]
    stored: Callable[[Audit], dict[str, Any]]
    texts: Callable[[Any], Texts]
    write: Callable[[Audit, Any, User], None]


CRITERION = Part(
    ScoreForm,
    SCORED,
    queries.scores_of,
    score_texts,
    lambda audit, row, by: actions.save_scores(audit, scores=[row], by=by),
)
DIMENSION = Part(
    LevelForm,
    LEVELLED,
    queries.levels_of,
    level_texts,
    lambda audit, row, by: actions.save_maturity(audit, levels=[row], by=by),
)


@dataclass(frozen=True, slots=True)
class Clash:
    """A field in which another page has written meanwhile, `reader`'s own or somebody else's."""

    name: str
    who: User | None
    reader: User
    theirs: str
    mine: str

    def __str__(self) -> str:
        return meanwhile(self.who, _named(self.theirs), reader=self.reader)


@dataclass(frozen=True, slots=True)
class Saved:
    """What came of it: why nothing was saved, where others were first, what the page starts from, and whether anything was."""

    refusal: str
    clashes: list[Clash]
    was: Texts
    is_changed: bool = False


def write(request: HttpRequest, audit: Audit, part: Part, key: str) -> Saved:
    """Write what was touched on the page; where another page has written meanwhile, that stays and is told."""
    if refusal := refused(request, audit):
        return Saved(refusal, [], {})
    stored = part.texts(part.stored(audit).get(key))
    edit = Edit.of(request.POST, stored, part.form.base_fields)
    clashes = clashed(edit, lambda name: writers.of_field(audit, key, part.places[name]), request.user)
    late = {clash.name for clash in clashes}
    accepted = {name: value for name, value in edit.touched.items() if name not in late}
    form = part.form(stored | accepted)
    if not form.is_valid():
        return Saved(" ".join(error for errors in form.errors.values() for error in errors), clashes, edit.drawn)
    if accepted:
        part.write(audit, form.row(key), request.user)
    return Saved("", clashes, edit.drawn | accepted, bool(accepted))


def refused(request: HttpRequest, audit: Audit) -> str:
    """Why nothing that is sent can be saved; where it can, nobody else fills the audit in until this request has its answer."""
    if request.method != "POST":
        return ""
    if _is_anothers(request):
        return _("This page was opened by somebody who is no longer signed in: nothing was saved.")
    try:
        actions.hold(audit)
    except actions.Refused as why:
        return str(why)
    return ""


def clashed(edit: Edit, writer: Callable[[str], User | None], reader: User) -> list[Clash]:
    return [Clash(name, writer(name), reader, edit.stored[name], edit.sent[name]) for name in edit.late]


def load_again(request: HttpRequest, audit: Audit, part: Part, saved: Saved, address: str) -> HttpResponse:
    """Without a script the page is loaded again with what was not saved told above it; what is refused is shown back instead."""
    if saved.refusal:
        return kept(request, audit, part.form(request.POST), saved.refusal)
    for clash in saved.clashes:
        messages.error(request, f"{clash} " + _("Yours was not saved: “%(mine)s”.") % {"mine": _named(clash.mine)})
    return redirect(address)


def kept(request: HttpRequest, audit: Audit, form: BaseForm, refusal: str) -> HttpResponse:
    """Nothing that was typed is lost with a form that cannot be saved."""
    typed = [(field.label, _word(field)) for field in form.visible_fields() if field.value()]
    context = {"section": "audits", "client": audit.client, "audit": audit, "refusal": refusal, "typed": typed}
    return render(request, "audits/kept.html", context, status=409)


def answer(request: HttpRequest, audit: Audit, saved: Saved, bar: str, context: dict[str, Any]) -> HttpResponse:
    """What stands beside the saved field, and the bar above with how much is done."""
    at = timezone.now().astimezone(ZoneInfo(audit.client.time_zone))
    note = _("saved at %(time)s") % {"time": f"{at:%H:%M}"} if saved.is_changed or not saved.clashes else ""
    shown = {"saved": saved, "note": saved.refusal or note, "was": saved.was, "bar": bar, "is_update": True}
    return render(request, "audits/saved.html", shown | context, status=409 if _is_anothers(request) else 200)


def _is_anothers(request: HttpRequest) -> bool:
    """Whether the page was drawn for somebody else."""
    return request.POST.get("was-user", f"{request.user.pk}") != f"{request.user.pk}"


def _named(value: str) -> str:
    return _("not applicable") if value == NOT_APPLICABLE else value or "—"


def _word(field: BoundField) -> str:
    """What was typed, or what the choice is called."""
    return dict(getattr(field.field, "choices", ())).get(field.value(), field.value())
