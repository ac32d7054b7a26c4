"""A change is that of the accounts that know the measure in both windows, and is shown as theirs."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time
from decimal import Decimal

import pandas as pd

from audits.evidence import Evidence, Number, Subject, Verdict, Window
from audits.measures.assembly import Records, TrackedAccount, assemble
from audits.measures.changes import changes, uncompared
from audits.measures.series import series
from audits.measures.standing import standings
from smmstrategy.metrics.periods import Period
from tests.audits.synthetic import BEFORE, NOW, YEAR_EARLIER, _frame, _of

VK, TELEGRAM = (TrackedAccount(n, net, net, net, "", "own", "") for n, net in ((1, "vk"), (2, "telegram")))
SITES = tuple(TrackedAccount(n, "website", name, name, "", "own", "") for n, name in ((8, "a.ru"), (9, "b.ru")))
ALWAYS = Period(YEAR_EARLIER.first, NOW.last)
SINCE_FEBRUARY = Period(date(2026, 2, 1), NOW.last)
UNTIL_NOW = Period(YEAR_EARLIER.first, BEFORE.last)


def daily(account_id: int, period: Period, **columns: object) -> pd.DataFrame:
    """A post every noon."""
    moments = [datetime.combine(day, time(12), UTC) for day in period.each_day()]
    return _frame(account_id=account_id, at=moments, format="image", text_length=9, **columns)


def level(account_id: int, code: str, period: Period, value: int) -> Iterable[tuple[int, str, date, Decimal]]:
    return ((account_id, code, day, Decimal(value)) for day in period.each_day())


def measured(frames: Iterable[pd.DataFrame], days: Iterable = (), accounts: tuple = (VK, TELEGRAM)) -> Records:
    """The posts of each account are known from its first to its last."""
    frame = pd.concat(frames, ignore_index=True)
    records = _of(accounts, frame, series(days))
    ends = {a: (Period(rows["day"].min(), rows["day"].max()),) for a, rows in frame.groupby("account_id")}
    return replace(records, rows=replace(records.rows, watched={a.id: ends.get(a.id, ()) for a in accounts if a.is_social}))


def telegram_has_left() -> Evidence:
    """VK: 100 views a post before, 150 now. Telegram: 10 views, and since January its file is missing."""
    frames = [daily(1, UNTIL_NOW, views=100.0), daily(1, NOW, views=150.0), daily(2, UNTIL_NOW, views=10.0)]
    return assemble(measured(frames, [*level(1, "followers", ALWAYS, 1000), *level(2, "followers", ALWAYS, 2000)]))


def number(window: str, code: str, value: int, *accounts: int, metric: str = "") -> Number:
    return Number(f"own.{window}.{code}", Decimal(value), metric or f"{code}@1", accounts=accounts)


def subject(now: Iterable[Number], then: Iterable[Number]) -> Subject:
    named = {"now": (NOW, now), "before": (BEFORE, then)}
    windows = {name: Window(name, period, {n.id.split(".", 2)[2]: n for n in found}) for name, (period, found) in named.items()}
    return Subject("own", "own", "", (1, 2, 3), ("vk",) * 3, "", windows)


def test_each_measure_is_compared_over_the_accounts_that_know_it_in_both_windows() -> None:
    now = [number("now", "views", 90, 1, 2), number("now", "likes", 9, 1, 2), number("now", "visits", 5, 3)]
    then = [number("before", "views", 60, 1, 2), number("before", "likes", 4, 2, 3), number("before", "visits", 7, 1)]
    own, outlined = subject(now, then), []

    def outline(window: Window, accounts: tuple[int, ...]) -> Window:
        outlined.append((window.name, accounts))
        return replace(window, numbers={"likes": number(window.name, "likes", {"now": 6, "before": 3}[window.name], *accounts)})

    found = {
        c.measure: (c.accounts, c.then.value, c.now.value) for c in changes(own.now, own.windows["before"], outline, None, None)
    }
    assert found == {"views": ((1, 2), 60, 90), "likes": ((2,), 3, 6)}
    assert outlined == [("now", (2,)), ("before", (2,))]
    assert uncompared(own, "visits", "before") == "accounts"


def test_values_of_different_codes_are_never_compared() -> None:
    own = subject([number("now", "growth_abs", 905, 1)], [number("before", "growth_abs", 100, 1, metric="followers_net@1")])
    assert changes(own.now, own.windows["before"], None, None, None) == ()
    assert uncompared(own, "growth_abs", "before") == "metric"


def test_what_a_missing_file_takes_away_is_no_change() -> None:
    """Both published daily, 14 posts a week; VK alone went from 7 a week and 100 views to 7 and 150."""
    evidence = telegram_has_left()
    own, vk = evidence.own, evidence.own_accounts[0]
    assert own.windows["before"].numbers["posts_per_week"].value == 14
    found = {code: own.change(code) for code in ("posts_per_week", "views.median", "views")}
    assert {code: (c.accounts, c.then.value, c.now.value) for code, c in found.items()} == {
        "posts_per_week": ((1,), 7, 7),
        "views.median": ((1,), 100, 150),
        "views": ((1,), 18400, 27150),
    }
    assert found["views.median"].now.id == "own:1.now.views.median"
    assert own.change("followers_end").accounts == (1, 2)
    assert vk.change("views.median").verdict == found["views.median"].verdict != Verdict.UNTESTED


def test_an_account_that_fell_silent_still_counts_in_sums() -> None:
    """Telegram's file reaches to the end of June and has no post since December: its views did go."""
    records = measured([daily(1, ALWAYS, views=100.0), daily(2, UNTIL_NOW, views=100.0)])
    watched = {1: (ALWAYS,), 2: (ALWAYS,)}
    own = assemble(replace(records, rows=replace(records.rows, watched=watched))).own
    views, median = own.change("views"), own.change("views.median")
    assert (views.accounts, views.then.value, views.now.value) == ((1, 2), 36800, 18100)
    assert median.accounts == (1,)


