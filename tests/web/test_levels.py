"""Followers of several accounts: card, chart and table of a brand's numbers are of the same ones, or each stands apart."""

from datetime import date

import pytest

from smmstrategy.metrics.periods import Period
from smmstrategy.metrics.records import AccountRecord
from tests.web.conftest import HALF_YEAR, followers, post, track
from tests.web.test_numbers import cards, page, store  # noqa: F401

pytestmark = pytest.mark.django_db
APART = "By account: not all of them are known throughout. The card adds up what is known at the end."


def months(first):
    """A level of each month of the half-year, one more in each."""
    return [AccountRecord("followers", month.first, month.last, first + n) for n, month in enumerate(HALF_YEAR.each_month())]


def days(first, last, count):
    return [followers(day, count) for day in Period(first, last).each_day()]


def drawn(answer, measure="followers_end"):
    return next(chart for chart in answer.context["charts"] if chart.key == measure)


@pytest.fixture
def late(agency, channel):
    """Known since May, a hundred followers on each day."""
    account = track(agency.brand_a, "vk", "late")
    store(account, days(date(2026, 5, 1), HALF_YEAR.last, 100))
    return account


@pytest.fixture
def monthly(agency, channel):
    account = track(agency.brand_a, "telegram", "monthly")
    store(account, months(500))
    return account


def test_accounts_that_are_not_known_throughout_stand_apart_and_add_up_to_the_card(page, late, monthly):  # noqa: F811
    answer = page()
    chart, card = drawn(answer), cards(answer)["followers_end"]
    assert {series.name: series.texts for series in chart.series} == {
        "VK brand in vk": ["1,030", "1,058", "1,089", "1,119", "1,150", "1,180"],
        "VK late in vk": ["n/a", "n/a", "n/a", "n/a", "100", "100"],
        "Telegram monthly in telegram": ["500", "501", "502", "503", "504", "505"],
    }
    assert (card.value, card.known.words, 1180 + 100 + 505) == ("1,785", "3 of 3 accounts", 1785)
    assert (chart.step_name, chart.note, APART in answer.content.decode()) == ("Month", APART, True)


def test_the_table_names_each_step_once_beside_all_accounts(page, late, monthly):  # noqa: F811
    chart = drawn(page())
    assert [name for name, _is_number in chart.heads] == [
        "Month", "Telegram monthly in telegram", "VK brand in vk", "VK late in vk",
    ]  # fmt: skip
    assert [text for text, _is_number in chart.rows[4]] == ["May 2026", "504", "1,150", "100"]


def test_months_of_all_accounts_are_one_line_where_days_are_not(page, monthly):  # noqa: F811
    chart = drawn(page())
    assert (chart.series[0].texts, chart.step_name, chart.note) == (
        ["1,530", "1,559", "1,591", "1,622", "1,654", "1,685"],
        "Month",
        "",
    )
    assert cards(page())["followers_end"].value == "1,685"


def test_days_of_all_accounts_are_one_line(agency, channel, page):  # noqa: F811
    store(track(agency.brand_a, "vk", "other"), days(date(2025, 12, 1), HALF_YEAR.last, 100))
    chart = drawn(page())
    assert (chart.step_name, chart.series[0].texts[0], chart.series[0].texts[-1], chart.note) == ("Days", "1,100", "1,280", "")


def test_a_line_of_some_accounts_says_of_how_many(agency, channel, page):  # noqa: F811
    store(track(agency.brand_a, "vk", "silent"), posts=[post(date(2026, 6, 1), views=5)])
    chart = drawn(page())
    assert (chart.series[0].texts[-1], chart.note) == ("1,180", "1 of 2 accounts")


def test_an_account_known_in_other_days_than_the_last_ones_stands_apart_too(agency, channel, page):  # noqa: F811
    store(track(agency.brand_a, "vk", "gone"), days(date(2025, 12, 1), date(2026, 3, 31), 100))
    answer = page()
    assert cards(answer)["followers_end"].value == "1,180"
    assert [series.texts[-4:] for series in drawn(answer).series] == [
        ["1,089", "1,119", "1,150", "1,180"],
        ["100", "n/a", "n/a", "n/a"],
    ]


def test_followers_known_at_the_beginning_alone_are_drawn(agency, signed_in):
    account = track(agency.brand_a, "vk", "brand")
    store(account, days(HALF_YEAR.first, date(2026, 2, 28), 7), [post(date(2026, 6, 1), views=5)])
    answer = signed_in(agency.strategist).get("/brands/brand-a/numbers/")
    assert (cards(answer)["followers_end"].value, drawn(answer).series[0].texts[58:60], drawn(answer).note) == (
        "n/a",
        ["7", "n/a"],
        "",
    )


def test_the_small_line_of_a_card_has_no_month_of_other_accounts(page, late):  # noqa: F811
    """May and June alone are of both."""
    (line,) = cards(page())["followers_end"].spark
    assert len(line.split()) == 2


def test_a_line_of_medians_with_months_of_other_accounts_says_what_its_gaps_are(agency, channel, page):  # noqa: F811
    late = track(agency.brand_a, "vk", "late")
    store(late, posts=[post(date(2026, month, day), views=100, likes=30) for month in (5, 6) for day in range(1, 11)])
    assert drawn(page(), "er_view.median").note == "Gaps are where not all accounts are known."
    assert drawn(page(f"?account={channel.pk}"), "er_view.median").note == ""
