"""The qualitative half on its pages: every criterion and dimension saves itself, says so, and shows what is left."""

import re

import pytest

from audits.criteria import criteria
from audits.maturity import maturity_model
from audits.models import CriterionScore, MaturityScore
from smmstrategy.ledger.models import Entry
from tests.web.imports.test_pages import words

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


def test_a_score_saves_itself_and_says_when(agency, draft, strategist):
    told = {"score": "3", "comment": "Единый стиль", "evidence": "https://vk.com/brand"}
    answer = strategist.post(f"/audits/{draft.pk}/criteria/visual.recognition/", told, headers=HTMX)
    assert re.search(r"saved at \d\d:\d\d", words(answer))
    assert "1 / " in words(answer)
    row = CriterionScore.objects.get()
    assert (row.criterion, row.score, row.comment, row.evidence) == (
        "visual.recognition",
        3,
        "Единый стиль",
        "https://vk.com/brand",
    )
    assert "Единый стиль" in strategist.get(f"/audits/{draft.pk}/criteria/?group=visual").content.decode()
    strategist.post(f"/audits/{draft.pk}/criteria/visual.recognition/", {"score": "na"}, headers=HTMX)
    row.refresh_from_db()
    assert (row.score, row.is_applicable) == (None, False)
    assert Entry.objects.filter(verb="scored", actor=agency.strategist).count() == 2


def test_what_is_no_score_is_not_saved_and_says_so(draft, strategist):
    answer = strategist.post(f"/audits/{draft.pk}/criteria/visual.recognition/", {"score": "9"}, headers=HTMX)
    assert "saved at" not in words(answer)
    assert strategist.post(f"/audits/{draft.pk}/criteria/nothing.here/", {"score": "1"}).status_code == 404
    assert CriterionScore.objects.count() == 0


def test_without_a_script_scores_and_levels_are_saved_all_the_same(draft, strategist):
    answer = strategist.post(f"/audits/{draft.pk}/criteria/visual.recognition/", {"score": "2"})
    assert answer.url == f"/audits/{draft.pk}/criteria/?group=visual#visual.recognition"
    assert CriterionScore.objects.get().score == 2
    answer = strategist.post(f"/audits/{draft.pk}/maturity/content/", {"level": "2"})
    assert answer.url == f"/audits/{draft.pk}/maturity/?dimension=content#content"
    assert strategist.get(answer.url).context["opened"] == "content"


@pytest.mark.parametrize("headers", [HTMX, {}])
def test_a_target_below_the_present_level_is_refused_in_a_sentence(draft, strategist, headers):
    address = f"/audits/{draft.pk}/maturity/content/"
    strategist.post(address, {"level": "4", "target": "5"}, headers=HTMX)
    answer = strategist.post(address, {"level": "4", "target": "2", "justification": "план есть"}, headers=headers)
    assert "The level aimed at, 2, is below the present level, 4. Nothing was saved." in words(answer)
    assert headers or "план есть" in words(answer)
    assert MaturityScore.objects.values_list("level", "target", "justification").get() == (4, 5, "")
    strategist.post(address, {"level": "4", "target": "4"}, headers=headers)
    assert MaturityScore.objects.values_list("level", "target").get() == (4, 4)


def test_the_overall_level_waits_for_every_dimension(draft, strategist):
    *first, last = [dimension.id for dimension in maturity_model().dimensions]
    for dimension in first:
        strategist.post(f"/audits/{draft.pk}/maturity/{dimension}/", {"level": "3", "target": "4"}, headers=HTMX)
    page = strategist.get(f"/audits/{draft.pk}/maturity/")
    assert "when every dimension has one" in words(page)
    assert (page.context["opened"], page.content.decode().count('<details class="card fold" open>')) == (last, 1)
    answer = strategist.post(f"/audits/{draft.pk}/maturity/{last}/", {"level": "3", "justification": "план есть"}, headers=HTMX)
    assert "3 — Defined" in words(answer)
    assert f'<span id="{last}-level" hx-swap-oob="true" class="status status-good">3 · Defined</span>' in answer.content.decode()
    assert MaturityScore.objects.filter(level=3, target=4).count() == len(first)


def test_criteria_come_group_by_group_from_the_first_that_is_not_done(draft, strategist):
    def shown(query=""):
        context = strategist.get(f"/audits/{draft.pk}/criteria/{query}").context
        return context["group"].id, context["unanswered"], context["previous"] and context["previous"].id, context["next"].id

    groups = criteria().groups
    first, second = groups[:2]
    assert shown() == (first.id, (first.id, first.criteria[0].id), None, second.id)
    for one in first.criteria:
        strategist.post(f"/audits/{draft.pk}/criteria/{one.id}/", {"score": "na"}, headers=HTMX)
    assert shown() == (second.id, (second.id, second.criteria[0].id), first.id, groups[2].id)
    assert shown(f"?group={first.id}")[0] == first.id
    page = strategist.get(f"/audits/{draft.pk}/criteria/").content.decode()
    assert [f'id="{one.id}"' in page for one in (first.criteria[0], second.criteria[0])] == [False, True]
    answer = words(strategist.post(f"/audits/{draft.pk}/criteria/{second.criteria[0].id}/", {"score": "2"}, headers=HTMX))
    assert f"1/{len(second.criteria)}" in answer
