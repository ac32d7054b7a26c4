"""Sums over days of which not as many are known in both windows are compared by what they come to on a known day."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pandas as pd
from pytest import MonkeyPatch

from audits.evidence import Change, Evidence, Verdict
from audits.kpis import listed
from audits.measures import daily as sums
from audits.measures.assembly import TrackedAccount, assemble
from audits.measures.changes import uncompared
from audits.measures.glance import glanced
from audits.measures.series import series
from audits.measures.traffic import Stretch
from smmstrategy.metrics.periods import Period
from tests.audits.synthetic import BEFORE, NOW, YEAR_EARLIER, _frame, _of
from tests.audits.test_same_accounts import SITES, VK, daily, measured

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
    listed_kpis = listed({"evidence": two_days_missing().to_facts(), "findings": []}, [])
    of_a_day = [kpi for kpi in listed_kpis if kpi["code"] == "per_day@1"]
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


def test_posts_and_what_they_got_are_compared_by_the_days_of_each_account() -> None:
    """Both publish daily; of Telegram the last ten days of June are not known."""
    until = Period(YEAR_EARLIER.first, date(2026, 6, 20))
    own = assemble(measured([daily(1, ALWAYS, views=100.0), daily(2, until, views=50.0)])).own
    assert (own.now.numbers["posts"].value, own.now.numbers["views"].value) == (352, 26_650)
    assert told(own.change("posts")) == (2, 2, 0, True)
    assert told(own.change("views")) == (150, 150, 0, True)
    assert own.change("views").now.inputs == (
        ("account-1 views", "18100"), ("account-1 days", "181"), ("account-2 views", "8550"), ("account-2 days", "171"),
    )  # fmt: skip
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


def known_in(*spans: tuple[date, date], of: int, **columns: object) -> tuple[pd.DataFrame, dict[int, tuple[Period, ...]]]:
    """A post a day in these spans, and that nothing else is known of the account."""
    periods = tuple(Period(*span) for span in spans)
    return pd.concat([daily(of, one, **columns) for one in periods], ignore_index=True), {of: periods}


def of_two(*known: tuple[pd.DataFrame, dict[int, tuple[Period, ...]]]) -> Evidence:
    frames, watched = zip(*known, strict=True)
    records = measured(frames)
    return assemble(replace(records, rows=replace(records.rows, watched=watched[0] | watched[1])))


def test_as_many_days_known_together_do_not_hide_that_those_of_each_account_differ() -> None:
    """VK gets 10 views a day and lacks 30 days of now, Telegram 1 and lacks 33 of before: 151 days are known of both in each."""
    own = of_two(
        known_in((BEFORE.first, BEFORE.last), (NOW.first, date(2026, 5, 31)), of=1, views=10.0),
        known_in((BEFORE.first, date(2025, 11, 28)), (NOW.first, NOW.last), of=2, views=1.0),
    ).own
    assert (own.windows["before"].numbers["views"].value, own.now.numbers["views"].value) == (1991, 1691)
    assert told(own.change("views")) == (11, 11, 0, True)


def test_as_many_days_of_each_account_compare_as_they_are_though_few_are_known_together() -> None:
    """VK is known throughout, of Telegram ninety days in each window: less than half."""
    own = of_two(
        known_in((BEFORE.first, BEFORE.last), (NOW.first, NOW.last), of=1),
        known_in((date(2025, 10, 3), date(2025, 12, 31)), (NOW.first, date(2026, 3, 31)), of=2),
    ).own
    assert told(own.change("posts")) == (274, 271, round(Decimal(-3) / 274, 12), False)
    assert (own.change("posts_per_week"), uncompared(own, "posts_per_week", "before")) == (None, "not_together")


def test_accounts_never_known_on_the_same_day_compare_by_their_own() -> None:
    """VK: 92 days and then 90, Telegram: 92 and 91."""
    own = of_two(
        known_in((date(2025, 7, 1), date(2025, 9, 30)), (date(2026, 1, 1), date(2026, 3, 31)), of=1),
        known_in((date(2025, 10, 1), date(2025, 12, 31)), (date(2026, 4, 1), date(2026, 6, 30)), of=2),
    ).own
    assert told(own.change("posts")) == (2, 2, 0, True)


def test_an_account_of_which_no_day_is_known_takes_no_change_away_from_the_others() -> None:
    """VK went from 10 to 15 views a day; of Telegram there are posts in both windows, or days as well in that before."""
    frames = [daily(1, BEFORE, views=10.0), daily(1, NOW, views=15.0)], [daily(2, one, views=1.0) for one in (BEFORE, NOW)]
    vk, telegram = (pd.concat(of_one, ignore_index=True) for of_one in frames)
    for known in ((), (BEFORE,)):
        own = of_two((vk, {1: (BEFORE, NOW)}), (telegram, {2: known})).own
        assert (own.now.numbers["views"].value, own.now.numbers["views"].accounts) == (2896, (1, 2))
        assert told(own.change("views")) == (1840, 2715, round(Decimal(875) / 1840, 12), False)
        assert told(own.change("posts")) == (184, 181, round(Decimal(-3) / 184, 12), False)
        assert own.change("views").accounts == own.change("posts").accounts == (1,)


def test_days_of_the_others_compare_by_their_means() -> None:
    telegram, _days = known_in((BEFORE.first, BEFORE.last), (NOW.first, NOW.last), of=2)
    own = of_two(known_in((BEFORE.first, BEFORE.last), (NOW.first, date(2026, 6, 20)), of=1), (telegram, {2: ()})).own
    assert (own.now.numbers["posts"].value, own.now.numbers["posts"].accounts) == (352, (1, 2))
    assert (told(own.change("posts")), own.change("posts").accounts) == ((1, 1, 0, True), (1,))


def test_where_days_are_known_of_no_account_in_both_windows_that_is_the_reason() -> None:
    """Of both there are posts in both windows; of the days of VK those before are known, of Telegram's none or those of now."""
    vk, telegram = (known_in((BEFORE.first, BEFORE.last), (NOW.first, NOW.last), of=of)[0] for of in (1, 2))
    own = of_two((vk, {1: (BEFORE,)}), (telegram, {2: (NOW,)})).own
    assert (own.change("posts"), uncompared(own, "posts", "before")) == (None, "no_days")
    own = of_two((vk, {1: ()}), (telegram, {2: ()})).own
    assert (own.change("posts"), uncompared(own, "posts", "before")) == (None, "no_days")
    own = of_two((vk, {1: (BEFORE,)}), (telegram, {2: ()})).own
    assert (own.change("posts"), uncompared(own, "posts", "before")) == (None, "coverage")


