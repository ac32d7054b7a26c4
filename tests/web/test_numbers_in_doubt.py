"""The page «Numbers» of an account whose file may lack months."""

from datetime import date

import pytest

from tests.web.conftest import post, track
from tests.web.test_numbers import cards, page, store

__all__ = ["page"]
MONTHS = [(2025, 7), (2025, 8), (2025, 12), *((2026, month) for month in range(1, 7))]


@pytest.mark.django_db
def test_months_that_a_file_may_lack_are_not_compared(agency, page):
    """Autumn, in a file of a post every other day."""
    vk = track(agency.brand_a, "vk", "lacking")
    store(vk, posts=[post(date(year, month, day)) for year, month in MONTHS for day in range(1, 29, 2)])
    card = cards(page(f"?account={vk.pk}"))["posts"]
    why = "one of the periods has months without a post (silent, or left out of the file)"
    assert (card.value, card.change, card.uncompared) == ("84", None, why)
