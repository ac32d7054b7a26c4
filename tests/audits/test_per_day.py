"""Sums over days of which not as many are known in both windows are compared by what they come to on a known day."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pandas as pd

from audits.evidence import Change, Evidence, Verdict
from audits.kpis import listed
from audits.measures.assembly import TrackedAccount, assemble
from audits.measures.series import series
from smmstrategy.metrics.periods import Period
from tests.audits.synthetic import BEFORE, NOW, YEAR_EARLIER, _frame, _of
from tests.audits.test_same_accounts import SITES, TELEGRAM, VK, daily, measured

ALWAYS = Period(YEAR_EARLIER.first, NOW.last)
NO_POSTS = _frame(account_id=1, at=[], format="image", text_length=9)
Row = tuple[int, str, date, Decimal]


def each_day(account_id: int, value: int, period: Period, code: str = "visits", without: Iterable[int] = ()) -> list[Row]:
    """A value a day; none on the days of each month that are `without` one."""
    return [(account_id, code, day, Decimal(value)) for day in period.each_day() if day.day not in without]


def audited(days: Iterable[Row], accounts: tuple[TrackedAccount, ...] = SITES[:1]) -> Evidence:
    return assemble(_of(accounts, NO_POSTS, series(days)))


def two_days_missing() -> Evidence:
    """A thousand visits on each of 184 days before, and on 169 of 181 days now."""
    return audited([*each_day(8, 1000, BEFORE), *each_day(8, 1000, NOW, without=(10, 20))])


def told(change: Change) -> tuple[Decimal, Decimal, Decimal, bool]:
    return change.then.value, change.now.value, change.relative.value, change.is_per_day


def test_two_days_missing_in_every_month_are_no_fall() -> None:
    own = two_days_missing().own
    change = own.change("visits")
    assert own.now.numbers["visits"].value == 169_000
    assert told(change) == (1000, 1000, 0, True)
    assert (change.now.id, change.now.metric, change.now.formula) == ("own.now.visits.per_day", "per_day@1", "Σ visits ÷ days")
    assert (change.now.inputs, change.then.inputs) == (
        (("visits", "169000"), ("days", "169")),
        (("visits", "184000"), ("days", "184")),
    )
    assert change.absolute.id == "own.now.visits.vs_before"


def test_the_list_of_kpis_has_the_sum_and_the_days_of_both_means_once() -> None:
    of_a_day = [kpi for kpi in listed(two_days_missing().to_facts()) if kpi["code"] == "per_day@1"]
    assert [(kpi["id"], kpi["value"], kpi["inputs"]) for kpi in of_a_day if kpi["id"].startswith("own")] == [
        ("own.now.visits.per_day", "1000", {"visits": "169000", "days": "169"}),
        ("own.before.visits.per_day", "1000", {"visits": "184000", "days": "184"}),
        ("own.now.visits.vs_before", "0", {"own.now.visits.per_day": "1000", "own.before.visits.per_day": "1000"}),
    ]


def test_revenue_is_a_sum_of_days_though_posts_may_have_some_too() -> None:
    own = audited([*each_day(8, 500, BEFORE, "revenue"), *each_day(8, 500, NOW, "revenue", without=(10,))]).own
    assert told(own.change("revenue")) == (500, 500, 0, True)
    assert own.change("revenue").now.inputs == (("revenue", "87500"), ("days", "175"))


def test_sums_of_whole_windows_compare_as_they_are() -> None:
    change = audited([*each_day(8, 1000, BEFORE), *each_day(8, 1000, NOW)]).own.change("visits")
    assert told(change) == (184_000, 181_000, round(Decimal(-3) / 184, 12), False)


def test_sums_over_as_many_days_compare_as_they_are() -> None:
    """Of 181 days twelve are missing, of the 184 before as many and three more, the thirty-firsts."""
    before = each_day(8, 1000, BEFORE, without=(10, 20))
    lacking = [day for day in BEFORE.each_day() if day.day == 31][:3]
    change = audited([*each_day(8, 900, NOW, without=(10, 20)), *(one for one in before if one[2] not in lacking)]).own.change(
        "visits"
    )
    assert told(change) == (169_000, 152_100, Decimal("-0.1"), False)


def test_the_days_of_each_account_are_its_own() -> None:
    """A large site is known throughout; of a small one every tenth day is missing, which makes the large one no larger."""
    large, small = (each_day(8, 1000, ALWAYS), each_day(9, 10, BEFORE))
    change = audited([*large, *small, *each_day(9, 10, NOW, without=(10, 20, 30))], SITES).own.change("visits")
    assert told(change) == (1010, 1010, 0, True)
    assert change.now.formula == "Σ visits ÷ days by account"
    assert change.now.inputs == (
        ("account-8 visits", "181000"), ("account-8 days", "181"), ("account-9 visits", "1640"), ("account-9 days", "164"),
    )  # fmt: skip


def test_who_joined_less_who_left_is_compared_by_the_days_of_both() -> None:
    joined = [*each_day(1, 9, BEFORE, "followers_gained"), *each_day(1, 9, NOW, "followers_gained", without=(10,))]
    own = audited([*joined, *each_day(1, 4, ALWAYS, "followers_lost")], (VK,)).own
    assert told(own.change("growth_net")) == (5, 5, 0, True)
    assert told(own.change("followers_lost")) == (736, 724, round(Decimal(-12) / 736, 12), False)


def test_posts_and_what_they_got_are_compared_by_the_days_known_of_all_accounts_as_their_pace_is() -> None:
    """Both publish daily; of Telegram the last ten days of June are not known: 171 days are known of both."""
    until = Period(YEAR_EARLIER.first, date(2026, 6, 20))
    own = assemble(measured([daily(1, ALWAYS, views=100.0), daily(2, until, views=50.0)])).own
    assert (own.now.numbers["posts"].value, own.now.numbers["views"].value) == (352, 26_650)
    assert told(own.change("posts")) == (2, 2, 0, True)
    assert told(own.change("views")) == (150, 150, 0, True)
    assert own.change("views").now.inputs == (("views", "25650"), ("days", "171"))
    assert told(own.change("posts_per_week")) == (14, 14, 0, False)


def test_rows_that_were_not_taken_are_no_days() -> None:
    records = measured([daily(1, ALWAYS, views=100.0)], accounts=(VK,))
    own = assemble(replace(records, rows=replace(records.rows, rejected={1: [(NOW, 9)]}))).own
    assert own.now.numbers["posts"].coverage < 1
    assert told(own.change("posts")) == (184, 181, round(Decimal(-3) / 184, 12), False)


def test_a_rise_is_told_from_the_noise_of_means() -> None:
    """From about a thousand to about eleven hundred; four days are missing in each month of now, so that the sums fall."""
    lively = [(8, "visits", day, Decimal(1000 + day.toordinal() * 37 % 80)) for day in BEFORE.each_day()]
    now = [(8, "visits", day, Decimal(1100 + day.toordinal() * 37 % 80)) for day in NOW.each_day() if day.day not in (8, 9, 10)]
    change = audited([*lively, *now]).own.change("visits")
    assert sum(value for *_, value in now) < sum(value for *_, value in lively)
    assert (change.way, change.verdict, change.z > 2) == (1, Verdict.BETTER, True)


def test_nothing_is_said_where_few_days_are_known_together() -> None:
    """Of one account the first half of the windows is known, of the other the second: never both."""
    halves = [Period(date(2025, 7, 1), date(2025, 9, 30)), Period(date(2026, 1, 1), date(2026, 3, 31))]
    others = [Period(date(2025, 10, 1), date(2025, 12, 31)), Period(date(2026, 4, 1), date(2026, 6, 30))]
    frame = pd.concat([*(daily(1, half) for half in halves), *(daily(2, half) for half in others)], ignore_index=True)
    records = _of((VK, TELEGRAM), frame, {})
    own = assemble(replace(records, rows=replace(records.rows, watched={1: tuple(halves), 2: tuple(others)}))).own
    assert own.now.numbers["posts"].coverage == Decimal("0.5")
    assert own.change("posts") is None
