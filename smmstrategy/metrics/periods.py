"""Periods of whole calendar months or days, in a client's time zone; which of reports that share days count."""

from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

T = TypeVar("T")


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Days from `first` to `last`, both included."""

    first: date
    last: date

    @classmethod
    def months(cls, until: date, count: int = 6) -> "Period":
        """`count` full calendar months, the last of them the month of `until`."""
        first = _month(until.year, until.month - count + 1)
        return cls(first, until.replace(day=monthrange(until.year, until.month)[1]))

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def month_count(self) -> int:
        return (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1

    @property
    def is_of_months(self) -> bool:
        """Whether it is nothing but whole calendar months."""
        return self == Period.months(self.last, self.month_count)

    def before(self) -> "Period":
        """As long a period right before this one; before whole months as many whole months."""
        if self.is_of_months:
            return Period.months(self.first - timedelta(days=1), self.month_count)
        return Period(self.first - timedelta(days=self.days), self.first - timedelta(days=1))

    def year_earlier(self) -> "Period":
        """The same days one year earlier; whole months stay whole."""
        if self.is_of_months:
            return Period.months(_month(self.last.year - 1, self.last.month), self.month_count)
        return Period(_year_ago(self.first), _year_ago(self.last))

    def within(self, other: "Period") -> "Period":
        """The days of both, which share some."""
        return Period(max(self.first, other.first), min(self.last, other.last))

    def each_month(self) -> Iterator["Period"]:
        for offset in range(self.month_count):
            yield Period.months(_month(self.first.year, self.first.month + offset), 1)

    def each_day(self) -> Iterator[date]:
        for offset in range(self.days):
            yield self.first + timedelta(days=offset)

    def instants(self, zone: ZoneInfo) -> tuple[datetime, datetime]:
        """The half-open UTC interval that these days cover in `zone`."""
        return (
            datetime.combine(self.first, time(), zone).astimezone(UTC),
            datetime.combine(self.last + timedelta(days=1), time(), zone).astimezone(UTC),
        )


def _month(year: int, month: int) -> date:
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def _year_ago(day: date) -> date:
    return day.replace(year=day.year - 1, day=28 if (day.month, day.day) == (2, 29) else day.day)


def each_day_once(items: Iterable[T], days_of: Callable[[T], Set[Any]], rank: Callable[[T], Any] = lambda _one: ()) -> list[T]:
    """Those that count: where they share days the longest, of as long ones the earlier, then the first by `rank`."""
    kept: list[T] = []
    taken: set[Any] = set()
    of_days = [(days_of(item), item) for item in items]
    for days, item in sorted(of_days, key=lambda pair: (-len(pair[0]), min(pair[0]), rank(pair[1]))):
        if taken.isdisjoint(days):
            kept.append(item)
            taken |= days
    return kept
