"""Two pages fill in one audit, mostly of two people: only what was touched is written, and what the other wrote stays in sight."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.contrib.messages import get_messages
from django.db import connection

from audits import actions
from audits.models import CriterionScore, MaturityScore, Opportunity
from audits.opportunities import recommendations, titles
from smmstrategy.clients.isolation import scope
from smmstrategy.ledger.models import Entry
from tests.web.conftest import somebody_waits
from tests.web.imports.test_pages import words

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}
EMPTY = {"was-score": "", "comment": "", "was-comment": "", "evidence": "", "was-evidence": ""}


@pytest.fixture
def address(draft):
    return f"/audits/{draft.pk}/criteria/visual.recognition/"


def test_an_older_page_writes_only_what_was_touched_on_it(address, manager, strategist):
    manager.post(address, EMPTY | {"score": "3", "evidence": "https://vk.com/brand"}, headers=HTMX)
    answer = strategist.post(address, EMPTY | {"comment": "Единый стиль"}, headers=HTMX)
    row = CriterionScore.objects.get()
    assert (row.score, row.comment, row.evidence) == (3, "Единый стиль", "https://vk.com/brand")
    told = answer.content.decode()
    assert ('name="was-comment" value="Единый стиль"' in told, 'name="was-evidence" value=""' in told) == (True, True)


def test_a_field_that_somebody_else_has_written_in_says_who_and_what(address, manager, strategist):
    manager.post(address, EMPTY | {"comment": "Логотип устарел"}, headers=HTMX)
    answer = strategist.post(address, EMPTY | {"score": "2", "comment": "Единый стиль"}, headers=HTMX)
    assert "Manager has meanwhile written here: “Логотип устарел”" in words(answer)
    row = CriterionScore.objects.get()
    assert (row.score, row.comment) == (2, "Логотип устарел"), "what nobody else touched is saved"
    insisting = EMPTY | {"was-score": "2", "score": "2", "comment": "Единый стиль", "was-comment": "Логотип устарел"}
    assert "saved at" in words(strategist.post(address, insisting, headers=HTMX))
    row.refresh_from_db()
    assert row.comment == "Единый стиль"


def test_a_page_drawn_for_somebody_else_writes_nothing(agency, address, strategist):
    answer = strategist.post(address, EMPTY | {"comment": "Единый стиль", "was-user": agency.manager.pk}, headers=HTMX)
    assert "This page was opened by somebody who is no longer signed in: nothing was saved." in words(answer)
    assert (answer.status_code, CriterionScore.objects.count()) == (409, 0)
    strategist.post(address, EMPTY | {"comment": "Единый стиль", "was-user": agency.strategist.pk}, headers=HTMX)
    assert CriterionScore.objects.get().comment == "Единый стиль"


def test_an_opportunity_typed_on_a_page_drawn_for_somebody_else_is_shown_back(agency, draft, strategist):
    plan = {"title": "Ответить всем", "impact": "3", "effort": "3", "horizon_days": "60", "owner": "Вера"}
    strategist.post(f"/audits/{draft.pk}/opportunities/", plan | {"owner": "SMM"})
    row = draft.opportunities.get()
    page = strategist.post(f"/audits/{draft.pk}/opportunities/{row.pk}/", plan | {"was-user": agency.manager.pk})
    assert "This page was opened by somebody who is no longer signed in: nothing was saved." in words(page)
    assert (page.status_code, "Who Вера" in words(page), draft.opportunities.get().owner) == (409, True, "SMM")


def test_no_page_is_late_for_itself_or_for_the_same_words(address, manager, strategist):
    own = EMPTY | {"was-comment": ["", "Еди"]}  # drawn with nothing, and its first words had no answer yet
    for sent in (EMPTY | {"comment": "Еди"}, own | {"comment": "Единый стиль"}):
        assert "meanwhile" not in words(strategist.post(address, sent, headers=HTMX))
    assert "meanwhile" not in words(manager.post(address, EMPTY | {"comment": "Единый стиль"}, headers=HTMX))
    assert CriterionScore.objects.get().comment == "Единый стиль"


def test_what_one_takes_back_before_an_answer_came_is_taken_back(address, strategist):
    strategist.post(address, EMPTY | {"comment": "Еди"}, headers=HTMX)
    strategist.post(address, EMPTY | {"was-comment": ["", "Еди"], "comment": ""}, headers=HTMX)
    assert CriterionScore.objects.get().comment == ""


def test_an_older_page_of_one_s_own_asks_as_somebody_else_s_does(address, strategist):
    strategist.post(address, EMPTY | {"comment": "Единый стиль"}, headers=HTMX)
    answer = strategist.post(address, EMPTY | {"comment": "Логотип устарел"}, headers=HTMX)
    assert "You have meanwhile written here on another page: “Единый стиль”" in words(answer)
    assert CriterionScore.objects.get().comment == "Единый стиль"


def test_without_a_script_both_texts_are_told(address, manager, strategist):
    manager.post(address, EMPTY | {"comment": "Логотип устарел"})
    answer = strategist.post(address, EMPTY | {"comment": "Единый стиль"})
    assert [str(message) for message in get_messages(answer.wsgi_request)] == [
        "Manager has meanwhile written here: “Логотип устарел”. Yours was not saved: “Единый стиль”."
    ]
    manager.post(address, EMPTY | {"score": "2"})
    answer = strategist.post(address, EMPTY | {"score": "na"})
    assert [str(message) for message in get_messages(answer.wsgi_request)][-1] == (
        "Manager has meanwhile written here: “2”. Yours was not saved: “not applicable”."
    )


def test_levels_are_kept_apart_in_the_same_way(draft, manager, strategist):
    address = f"/audits/{draft.pk}/maturity/content/"
    drawn = {"was-level": "", "target": "", "was-target": "", "justification": "", "was-justification": ""}
    manager.post(address, drawn | {"level": "3", "target": "4"}, headers=HTMX)
    answer = strategist.post(address, drawn | {"target": "5", "justification": "план есть"}, headers=HTMX)
    row = MaturityScore.objects.get()
    assert (row.level, row.target, row.justification) == (3, 4, "план есть")
    assert "Manager has meanwhile written here: “4”" in words(answer)


def test_what_was_written_about_an_opportunity_that_is_taken_off_is_not_lost(draft, manager, strategist):
    plan = {"title": "Ответить всем", "impact": "3", "effort": "3", "horizon_days": "60", "owner": "SMM"}
    strategist.post(f"/audits/{draft.pk}/opportunities/", plan)
    address = f"/audits/{draft.pk}/opportunities/{draft.opportunities.get().pk}/"
    manager.post(f"{address}drop/")
    page = strategist.post(address, plan | {"title": "Ответить всем за час"})
    assert "Manager has meanwhile taken this off the list. Save it to put yours there." in words(page)
    shown = page.content.decode()
    assert (f'action="/audits/{draft.pk}/opportunities/"' in shown, 'value="Ответить всем за час"' in shown) == (True, True)
    strategist.post(f"/audits/{draft.pk}/opportunities/", plan | {"title": "Ответить всем за час"})
    assert draft.opportunities.get().title == "Ответить всем за час"
    never = f"/audits/{draft.pk}/opportunities/999999/"
    answers = [strategist.get(address), strategist.post(never, {"was-title": "Ответить всем"} | plan)]
    assert [answer.status_code for answer in answers] == [404, 404]


def test_what_was_written_is_not_lost_either_where_the_opportunity_had_another_name_by_then(draft, manager, strategist):
    plan = {"title": "Ответить всем", "impact": "3", "effort": "3", "horizon_days": "60", "owner": "SMM"}
    strategist.post(f"/audits/{draft.pk}/opportunities/", plan)
    address = f"/audits/{draft.pk}/opportunities/{draft.opportunities.get().pk}/"
    drawn = {f"was-{name}": value for name, value in plan.items()}
    manager.post(address, drawn | plan | {"title": "Ответить за час"})
    manager.post(f"{address}drop/")
    page = strategist.post(address, drawn | plan | {"owner": "Вера"})
    assert "Manager has meanwhile taken this off the list. Save it to put yours there." in words(page)
    shown = page.content.decode()
    assert ('aria-label="Ответить за час"' in shown, 'value="Вера"' in shown) == (True, True)


def test_an_opportunity_keeps_what_others_changed_and_shows_both_where_they_meet(draft, manager, strategist):
    plan = {"title": "Ответить всем", "impact": "3", "effort": "3", "horizon_days": "60", "owner": "SMM"}
    strategist.post(f"/audits/{draft.pk}/opportunities/", plan)
    row = draft.opportunities.get()
    address = f"/audits/{draft.pk}/opportunities/{row.pk}/"
    assert '<input type="hidden" autocomplete="off" name="was-owner" value="SMM">' in strategist.get(address).content.decode()
    drawn = {f"was-{name}": value for name, value in plan.items()}
    manager.post(address, drawn | plan | {"title": "Ответить за час", "impact": "5"})
    strategist.post(address, drawn | plan | {"owner": "Вера"})
    row.refresh_from_db()
    assert (row.title, row.impact, row.owner) == ("Ответить за час", 5, "Вера")
    page = strategist.post(address, drawn | plan | {"title": "Ответить каждому"})
    assert "Manager has meanwhile written here: “Ответить за час”. Save again to keep what you wrote." in words(page)
    shown = page.content.decode()
    assert ('value="Ответить каждому"' in shown, 'name="was-title" value="Ответить за час"' in shown) == (True, True)
    row.refresh_from_db()
    assert row.title == "Ответить за час"


def test_an_older_page_of_one_s_own_asks_about_an_opportunity_too(draft, strategist):
    plan = {"title": "Ответить всем", "impact": "3", "effort": "3", "horizon_days": "60", "owner": "SMM"}
    strategist.post(f"/audits/{draft.pk}/opportunities/", plan)
    address, drawn = f"/audits/{draft.pk}/opportunities/{draft.opportunities.get().pk}/", {"was-owner": "SMM"} | plan
    strategist.post(address, drawn | {"owner": "Вера"})
    page = strategist.post(address, drawn | {"owner": "Олег"})
    assert "You have meanwhile written here on another page: “Вера”. Save again to keep what you wrote." in words(page)
    assert draft.opportunities.get().owner == "Вера"
    strategist.post(address, drawn | {"was-owner": ["SMM", "Вера"], "owner": "Олег"})
    assert draft.opportunities.get().owner == "Олег"


def test_what_somebody_has_taken_meanwhile_is_taken_once(draft, manager, strategist):
    plan = {"title": "Сместить публикации", "impact": "4", "effort": "1", "horizon_days": "30", "finding": "best_time"}
    address = f"/audits/{draft.pk}/opportunities/"
    manager.post(address, plan)
    page = strategist.post(address, plan, follow=True)
    assert "Manager has put this on the list already: nothing was changed." in words(page)
    assert draft.opportunities.count() == 1


def test_what_is_typed_beside_what_somebody_has_taken_stays_in_its_fields(draft, manager, strategist):
    plan = {"title": "Сместить публикации", "impact": "4", "effort": "1", "horizon_days": "30", "finding": "best_time"}
    address = f"/audits/{draft.pk}/opportunities/"
    manager.post(address, plan)
    page = strategist.post(address, plan | {"impact": "5", "owner": "Анна"})
    assert "Manager has put this on the list already. Change it there, or give yours another title." in words(page)
    assert 'value="Анна"' in page.content.decode()
    assert [(row.impact, row.owner) for row in draft.opportunities.all()] == [(4, "")]
    strategist.post(address, plan | {"impact": "5", "owner": "Анна", "title": "Сместить публикации на вечер"})
    assert [(row.impact, row.owner) for row in draft.opportunities.order_by("pk")] == [(4, ""), (5, "Анна")]


def test_what_somebody_has_taken_in_another_language_is_taken_once_and_no_longer_offered(draft, manager, strategist):
    russian, english = next((one.title.ru, one.title.en) for one in recommendations() if one.finding == "best_time")
    plan = {"impact": "4", "effort": "1", "horizon_days": "30", "finding": "best_time"}
    address = f"/audits/{draft.pk}/opportunities/"
    manager.post(address, plan | {"title": russian})
    page = strategist.post(address, plan | {"title": english}, follow=True)
    assert "Manager has put this on the list already: nothing was changed." in words(page)
    assert draft.opportunities.get().title == russian
    assert titles("best_time", russian) == titles("best_time", english) == {russian, english}
    assert titles("", "Ответить всем") == {"Ответить всем"}


def test_whoever_wrote_the_same_on_another_opportunity_did_not_write_it_here(draft, manager, strategist):
    plan = {"title": "Ответить всем", "impact": "3", "effort": "3", "horizon_days": "60", "owner": "SMM"}
    for title in ("Ответить всем", "Снять ролик"):
        strategist.post(f"/audits/{draft.pk}/opportunities/", plan | {"title": title})
    here, there = draft.opportunities.order_by("pk")
    drawn = {f"was-{name}": value for name, value in plan.items()}
    manager.post(f"/audits/{draft.pk}/opportunities/{here.pk}/", drawn | plan | {"owner": "Вера"})
    strategist.post(f"/audits/{draft.pk}/opportunities/{there.pk}/", {"was-owner": "SMM"} | plan | {"owner": "Вера"})
    page = strategist.post(f"/audits/{draft.pk}/opportunities/{here.pk}/", drawn | plan | {"owner": "Олег"})
    assert "Manager has meanwhile written here: “Вера”." in words(page)
    here.refresh_from_db()
    assert here.owner == "Вера"


def test_an_opportunity_that_two_take_off_is_taken_off_once(agency, draft):
    with scope("system"):
        plan = {"title": "Ответить всем", "impact": 3, "effort": 3}
        number = Opportunity.objects.create(client=draft.client, audit=draft, **plan).pk
        for by, row in [(by, Opportunity.objects.get(pk=number)) for by in (agency.strategist, agency.manager)]:
            actions.drop_opportunity(opportunity=row, by=by)
        gone = Entry.objects.filter(verb="unplanned").values_list("actor", "before__id")
        assert list(gone) == [(agency.strategist.pk, number)]


@pytest.mark.django_db(transaction=True)
def test_one_opportunity_changed_by_one_and_taken_off_by_another_at_once_locks_neither_out(agency, draft, signed_in):
    plan = {"title": "Ответить всем", "impact": "3", "effort": "3", "horizon_days": "60", "owner": "SMM"}
    manager = signed_in(agency.manager)
    manager.post(f"/audits/{draft.pk}/opportunities/", plan)
    row = draft.opportunities.get()

    def change():
        try:
            return manager.post(f"/audits/{draft.pk}/opportunities/{row.pk}/", {"was-title": row.title} | plan | {"owner": "Вера"})
        finally:
            connection.close()

    with ThreadPoolExecutor() as workers:
        with scope(f"user:{agency.strategist.pk}"):
            actions.hold(audit=draft)
            changed = workers.submit(change)
            while not (changed.done() or somebody_waits()):
                pass
            actions.drop_opportunity(opportunity=row, by=agency.strategist)
        assert "Strategist has meanwhile taken this off the list." in words(changed.result())
