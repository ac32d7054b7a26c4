"""Whether the data is enough to judge by, and what is missing where."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from datetime import date
from decimal import Decimal

from audits.evidence import Coverage, Evidence, Missing, Number
from audits.measures.calendar import Calendar, calendar_months, rows_lost, runs
from audits.measures.days import OF_ACCOUNTS
from audits.measures.numbers import exact, share
from audits.measures.posts import Posts
from audits.measures.rhythm import lacking_months
from audits.measures.series import NOTHING, Days, days_of, how_it_totals
from audits.measures.traffic import ADDED, Stretch
from audits.measures.windows import Material
from audits.statistics import ENOUGH_POSTS
from smmstrategy.metrics.catalogue import METRICS, Totals, is_social
from smmstrategy.metrics.formulas import FORMULAS, INTERACTION_PARTS, networks_giving
from smmstrategy.metrics.periods import Period

ENOUGH_IN_HALF_A_YEAR = 20
HALF_A_YEAR = 6  # months
WATCHED_DAYS = (
    "followers",
    "followers_gained",
    "followers_lost",
    "account_reach",
    "account_views",
    "account_impressions",
    "visits",
    "pageviews",
    *OF_ACCOUNTS,
)
WATCHED_WHERE_KNOWN = ("pageviews", *OF_ACCOUNTS)
EXPECTED = ("posts", "followers", "visits")
WATCHED_POSTS = ("views", "reach", "likes", "comments", "shares", "saves")


def of_account(
    network: str,
    months: int,
    expected: int,
    posts: int | None,
    undated: int,
    pauses: Sequence[Period],
    in_doubt: Sequence[Period] = (),
    *,
    has_totals: bool = False,
) -> tuple[str, tuple[str, ...]]:
    """«enough», «little» or «none», and why; a website has no posts and lacks none, and `posts` None are not known.

    `has_totals`: the account counts itself what nobody knows of its posts.
    """
    reasons = []
    if not months and not posts:
        return "none", ("no_data",) + ("undated",) * bool(undated)
    if months < expected:
        reasons.append("few_months")
    if is_social(network):
        few = "few_posts" if posts is not None else Missing.TOTALS_ALONE if has_totals else "no_posts_imported"
        reasons += [few] * ((posts or 0) < _enough_posts(expected))
        reasons += [_kind_of(pauses, in_doubt)] * bool(pauses) + ["undated"] * bool(undated)
    return ("little" if {"few_months", "few_posts", "no_posts_imported", Missing.TOTALS_ALONE} & set(reasons) else "enough"), tuple(
        reasons
    )


def _enough_posts(months: int) -> int:
    """Of an account to judge by: as many a month in a shorter period, and no fewer than a test asks."""
    return max(ENOUGH_POSTS, ENOUGH_IN_HALF_A_YEAR * min(months, HALF_A_YEAR) // HALF_A_YEAR)


def _kind_of(pauses: Iterable[Period], in_doubt: Sequence[Period]) -> str:
    return "months_in_doubt" if lacking_months(pauses, in_doubt) else "silences"


def months_with_data(known_days: Set[date], telling: Set[date], period: Period) -> int:
    """Months of the window with a day that is `telling`, of a post or a level, or of which at least half of the days are known."""
    return sum(has_data(month, known_days, telling) for _key, month in calendar_months(period))


def has_data(month: Period, known_days: Set[date], telling: Set[date]) -> bool:
    days = {*month.each_day()}
    return not telling.isdisjoint(days) or len(known_days & days) * 2 >= month.days


def days_of_levels(account_id: int, days: Days, period: Period) -> set[date]:
    """Days of the window on which a level of the account is known, above all its followers, which hold for some weeks around."""
    levels = (one for (a, code), one in days.items() if a == account_id and METRICS[code].totals is Totals.LAST)
    return {day for one in levels for day in one.within(period).days}


def known_days(account_id: int, days: Days, stretches: Iterable[Stretch], period: Period) -> set[date]:
    """Days of the window for which a value of any metric stands by itself or inside a longer stretch."""
    known = {d for (a, _code), one in days.items() if a == account_id for d in one.within(period).days}
    return known | _inside((one for one in stretches if one.account_id == account_id), period)


def _inside(stretches: Iterable[Stretch], period: Period) -> set[date]:
    """Each of the spans once, which a source breaks down into thousands of parts."""
    spans = {(one.starts_on, one.ends_on) for one in stretches if one.lies_in(period)}
    return {day for span in spans for day in Period(*span).each_day()}


def of_days(account_id: int, material: Material, period: Period) -> Iterator[Coverage]:
    """Coverage of the account's own metrics, of those an audit looks for."""
    mine = material.of_accounts((account_id,))
    for code in WATCHED_DAYS:
        whole = _measured(account_id, code, mine, period)
        in_parts = set() if whole else _inside((one for one in mine.slices if one.metric == code), period)
        known = in_parts if code in ADDED and in_parts else whole
        missing = Missing.IN_PARTS if in_parts else Missing.NOT_IMPORTED if known else _why_none(account_id, code, mine, period)
        row = _coverage(account_id, code, "account", len(known), period.days, _gaps(known, period) if known else (), missing)
        yield replace(row, reason=missing) if in_parts else row


