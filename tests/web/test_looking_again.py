"""A page that looks how far work is waits out a server that does not answer, says so, and goes on when it is back."""

from contextlib import contextmanager

import pytest

from smmstrategy.jobs import actions as jobs
from smmstrategy.jobs.models import Job
from tests.web.conftest import enter
from tests.web.imports.conftest import bring
from tests.web.imports.test_pages import POSTS

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
QUIET, BY_THE_BROWSER = "[data-unanswered]", "Failed to load resource"
WAYS = ("without a line", "while the server starts", "while the server hangs")


@pytest.fixture
def page(browser, live_server, agency):
    """In the browser of somebody who has signed in; `page.heard` is what scripts complained about."""
    context = browser.new_context(base_url=live_server.url)
    page = enter(context, agency.strategist, live_server.url)
    page.clock.install()
    page.heard = []
    page.on(
        "console", lambda said: page.heard.append(said.text) if said.type == "error" and BY_THE_BROWSER not in said.text else None
    )
    page.on("pageerror", lambda error: page.heard.append(str(error)))
    yield page
    context.close()


@contextmanager
def away(page, way: str):
    """The server does not answer, in one of the ways; afterwards it is back."""
    hanging = []
    if way == "without a line":
        page.context.set_offline(True)
    elif way == "while the server starts":
        page.route("**/imports/**", lambda route: route.fulfill(status=502, body="Bad Gateway"))
    else:
        page.route("**/imports/**", lambda route: hanging.append(route))
    yield
    page.context.set_offline(False)
    for route in hanging:
        route.abort()
    page.unroute("**/imports/**")


@pytest.mark.parametrize("address", ["the import", "the imports"])
def test_a_page_waits_out_a_server_that_does_not_answer(page, strategist, settings, tmp_path, address: str) -> None:
    settings.MEDIA_ROOT = tmp_path
    brought = bring(strategist, POSTS, worked=False).url
    page.goto(brought if address == "the import" else "/clients/client-a/imports/")
    for way in WAYS:
        assert not page.is_visible(QUIET)
        with away(page, way):
            for _try in range(2):
                page.clock.fast_forward(2_000)
                page.clock.fast_forward(20_000)
                page.wait_for_selector(QUIET, state="visible")
            if way == WAYS[-1]:
                for job in Job.objects.filter(status="queued"):
                    assert jobs.run(job.pk)
        page.clock.fast_forward(2_000)
        page.wait_for_selector(QUIET, state="hidden")
    page.wait_for_selector("[data-again]", state="detached")
    assert page.heard == []