def test_posts_of_days_that_are_not_known_are_in_no_comparison() -> None:
    """Of both windows 153 days are known; of February, which is not, there are posts all the same, as a list of videos has them."""
    records = measured([daily(1, Period(BEFORE.first, date(2025, 11, 30)), views=10.0), daily(1, NOW, views=10.0)], accounts=(VK,))
    january, spring = Period(NOW.first, date(2026, 1, 31)), Period(date(2026, 3, 1), NOW.last)
    watched = {1: (Period(BEFORE.first, date(2025, 11, 30)), january, spring)}
    own = assemble(replace(records, rows=replace(records.rows, watched=watched))).own
    assert (own.windows["before"].numbers["posts"].value, own.now.numbers["posts"].value) == (153, 181)
    assert (told(own.change("posts")), told(own.change("views"))) == ((1, 1, 0, True), (10, 10, 0, True))
    assert own.change("views").now.inputs == (("views", "1530"), ("days", "153"))
    assert told(own.change("posts_per_week")) == (7, 7, 0, False)


def test_the_rate_of_a_day_is_that_of_the_known_days() -> None:
    """Ten likes a day from a thousand followers; of both windows 151 days are known, and of now there are posts of 30 more."""
    known = Period(BEFORE.first, date(2025, 11, 28)), Period(NOW.first, date(2026, 5, 31))
    followers = each_day(1, 1000, ALWAYS, "followers")
    records = measured([daily(1, known[0], likes=10.0), daily(1, NOW, likes=10.0)], followers, (VK,))
    own = assemble(replace(records, rows=replace(records.rows, watched={1: known}))).own
    assert own.now.numbers["interactions"].value == 1810
    assert told(own.change("er_day")) == (Decimal("0.01"), Decimal("0.01"), 0, False)
    rate = own.now.numbers["er_day"]
    assert (rate.n, rate.coverage) == (151, round(Decimal(151) / 181, 12))


