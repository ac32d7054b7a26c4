"""The pages in a real Chromium: nothing is refused or complained about, axe is content, phones and keyboards reach everything."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.files.base import ContentFile
from playwright.sync_api import Page

from audits import actions as audits
from smmstrategy.jobs import actions as jobs
from smmstrategy.ledger import actions as ledger
from smmstrategy.ledger.verbs import Verb
from smmstrategy.metrics.actions import record
from smmstrategy.metrics.imports import actions as imports
from smmstrategy.metrics.periods import Period
from tests.web.audits.conftest import made
from tests.web.conftest import HALF_YEAR, enter, followers, track

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PASSWORD = "a quiet harbour"
AXE = Axe().axe_script
PAGES = [
    "/", "/clients/", "/new-client/", "/clients/client-a/", "/clients/client-a/change/", "/clients/client-a/brands/new/",
    "/brands/brand-a/", "/brands/brand-a/accounts/new/", "/brands/brand-a/numbers/", "/clients/client-a/imports/",
    "/brands/brand-a/audits/new/", "/people/", "/people/invite/", "/account/password/change/", "/account/2fa/", "/no/such/page/",
]  # fmt: skip


@dataclass
class Visit:
    """A browser in which the owner has signed in, and whatever it complained about since."""

    page: Page
    address: str
    complaints: list[str]

    def open(self, path: str) -> None:
        """A page with all that it fetches by itself."""
        self.page.goto(self.address + path)
        self.page.wait_for_selector(".htmx-request, [hx-trigger^=load] > .needs-script", state="detached")

    def heard(self) -> list[str]:
        """Complaints since the last time, without the page that is meant to be missing."""
        said, self.complaints[:] = [c for c in self.complaints if "404 (Not Found)" not in c], []
        return said


@pytest.fixture(scope="module", params=[("light", 1440, "en"), ("dark", 360, "ru")], ids=["light desktop en", "dark phone ru"])
def window(request, browser):
    """A window of one theme and width, and the language of whoever looks into it; to open one takes longer than most pages."""
    theme, width, language = request.param
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=theme, reduced_motion="reduce")
    yield context, language
    context.close()


@pytest.fixture
def visit(window, live_server, agency, channel):
    context, agency.owner.language = window
    agency.owner.save()
    page, complaints = enter(context, agency.owner, live_server.url), []
    page.on("console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda asked: None if asked.url.startswith((live_server.url, "data:")) else complaints.append(asked.url))
    yield Visit(page, live_server.url, complaints)
    page.evaluate("localStorage.clear()")
    page.close()
    context.clear_cookies()


def axe(page: Page) -> list[dict[str, Any]]:
    """What axe finds, without reading the style sheets once more, which only rules that are not asked do."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    options = {"resultTypes": ["violations"], "preload": {"assets": ["media"]}}
    return page.evaluate("async options => (await axe.run(options)).violations", options)


def violations(page: Page) -> list[str]:
    return [f"{v['id']}: {v['nodes'][0]['html'][:120]}" for v in axe(page) if v["impact"] != "minor"]


def test_every_page_is_clean_accessible_and_fits(visit):
    troubles = {}
    for path in PAGES:
        visit.open(path)
        assert visit.page.url == visit.address + path
        too_wide = visit.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        if said := [*visit.heard(), *violations(visit.page), *(["too wide"] if too_wide > 0 else [])]:
            troubles[path] = said
    assert troubles == {}


def test_names_without_a_blank_break_on_every_page(visit, agency):
    for named, letter in ((agency.a, "щ"), (agency.brand_a, "w"), (agency.strategist, "ﷺ")):
        named.name = letter * 120
        named.save()
    for path in ("/", "/clients/", "/clients/client-a/", "/brands/brand-a/", "/brands/brand-a/numbers/", "/people/"):
        visit.open(path)
        assert visit.page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0, path


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_open_menu_of_a_phone_is_accessible_in_either_theme(browser, live_server, agency, theme):
    context = browser.new_context(viewport={"width": 360, "height": 800}, color_scheme=theme, reduced_motion="reduce")
    page = enter(context, agency.owner, live_server.url)
    page.goto(live_server.url + "/clients/client-a/")
    page.click("[data-bs-toggle=offcanvas]")
    page.wait_for_selector("#menu.show[role=dialog]")
    found = axe(page)
    context.close()
    assert [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in found] == []


