"""Starting an audit, having it made, delivering it, and making a new one out of it."""

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext_noop
from django.utils.translation import gettext as _

from audits import actions, queries
from audits.evidence import Tracked
from audits.forms import MonthsForm, ReasonForm, StartForm
from audits.measures.calendar import why_one
from audits.models import Audit
from audits.queries import refusals
from audits.report.reasons import reason
from audits.views.reading import page, worked_on
from smmstrategy.clients.access import FORM, MANAGER, OWNER, STAFF, fetch, policy, require
from smmstrategy.clients.models import Brand, Language
from smmstrategy.clients.zones import today
from smmstrategy.days import month
from smmstrategy.metrics.periods import Period


@policy(*STAFF, methods=FORM)
def new(request: HttpRequest, slug: str) -> HttpResponse:
    """Which months to audit; then fill in the qualitative half first, or have the documents made at once."""
    brand = _brand(request, slug)
    until = queries.default_until(brand)
    initial = {"until": f"{until:%Y-%m}" if until else "", "language": get_language(), "months": 6}
    day, known = today(brand.client.time_zone), queries.months_with_data(brand)
    lacks_its_end = until is not None and not queries.with_its_last_days(brand, Period.months(until, 1))
    form = StartForm(request.POST or None, today=day, known=known, lacks_its_end=lacks_its_end, initial=initial)
    if form.is_valid():
        act = actions.draft if "draft" in request.POST else actions.start
        try:
            audit = act(brand=brand, period=form.period(), language=form.cleaned_data["language"], by=request.user)
            return redirect("audit", audit.pk)
        except actions.Refused as refused:
            form.add_error(None, str(refused))
    why_none = "" if until else refusals.why_none(brand)
    context = {"section": "audits", "client": brand.client, "brand": brand, "form": form, "why_none": why_none}
    return render(request, "audits/new.html", context)


@policy(*STAFF)
def check(request: HttpRequest, slug: str) -> HttpResponse:
    """What an audit of these months would stand on: its periods, and whether each account's data is enough."""
    brand = _brand(request, slug)
    day, known = today(brand.client.time_zone), queries.months_with_data(brand)
    form = MonthsForm(request.GET, today=day, known=known)
    context: dict[str, Any] = {"brand": brand}
    if form.is_valid():
        period = form.period()
        evidence = queries.evidence(brand, period)
        empty = queries.months_of(brand, [a.account_id for a in evidence.accounts if a.sufficiency == "none"])
        accounts = [_sufficiency(account, empty.get(account.account_id, [])) for account in evidence.accounts]
        context |= {"period": period, "evidence": evidence, "accounts": accounts, "why_one": why_one(period)}
    return render(request, "audits/check.html", context)


@policy(*STAFF, methods=("POST",))
def submit(request: HttpRequest, pk: int) -> HttpResponse:
    audit = worked_on(request, pk)
    return _done(request, audit, lambda: actions.submit(audit=audit, by=request.user))


@policy(*STAFF, methods=("POST",))
def draw_in(request: HttpRequest, pk: int, language: str) -> HttpResponse:
    audit = worked_on(request, pk)
    if language not in Language.values:
        raise Http404
    return _done(request, audit, lambda: actions.draw_in(audit=audit, language=language, by=request.user))


def _reasoned(act: Callable[..., Audit | None], success: str, *allowed: str) -> Callable[..., HttpResponse]:
    """A view that does it for the reason given; one that cannot be kept stays on the page, with what is wrong beside it."""

    @policy(*allowed, methods=("POST",))
    @wraps(act)
    def view(request: HttpRequest, pk: int) -> HttpResponse:
        audit, form = worked_on(request, pk, *allowed), ReasonForm(request.POST)
        if not form.is_valid():
            return page(request, audit, refused={act.__name__: form})
        reason = form.cleaned_data["reason"]
        return _done(request, audit, lambda: act(audit=audit, by=request.user, reason=reason), _(success))

    return view


deliver = _reasoned(actions.deliver, gettext_noop("Delivered: the client's people see it now."), OWNER, MANAGER)
withdraw = _reasoned(
    actions.withdraw,
    gettext_noop("Withdrawn: the client's people no longer see it. Delivering it again brings it back."),
    OWNER,
    MANAGER,
)
revise = _reasoned(
    actions.revise, gettext_noop("This is a new draft with the same scores. The audit before it stays as it is."), *STAFF
)
make_baseline = _reasoned(actions.make_baseline, gettext_noop("Later measurements are compared with this audit."), OWNER, MANAGER)


def _brand(request: HttpRequest, slug: str) -> Brand:
    brand = fetch(Brand, request.user, "client", slug=slug)
    require(request.user, brand.client, *STAFF)
    return brand


def _sufficiency(account: Tracked, elsewhere: list[date]) -> dict[str, Any]:
    """`elsewhere` are the months of which something is known of an account without data in the period."""
    reasons = [reason(code, get_language() or "ru") for code in account.reasons]
    if elsewhere:
        of_one, of_several = (
            _("nothing in these months; there is something of %(first)s"),
            _("nothing in these months; there is something from %(first)s to %(last)s"),
        )
        reasons = [(of_several if elsewhere[1:] else of_one) % _ends(elsewhere)]
    return {"account": account, "reasons": reasons}


def _ends(months: list[date]) -> dict[str, str]:
    return {"first": month(months[0]), "last": month(months[-1])}


def _done(request: HttpRequest, audit: Audit, act: Callable[[], Audit | None], success: str = "") -> HttpResponse:
    """To the audit the act gave; what cannot be done as things are is said in its own sentence."""
    try:
        result = act()
    except actions.Refused as refused:
        messages.error(request, str(refused))
        return redirect("audit", audit.pk)
    if success:
        messages.success(request, success)
    return redirect("audit", (result or audit).pk)
