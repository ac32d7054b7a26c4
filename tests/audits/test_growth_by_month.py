"""A month gave a part of the growth, and a step of the way from start to end is drawn, where both are of the same accounts."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from audits.evidence import Evidence
from audits.findings import findings
from audits.measures.assembly import assemble
from audits.measures.series import series
from audits.report.pages import audience
from audits.report.telling import Telling
from audits.report.wording.findings import said
from smmstrategy.metrics.periods import Period
from smmstrategy.reports.document import Chart, ChartKind
from smmstrategy.reports.formats import write
from tests.audits.report.test_one_story import facts
from tests.audits.synthetic import NOW, records

Row = tuple[int, str, date, Decimal]
MARCH = Period(date(2026, 3, 1), date(2026, 3, 31))
SINCE_DECEMBER = Period(date(2025, 12, 1), NOW.last)


def level(account_id: int, period: Period, start: int, *, a_day: int = 1, in_march: int | None = None) -> Iterator[Row]:
    """Followers that grow by so many a day, and in March by so many others."""
    followers = Decimal(start)
    for day in period.each_day():
        followers += a_day if in_march is None or day.month != MARCH.first.month else in_march
        yield account_id, "followers", day, followers


def flow(account_id: int, code: str, a_day: int, period: Period = NOW) -> Iterator[Row]:
    return ((account_id, code, day, Decimal(a_day)) for day in period.each_day())


def evidence(*rows: Iterable[Row]) -> Evidence:
    """Of two accounts, whose posts are the same in each of these tests."""
    made = records(1, own=2, competitors=0, posts=60)
    return assemble(replace(made, rows=replace(made.rows, days=series(row for some in rows for row in some))))


def peaks(known: Evidence) -> list[tuple[str, str, dict[str, Decimal | None]]]:
    made = [one for one in findings(known) if one.code == "followers_peak"]
    return [(one.subject, one.words["month"], {role: number.value for role, number in one.numbers.items()}) for one in made]


def waterfalls(known: Evidence) -> list[list[tuple[str, Decimal | None]]]:
    """The steps of each waterfall of the slide about followers."""
    (page,) = audience.pages(Telling(facts(known), "en"))
    drawn = [block for block in page.blocks if isinstance(block, Chart) and block.kind is ChartKind.WATERFALL]
    return [
        [(write((name,), "en"), figure.value) for name, figure in zip(one.categories, one.series[0].values, strict=True)]
        for one in drawn
    ]


def test_the_month_that_gave_most_of_the_growth_is_told_with_its_share_of_it() -> None:
    known = evidence(level(1, SINCE_DECEMBER, 1000, in_march=50))
    assert known.own.growth.absolute.value == 1700
    numbers = {"month_growth": 1550, "growth": 1700, "share": Decimal(31) / 34}
    assert [(subject, month) for subject, month, _ in peaks(known)] == [("own", "2026-03"), ("account-1", "2026-03")]
    assert all({role: round(value, 9) for role, value in said.items()} == rounded(numbers) for *_, said in peaks(known))


def rounded(numbers: dict[str, int | Decimal]) -> dict[str, Decimal]:
    return {role: round(Decimal(value), 9) for role, value in numbers.items()}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("ru", "март дал +1 550, а весь период — +1 280"),
        ("en", "March brought +1,550, and the whole period +1,280"),
    ],
)
def test_a_month_that_gave_more_than_all_of_the_growth_gave_no_share_of_it(language: str, sentence: str) -> None:
    """Sixty followers leave on each day of a week in April."""
    grown, week = level(1, SINCE_DECEMBER, 1000, in_march=50), list(Period(date(2026, 4, 20), date(2026, 4, 26)).each_day())
    known = evidence((*row[:3], row[3] - 60 * sum(day <= row[2] for day in week)) for row in grown)
    (one, *_) = (one for one in findings(known) if one.code == "followers_peak")
    assert {role: number.value for role, number in one.numbers.items()} == {"month_growth": 1550, "growth": 1280}
    assert write(said(Telling(facts(known), language), one, "clause"), language).replace("\u00a0", " ") == sentence


def test_no_month_gave_half_of_a_growth_that_is_even() -> None:
    known = evidence(level(1, SINCE_DECEMBER, 1000, a_day=5))
    assert known.own.growth.is_convincing
    assert peaks(known) == []


def test_a_month_of_more_accounts_than_grew_gave_no_part_of_the_growth() -> None:
    """A second account is known in March alone, and grows thirty a day in it."""
    known = evidence(level(1, SINCE_DECEMBER, 1000), level(2, MARCH, 5000, a_day=30))
    months = {month.key: month.numbers["growth_abs"] for month in known.own.now.months}
    assert (months["2026-03"].value, months["2026-03"].accounts) == (931, (1, 2))
    assert (known.own.growth.absolute.value, known.own.growth.accounts) == (181, (1,))
    assert peaks(known) == []


def test_a_month_of_the_net_change_of_other_accounts_gave_no_part_of_the_growth() -> None:
    """Levels of the first account lack April, of which only the second one's net change is known."""
    without_april = (row for row in level(1, SINCE_DECEMBER, 1000) if not date(2026, 4, 1) <= row[2] <= date(2026, 5, 16))
    april = Period(date(2026, 4, 1), date(2026, 4, 30))
    known = evidence(without_april, flow(2, "followers_net", 40, april))
    of_april = next(month.numbers["growth_abs"] for month in known.own.now.months if month.key == "2026-04")
    assert (of_april.value, of_april.metric, of_april.accounts) == (1200, "followers_net@1", (2,))
    assert known.own.growth.is_convincing
    assert peaks(known) == []