def test_the_pace_is_told_from_the_noise_of_the_accounts_it_is_of() -> None:
    """VK went from 7 to 14 posts a week; of Telegram, which publishes daily, no days are known in either window, or in now."""
    twice = pd.concat([daily(1, one) for one in (BEFORE, NOW, NOW)], ignore_index=True)
    telegram = pd.concat([daily(2, one) for one in (BEFORE, NOW)], ignore_index=True)
    for known in ((), (BEFORE,)):
        own = of_two((twice, {1: (BEFORE, NOW)}), (telegram, {2: known})).own
        posts, pace = own.change("posts"), own.change("posts_per_week")
        assert (told(pace), pace.accounts) == ((7, 14, 1, False), (1,))
        assert (pace.z, pace.verdict) == (posts.z, posts.verdict)
        assert (pace.z > 2, pace.verdict) == (True, Verdict.MOVED)


def test_a_breakdown_of_single_days_has_as_many_days() -> None:
    """Five visits by source on each of 184 days, then six on each of 175."""
    days = [*each_day(8, 5, BEFORE), *each_day(8, 6, NOW, without=(10,))]
    slices = tuple(Stretch(8, "visits", day, day, {"utm_source": "vk"}, value) for _account, _code, day, value in days)
    records = _of(SITES[:1], NO_POSTS, {})
    own = assemble(replace(records, rows=replace(records.rows, slices=slices))).own
    assert told(own.change("visits")) == (5, 6, Decimal("0.2"), True)


def by_turns(period: Period, more: int) -> list[Row]:
    """Visits a day: 1,100 in months with an odd number, 1,000 in the others, and as many more."""
    return [(8, "visits", day, Decimal(1000 + 100 * (day.month % 2) + more)) for day in period.each_day()]


def in_noise_of_fifty(change: int) -> Decimal:
    """Six months that each lie 50 from their middle, and five that lie 0 or 100 from theirs."""
    return round(Decimal(change / (1.4826 * 50 * (1 / 6 + 1 / 5) ** 0.5)), 3)


def test_months_of_which_few_days_are_known_are_no_noise() -> None:
    """Of half a June 9,000 visits a day are no month: means of whole ones are 1,050 before and 1,260 now."""
    june = each_day(8, 9000, Period(date(2026, 6, 1), date(2026, 6, 15)))
    change = audited([*by_turns(BEFORE, 0), *(row for row in by_turns(NOW, 200) if row[2].month < 6), *june]).own.change("visits")
    assert (change.is_per_day, change.z) == (True, in_noise_of_fifty(210))


def test_what_was_nought_has_no_share_and_says_so() -> None:
    own = audited([*each_day(8, 0, BEFORE), *each_day(8, 5, NOW)]).own
    assert (own.change("visits").relative.value, uncompared(own, "visits", "before")) == (None, "nought")


def test_all_sums_of_an_account_over_a_period_are_told_by_one_look_at_its_values(monkeypatch: MonkeyPatch) -> None:
    looks: list[tuple[tuple[int, ...], Period]] = []
    look = sums.audience
    monkeypatch.setattr(sums, "audience", lambda *given: looks.append(given[2:]) or look(*given))
    days = [row for code in ("visits", "pageviews") for row in each_day(8, 1000, ALWAYS, code, without=(10,))]
    glanced(_of(SITES[:1], NO_POSTS, series(days)), None, ("now", "before"))
    assert {((8,), NOW), ((8,), BEFORE)} <= set(looks)
    assert len(looks) == len(set(looks))
