"""The page «Numbers» tells a number from what it was, and a rate from nought."""

from datetime import date

import pytest

from smmstrategy.metrics.periods import Period
from tests.web.conftest import post, track
from tests.web.test_numbers import cards, store


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("views", "then", "now", "said"),
    [
        (100_000, 3_481, 3_484, ("3.484%", "was 3.481%", "+0.003\u00a0pp")),
        (100_000, 3_481, 5_000, ("5.00%", "was 3.48%", "+1.52\u00a0pp")),
        (1_000_000, 2_852, 3_248, ("0.325%", "was 0.285%", "+0.04\u00a0pp")),
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


@pytest.mark.django_db
def test_a_count_in_short_is_as_fine_as_what_it_was(agency, signed_in):
    account = track(agency.brand_a, "vk", "own")
    for year, months, views in ((2025, range(6, 13), 18_077), (2026, range(1, 7), 17_693)):
        posts = [post(date(year, month, day), views=views, likes=1) for month in months for day in range(1, 11)]
        store(account, posts=posts, days=Period.months(date(year, months[-1], 1), len(months)))
    days = "period=custom&first=2026-01-01&last=2026-06-30"
    answer = signed_in(agency.strategist).get(f"/brands/brand-a/numbers/?account={account.pk}&{days}")
    card = cards(answer)["views"]
    assert (card.value, card.change.before, card.change.absolute) == ("1.06M", "was 1.08M", "−23.0K")