def test_who_joined_and_left_is_drawn_between_start_and_end_of_the_same_accounts() -> None:
    known = evidence(level(1, SINCE_DECEMBER, 1000), flow(1, "followers_gained", 3), flow(1, "followers_lost", 2))
    assert waterfalls(known) == [[("Start", 1031), ("Joined", 543), ("Left", -362), ("End", 1212)]]


def test_who_joined_and_left_other_accounts_too_is_no_step_from_start_to_end() -> None:
    """Of the second account nobody knows how many followers it has: the months of the first are drawn instead."""
    flows = [
        flow(1, "followers_gained", 3),
        flow(1, "followers_lost", 2),
        flow(2, "followers_gained", 40),
        flow(2, "followers_lost", 9),
    ]
    known = evidence(level(1, SINCE_DECEMBER, 1000), *flows)
    assert known.own.now.numbers["growth_net.followers_gained"].accounts == (1, 2)
    months = [("Jan", 31), ("Feb", 28), ("Mar", 31), ("Apr", 30), ("May", 31), ("Jun", 30)]
    assert waterfalls(known) == [[("Start", 1031), *months, ("End", 1212)]]


def test_a_month_of_more_accounts_than_start_and_end_is_no_step_between_them() -> None:
    known = evidence(level(1, SINCE_DECEMBER, 1000), level(2, MARCH, 5000, a_day=30))
    months = [("Jan", 31), ("Feb", 28), ("Apr", 30), ("May", 31), ("Jun", 30)]
    assert waterfalls(known) == [[("Start", 1031), *months, ("Other days", 31), ("End", 1212)]]


def test_a_start_of_nobody_is_no_beginning_of_the_end_of_others() -> None:
    """The first account began with no follower, of the second only June is known: no way leads from one to the other."""
    known = evidence(level(1, SINCE_DECEMBER, 0, a_day=0), level(2, Period(date(2026, 6, 1), NOW.last), 5000))
    numbers = known.own.now.numbers
    assert (numbers["followers_start"].accounts, numbers["followers_end"].accounts) == ((1,), (1, 2))
    assert waterfalls(known) == []


def test_where_no_step_is_of_the_same_accounts_nothing_is_drawn_between_start_and_end() -> None:
    """Of one account every day is known, on which nobody came, of the other the ends, and so no month of both."""
    ends = [Period(date(2025, 12, 20), date(2025, 12, 31)), Period(date(2026, 6, 20), NOW.last)]
    both = [level(2, period, start) for period, start in zip(ends, (5000, 6000), strict=True)]
    known = evidence(level(1, SINCE_DECEMBER, 1000, a_day=0), *both)
    assert known.own.growth.accounts == (1, 2)
    assert [month.numbers["growth_abs"].accounts for month in known.own.now.months] == [(1,)] * 6
    assert waterfalls(known) == []


def test_churn_is_of_the_followers_of_those_accounts_of_which_it_is_known_who_left() -> None:
    """Of the second account it is known of the months before alone."""
    before = Period(date(2025, 12, 1), date(2025, 12, 31))
    levels = level(1, SINCE_DECEMBER, 1000), level(2, SINCE_DECEMBER, 9000)
    known = evidence(*levels, flow(1, "followers_lost", 2), flow(2, "followers_lost", 2, before))
    churn = known.own.now.numbers["churn_rate"]
    assert (churn.accounts, churn.inputs) == (
        (1,),
        (("own.now.churn_rate.followers_lost", "362"), ("own.now.churn_rate.followers_start", "1031")),
    )
