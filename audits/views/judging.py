"""The qualitative half: every criterion and every dimension saves itself as soon as it is touched."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language

from audits import drafts, queries
from audits.criteria import criteria as all_criteria
from audits.maturity import maturity_model
from audits.models import Audit
from audits.views import saving
from audits.views.reading import worked_on
from smmstrategy.clients.access import STAFF, policy


@policy(*STAFF)
def criteria(request: HttpRequest, pk: int) -> HttpResponse:
    """One group at a time: the one asked for, or the first that is not done."""
    audit = worked_on(request, pk)
    context = _scored(audit, request.GET.get("group", ""))
    groups, place = context["groups"], context["groups"].index(context["group"])
    beside = {"previous": groups[place - 1] if place else None, "next": groups[place + 1] if place + 1 < len(groups) else None}
    return render(request, "audits/criteria.html", _page(audit, "criteria") | context | beside | {"place": place + 1})


@policy(*STAFF, methods=("POST",))
def score(request: HttpRequest, pk: int, criterion: str) -> HttpResponse:
    audit = worked_on(request, pk)
    if criterion not in {c.id for c in all_criteria().each()}:
        raise Http404
    saved = saving.write(request, audit, saving.CRITERION, criterion)
    group = next(group.id for group in all_criteria().groups if criterion in {c.id for c in group.criteria})
    if not request.htmx:
        address = f"{reverse('audit_criteria', args=[audit.pk])}?group={group}#{criterion}"
        return saving.load_again(request, audit, saving.CRITERION, saved, address)
    context = {"audit": audit, "one": {"id": criterion}} | _scored(audit, group)
    return saving.answer(request, audit, saved, "audits/criteria_bar.html", context)


@policy(*STAFF)
def maturity(request: HttpRequest, pk: int) -> HttpResponse:
    """One dimension unfolded: the one asked for, or the first without a level while there is something to fill in."""
    audit = worked_on(request, pk)
    page, context = _page(audit, "maturity"), _levelled(audit)
    opened = request.GET.get("dimension") or (context["unanswered"] if page["is_open"] else "")
    return render(request, "audits/maturity.html", page | context | {"opened": opened})


@policy(*STAFF, methods=("POST",))
def level(request: HttpRequest, pk: int, dimension: str) -> HttpResponse:
    audit = worked_on(request, pk)
    if dimension not in {d.id for d in maturity_model().dimensions}:
        raise Http404
    saved = saving.write(request, audit, saving.DIMENSION, dimension)
    if not request.htmx:
        address = f"{reverse('audit_maturity', args=[audit.pk])}?dimension={dimension}#{dimension}"
        return saving.load_again(request, audit, saving.DIMENSION, saved, address)
    context = _levelled(audit)
    one = next(one for one in context["dimensions"] if one.id == dimension)
    return saving.answer(request, audit, saved, "audits/maturity_bar.html", {"audit": audit, "one": one} | context)


def _page(audit: Audit, step: str) -> dict[str, Any]:
    is_open = audit.status == Audit.Status.DRAFT
    return {"section": "audits", "client": audit.client, "audit": audit, "step": step, "is_open": is_open}


def _scored(audit: Audit, asked: str) -> dict[str, Any]:
    """The groups with what is done of each, the group in view, and (group, criterion) of the first that has no score."""
    scores = queries.scores_of(audit)
    groups = drafts.groups(scores, get_language() or "ru")
    open_groups = [group for group in groups if group.done.count < group.done.total]
    chosen = next((group for group in groups if group.id == asked), (open_groups or groups)[0])
    done = {"done": drafts.criteria_done(scores), "overall": drafts.overall_score(scores)}
    return done | {"groups": groups, "group": chosen, "unanswered": drafts.unanswered(groups)}


def _levelled(audit: Audit) -> dict[str, Any]:
    """The dimensions with their levels, how many have one, and the first that has none."""
    levels, language = queries.levels_of(audit), get_language() or "ru"
    dimensions = drafts.dimensions(levels, language)
    unanswered = next((one.id for one in dimensions if not one.chosen), "")
    done = {"done": drafts.maturity_done(levels), "overall": drafts.overall_level(levels, language)}
    return done | {"dimensions": dimensions, "unanswered": unanswered}