def test_no_column_squeezes_the_words_of_another_apart(visit, agency):
    """«Strategist (of the north)» stands in a narrow column beside a long change, and every word of it on one line."""
    agency.strategist.name = "Strategist (of the north)"
    agency.strategist.save()
    was, now = {"name": "a name " * 28}, {"name": "another " * 25}
    ledger.record(Verb.CHANGED, agency.brand_a, by=agency.strategist, client=agency.a, before=was, after=now)
    visit.open("/clients/client-a/ledger/")
    visit.page.evaluate("for (const one of document.querySelectorAll('main details')) one.open = true")
    lines = visit.page.evaluate("""() => {
        const cell = [...document.querySelectorAll('main td')].find(one => one.textContent.includes('Strategist'));
        const text = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT).nextNode(), range = document.createRange();
        const from = text.data.indexOf('Strategist');
        range.setStart(text, from); range.setEnd(text, from + 'Strategist'.length);
        return range.getClientRects().length;
    }""")
    assert lines == 1


def test_an_import_that_speaks_of_a_link_without_end_fits(visit, agency, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    text = f"Date;Link;Likes\n2026-10-01;https://vk.com/{'w' * 190};5\n{'y' * 190};https://vk.com/wall-1_1;5\n"
    file = ContentFile(text.encode(), name=f"{'x' * 90}.csv")
    import_ = imports.start(agency.brand_a, file, by=agency.owner, options={"role": "own"})
    assert jobs.run(import_.job.pk)
    visit.open(f"/imports/{import_.pk}/")
    assert visit.page.evaluate("document.documentElement.scrollWidth - window.innerWidth") == 0
    assert "w" * 20 in visit.page.locator(".notice-warn").inner_text()
    assert "x" * 90 in visit.page.locator("h1").inner_text()


def test_a_change_in_many_words_stays_on_its_card(visit, agency, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    audit = made(audits.start(brand=agency.brand_a, period=HALF_YEAR, language="ru", by=agency.owner))
    text = "0,00\u00a0п.п. (0,00\u00a0%\u00a0→ 0,00\u00a0% по 1 из 3 аккаунтов)"
    change = {"text": text, "good": 0, "against": "before"}
    for said in audit.summary.values():
        said["figures"][0]["changes"] = [change]
    audit.save(update_fields=["summary"])
    visit.open(f"/audits/{audit.pk}/")
    assert visit.page.evaluate("document.documentElement.scrollWidth - window.innerWidth") == 0
    card = visit.page.locator(".kpis-said li").filter(has_text="по 1 из 3 аккаунтов")
    inner, outer = card.locator(".status").bounding_box(), card.bounding_box()
    assert inner["x"] + inner["width"] <= outer["x"] + outer["width"]


def test_the_charts_are_drawn_and_the_table_says_the_same(visit):
    visit.open("/brands/brand-a/numbers/")
    card = visit.page.locator("[data-chart-card]").first
    assert card.locator(".chart svg path").count() > 3
    card.locator("[data-view=table]").click()
    assert card.locator(".chart").is_hidden()
    assert card.locator("tbody tr").nth(2).locator("td").first.inner_text().replace("\u00a0", ",") == "1,002"
    assert visit.heard() == []


def test_no_two_steps_of_an_axis_are_called_alike(visit):
    """Followers grow from 1,120 to 1,180 in May and June: with one decimal two steps would be 1.1K and two 1.2K."""
    visit.open("/brands/brand-a/numbers/?period=custom&first=2026-06-01&last=2026-06-30")
    texts = visit.page.locator("[data-chart-card] .chart").first.locator("svg text").all_text_contents()
    steps = [text for text in texts if re.fullmatch(r"[\d.,]+(K|\xa0тыс\.)", text)]
    assert [re.sub(r"\D", "", step) for step in steps] == ["112", "114", "116", "118"]


def test_a_chart_is_taken_as_a_table_of_days_and_numbers(visit):
    visit.open("/brands/brand-a/numbers/?period=half&against=year_earlier")
    taken = {}
    for chart in ("followers_end", "interactions", "er_view.median"):
        with visit.page.expect_download() as download:
            visit.page.evaluate("at => document.querySelector(`[data-download*='_${at}_']`).click()", chart)
        assert download.value.suggested_filename == f"brand-a_{chart}_2026-01-01_2026-06-30.csv"
        taken[chart] = download.value.path().read_text("utf-8-sig").splitlines()
    assert len(taken["followers_end"]) == 182
    assert taken["followers_end"][1] == '"2026-01-01";"2026-01-01";"1000";"2025-01-01";"2025-01-01";""'
    assert taken["interactions"][1] == '"2026-01-01";"2026-01-31";"200";"2025-01-01";"2025-01-31";""'
    assert taken["interactions"][6] == '"2026-06-01";"2026-06-30";"200";"2025-06-01";"2025-06-30";"100"'
    assert taken["er_view.median"][1].startswith('"2026-01-01";"2026-01-31";"20%"')


def test_accounts_apart_have_lines_of_their_own_and_one_column_of_days(visit, agency):
    days = [followers(day, 100) for day in Period(date(2026, 5, 1), HALF_YEAR.last).each_day()]
    record(track(agency.brand_a, "vk", "late"), values=days, source="import", collected_at=datetime(2026, 7, 2, tzinfo=UTC))
    visit.open("/brands/brand-a/numbers/")
    card = visit.page.locator("[data-chart-card]").first
    colors = card.locator(".chart svg path").evaluate_all("lines => lines.map(line => line.getAttribute('stroke'))")
    series = [visit.page.evaluate(f"getComputedStyle(document.documentElement).getPropertyValue('--series-{n}')") for n in (1, 2)]
    assert set(series) <= set(colors)
    with visit.page.expect_download() as download:
        visit.page.evaluate("document.querySelector(`[data-download*='_followers_end_']`).click()")
    rows = download.value.path().read_text("utf-8-sig").splitlines()
    assert (rows[4], rows[5]) == ('"2026-04-01";"2026-04-30";"1119";""', '"2026-05-01";"2026-05-31";"1150";"100"')
    assert (violations(visit.page), visit.heard()) == ([], [])


def test_own_days_that_cannot_be_shown_are_said_before_they_are_sent(visit):
    visit.open("/brands/brand-a/numbers/")
    can_be = {
        ("2026-06-10", "2026-06-10"): True,
        ("2026-06-10", "2026-06-09"): False,
        ("2023-01-01", "2026-01-04"): True,
        ("2023-01-01", "2026-01-05"): False,
        ("2026-06-10", "2126-06-10"): False,
    }
    fill = """([first, last]) => {
        document.querySelector('#first').value = first;
        document.querySelector('#last').value = last;
        document.querySelector('#first').dispatchEvent(new Event('input', {bubbles: true}));
        return document.querySelector('[data-days]').checkValidity();
    }"""
    assert {days: visit.page.evaluate(fill, days) for days in can_be} == can_be


def test_the_keyboard_reaches_the_content_and_every_control(visit):
    visit.open("/brands/brand-a/numbers/")
    visit.page.keyboard.press("Tab")
    assert visit.page.evaluate("document.activeElement.className") == "skip"
    visit.page.keyboard.press("Enter")
    assert visit.page.evaluate("location.hash") == "#main"
    visit.open("/brands/brand-a/numbers/")
    everything = "[...document.querySelectorAll('a[href], button, input:not([type=hidden]), select')]"
    controls = visit.page.evaluate(f"{everything}.filter(e => e.checkVisibility({{visibilityProperty: true}})).length")
    visit.page.evaluate(f"reached = new Set(); addEventListener('focusin', one => reached.add({everything}.indexOf(one.target)))")
    for _ in range(controls + 20):
        visit.page.keyboard.press("Tab")
    assert len(set(visit.page.evaluate("[...reached]")) - {-1}) == controls


def test_the_theme_is_remembered(visit):
    visit.open("/")
    visit.page.evaluate("document.querySelector('[data-theme-choice=dark]').click()")
    visit.open("/clients/")
    assert visit.page.evaluate("document.documentElement.dataset.bsTheme") == "dark"
    visit.page.evaluate("document.querySelector('[data-theme-choice=light]').click()")
    assert visit.page.evaluate("document.documentElement.dataset.bsTheme") == "light"


def test_a_script_that_got_into_a_page_does_not_run(visit, agency):
    agency.brand_a.name = '"><img src=x onerror="window.pwned=1"><script>window.pwned=1</script>'
    agency.brand_a.save()
    for path in ("/clients/client-a/", "/brands/brand-a/numbers/", "/"):
        visit.open(path)
        assert visit.page.evaluate("window.pwned") is None
    planted = '<img src="/x" onerror="window.pwned=1"><b id="planted" hx-on:click="window.pwned=1">x</b>'
    visit.page.evaluate("planted => document.querySelector('main').insertAdjacentHTML('beforeend', planted)", planted)
    visit.page.evaluate("htmx.process(document.querySelector('main')); document.getElementById('planted').click()")
    visit.page.wait_for_timeout(200)
    assert visit.page.evaluate("window.pwned") is None


def test_without_scripts_numbers_are_tables_and_menus_open(browser, live_server, agency, channel):
    agency.owner.set_password(PASSWORD)
    agency.owner.save()
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(live_server.url + "/account/login/?next=/brands/brand-a/numbers/")
    page.fill("[name=login]", agency.owner.email)
    page.fill("[name=password]", PASSWORD)
    page.click("main button[type=submit]")
    assert "1,002" in page.locator("[data-chart-card] table").first.inner_text()
    assert page.locator(".chart").first.is_hidden()
    page.locator(".filters .dropdown button").first.click()
    assert page.locator("#first").is_visible()
    page.locator(".topbar .dropdown > button").click()
    page.locator(".user-menu a[href='/account/2fa/']").click()
    assert page.url.endswith("/account/2fa/")
    page.goto(live_server.url + "/brands/brand-a/audits/new/")
    assert [page.locator(f"#check {part}").first.is_visible() for part in (".needs-script", "noscript")] == [False, True]
    context.close()
