"""The qualitative half: every criterion and every dimension saves itself as soon as it is touched."""

from typing import Any
from zoneinfo import ZoneInfo

from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from audits import actions, drafts
from audits.criteria import criteria as all_criteria
from audits.forms import LevelForm, ScoreForm
from audits.maturity import maturity_model
from audits.models import Audit
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
    form = ScoreForm(request.POST)
    refusal = _refusal(form, lambda: actions.save_scores(audit=audit, scores=[form.row(criterion)], by=request.user))
    group = next(group.id for group in all_criteria().groups if criterion in {c.id for c in group.criteria})
    if not request.htmx:
        return redirect(f"{reverse('audit_criteria', args=[audit.pk])}?group={group}#{criterion}")
    return _answer(request, audit, refusal, "audits/criteria_bar.html", {"audit": audit} | _scored(audit, group))


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
    form = LevelForm(request.POST)
    refusal = _refusal(form, lambda: actions.save_maturity(audit=audit, levels=[form.row(dimension)], by=request.user))
    if not request.htmx:
        return redirect(f"{reverse('audit_maturity', args=[audit.pk])}?dimension={dimension}#{dimension}")
    context = _levelled(audit)
    one = next(one for one in context["dimensions"] if one.id == dimension)
    return _answer(request, audit, refusal, "audits/maturity_bar.html", {"audit": audit, "one": one} | context)


def _page(audit: Audit, step: str) -> dict[str, Any]:
    is_open = audit.status == Audit.Status.DRAFT
    return {"section": "audits", "client": audit.client, "audit": audit, "step": step, "is_open": is_open}


def _scored(audit: Audit, asked: str) -> dict[str, Any]:
    """The groups with what is done of each, the group in view, and (group, criterion) of the first that has no score."""
    scores = drafts.scores_of(audit)
    groups = drafts.groups(scores, get_language() or "ru")
    open_groups = [group for group in groups if group.done.count < group.done.total]
    chosen = next((group for group in groups if group.id == asked), (open_groups or groups)[0])
    done = {"done": drafts.criteria_done(scores), "overall": drafts.overall_score(scores)}
    return done | {"groups": groups, "group": chosen, "unanswered": drafts.unanswered(groups)}


def _levelled(audit: Audit) -> dict[str, Any]:
    """The dimensions with their levels, how many have one, and the first that has none."""
    levels, language = drafts.levels_of(audit), get_language() or "ru"
    dimensions = drafts.dimensions(levels, language)
    unanswered = next((one.id for one in dimensions if not one.chosen), "")
    done = {"done": drafts.maturity_done(levels), "overall": drafts.overall_level(levels, language)}
    return done | {"dimensions": dimensions, "unanswered": unanswered}


def _refusal(form: Form, save: Any) -> str:
    """Save what is valid; the sentence why it was not saved, or nothing."""
    if not form.is_valid():
        return " ".join(error for errors in form.errors.values() for error in errors)
    try:
        save()
    except actions.Refused as refused:
        return str(refused)
    return ""


def _answer(request: HttpRequest, audit: Audit, refusal: str, bar: str, context: dict[str, Any]) -> HttpResponse:
    """What stands beside the saved field, and the bar above with how much is done."""
    at = timezone.now().astimezone(ZoneInfo(audit.client.time_zone))
    note = refusal or _("saved at %(time)s") % {"time": f"{at:%H:%M}"}
    return render(request, "audits/saved.html", {"note": note, "is_bad": bool(refusal), "bar": bar, "is_update": True, **context})
