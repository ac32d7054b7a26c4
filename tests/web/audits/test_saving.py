"""Forms that save themselves, in a real Chromium: offline, signed out and beside somebody else nothing typed is lost."""

import pytest
from django.contrib.sessions.models import Session

from audits import actions
from audits.models import CriterionScore
from smmstrategy.ledger.models import Entry
from tests.web.conftest import enter
from tests.web.test_browser import PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
ONE = "form[id='visual.recognition']"
COMMENT = f"{ONE} [name=comment]"


@pytest.fixture
def person(browser, live_server, agency, draft):
    """A page of criteria in the browser of somebody who has signed in."""
    contexts = []

    def opened(user):
        contexts.append(browser.new_context())
        page = enter(contexts[-1], user, live_server.url)
        page.clock.install()
        page.goto(f"{live_server.url}/audits/{draft.pk}/criteria/?group=visual")
        page.evaluate("for (const one of document.querySelectorAll('.remarks-fold')) one.open = true")
        return page

    yield opened
    for context in contexts:
        context.close()


def write(page, words):
    """Put the words into the comment at once, or on a slow machine a part of them would go out alone; then the pause after it."""
    page.fill(COMMENT, words)
    page.clock.fast_forward(700)


def says(page, words):
    page.wait_for_function("([at, words]) => document.querySelector(`${at} .saved`).textContent.includes(words)", arg=[ONE, words])


def when_tried_again(page):
    """The time has come at which the page tries by itself to send what it could not."""
    page.clock.fast_forward(5_000)


def pressed_after_signing_out(page):
    """An opportunity typed and sent by its button, once nobody is signed in any more."""
    page.goto(page.url.replace("criteria/?group=visual", "opportunities/"))
    page.type("#id_title", "Ответить всем")
    Session.objects.all().delete()
    page.click("main form.card [type=submit]")
    page.wait_for_selector("main form.card .saved >> text=You are signed out; your text is still here: sign in")
    return page


def test_what_is_typed_offline_is_asked_about_and_sent_when_the_line_is_back(agency, person):
    page, asked = person(agency.strategist), []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.context.set_offline(True)
    write(page, "Typed offline")
    says(page, "Not saved yet")
    with page.expect_event("dialog"):
        page.evaluate("location.reload()")
    assert (asked, CriterionScore.objects.count()) == (["beforeunload"], 0)
    page.context.set_offline(False)
    says(page, "saved at")
    assert CriterionScore.objects.get().comment == "Typed offline"
    page.reload()
    assert asked == ["beforeunload"]


def test_whoever_has_signed_out_elsewhere_keeps_the_text_and_sends_it_after_signing_in(agency, person):
    agency.strategist.set_password(PASSWORD)
    agency.strategist.save()
    page = person(agency.strategist)
    Session.objects.all().delete()
    write(page, "Typed too late")
    says(page, "You are signed out; your text is still here: sign in")
    with page.context.expect_page() as opened:
        page.click(f"{ONE} .saved a")
    opened.value.fill("[name=login]", agency.strategist.email)
    opened.value.fill("[name=password]", PASSWORD)
    opened.value.click("main button[type=submit]")
    opened.value.wait_for_selector(".sidebar", state="attached")
    when_tried_again(page)
    says(page, "saved at")
    assert (page.input_value(COMMENT), CriterionScore.objects.get().comment) == ("Typed too late", "Typed too late")


def test_what_a_button_sends_after_signing_out_stays_in_its_fields_and_goes_out_after_signing_in(
    agency, draft, person, live_server
):
    page = pressed_after_signing_out(person(agency.strategist))
    assert (page.input_value("#id_title"), draft.opportunities.count()) == ("Ответить всем", 0)
    enter(page.context, agency.strategist, live_server.url)
    when_tried_again(page)
    page.wait_for_selector("td.row-acts")
    assert draft.opportunities.get().title == "Ответить всем"


def test_what_a_button_sends_goes_out_once_also_where_it_is_pressed_while_the_next_try_begins(agency, draft, person, live_server):
    page = pressed_after_signing_out(person(agency.strategist))
    enter(page.context, agency.strategist, live_server.url)
    page.evaluate("window.dispatchEvent(new Event('focus')); document.querySelector('main form.card').requestSubmit()")
    page.wait_for_selector("td.row-acts")
    page.wait_for_load_state("networkidle")
    assert draft.opportunities.count() == 1


