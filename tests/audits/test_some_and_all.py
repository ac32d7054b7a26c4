"""What is known of some of the days, or of some of the accounts, is not said of all of them."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pandas as pd
import pytest

from audits.evidence import Missing
from audits.measures.assembly import assemble, prepared
from audits.measures.calendar import DAY, Calendar
from audits.measures.days import audience, flow
from audits.measures.posts import Posts
from audits.measures.rates import er_day
from audits.measures.series import series, with_stretches
from smmstrategy.metrics.periods import Period
from tests.audits.synthetic import NOW, records
from tests.audits.test_like_with_like import HALF_YEAR, JANUARY, months
from tests.audits.test_same_accounts import daily, measured


def test_growth_of_few_of_the_days_is_not_that_of_all_of_them() -> None:
    """From the middle of January to the middle of June are 150 of 181 days, from 1 to 20 January nineteen of 31."""
    some = series([(1, "followers", date(2026, 1, 16), Decimal(1000)), (1, "followers", date(2026, 6, 15), Decimal(1100))])
    two = series([(1, "followers", date(2026, 1, 1), Decimal(1000)), (1, "followers", date(2026, 1, 20), Decimal(1100))])
    for known, period in ((some, HALF_YEAR), (two, Period(*JANUARY))):
        numbers = audience("own.now", known, (1,), period)
        assert {code: number.value for code, number in numbers.items()} == {"followers_end": 1100}


def test_levels_given_once_a_month_are_those_of_the_nearest_ends() -> None:
    """1000 on 1 January and a hundred more each month: July's stands for the end of June, and without it none does."""
    given = [(1, "followers", date(2026, month, 1), Decimal(900 + 100 * month)) for month in range(1, 8)]
    numbers = audience("own.now", series(given), (1,), HALF_YEAR)
    assert {code: number.value for code, number in numbers.items()} == {
        "followers_start": 1000,
        "followers_end": 1600,
        "growth_abs": 600,
        "growth_abs.followers_end": 1600,
        "growth_rate": Decimal("0.6"),
    }
    (end,) = audience("own.now", series(given[:-1]), (1,), HALF_YEAR).values()
    assert (end.id, end.value, end.reason) == ("own.now.followers_end", None, Missing.FAR)


def test_growth_of_nearly_all_days_is_that_of_the_span() -> None:
    """Levels of Mondays: from 29 December to 26 January are 28 days of 31."""
    mondays = series((1, "followers", date(2025, 12, 29) + 7 * DAY * n, Decimal(1000 + n)) for n in range(5))
    assert audience("own.now", mondays, (1,), Period(*JANUARY))["growth_abs"].value == 4


def test_a_month_adds_nothing_to_days_that_cut_it() -> None:
    """A thousand visits a day in May and June, given by month: nobody knows how many of them are of these days."""
    known = with_stretches({}, months("visits", 0, 0, 0, 0, 0, 31000, 30000))
    added = {
        (first, last): flow("own.now", "visits", known, (1,), Period(first, last)).value
        for first, last in (
            (date(2026, 5, 25), date(2026, 6, 10)),
            (date(2026, 6, 20), date(2026, 6, 30)),
            (date(2026, 5, 31), date(2026, 6, 30)),
        )
    }
    assert list(added.values()) == [None, None, 30000]


def test_days_that_cut_a_month_add_up_the_days_known_of_it() -> None:
    """Ten days of May are known one by one, seven visits each, and the month as a whole."""
    days = series((1, "visits", date(2026, 5, 1) + DAY * n, Decimal(7)) for n in range(10))
    known = with_stretches(days, months("visits", 0, 0, 0, 0, 0, 310)[5:])
    whole = flow("own.now", "visits", known, (1,), Period(date(2026, 5, 1), date(2026, 5, 31)))
    part = flow("own.now", "visits", known, (1,), Period(date(2026, 5, 5), date(2026, 6, 3)))
    assert ((whole.value, whole.n), (part.value, part.n)) == ((310, 31), (42, 6))


def test_the_followers_of_a_silent_account_count_in_the_daily_rate() -> None:
    """Ten likes in two days are five a day, on the hundred followers of the first account and the four hundred of the second."""
    first, last = date(2026, 1, 1), date(2026, 1, 2)
    frame = pd.DataFrame({"account_id": 1, "day": [first, last], "interactions": [4.0, 6.0], "source": "import"})
    period = Period(first, last)
    known = series([(1, "followers", first, Decimal(100)), (2, "followers", first, Decimal(400))])
    each = [Calendar.of(watched, (1, 2), period) for watched in ({1: (period,), 2: (period,)}, {1: (period,), 2: ()})]
    found = [er_day("own.now", Posts.of(frame), known, calendar)["er_day"] for calendar in each]
    assert [(number.value, number.coverage) for number in found] == [(Decimal("0.01"), 1), (Decimal("0.05"), Decimal("0.5"))]
    assert er_day("own.now", Posts.of(frame.iloc[:0]), known, each[0]) == {}


@pytest.mark.parametrize("saving", [1, 4])
def test_a_competitor_counts_alike_only_with_all_own_accounts_of_the_network(saving: int) -> None:
    """Own pages 1 and 4 are in VK, and so is the competitor; saves are known of one of them alone."""
    base = records(3, own=4, competitors=1, posts=120)
    accounts = tuple(replace(one, network="vk") if one.role == "competitor" else one for one in base.accounts)
    posts = base.rows.posts.assign(saves=lambda rows: [50.0 if account == saving else None for account in rows["account_id"]])
    ready = prepared(replace(base, accounts=accounts, rows=replace(base.rows, posts=posts)))
    assert [one.comparable for one in ready.comparisons] == [{"own"}]
    assert [one.comparable for one in prepared(replace(base, accounts=accounts)).comparisons] == [{"own", "competitor-1"}]


def test_what_stands_on_days_is_of_the_accounts_whose_days_are_known() -> None:
    """VK publishes on each of 91 odd days of 181; Telegram publishes daily, and of which days that is known nobody says."""
    odd = daily(1, NOW).iloc[::2]
    found = measured([odd, daily(2, NOW)])
    now = assemble(replace(found, rows=replace(found.rows, watched={1: (NOW,), 2: ()}))).own.now
    on_days = ("silence.longest", "active_days", "interval.median", "posts_per_week")
    assert {now.numbers[code].accounts for code in on_days} == {(1,)}
    assert [now.numbers[code].value for code in on_days] == [1, round(Decimal(91) / 181, 12), 2, round(Decimal(91) * 7 / 181, 12)]
    weeks = [week.numbers["posts"].value for week in now.weeks]
    assert (len(weeks), set(weeks), now.numbers["posts"].value) == (25, {3, 4}, 272)
