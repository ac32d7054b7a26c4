"""Values given for several days: what of them is a number of a window or of a month, and that no other day counts as known."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from audits.evidence import Evidence, Missing, Verdict
from audits.measures.assembly import TrackedAccount, assemble
from audits.measures.calendar import DAY, calendar_months
from audits.measures.changes import uncompared
from audits.measures.days import audience, by_step, conversion, flow
from audits.measures.numbers import share
from audits.measures.series import series, with_stretches
from audits.measures.traffic import Stretch
from smmstrategy.metrics.periods import Period
from tests.audits.synthetic import BEFORE, NOW
from tests.audits.test_like_with_like import HALF_YEAR, JANUARY, months
from tests.audits.test_same_accounts import ALWAYS, SITES, TELEGRAM, VK, daily, level, measured

MONDAYS = [date(2025, 12, 29) + timedelta(weeks=n) for n in range(27)]  # the first and the last week reach over the half-year


def weeks(code: str, value: int, *, growing: int = 0, account_id: int = 1) -> list[Stretch]:
    return [Stretch(account_id, code, day, day + 6 * DAY, {}, Decimal(value + n * growing)) for n, day in enumerate(MONDAYS)]


ENDS = NOW.first, NOW.last


def told(accounts: tuple[TrackedAccount, ...], stretches: Iterable[Stretch], days: Iterable = ()) -> Evidence:
    records = measured([daily(1, ALWAYS, likes=2.0)], days, accounts)
    return assemble(replace(records, rows=replace(records.rows, stretches=tuple(stretches))))


def coverage(evidence: Evidence, code: str) -> int:
    return next(row.known for row in evidence.coverage if row.metric == code and row.level == "account")


def test_visits_given_by_week_add_up_over_the_weeks_that_lie_in_the_window() -> None:
    """Seven a day, from 5 January to 28 June: 25 weeks, 175 of 181 days."""
    evidence = told((VK, SITES[0]), weeks("visits", 49, account_id=8))
    number = evidence.own.now.numbers["visits"]
    assert (number.value, number.n, number.coverage, number.accounts) == (1225, 175, share(175, 181), (8,))
    assert coverage(evidence, "visits") == 175


def test_a_month_that_cuts_weeks_has_no_sum_unless_something_else_fills_it() -> None:
    """January is cut by its first and its last week; of June only the last two days are, and they are known by themselves."""
    ends = series((1, "visits", date(2026, 6, day), Decimal(7)) for day in (29, 30))
    january = Stretch(1, "visits", *JANUARY, {}, Decimal(217))
    for stretches, known in (
        (weeks("visits", 49), {"2026-06": 210}),
        ([*weeks("visits", 49), january], {"2026-01": 217, "2026-06": 210}),
    ):
        found = by_step("own.now.month", with_stretches(ends, stretches), (1,), (), calendar_months(HALF_YEAR))
        assert {key: numbers["visits"].value for key, numbers in found.items() if "visits" in numbers} == known


def test_a_week_step_takes_its_week() -> None:
    step = Period(MONDAYS[1], MONDAYS[1] + 6 * DAY)
    found = by_step("own.now.step", with_stretches({}, weeks("visits", 49)), (1,), (), [("week", step)])
    assert found["week"]["visits"].value == 49


def test_followers_given_by_week_are_the_levels_at_their_ends() -> None:
    """1000 on 4 January, ten more every week: 1250 on 28 June; the start is the level nearest to the eve."""
    known = with_stretches({}, weeks("followers", 1000, growing=10))
    numbers = audience("own.now", known, (1,), HALF_YEAR)
    found = {code: numbers[code].value for code in ("followers_start", "followers_end", "growth_abs")}
    assert found == {"followers_start": 1000, "followers_end": 1250, "growth_abs": 250}
    steps = by_step("own.now.month", known, (1,), (1,), calendar_months(HALF_YEAR))
    assert steps["2026-03"]["growth_abs"].value == 40  # from 1 to 29 March are four weeks


def ends_of_months(days: Iterable[date]) -> dict[str, int | None]:
    """1 000 followers on the first of these days, one more on each that follows."""
    known = series((1, "followers", day, Decimal(1000 + n)) for n, day in enumerate(days))
    steps = by_step("own.now.month", known, (1,), (1,), calendar_months(HALF_YEAR))
    return {key: numbers["followers_end"].value for key, numbers in steps.items()}


def test_months_before_the_first_known_day_and_after_the_last_have_no_followers() -> None:
    """From 10 March to 20 April is day 0 to day 41; February ends ten days before, and March on day 21."""
    found = ends_of_months(Period(date(2026, 3, 10), date(2026, 4, 20)).each_day())
    assert found == {"2026-01": None, "2026-02": None, "2026-03": 1021, "2026-04": 1041, "2026-05": None, "2026-06": None}


def test_a_week_after_the_last_known_day_has_no_followers() -> None:
    """Known until Saturday 28 March, though the Sunday of the week after it is but eight days away."""
    known = series((1, "followers", day, Decimal(1000)) for day in Period(date(2026, 3, 1), date(2026, 3, 28)).each_day())
    weeks_of_march = [(f"{monday}", Period(monday, monday + 6 * DAY)) for monday in (date(2026, 3, 23), date(2026, 3, 30))]
    found = by_step("own.now.week", known, (1,), (1,), weeks_of_march)
    assert [numbers["followers_end"].value for numbers in found.values()] == [1000, None]


def test_a_list_of_followers_taken_after_the_window_is_that_of_its_end() -> None:
    assert ends_of_months([date(2026, 7, 3)])["2026-06"] == 1000


def test_the_window_before_has_no_followers_of_an_account_first_known_in_the_next_one() -> None:
    """Known from 1 May on: as in the months of a longer window, April has none."""
    known = series((1, "followers", day, Decimal(302)) for day in Period(date(2026, 5, 1), date(2026, 6, 30)).each_day())
    before = Period(date(2025, 11, 1), date(2026, 4, 30))
    (end,) = audience("own.before", known, (1,), before).values()
    months_of = by_step("own.before.month", known, (1,), (1,), calendar_months(before))["2026-04"]
    assert (end.value, months_of["followers_end"].value) == (None, None)
    assert audience("own.now", known, (1,), Period(date(2026, 5, 1), date(2026, 6, 30)))["followers_start"].value == 302


def test_where_values_share_days_the_longest_counts() -> None:
    """The half-year's total beside its months and some days; in January alone it is January's."""
    some = series([(1, "visits", date(2026, 1, 5), Decimal(7))])
    half_year = Stretch(1, "visits", HALF_YEAR.first, HALF_YEAR.last, {}, Decimal(2000))
    known = with_stretches(some, [half_year, *months("visits", 0, 310, 280)[1:]])
    assert flow("own.now", "visits", known, (1,), HALF_YEAR).value == 2000
    assert flow("own.now", "visits", known, (1,), Period(*JANUARY)).value == 310


def test_a_conversion_takes_the_months_where_only_they_have_target_visits() -> None:
    half_year = Stretch(1, "visits", HALF_YEAR.first, HALF_YEAR.last, {}, Decimal(2000))
    known = with_stretches({}, [half_year, *months("visits", 0, 310, 280)[1:], *months("goal_visits", 0, 0, 14)[2:]])
    assert conversion("own.now", known, (1,), HALF_YEAR)["cr"].value == Decimal("0.05")


def test_totals_of_the_window_and_days_of_another_account_are_one_sum() -> None:
    """The first account gives one total of 5000, the second ten views on each of 181 days."""
    known = with_stretches(series(level(9, "account_views", NOW, 10)), [Stretch(8, "account_views", *ENDS, {}, Decimal(5000))])
    number = flow("own.now", "account_views", known, (8, 9), NOW)
    assert (number.value, number.coverage, number.accounts) == (6810, 1, (8, 9))


@pytest.mark.parametrize(("giving", "mentions"), [((1, 2), 60), ((2,), 30)])
def test_what_networks_give_for_the_window_adds_up_and_outweighs_no_posts(giving: tuple[int, ...], mentions: int) -> None:
    """The posts of the first account have two likes on each of 181 days."""
    stretches = [Stretch(a, code, NOW.first, NOW.last, {}, Decimal(30)) for a in giving for code in ("mentions", "likes")]
    numbers = told((VK, TELEGRAM), stretches).own.now.numbers
    assert (numbers["mentions"].value, numbers["mentions"].accounts, numbers["likes"].value) == (mentions, giving, 362)


def test_a_total_of_all_posts_is_not_compared_with_the_sum_of_those_of_the_window() -> None:
    """Likes are given for the first half-year alone, of posts for the second alone."""
    total = Stretch(1, "likes", BEFORE.first, BEFORE.last, {}, Decimal(15000))
    records = measured([daily(1, NOW, likes=2.0)], accounts=(VK,))
    own = assemble(replace(records, rows=replace(records.rows, stretches=(total,)))).own
    assert [own.windows[name].numbers["likes"].value for name in ("now", "before")] == [362, 15000]
    assert (own.change("likes", "before"), uncompared(own, "likes", "before")) == (None, "metric")


@pytest.mark.parametrize("account", [VK, replace(TELEGRAM, id=1)])
@pytest.mark.parametrize(
    ("stretches", "known"),
    [
        ([Stretch(1, "account_reach", day, day, {}, Decimal(70)) for day in NOW.each_day()], 0),
        (weeks("account_reach", 500), 0),
        (months("account_reach", 0, 900)[1:], 31),
        ([Stretch(1, "account_reach", NOW.first, NOW.last, {}, Decimal(4000))], 181),
    ],
)
def test_unique_people_of_days_that_are_neither_a_month_nor_the_window_count_as_not_known(
    stretches: list, known: int, account: TrackedAccount
) -> None:
    """Whether or not the catalogue says that the network gives them."""
    evidence = told((account,), stretches)
    assert coverage(evidence, "account_reach") == known
    (row,) = (one for one in evidence.coverage if one.metric == "account_reach")
    assert row.reason == {0: Missing.OF_PARTS, 31: Missing.NOT_IMPORTED, 181: ""}[known]
    assert ("account_reach" in evidence.own.now.numbers) == (known == 181)


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ([Stretch(1, "account_reach", NOW.first, NOW.first, {}, Decimal(70))], Missing.OF_PARTS),
        ([Stretch(1, "account_reach", NOW.first, NOW.last, {"age": "18-24"}, Decimal(70))], Missing.IN_PARTS),
    ],
)
def test_what_one_account_gives_in_parts_another_of_its_network_could_give(given: list, reason: Missing) -> None:
    accounts = tuple(replace(TELEGRAM, id=n) for n in (1, 2))
    records = measured([daily(1, NOW, likes=2.0)], accounts=(*accounts, replace(VK, id=3, network="max")))
    slices, stretches = ([one for one in given if bool(one.slice) is cut] for cut in (True, False))
    evidence = assemble(replace(records, rows=replace(records.rows, stretches=tuple(stretches), slices=tuple(slices))))
    assert [(row.account_id, row.known, row.reason) for row in evidence.coverage if row.metric == "account_reach"] == [
        (1, 0, reason),
        (2, 0, Missing.NOT_IMPORTED),
    ]


def test_a_change_of_several_accounts_is_not_tested_where_one_of_them_has_no_weeks() -> None:
    """The first account wins a follower a day, the second 30 000 in June, known by month: 181 prove nothing of 30 181."""
    by_day = [(1, "followers", day, Decimal(1000 + n)) for n, day in enumerate(ALWAYS.each_day())]
    by_month = [replace(one, account_id=2) for one in months("followers", 1000, 1000, 1000, 1000, 1000, 1000, 31000)]
    alone, both = told((VK,), (), by_day).own.growth, told((VK, TELEGRAM), by_month, by_day).own.growth
    assert (alone.absolute.value, alone.verdict) == (181, Verdict.BETTER)
    assert (both.absolute.value, both.accounts, both.verdict) == (30181, (1, 2), Verdict.UNTESTED)


def test_visits_of_several_sites_are_not_tested_where_one_of_them_has_no_weeks() -> None:
    by_month = [Stretch(9, "visits", m.first, m.last, {}, Decimal(800)) for p in (BEFORE, NOW) for _key, m in calendar_months(p)]
    by_day = [(8, "visits", day, Decimal(10 + 10 * (day >= NOW.first))) for day in ALWAYS.each_day()]
    alone, both = (told((VK, *SITES), stretches, by_day).own.change("visits") for stretches in ((), by_month))
    assert (alone.absolute.value, alone.verdict) == (1780, Verdict.BETTER)
    assert (both.absolute.value, both.accounts, both.verdict) == (1780, (8, 9), Verdict.UNTESTED)


def test_weeks_given_as_such_are_weeks_of_a_trial() -> None:
    """Ten visits a day in the half-year before and twenty in this one, given by week; months that cut them leave it unsure."""
    mondays = [date(2025, 6, 30) + timedelta(weeks=n) for n in range(53)]
    given = [Stretch(8, "visits", day, day + 6 * DAY, {}, Decimal(140 if day > BEFORE.last else 70)) for day in mondays]
    evidence = told((VK, SITES[0]), given)
    assert (evidence.trials["own.visits.before"].n, evidence.own.change("visits").verdict) == (50, Verdict.UNSURE)
