"""What an account counts of itself, by days or months, where nobody knows its posts: how many there were and what they got."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

import numpy as np

from audits.measures.calendar import Watched
from audits.measures.days import OF_ACCOUNTS
from audits.measures.posts import Posts
from audits.measures.rates import Parts, counting
from audits.measures.series import NOTHING, Days, Given, TimeSeries
from smmstrategy.metrics.formulas import INTERACTION_PARTS
from smmstrategy.metrics.periods import Period

PUBLISHED, INTERACTIONS = OF_ACCOUNTS

Told = Mapping[tuple[int, str], list[Period]]  # by account and total the windows in which its posts tell as much


def told_by_posts(posts: Posts, watched: Watched, periods: Iterable[Period]) -> Told:
    """How many there are say any posts, and known days without one; what they got, posts of which it is known."""
    told: dict[tuple[int, str], list[Period]] = {}
    for period in periods:
        here = posts.within(period)
        publishing = set(here["account_id"].tolist())
        silent = {a for a, known in watched.items() if any(_meet(one, period) for one in known)} - publishing
        by_total = {PUBLISHED: publishing, INTERACTIONS: set(here.giving("interactions"))}
        for code, accounts in by_total.items():
            for account in accounts | silent:
                told.setdefault((account, code), []).append(period)
    return told


def of_accounts(known: Days, account_ids: Iterable[int], told: Told) -> Days:
    """The values with the totals of these accounts: where posts tell them, they count, and an account is in no sum twice."""
    added = {(a, INTERACTIONS): _interactions(known, a) for a in account_ids}
    totals = {key: one for key, one in (known | added).items() if key[1] in OF_ACCOUNTS}
    untold = {key: _beside(one, told.get(key, ())) for key, one in totals.items()}
    return {key: one for key, one in (known | untold).items() if one.days}


def left_out(known: Days) -> Parts:
    """The parts of interactions that accounts give and that do not count among those of their totals."""
    accounts = {account for account, code in known if code == INTERACTIONS}
    given = {account: [code for code in INTERACTION_PARTS if (account, code) in known] for account in accounts}
    left = {account: tuple(c for c in codes if c not in _counted(known, account)) for account, codes in given.items()}
    return {account: codes for account, codes in left.items() if codes}


def _meet(one: Period, other: Period) -> bool:
    return one.first <= other.last and other.first <= one.last


def _beside(one: TimeSeries, periods: Iterable[Period]) -> TimeSeries:
    """Without the values that end in one of the periods."""
    points = zip(one.days, one.values, one.lengths, strict=True)
    kept = [point for point in points if not any(period.first <= point[0] <= period.last for period in periods)]
    return TimeSeries(*zip(*kept, strict=True)) if kept else NOTHING


def _interactions(known: Days, account_id: int) -> TimeSeries:
    """Their sum wherever every part that counts is given for the same days."""
    each = [_given(known, account_id, code) for code in _counted(known, account_id)]
    shared = sorted(set.intersection(*map(set, each))) if each else []
    sums = tuple(sum((given[one] for given in each), Decimal(0)) for one in shared)
    return TimeSeries(tuple(day for day, _length in shared), sums, tuple(length for _day, length in shared))


def _counted(known: Days, account_id: int) -> tuple[str, ...]:
    """As of posts: the parts that make up much of it, and small ones given nearly always."""
    by_part = {code: _given(known, account_id, code) for code in INTERACTION_PARTS}
    times = len({one for given in by_part.values() for one in given})
    return tuple(counting((times, {code: np.asarray([*map(float, given.values())]) for code, given in by_part.items()})))


def _given(known: Days, account_id: int, code: str) -> dict[Given, Decimal]:
    one = known.get((account_id, code), NOTHING)
    return dict(zip(zip(one.days, one.lengths, strict=True), one.values, strict=True))
