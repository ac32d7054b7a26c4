"""Leaving and coming back in a real Chromium: what was just typed is there, and an older page never writes over a newer one."""

import pytest

from audits.models import CriterionScore
from tests.web.audits.test_saving import COMMENT, person, says, write

__all__ = ["person"]
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_reloading_right_after_typing_shows_what_was_typed_and_saves_it_once(agency, person):
    page = person(agency.strategist)
    write(page, "Первые слова")
    says(page, "saved at")
    for more in (" и ещё", " и снова"):
        page.press(COMMENT, "End")
        page.type(COMMENT, more)
        page.reload()
        page.wait_for_load_state("networkidle")
    assert page.input_value(COMMENT) == CriterionScore.objects.get().comment == "Первые слова и ещё и снова"
    assert page.query_selector("[data-clash]") is None
    assert page.evaluate("Object.keys(sessionStorage).filter((key) => key.includes('criteria/visual'))") == []


def test_what_somebody_else_wrote_while_one_was_away_is_asked_about(agency, person):
    page, other = person(agency.strategist), person(agency.manager)
    page.evaluate("() => { window.fetch = () => Promise.reject(); XMLHttpRequest.prototype.send = () => {}; }")  # lost on the way
    page.fill(COMMENT, "Моё")
    page.goto("about:blank")
    write(other, "Чужое")
    says(other, "saved at")
    page.go_back()
    says(page, "Manager has meanwhile written here: “Чужое”")
    assert (page.input_value(COMMENT), CriterionScore.objects.get().comment) == ("Моё", "Чужое")
    page.click("[data-settle=mine]")
    says(page, "saved at")
    assert CriterionScore.objects.get().comment == "Моё"


def test_words_without_an_answer_are_not_taken_for_somebody_else_s(agency, person):
    page = person(agency.strategist)
    page.context.route("**/criteria/visual.recognition/", lambda route: (route.fetch(), route.abort()))
    write(page, "Пер")
    says(page, "Not saved yet")
    page.context.unroute("**/criteria/visual.recognition/")
    write(page, "Первые слова")
    says(page, "saved at")
    assert CriterionScore.objects.get().comment == "Первые слова"


def test_an_older_tab_of_the_same_person_asks_before_it_writes_over_the_newer_one(agency, person):
    newer, older = person(agency.strategist), person(agency.strategist)
    write(newer, "Длинный важный текст")
    says(newer, "saved at")
    write(older, "x")
    says(older, "You have meanwhile written here on another page: “Длинный важный текст”")
    assert CriterionScore.objects.get().comment == "Длинный важный текст"
    older.click("[data-settle=theirs]")
    says(older, "saved at")
    assert older.input_value(COMMENT) == "Длинный важный текст"
