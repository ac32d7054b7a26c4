"""Months without a post, on the page of an import: asked about before it is written and after, and said to have been silent."""

import re

import pytest

from smmstrategy.metrics.models import Collection, Import
from tests.imports.test_silence_said import JULY, SUMMER, TWO, in_doubt, posts
from tests.web.imports.conftest import bring, words, work

pytestmark = pytest.mark.django_db
ASKED = "July 2026 — Confirm: nothing was posted"
SETTLED = "— July 2026 Undo: not known"


def test_the_preview_says_one_thing_of_a_month_in_doubt(strategist):
    page = words(strategist.get(bring(strategist, SUMMER).url))
    assert "The file has no posts of VK: club1 in July 2026: was there silence" in page
    assert "posts known: 1 May 2026 – 5 August 2026, but for July 2026" in page
    assert "nothing was posted (--silent)" not in page


def test_whoever_knows_says_so_and_takes_it_back_before_the_numbers_are_written(strategist):
    address = bring(strategist, SUMMER).url
    assert ASKED in words(strategist.get(address))
    strategist.post(address, {"silent": "true", "account": "vk:club1"})
    work()
    page = words(strategist.get(address))
    assert (SETTLED in page, "was there silence" in page, "but for July" in page) == (True, False, False)
    strategist.post(address, {"silent": "false"})
    work()
    assert ASKED in words(strategist.get(address))


def test_whoever_knows_says_so_of_numbers_that_are_in(strategist):
    address = applied(strategist, SUMMER)
    assert ASKED in words(strategist.get(address))
    told = {"month": shown(strategist.get(address)), "account": "vk:club1"}
    page = words(strategist.post(f"{address}silent/", told, follow=True))
    assert ("Counted: nothing was posted." in page, "— July 2026" in page) == (True, True)
    assert (ASKED in page, "but for July" in page) == (False, False)
    assert (Collection.objects.get().silent, in_doubt()) == ([JULY], [])
    assert "Months without a post" not in words(strategist.post(f"{address}undo/", follow=True))


def test_a_word_is_of_the_months_on_the_page_it_was_said_on(strategist):
    june, address = (applied(strategist, text) for text in (posts(m06=5), posts(m05=5, m08=5)))
    read = shown(strategist.get(address))
    strategist.post(f"{june}undo/")
    strategist.post(f"{address}silent/", {"month": read, "account": "vk:club1"})
    assert (read, Collection.objects.get().silent) == (["vk:club1 2026-07-01"], [JULY])
    assert shown(strategist.get(address)) == ["vk:club1 2026-06-01"]


def test_of_several_accounts_each_is_ticked_by_itself(strategist):
    address = bring(strategist, TWO, role="own").url
    assert ticks(strategist.get(address)) == ["vk:club1", "vk:club2"]
    nothing = words(strategist.post(address, {"silent": "true"}, follow=True))
    assert "Choose the accounts in which nothing was posted." in nothing
    strategist.post(address, {"silent": "true", "account": ["vk:club2", "vk:club3"]})
    work()
    page = words(strategist.get(address))
    assert (Import.objects.get().options["silent_of"], f"{ASKED} Undo: not known" in page) == (["vk:club2"], False)
    assert "club1 July 2026 —" in page and "club2 — July 2026" in page
    strategist.post(f"{address}apply/")
    work()
    strategist.post(address, {"silent": "false"})
    read = strategist.get(address)
    assert (shown(read), [one.silent for one in Collection.objects.order_by("account__handle")]) == (
        ["vk:club1 2026-07-01"],
        [[], [JULY]],
    )


def test_of_numbers_that_are_in_each_account_is_ticked_by_itself(strategist):
    address = applied(strategist, TWO, role="own")
    told = {"month": shown(strategist.get(address))}
    assert (told, ticks(strategist.get(address))) == (
        {"month": ["vk:club1 2026-07-01", "vk:club2 2026-07-01"]},
        ["vk:club1", "vk:club2"],
    )
    nothing = words(strategist.post(f"{address}silent/", told, follow=True))
    assert "Choose the accounts in which nothing was posted." in nothing
    strategist.post(f"{address}silent/", told | {"account": "vk:club1"})
    assert [one.silent for one in Collection.objects.order_by("account__handle")] == [[JULY], []]


def ticks(page) -> list[str]:
    """The accounts that can be ticked on a page."""
    return re.findall(r'type="checkbox" name="account" value="([^"]+)"', page.content.decode())


def applied(browser, text, **fields) -> str:
    address = bring(browser, text, **fields).url
    browser.post(f"{address}apply/")
    work()
    return address


def shown(page) -> list[str]:
    """The months that a page sends with the word."""
    return re.findall(r'name="month" value="([^"]+)"', page.content.decode())


def test_a_file_without_such_months_asks_nothing(strategist):
    assert "Months without a post" not in words(strategist.get(bring(strategist, SUMMER.split("\n2026-08")[0]).url))
