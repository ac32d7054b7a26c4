"""The days of a window whose posts are known: among them a day without a post is a silent one, of all others nobody knows."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import cached_property, lru_cache
from zoneinfo import ZoneInfo

import numpy as np

from audits.measures.numbers import exact, share
from smmstrategy.metrics.periods import Period

DAY = timedelta(days=1)
ENOUGH = 0.25  # of the days of a period: what is known of fewer of an account is no pace of the period

Cut = list[tuple[str, Period]]  # a window in steps, each by its key
Rejected = dict[int, list[tuple[Period, int]]]  # by account: days of files with rows not taken, and of how many posts at most
Watched = dict[int, tuple[Period, ...]]  # by account that can publish: the days on which no post was missed, in order and apart


@dataclass(frozen=True)
class Calendar:
    """Of each account that can publish a row, of each day of the period a column: whether its posts of that day are known."""

    period: Period
    accounts: tuple[int, ...]
    known: np.ndarray
    taken: Decimal = Decimal(1)  # of the rows about posts the share that was taken from their files, at the least

    @classmethod
    def of(cls, watched: Watched, account_ids: tuple[int, ...], period: Period) -> "Calendar":
        accounts = tuple(a for a in account_ids if a in watched)
        known = np.zeros((len(accounts), period.days), bool)
        for row, account_id in enumerate(accounts):
            for one in watched[account_id]:
                known[row, max(0, (one.first - period.first).days) : max(0, (one.last - period.first).days + 1)] = True
        return cls(period, accounts, known)

    def within(self, period: Period) -> "Calendar":
        start = (period.first - self.period.first).days
        return replace(self, period=period, known=self.known[:, start : start + period.days])

    @cached_property
    def coverage(self) -> Decimal | None:
        """The known share of all days of all accounts, as far as rows were taken; None when no account can publish."""
        days = share(int(self.known.sum()), self.known.size)
        return days and exact(days * self.taken)

    @cached_property
    def days_by_account(self) -> dict[int, int]:
        """How many days are known of each account of which any is."""
        return {a: int(days) for a, days in zip(self.accounts, self.known.sum(axis=1), strict=True) if days}

    @cached_property
    def known_accounts(self) -> tuple[int, ...]:
        """The accounts of which any day is known."""
        return tuple(self.days_by_account)

    @cached_property
    def of_few_days(self) -> tuple[int, ...]:
        """The accounts of which days are known, and too few."""
        enough = self.of_enough().known_accounts
        return tuple(account for account in self.known_accounts if account not in enough)

    @cached_property
    def of_all(self) -> np.ndarray:
        """By day: whether it is known of every account of which any day is."""
        rows = self.known[self.known.any(axis=1)]
        return rows.all(axis=0) if len(rows) else np.zeros(self.known.shape[1], bool)

    @cached_property
    def days_together(self) -> int:
        """How many days are known of all of them; 0 where they are less than half of those known of any: too few."""
        together = int(self.of_all.sum())
        return together if together * 2 >= self.known.any(axis=0).sum() else 0

    def of_enough(self) -> "Calendar":
        """The same where nothing is known of accounts of which too few days are."""
        enough = self.known.mean(axis=1) >= ENOUGH
        return replace(self, known=self.known & enough[:, np.newaxis])

    def days(self, account_id: int) -> list[date]:
        """The known days of one account."""
        row = self.known[self.accounts.index(account_id)] if account_id in self.accounts else ()
        return [self.period.first + timedelta(days=int(day)) for day in np.flatnonzero(row)]

    def runs(self) -> tuple[Period, ...]:
        """Unbroken runs of the days known of all."""
        return runs(self.of_all, self.period.first)

    def gaps(self) -> tuple[Period, ...]:
        """Runs of days of which somebody's posts are not known."""
        return runs(~self.of_all, self.period.first)


def without(watched: Watched, in_doubt: Mapping[int, Sequence[Period]]) -> Watched:
    """Days on which no post was missed for certain: not those of months that are in doubt."""
    return {account_id: tuple(_less(periods, in_doubt.get(account_id, ()))) for account_id, periods in watched.items()}


def _less(periods: Iterable[Period], taken: Sequence[Period]) -> Iterator[Period]:
    for period in periods:
        first = period.first
        for month in (one for one in sorted(taken) if period.first <= one.last and one.first <= period.last):
            if first < month.first:
                yield Period(first, month.first - DAY)
            first = month.last + DAY
        if first <= period.last:
            yield Period(first, period.last)


def inside(days: Iterable[Period], periods: Iterable[Period]) -> tuple[Period, ...]:
    """As far as they lie in any of the periods, those that follow each other together."""
    within = {day for period in periods for day in period.each_day()}
    found = {day for one in days for day in one.each_day()} & within
    return runs((day in found for day in Period(min(found), max(found)).each_day()), min(found)) if found else ()


def rows_lost(rejected: Rejected, account_id: int, period: Period) -> int:
    """How many rows about an account's posts were not taken, at the most: the days of a file come in parts, with one count."""
    given = rejected.get(account_id, ())
    return max((count for days, count in given if days.first <= period.last and period.first <= days.last), default=0)


def by_clock(moment: datetime, time_zone: str) -> datetime:
    """The moment as the client's clock and calendar have it; days are never counted from UTC."""
    return moment.astimezone(ZoneInfo(time_zone))


def windows(now: Period) -> dict[str, Period]:
    """By name the days that are measured: the period, as long a one before it, and the same days a year earlier.

    No day is in two of them: where a year earlier lies in the others, as it does from seven months on, it is no window.
    """
    before, year_earlier = now.before(), now.year_earlier()
    apart = {"year_earlier": year_earlier} if year_earlier.last < before.first else {}
    return {"now": now, "before": before} | apart


def why_one(now: Period) -> str:
    """Why a year earlier is no window: it is the «same» days as before, or they «overlap»; "" where it is one."""
    if "year_earlier" in windows(now):
        return ""
    return "same" if now.before() == now.year_earlier() else "overlap"


def calendar_months(period: Period) -> Cut:
    """(«2026-05», its days) of every calendar month, the first and the last as far as they lie inside."""
    inside = [month.within(period) for month in period.each_month()]
    return [(f"{month.first:%Y-%m}", month) for month in inside]


@lru_cache
def whole_weeks(period: Period) -> tuple[Period, ...]:
    """Monday to Sunday, as far as they lie wholly inside."""
    first = period.first + timedelta(days=-period.first.weekday() % 7)
    count = (period.last - first + DAY).days // 7
    return tuple(Period(first + timedelta(weeks=n), first + timedelta(weeks=n, days=6)) for n in range(count))


def runs(chosen: Iterable[bool], first: date) -> tuple[Period, ...]:
    """Unbroken runs of the chosen among the days from `first` on."""
    edges = np.flatnonzero(np.diff([0, *map(int, chosen), 0]))
    return tuple(Period(first + timedelta(days=a), first + timedelta(days=b - 1)) for a, b in edges.reshape(-1, 2).tolist())
