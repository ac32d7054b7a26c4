"""The whole road in a real browser: sign in, bring a file, apply it, begin an audit, deliver it; the client downloads it."""

import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Page

from smmstrategy.jobs import actions as jobs
from smmstrategy.jobs.models import Job
from smmstrategy.ledger.models import Entry
from smmstrategy.reports.models import Download
from tests.web.test_browser import PASSWORD, violations

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
EXPORT = "Дата публикации;Ссылка;Текст;Просмотры;Лайки\n" + "".join(
    f"{day:02}.{month:02}.2026 12:30;https://t.me/umosta/{month * 100 + day};Новый сорт;{1000 + 10 * day};{20 + day}\n"
    for month in range(1, 7)
    for day in range(1, 28, 2)
)


@pytest.fixture(params=[("light", 1440), ("dark", 360)], ids=["light desktop", "dark phone"])
def visitor(request, browser, live_server, agency, settings, tmp_path):
    """visitor(user) is a page in which that user has signed in; what any page complained about is `visitor.heard`."""
    settings.MEDIA_ROOT = tmp_path / "files"
    (theme, width), contexts, heard = request.param, [], []

    def sign_in(user) -> Page:
        user.set_password(PASSWORD)
        user.save()
        context = browser.new_context(
            base_url=live_server.url, viewport={"width": width, "height": 800}, color_scheme=theme, reduced_motion="reduce"
        )
        contexts.append(context)
        page = context.new_page()
        page.clock.install()
        page.on("console", lambda said: heard.append(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: heard.append(str(error)))
        page.on("dialog", lambda dialog: dialog.accept())
        page.goto("/account/login/")
        page.fill("[name=login]", user.email)
        page.fill("[name=password]", PASSWORD)
        page.click("main button[type=submit]")
        page.wait_for_selector(".sidebar", state="attached")
        return page

    sign_in.heard = heard
    yield sign_in
    for context in contexts:
        context.close()


def work(page: Page):
    """What a worker does, and the time after which the page asks how far it is."""
    for job in Job.objects.filter(status="queued"):
        assert jobs.run(job.pk)
    page.clock.fast_forward(2_000)


def troubles(page: Page) -> list[str]:
    page.wait_for_load_state()
    too_wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth") > 0
    return [*violations(page), *(["too wide"] if too_wide else [])]


def bring_in(page: Page, export: Path) -> dict[str, list[str]]:
    """Upload, look at the preview, apply; what is wrong with the pages on the way."""
    page.goto("/clients/client-a/imports/")
    page.set_input_files("input[type=file]", export)
    assert page.locator("[data-chosen]").inner_text() == export.name
    page.click("form[data-drop] button[type=submit]")
    page.wait_for_url("**/imports/*/")
    found = {"being read": troubles(page)}
    work(page)
    page.get_by_role("button", name="Write the numbers").click()
    work(page)
    page.wait_for_selector(".notice-good")
    assert page.locator(".counts .number").all_inner_texts() == ["84", "84", "0", "0", "0"]
    return found | {"import": troubles(page)}


def fill_in(page: Page) -> dict[str, list[str]]:
    """Begin an audit, score one criterion, find the score again after loading the page anew."""
    page.goto("/brands/brand-a/audits/new/")
    page.wait_for_selector("#check table")
    found = {"new audit": troubles(page)}
    page.get_by_role("button", name="Fill in first").click()
    page.get_by_role("link", name="Criteria").first.click()
    if (fold := page.locator(".groups > summary")).is_visible():
        fold.click()
    page.locator("#groups a[href*=visual]").click()
    page.locator("#visual\\.recognition label", has_text="3").click()
    page.wait_for_selector("#visual\\.recognition .saved:has-text('saved at')")
    page.reload()
    assert page.locator("#visual\\.recognition input:checked").get_attribute("value") == "3"
    found["criteria"] = troubles(page)
    page.get_by_role("link", name="Maturity").first.click()
    page.locator("summary", has_text="Channels").click()
    page.locator("#channels .level").nth(2).click()
    page.wait_for_selector("#channels-level:has-text('3 · Defined')")
    return found | {"maturity": troubles(page)}


def have_made(page: Page) -> dict[str, list[str]]:
    """Have the documents made and deliver them."""
    page.get_by_role("link", name="Overview").last.click()
    page.get_by_role("button", name="Make the documents").click()
    page.wait_for_selector("progress")
    found = {"being made": troubles(page)}
    work(page)
    page.wait_for_selector(".headline")
    found["result"] = troubles(page)
    page.get_by_role("button", name="Deliver to the client").click()
    page.get_by_role("button", name="Withdraw").wait_for()
    return found


def test_from_an_export_file_to_the_clients_download(visitor, agency, tmp_path):
    export = tmp_path / "Публикации.csv"
    export.write_text(EXPORT)
    page = visitor(agency.manager)
    found = bring_in(page, export) | fill_in(page) | have_made(page)
    assert Entry.objects.get(verb="delivered", object_kind="audits.audit").actor == agency.manager
    reader = visitor(agency.client_user)
    reader.click("main a >> text=Brand A")
    assert reader.url == page.url
    found["client"] = troubles(reader)
    with reader.expect_download() as taken:
        reader.get_by_role("link", name="Download").first.click()
    assert "ppt/presentation.xml" in zipfile.ZipFile(taken.value.path()).namelist()
    assert Download.objects.get().user == agency.client_user
    assert {place: said for place, said in found.items() if said} == {}
    assert visitor.heard == []
