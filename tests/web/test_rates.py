"""The page «Numbers» tells a rate from what it was, and from nought."""

from datetime import date

import pytest

from tests.web.conftest import post, track
from tests.web.test_numbers import cards, store


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("views", "then", "now", "said"),
    [
        (100_000, 3_481, 3_484, ("3.48%", "was 3.481%", "+0.003\u00a0pp")),
        (100_000, 3_481, 5_000, ("5.00%", "was 3.48%", "+1.52\u00a0pp")),
        (10_000_000, 12, 9, ("0.00009%", "was 0.00012%", "−0.00003\u00a0pp")),
    ],
)
def test_a_rate_and_what_it_was_read_alike_only_where_they_are(agency, signed_in, views, then, now, said):
    """Ten posts of December and as many of June have so many likes each."""
    account = track(agency.brand_a, "vk", "own")
    for month, likes in ((date(2025, 12, 1), then), (date(2026, 6, 1), now)):
        store(account, posts=[post(month.replace(day=day), views=views, likes=likes) for day in range(1, 11)])
    answer = signed_in(agency.strategist).get(f"/brands/brand-a/numbers/?account={account.pk}")
    card = cards(answer)["er_view.median"]
    assert (card.value, card.change.before, card.change.absolute) == said
