"""What somebody types while another person has the audit made: nothing of it is written, and nothing of it is lost."""

import pytest

from audits import actions
from audits.models import CriterionScore
from tests.web.imports.test_pages import words

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}
SEALED = "This audit was sealed meanwhile, so nothing in it can be changed."
PLAN = {"title": "Ответить всем", "impact": "4", "effort": "3", "horizon_days": "60", "owner": "Вера"}
KEPT = "What to do Ответить всем Impact, 1 to 5 4 Effort, 1 to 5 3 Horizon, days 60 Who Вера"


@pytest.fixture
def seal(agency, draft):
    return lambda: actions.submit(audit=draft, by=agency.manager)


def test_a_new_opportunity_is_shown_back(draft, seal, strategist):
    seal()
    page = strategist.post(f"/audits/{draft.pk}/opportunities/", PLAN)
    assert (page.status_code, SEALED in words(page), KEPT in words(page)) == (409, True, True)
    assert draft.opportunities.count() == 0


@pytest.mark.parametrize("taken_off_too", [False, True])
def test_a_changed_opportunity_is_shown_back_even_where_it_is_gone(agency, draft, seal, strategist, taken_off_too):
    strategist.post(f"/audits/{draft.pk}/opportunities/", PLAN | {"owner": "SMM"})
    row = draft.opportunities.get()
    address = f"/audits/{draft.pk}/opportunities/{row.pk}/"
    if taken_off_too:
        actions.drop_opportunity(opportunity=row, by=agency.manager)
    seal()
    page = strategist.post(address, PLAN)
    assert (page.status_code, SEALED in words(page), KEPT in words(page)) == (409, True, True)
    assert [one.owner for one in draft.opportunities.all()] == ([] if taken_off_too else ["SMM"])
    assert strategist.post(f"/audits/{draft.pk}/opportunities/999999/", PLAN).status_code == 404


def test_a_page_that_is_not_even_filled_in_rightly_says_first_that_nothing_can_be_saved(draft, seal, strategist):
    seal()
    page = strategist.post(f"/audits/{draft.pk}/opportunities/", {"owner": "Вера"})
    assert (SEALED in words(page), "Who Вера" in words(page)) == (True, True)


def test_beside_a_score_it_is_said_and_the_text_stays_in_its_field(draft, seal, strategist):
    seal()
    answer = strategist.post(f"/audits/{draft.pk}/criteria/visual.recognition/", {"comment": "Единый стиль"}, headers=HTMX)
    assert (answer.status_code, SEALED in words(answer), "data-refused" in answer.content.decode()) == (200, True, True)


@pytest.mark.parametrize(
    ("address", "typed", "kept"),
    [
        (
            "criteria/visual.recognition/",
            {"score": "na", "comment": "Единый\nстиль"},
            "Score not applicable Comment Единый стиль",
        ),
        (
            "maturity/content/",
            {"level": "2", "target": "4", "justification": "план есть"},
            "Level 2 Level aimed at 4 Justification план есть",
        ),
    ],
)
def test_without_a_script_scores_and_levels_are_shown_back(draft, seal, strategist, address, typed, kept):
    seal()
    page = strategist.post(f"/audits/{draft.pk}/{address}", typed)
    assert (page.status_code, SEALED in words(page), kept in words(page)) == (409, True, True)
    assert (draft.scores.count(), draft.maturity.count()) == (0, 0)


def test_without_a_script_nothing_else_that_is_refused_is_lost_either(agency, draft, strategist):
    address = f"/audits/{draft.pk}/criteria/visual.recognition/"
    long = strategist.post(address, {"comment": "ы" * 5001})
    anothers = strategist.post(address, {"comment": "Единый стиль", "was-user": agency.manager.pk})
    assert ("ы" * 5001 in words(long), "Comment Единый стиль" in words(anothers)) == (True, True)
    assert "This page was opened by somebody who is no longer signed in: nothing was saved." in words(anothers)
    assert CriterionScore.objects.count() == 0