def test_what_is_typed_on_after_a_press_that_failed_waits_for_the_next_press(agency, draft, person):
    page, asked = person(agency.strategist), []
    page.goto(page.url.replace("criteria/?group=visual", "opportunities/"))
    page.type("#id_title", "Ответить")
    page.context.set_offline(True)
    page.click("main form.card [type=submit]")
    page.wait_for_selector("main form.card .saved >> text=Not saved")
    page.press("#id_title", "End")
    page.type("#id_title", " всем")
    page.on("request", lambda request: asked.append(request.url))
    page.context.set_offline(False)
    page.wait_for_function("navigator.onLine")
    when_tried_again(page)
    assert (page.input_value("#id_title"), draft.opportunities.count(), asked) == ("Ответить всем", 0, [])
    page.click("main form.card [type=submit]")
    page.wait_for_selector("td.row-acts")
    assert draft.opportunities.get().title == "Ответить всем"


def test_nothing_typed_is_saved_in_the_name_of_whoever_has_signed_in_since(agency, person, live_server):
    page = person(agency.strategist)
    Session.objects.all().delete()
    write(page, "The strategist's")
    says(page, "You are signed out")
    other = enter(page.context, agency.manager, live_server.url)
    when_tried_again(page)
    says(page, "Somebody else has signed in by now")
    with page.expect_response("**/criteria/visual.recognition/") as answered:
        write(page, "The strategist's words")
    answered.value.finished()
    assert (page.input_value(COMMENT), CriterionScore.objects.count()) == ("The strategist's words", 0)
    enter(other.context, agency.strategist, live_server.url)
    when_tried_again(page)
    says(page, "saved at")
    assert CriterionScore.objects.get().comment == "The strategist's words"
    assert Entry.objects.get(verb="scored").actor == agency.strategist


def test_a_page_whose_cookies_are_gone_says_that_one_is_signed_out(agency, person):
    page = person(agency.strategist)
    page.context.clear_cookies()
    write(page, "Typed too late")
    page.wait_for_selector(f"{ONE} .saved.is-bad")
    when_tried_again(page)
    says(page, "You are signed out; your text is still here: sign in")


def test_what_is_typed_into_a_form_with_a_button_is_asked_about_until_it_is_sent(agency, draft, person):
    page, asked = person(agency.strategist), []
    page.goto(page.url.replace("criteria/?group=visual", "opportunities/"))
    page.once("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.type("#id_title", "Ответить всем")
    page.click(".topbar [data-bs-toggle=dropdown]")
    with page.expect_event("dialog"):
        page.click("[name=language][value=ru]", no_wait_after=True)
    assert (asked, page.input_value("#id_title"), page.get_attribute("html", "lang")) == (["beforeunload"], "Ответить всем", "en")
    page.click("main form.card [type=submit]")
    page.wait_for_selector("td.row-acts")
    assert (asked, draft.opportunities.get().title) == (["beforeunload"], "Ответить всем")
    page.click(".topbar [data-bs-toggle=dropdown]")
    page.click("[name=language][value=ru]")
    page.wait_for_selector("html[lang=ru]")
    page.wait_for_load_state("networkidle")


def test_what_is_typed_once_somebody_had_the_audit_sealed_stays_in_its_field_and_is_asked_about(agency, draft, person):
    page, asked = person(agency.strategist), []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    actions.submit(audit=draft, by=agency.manager)
    write(page, "Typed too late")
    says(page, "This audit was sealed meanwhile, so nothing in it can be changed.")
    with page.expect_event("dialog"):
        page.evaluate("location.reload()")
    assert (asked, page.input_value(COMMENT)) == (["beforeunload"], "Typed too late")
    assert CriterionScore.objects.count() == 0
    page.context.set_offline(True)  # closing the page would send it once more while the tables are being emptied


def test_two_people_in_one_field_choose_whose_words_stay(agency, person):
    first, second = person(agency.manager), person(agency.strategist)
    write(first, "Theirs")
    says(first, "saved at")
    write(second, "Mine")
    says(second, "Manager has meanwhile written here: “Theirs”")
    assert second.input_value(COMMENT) == "Mine"
    second.click("[data-settle=mine]")
    says(second, "saved at")
    assert CriterionScore.objects.get().comment == "Mine"
    write(first, "Theirs again")
    says(first, "Strategist has meanwhile written here: “Mine”")
    first.click("[data-settle=theirs]")
    says(first, "saved at")
    assert (first.input_value(COMMENT), CriterionScore.objects.get().comment) == ("Mine", "Mine")
