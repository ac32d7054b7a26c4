"""What can be done soon: a list with impact and effort, and what the findings recommend."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from audits import actions, queries
from audits.edits import opportunity_texts
from audits.findings import findings
from audits.forms import OpportunityForm
from audits.models import Audit, Opportunity
from audits.opportunities import Recommendation, titles
from audits.opportunities import recommended as recommended_by
from audits.queries import writers
from audits.views.reading import worked_on
from audits.views.saving import clashed, kept, refused
from smmstrategy.clients.access import FORM, STAFF, policy
from smmstrategy.ledger.edits import Edit
from smmstrategy.ledger.models import Entry

WEIGHED = ("impact", "effort", "horizon_days", "owner")  # what a person says of a recommendation


@policy(*STAFF, methods=FORM)
def opportunities(request: HttpRequest, pk: int) -> HttpResponse:
    audit = worked_on(request, pk)
    if refusal := refused(request, audit):
        return kept(request, audit, OpportunityForm(request.POST), refusal)
    form = OpportunityForm(request.POST or None, instance=Opportunity(audit=audit, impact=3, effort=3))
    if form.is_valid():
        row = queries.on_the_list(audit, form.cleaned_data["finding"], form.cleaned_data["title"])
        if row is None:
            return _saved(request, audit, form)
        who = writers.of_opportunity(row, "title") or _("Somebody")
        if not any(form.cleaned_data[name] != getattr(row, name) for name in WEIGHED):
            messages.info(request, _("%(who)s has put this on the list already: nothing was changed.") % {"who": who})
            return redirect("audit_opportunities", audit.pk)
        already = _("%(who)s has put this on the list already. Change it there, or give yours another title.")
        form.add_error("title", already % {"who": who})
    context = {"section": "audits", "client": audit.client, "audit": audit, "step": "opportunities", "form": form}
    plan = {"plan": queries.opportunities_of(audit), "is_open": audit.status == Audit.Status.DRAFT}
    return render(request, "audits/opportunities.html", context | plan)


@policy(*STAFF)
def recommended(request: HttpRequest, pk: int) -> HttpResponse:
    """What the numbers recommend doing that is not on the list; measured now, so the page asks for it by itself."""
    audit = worked_on(request, pk)
    planned = [one["row"] for one in queries.opportunities_of(audit)]
    taken = {title for row in planned for title in titles(row.finding, row.title)}
    language = get_language() or "ru"
    evidence = queries.evidence(audit.brand, audit.period)
    recommendations = recommended_by(findings(evidence), evidence.own)
    by_title = {_title(one, language): one for one in reversed(recommendations)}
    offers = [(one, title) for title, one in reversed(by_title.items()) if title not in taken]
    return render(request, "audits/recommended.html", {"audit": audit, "offers": offers})


@policy(*STAFF, methods=FORM)
def change(request: HttpRequest, pk: int, opportunity: int) -> HttpResponse:
    audit = worked_on(request, pk)
    refusal = refused(request, audit)
    row = queries.opportunity(audit, opportunity)
    removal = None if row else _removal(request, audit, opportunity)
    if refusal:
        return kept(request, audit, OpportunityForm(request.POST), refusal)
    if removal:
        return _taken_off(request, audit, removal)
    title, was = row.title, opportunity_texts(row)
    form = _changed(request, row) if request.method == "POST" else OpportunityForm(instance=row)
    if form.is_valid():
        return _saved(request, audit, form)
    return _one(request, audit, form, title=title, was=was, address=request.path)


def _removal(request: HttpRequest, audit: Audit, opportunity: int) -> Entry:
    """What is no longer on the list is there for those alone who send something about it."""
    removal = writers.removal(audit, opportunity) if request.method == "POST" else None
    if removal is None:
        raise Http404
    return removal


def _taken_off(request: HttpRequest, audit: Audit, removal: Entry) -> HttpResponse:
    """What somebody wrote about a thing that is no longer on the list stays on the page, to be added anew."""
    who = removal.actor or _("Somebody")
    form = OpportunityForm(request.POST, instance=Opportunity(audit=audit))
    form.add_error("title", _("%(who)s has meanwhile taken this off the list. Save it to put yours there.") % {"who": who})
    return _one(request, audit, form, title=removal.before["title"], address=reverse("audit_opportunities", args=[audit.pk]))


def _one(request: HttpRequest, audit: Audit, form: OpportunityForm, **more: Any) -> HttpResponse:
    context = {"section": "audits", "client": audit.client, "audit": audit, "form": form}
    return render(request, "audits/opportunity.html", context | more)


def _changed(request: HttpRequest, row: Opportunity) -> OpportunityForm:
    """What was touched on the page, over what stands by now; a field in which another page has written meanwhile says so."""
    edit = Edit.of(request.POST, opportunity_texts(row), OpportunityForm.base_fields)
    clashes = clashed(edit, lambda name: writers.of_opportunity(row, name), request.user)
    form = OpportunityForm(edit.stored | edit.touched, instance=row)
    for clash in clashes:
        form.add_error(clash.name, f"{clash} " + _("Save again to keep what you wrote."))
    return form


@policy(*STAFF, methods=("POST",))
def drop(request: HttpRequest, pk: int, opportunity: int) -> HttpResponse:
    audit = worked_on(request, pk)
    row = queries.opportunity(audit, opportunity)
    if row is None:
        raise Http404
    try:
        actions.drop_opportunity(row, by=request.user)
    except actions.Refused as why:
        messages.error(request, str(why))
    return redirect("audit_opportunities", audit.pk)


def _saved(request: HttpRequest, audit: Audit, form: OpportunityForm) -> HttpResponse:
    actions.put_opportunity(form.save(commit=False), by=request.user)
    messages.success(request, _("Saved."))
    return redirect("audit_opportunities", audit.pk)


def _title(recommendation: Recommendation, language: str) -> str:
    return recommendation.title.in_language(language)