def _measured(account_id: int, code: str, material: Material, period: Period) -> set[date]:
    """The days whose values stand in a number of the window or of its months; of what never totals only a value for all of them."""
    if how_it_totals(code) is not Totals.NEVER:
        return days_of(material.known.get((account_id, code), NOTHING).counted(period))
    steps = [period, *(month for _key, month in calendar_months(period))]
    filling = (one for one in material.stretches if one.metric == code and any(map(one.fills, steps)))
    return _inside(filling, period)


def _why_none(account_id: int, code: str, material: Material, period: Period) -> Missing:
    """Why no number has a value of the metric in the window."""
    if code == "followers" and _measured(account_id, "followers_net", material, period):
        return Missing.GROWTH_ALONE
    by_day = material.days.get((account_id, code), NOTHING).within(period).days
    is_given = bool(by_day) or any(one.metric == code and one.lies_in(period) for one in material.stretches)
    return Missing.OF_PARTS if is_given and how_it_totals(code) is Totals.NEVER else Missing.NOT_IMPORTED


def has_totals(account_id: int, material: Material, period: Period) -> bool:
    """Whether the account counts itself, in the window, what nobody knows of its posts."""
    return any(_measured(account_id, code, material, period) for code in OF_ACCOUNTS)


def of_calendar(calendar: Calendar, said: Calendar, posts: Posts, otherwise: Missing) -> list[Coverage]:
    """Coverage of the posts themselves, of an account that can publish, where more days may be `said` to be known than are.

    `otherwise`: why none is known where there are no posts at all.
    """
    known = int(calendar.of_all.sum())
    gaps = calendar.gaps() if known else ()
    missing = Missing.NO_DAYS if len(posts) and not known else Missing.NOT_IMPORTED if known else otherwise
    missing = Missing.IN_DOUBT if said.of_all.sum() > known else missing
    return [
        _coverage(account_id, "posts", "account", known, calendar.period.days, gaps, missing) for account_id in calendar.accounts
    ]


def of_posts(account_id: int, posts: Posts, left_out: tuple[str, ...]) -> Iterator[Coverage]:
    """Coverage of the metrics of posts, as a share of the posts; of those left out of interactions it is said."""
    for code in WATCHED_POSTS if len(posts) else ():
        known = len(posts.known(code))
        missing = Missing.PARTLY_GIVEN if known else Missing.NOT_GIVEN
        row = _coverage(account_id, code, "post", known, len(posts), (), missing)
        yield replace(row, reason=Missing.LEFT_OUT) if code in left_out and known else row


def of_rows(account_id: int, posts: int, lost: int) -> Iterator[Coverage]:
    """Of the rows about the account's posts those taken, at the least."""
    if lost:
        yield _coverage(account_id, "rows", "post", posts, posts + lost, (), Missing.REJECTED)


def counted(coverage: Iterable[Coverage], account_id: int) -> frozenset[str]:
    """What counts as an interaction of the account's posts: accounts that differ in it have no median in common."""
    given = (row for row in coverage if row.account_id == account_id and row.known and row.reason != Missing.LEFT_OUT)
    return frozenset(row.metric for row in given if row.metric in INTERACTION_PARTS)


