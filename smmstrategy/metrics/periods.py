"""Periods of whole calendar months or days, in a client's time zone."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo


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

    def before(self) -> "Period":
        """The same number of calendar months right before this period."""
        return Period.months(self.first - timedelta(days=1), self.month_count)

    def year_earlier(self) -> "Period":
        """The same calendar months one year earlier."""
        return Period.months(_month(self.last.year - 1, self.last.month), self.month_count)

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
