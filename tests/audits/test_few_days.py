"""Posts of a few days are no pace of half a year, and take away none of the accounts known throughout."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from audits.evidence import Evidence, Missing
from audits.measures.assembly import assemble
from audits.measures.changes import uncompared
from smmstrategy.metrics.periods import Period
from smmstrategy.reports.document import Chart
from tests.audits.report.test_one_story import pages, text
from tests.audits.synthetic import BEFORE, NOW
from tests.audits.test_same_accounts import ALWAYS, TELEGRAM, VK, daily, level, measured

OK = replace(VK, id=3, network="ok", handle="ok", name="ok")
OF_DAYS = {"posts_per_week", "interval.median", "interval.sigma", "silence.longest", "active_days", "er_day"}
TWO_DAYS = Period(date(2026, 5, 11), date(2026, 5, 12))
TWO_DAYS_BEFORE = Period(date(2025, 9, 1), date(2025, 9, 2))


def known(of_ok: Period, *, alone: bool = False) -> Evidence:
    """A post a day in each account; of OK these days are known, of VK and Telegram all."""
    accounts = (OK,) if alone else (VK, TELEGRAM, OK)
    frames = [daily(a.id, of_ok if a is OK else ALWAYS, likes=5.0) for a in accounts]
    return assemble(measured(frames, [one for a in accounts for one in level(a.id, "followers", ALWAYS, 100)], accounts))


def test_of_two_days_no_pace_is_told() -> None:
    """With followers there would be a daily rate too."""
    evidence = known(TWO_DAYS, alone=True)
    numbers, page = evidence.own.now.numbers, pages(evidence)["volume"]
    assert {code for code in OF_DAYS if code in numbers and numbers[code].value is not None} == set()
    assert numbers["posts_per_week"].reason == Missing.FEW_DAYS
    assert uncompared(evidence.own, "posts_per_week", "before") == "few_days"
    assert text(page.title) == "2 posts in the period"
    assert text(page.subtitle) == "By month; no pace: posts are known of less than a quarter of the days"


def test_two_days_of_an_account_take_no_pace_away() -> None:
    """Of the 362 posts of the others 350 are in 25 whole weeks; OK has two."""
    evidence = known(TWO_DAYS)
    numbers, page = evidence.own.now.numbers, pages(evidence)["volume"]
    assert {code: numbers[code].accounts for code in OF_DAYS} == dict.fromkeys(OF_DAYS, (1, 2))
    assert (numbers["posts_per_week"].value, numbers["posts"].value) == (14, 364)
    assert {week.numbers["posts"].value for week in evidence.own.now.weeks} == {14}
    assert "own.rhythm" in evidence.trials
    chart = next(block for block in page.blocks if isinstance(block, Chart))
    assert text(chart.title) == "By week; 14.0 a week over the period, in 2 of 3 accounts"
    assert text(page.subtitle).startswith("Posts by week and by month; 12 more in incomplete weeks, 2 in other accounts")


def test_what_is_known_of_the_posts_of_two_days_is_that_of_two_days() -> None:
    """Of the days 2 of 181; of likes those of every post, of comments, shares and views none; of followers all."""
    evidence = known(TWO_DAYS, alone=True)
    assert evidence.totals["coverage"].value == round((2 * Decimal(2) / 181 + 1) / 3, 12)


@pytest.mark.parametrize(("days", "has_pace"), [(45, False), (46, True)])
def test_a_quarter_of_the_days_is_enough(days: int, has_pace: bool) -> None:
    """Of 181."""
    evidence = known(Period(date(2026, 5, 1), date.fromordinal(date(2026, 4, 30).toordinal() + days)), alone=True)
    assert (evidence.own.now.numbers["posts_per_week"].value == 7) is has_pace


def test_what_is_known_of_few_days_alone_has_no_change_for_that_reason() -> None:
    """41 of the 184 days before and of the 181 now, less than a quarter of both."""
    days = (Period(date(2025, 8, 1), date(2025, 9, 10)), Period(date(2026, 5, 1), date(2026, 6, 10)))
    found = measured([daily(1, one, likes=5.0) for one in days], (), (VK,))
    own = assemble(replace(found, rows=replace(found.rows, watched={1: days}))).own
    codes = ("posts_per_week", "posts", "likes")
    assert {code: uncompared(own, code, "before") for code in codes} == dict.fromkeys(codes, "few_days")


@pytest.mark.parametrize(
    ("of_ok", "why"),
    [
        ((TWO_DAYS_BEFORE, TWO_DAYS), "few_days"),
        ((TWO_DAYS,), "no_days"),
        ((), "no_days"),
    ],
    ids=["few in both", "none before", "none"],
)
def test_why_a_measure_has_no_change_is_said_of_its_own_accounts(of_ok: tuple[Period, ...], why: str) -> None:
    """Views are known of OK alone, which has posts in both windows; VK is known throughout, and of Telegram two days now."""
    frames = [daily(1, ALWAYS), daily(2, TWO_DAYS), *(daily(3, one, views=5.0) for one in (TWO_DAYS_BEFORE, TWO_DAYS))]
    found = measured(frames, (), (VK, TELEGRAM, OK))
    own = assemble(replace(found, rows=replace(found.rows, watched=found.rows.watched | {3: of_ok}))).own
    assert (own.change("views"), uncompared(own, "views", "before")) == (None, why)


def test_means_of_a_few_known_days_are_not_compared() -> None:
    """Of OK two days are known before and now: the change is that of the others."""
    twice = (TWO_DAYS_BEFORE, TWO_DAYS)
    frames = [*(daily(a, ALWAYS, likes=5.0) for a in (1, 2)), *(daily(3, days, likes=5.0) for days in twice)]
    found = measured(frames, (), (VK, TELEGRAM, OK))
    evidence = assemble(replace(found, rows=replace(found.rows, watched={1: (ALWAYS,), 2: (ALWAYS,), 3: twice})))
    assert evidence.own.change("posts").accounts == evidence.own.change("likes").accounts == (1, 2)
    assert (evidence.own.change("posts").now.value, evidence.own.change("posts").then.value) == (2 * NOW.days, 2 * BEFORE.days)