def counted_apart(evidence: Evidence, code: str) -> bool:
    """Whether the own accounts that have this measure of interactions count different ones, so that they have none in common."""
    giving = [s for s in evidence.own_accounts if code in s.now.numbers and s.now.numbers[code].value is not None]
    return len({counted(evidence.coverage, s.account_ids[0]) for s in giving}) > 1


def _coverage(
    account_id: int, code: str, level: str, known: int, expected: int, gaps: tuple[Period, ...], missing: str
) -> Coverage:
    unit = "days" if level == "account" else "posts"
    number = Number(
        f"account-{account_id}.coverage.{code}",
        share(known, expected),
        FORMULAS["coverage"].id,
        f"{unit} known ÷ {unit}",
        ((f"{unit} known", str(known)), (unit, str(expected))),
        n=expected,
    )
    return Coverage(account_id, code, level, known, expected, number, gaps, "" if known == expected else missing)


def _gaps(known: set[date], period: Period) -> tuple[Period, ...]:
    return runs((day not in known for day in period.each_day()), period.first)


def all_coverage(accounts: Iterable, material: Material, period: Period) -> Iterator[Coverage]:
    """Of each account what its network gives, as far as it is watched where nothing is known of it."""
    networks = {account.id: account.network for account in accounts}
    rows = [row for account_id in networks for row in _of_each(account_id, material, period)]
    given = {code: giving(code, networks, rows) for code in {row.metric for row in rows}}
    for row in rows:
        if row.known or (networks[row.account_id] in given[row.metric] and row.metric not in WATCHED_WHERE_KNOWN):
            yield row


def giving(code: str, networks: Mapping[int, str], coverage: Iterable[Coverage]) -> frozenset[str]:
    """The networks that give a measure, as the catalogue says or as any of these accounts shows; `networks` are by account."""
    return networks_giving(code) | {networks[row.account_id] for row in coverage if row.metric == code and row.is_given}


def _of_each(account_id: int, material: Material, period: Period) -> Iterator[Coverage]:
    here = material.posts.of_accounts((account_id,)).within(period)
    otherwise = Missing.TOTALS_ALONE if has_totals(account_id, material, period) else Missing.NOT_IMPORTED
    calendars = (Calendar.of(days, (account_id,), period) for days in (material.watched, material.said))
    yield from of_calendar(*calendars, here, otherwise)
    yield from of_rows(account_id, len(here), rows_lost(material.rejected, account_id, period))
    yield from of_days(account_id, material, period)
    yield from of_posts(account_id, here, material.left_out.get(account_id, ()))


def wanted(rows: Iterable[Coverage]) -> list[Coverage]:
    """What an audit cannot do without: every account and metric that anything is known of.

    Posts and followers even when nothing is, and so visits unless page views stand in for them.
    """
    every = list(rows)
    viewed = {row.account_id for row in every if row.metric == "pageviews"}
    return [
        row for row in every if row.known or (row.metric in EXPECTED and not (row.metric == "visits" and row.account_id in viewed))
    ]


def mean_coverage(rows: Iterable[Coverage]) -> Number:
    """The mean share of what is wanted.

    Posts count as far as their days are known and the rows of their files were taken, and what is known of posts as far as they
    are themselves.
    """
    wanted_rows = wanted(rows)
    taken = {row.account_id: row.share.value for row in wanted_rows if row.metric == "rows"}
    days = {row.account_id: row.share.value for row in wanted_rows if row.metric == "posts" and row.known}
    shares = [
        row.share.value * (taken if row.metric == "posts" else days if row.level == "post" else {}).get(row.account_id, 1)
        for row in wanted_rows
        if row.share.value is not None and row.metric != "rows"
    ]
    value = sum(shares, Decimal(0)) / len(shares) if shares else None
    return Number(
        "audit.coverage",
        exact(value),
        FORMULAS["coverage"].id,
        "mean(coverage)",
        (("shares", str(len(shares))),),
        n=len(shares),
    )