def test_levels_and_flows_of_different_accounts_are_no_change() -> None:
    days = [*level(1, "followers", BEFORE, 1000), *level(2, "followers", SINCE_FEBRUARY, 50000)]
    days += [*level(8, "visits", BEFORE, 1000), *level(9, "visits", NOW, 10)]
    own = assemble(measured([daily(1, ALWAYS), daily(2, ALWAYS)], days, (VK, TELEGRAM, *SITES))).own
    assert [own.change(code) for code in ("followers_end", "visits")] == [None, None]
    assert {uncompared(own, code, "before") for code in ("followers_end", "visits")} == {"accounts"}


def test_in_a_place_list_stand_only_those_known_in_the_same_networks() -> None:
    """The brand's pace is that of VK alone, the first competitor's that of VK and Telegram."""
    networks = {1: "vk", 11: "vk", 12: "telegram", 21: "vk"}
    paces = {"own": (5, 1), "competitor-1": (11, 11, 12), "competitor-2": (4, 21)}
    beside = {key: {"posts_per_week": number("now", "posts_per_week", pace, *accounts)} for key, (pace, *accounts) in paces.items()}
    (standing,) = standings(beside, "", networks)
    assert [(rank.subject, rank.place) for rank in standing.ranks] == [("own", 1), ("competitor-2", 2)]


def test_views_of_an_account_that_is_silent_now_have_no_change_beside_an_account_that_is_new() -> None:
    """VK is known since January, Telegram has published nothing since: of its posts there is a change, of its views no value."""
    records = measured([daily(1, NOW, views=100.0), daily(2, UNTIL_NOW, views=100.0)])
    own = assemble(replace(records, rows=replace(records.rows, watched={1: (NOW,), 2: (ALWAYS,)}))).own
    posts = own.change("posts")
    assert (posts.accounts, posts.then.value, posts.now.value) == ((2,), 184, 0)
    assert own.change("views") is None


def test_accounts_of_a_competitor_share_its_group_as_it_is_shown() -> None:
    """A character that turns the direction of writing is on no page and in no document."""
    theirs = tuple(
        replace(a, id=a.id + 2, role="competitor", group=group) for a, group in ((VK, "Cafe One"), (TELEGRAM, "Cafe \u202eOne"))
    )
    found = assemble(measured([daily(a.id, NOW) for a in (VK, *theirs)], (), (VK, *theirs)))
    assert [(s.name, s.account_ids) for s in found.subjects if s.kind == "competitor"] == [("Cafe One", (3, 4))]
