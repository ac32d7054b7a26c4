"""The whole road in a real browser: sign in, bring a file, apply it, begin an audit, deliver it; the client downloads it.

It is gone once, in a window that is a dark phone and a light desktop by turns: every page is looked at as both, and whatever is
pressed on the phone could be pressed on the desktop.
"""

import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page

from smmstrategy.jobs import actions as jobs
from smmstrategy.jobs.models import Job
from smmstrategy.ledger.models import Entry
from smmstrategy.reports.models import Download
from tests.web.test_browser import PASSWORD, violations

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WINDOWS = {"light desktop": ("light", 1440), "dark phone": ("dark", 360)}
EXPORT = "Дата публикации;Ссылка;Текст;Просмотры;Лайки\n" + "".join(
    f"{day:02}.{month:02}.2026 12:30;https://t.me/umosta/{month * 100 + day};Новый сорт;{1000 + 10 * day};{20 + day}\n"
    for month in range(1, 7)
    for day in range(1, 28, 2)
)


@pytest.fixture
def visitor(browser, live_server, agency, settings, tmp_path):
    """visitor(user) is a page in which that user has signed in; what any page complained about is `visitor.heard`."""
    settings.MEDIA_ROOT = tmp_path / "files"
    contexts, heard = [], []

    def sign_in(user) -> Page:
        user.set_password(PASSWORD)
        user.save()
        contexts.append(browser.new_context(base_url=live_server.url, reduced_motion="reduce"))
        page = contexts[-1].new_page()
        page.clock.install()
        page.on("console", lambda said: heard.append(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: heard.append(str(error)))
        page.on("dialog", lambda dialog: dialog.accept())
        page.goto("/account/login/")
        become(page, "dark phone")
        page.fill("[name=login]", user.email)
        page.fill("[name=password]", PASSWORD)
        press(page.locator("main button[type=submit]"))
        page.wait_for_selector(".sidebar", state="attached")
        return page

    sign_in.heard = heard
    yield sign_in
    for context in contexts:
        context.close()


def widen(page: Page, window: str) -> None:
    page.set_viewport_size({"width": WINDOWS[window][1], "height": 800})


def become(page: Page, window: str) -> None:
    widen(page, window)
    theme = WINDOWS[window][0]
    page.emulate_media(color_scheme=theme)
    page.wait_for_function("theme => document.documentElement.dataset.bsTheme === theme", arg=theme)


def press(control: Locator) -> None:
    """On the phone, where the desktop shows it too, not covered by anything."""
    widen(control.page, "light desktop")
    control.click(trial=True)
    widen(control.page, "dark phone")
    control.click()


def work(page: Page):
    """What a worker does, and the time after which the page asks how far it is."""
    for job in Job.objects.filter(status="queued"):
        assert jobs.run(job.pk)
    page.clock.fast_forward(2_000)


def troubles(page: Page) -> dict[str, list[str]]:
    """What is wrong with the page as it is in each window."""
    page.wait_for_load_state()
    found = {}
    for window in WINDOWS:  # the phone comes last: on it one goes on
        become(page, window)
        too_wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth") > 0
        found[window] = [*violations(page), *(["too wide"] if too_wide else [])]
    return {window: said for window, said in found.items() if said}


def bring_in(page: Page, export: Path) -> dict[str, dict]:
    """Upload, look at the preview, apply; what is wrong with the pages on the way."""
    page.goto("/clients/client-a/imports/")
    page.set_input_files("input[type=file]", export)
    assert page.locator("[data-chosen]").inner_text() == export.name
    press(page.locator("form[data-drop] button[type=submit]"))
    page.wait_for_url("**/imports/*/")
    found = {"being read": troubles(page)}
    work(page)
    press(page.get_by_role("button", name="Write the numbers"))
    work(page)
    page.wait_for_selector(".notice-good")
    assert page.locator(".counts .number").all_inner_texts() == ["84", "84", "0", "0", "0"]
    return found | {"import": troubles(page)}


def fill_in(page: Page) -> dict[str, dict]:
    """Begin an audit, score one criterion, find the score again after loading the page anew."""
    page.goto("/brands/brand-a/audits/new/")
    page.wait_for_selector("#check table")
    found = {"new audit": troubles(page)}
    press(page.get_by_role("button", name="Fill in first"))
    press(page.get_by_role("link", name="Criteria").first)
    page.locator(".groups > summary").click()
    press(page.locator("#groups a[href*=visual]"))
    press(page.locator("#visual\\.recognition label", has_text="3"))
    page.wait_for_selector("#visual\\.recognition .saved:has-text('saved at')")
    page.reload()
    assert page.locator("#visual\\.recognition input:checked").get_attribute("value") == "3"
    found["criteria"] = troubles(page)
    press(page.get_by_role("link", name="Maturity").first)
    press(page.locator("summary", has_text="Channels"))
    press(page.locator("#channels .level").nth(2))
    page.wait_for_selector("#channels-level:has-text('3 · Defined')")
    return found | {"maturity": troubles(page)}


def have_made(page: Page) -> dict[str, dict]:
    """Have the documents made and deliver them."""
    press(page.get_by_role("link", name="Overview").last)
    press(page.get_by_role("button", name="Make the documents"))
    page.wait_for_selector("progress")
    found = {"being made": troubles(page)}
    work(page)
    page.wait_for_selector(".headline")
    found["result"] = troubles(page)
    press(page.get_by_role("button", name="Deliver to the client"))
    page.get_by_role("button", name="Withdraw").wait_for()
    return found


def test_from_an_export_file_to_the_clients_download(visitor, agency, tmp_path):
    export = tmp_path / "Публикации.csv"
    export.write_text(EXPORT)
    page = visitor(agency.manager)
    found = bring_in(page, export) | fill_in(page) | have_made(page)
    assert Entry.objects.get(verb="delivered", object_kind="audits.audit").actor == agency.manager
    reader = visitor(agency.client_user)
    press(reader.locator("main a >> text=Brand A"))
    assert reader.url == page.url
    found["client"] = troubles(reader)
    with reader.expect_download() as taken:
        press(reader.get_by_role("link", name="Download").first)
    assert "ppt/presentation.xml" in zipfile.ZipFile(taken.value.path()).namelist()
    assert Download.objects.get().user == agency.client_user
    assert {place: said for place, said in found.items() if said} == {}
    assert visitor.heard == []
