"""Months without a post, on the page of an import: asked about before it is written and after, and said to have been silent."""

import pytest

from smmstrategy.metrics.models import Collection
from tests.imports.test_silence_said import JULY, SUMMER, in_doubt
from tests.web.imports.conftest import bring, words, work

pytestmark = pytest.mark.django_db
ASKED = "July 2026 — There was silence"
SETTLED = "— July 2026 That is not known"


def test_the_preview_says_one_thing_of_a_month_in_doubt(strategist):
    page = words(strategist.get(bring(strategist, SUMMER).url))
    assert "The file has no posts of VK: club1 in July 2026: was there silence" in page
    assert "posts known: 1 May 2026 – 31 August 2026, but for July 2026" in page
    assert "there was silence (--silent)" not in page


def test_whoever_knows_says_so_and_takes_it_back_before_the_numbers_are_written(strategist):
    address = bring(strategist, SUMMER).url
    assert ASKED in words(strategist.get(address))
    strategist.post(address, {"silent": "true"})
    work()
    page = words(strategist.get(address))
    assert (SETTLED in page, "was there silence" in page, "but for July" in page) == (True, False, False)
    strategist.post(address, {"silent": "false"})
    work()
    assert ASKED in words(strategist.get(address))


def test_whoever_knows_says_so_of_numbers_that_are_in(strategist):
    address = bring(strategist, SUMMER).url
    strategist.post(f"{address}apply/")
    work()
    assert ASKED in words(strategist.get(address))
    page = words(strategist.post(f"{address}silent/", follow=True))
    assert ("Counted as silent." in page, "— July 2026" in page) == (True, True)
    assert (ASKED in page, "but for July" in page) == (False, False)
    assert (Collection.objects.get().silent, in_doubt()) == ([JULY], [])
    assert "Months without a post" not in words(strategist.post(f"{address}undo/", follow=True))


def test_a_file_without_such_months_asks_nothing(strategist):
    assert "Months without a post" not in words(strategist.get(bring(strategist, SUMMER.split("\n2026-08")[0]).url))
