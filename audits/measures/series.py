"""What is known of accounts over time: the values of a metric, each given for a day or for several, and which of them count."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from audits.measures.calendar import DAY
from audits.measures.traffic import Stretch
from smmstrategy.metrics.catalogue import METRICS, Totals, metric
from smmstrategy.metrics.formulas import FORMULAS
from smmstrategy.metrics.periods import Period, each_day_once

STALE = timedelta(days=31)
NEAR = timedelta(days=16)  # half a month: a level given once a month is near every day

Given = tuple[date, int]  # the last day a value was given for, and for how many days up to it


@dataclass(frozen=True, slots=True)
class TimeSeries:
    """One metric of one account: days in order, a value each, and how many days up to that one the value was given for."""

    days: tuple[date, ...]
    values: tuple[Decimal, ...]
    lengths: tuple[int, ...]

    def at(self, day: date) -> Decimal | None:
        """The last value known on that day, unless it is older than a month."""
        index = bisect_right(self.days, day) - 1
        return self.values[index] if index >= 0 and day - self.days[index] <= STALE else None

    def end_of(self, period: Period) -> int | None:
        """The place of the level of the day nearest to the end of the period, of two as near the earlier; None when none is near.

        A later day says nothing of an end before which nothing is known, unless it is the only one: of a list taken once.
        """
        after = bisect_right(self.days, period.last)
        sides = [n for n in (after - 1, after) if 0 <= n < len(self.days) and (after or len(self.days) == 1)]
        close = [n for n in sides if abs(self.days[n] - period.last) <= NEAR]
        return min(close, key=lambda n: abs(self.days[n] - period.last), default=None)

    def within(self, period: Period) -> "TimeSeries":
        low, high = bisect_right(self.days, period.first - DAY), bisect_right(self.days, period.last)
        return TimeSeries(self.days[low:high], self.values[low:high], self.lengths[low:high])

    def inside(self, period: Period) -> dict[Given, Decimal]:
        """The values of which every day lies in the period."""
        here = self.within(period)
        given = zip(zip(here.days, here.lengths, strict=True), here.values, strict=True)
        return {one: value for one, value in given if one[1] == 1 or first_day(one) >= period.first}

    def counted(self, period: Period) -> dict[Given, Decimal]:
        """The values that a flow adds up over the period."""
        inside = self.inside(period)
        return {one: inside[one] for one in apart(inside)}

    def is_cut_by(self, step: Period) -> bool:
        """Whether a value is given for days in the step and beside it, and of those in it nothing else is known."""
        longer = [one for one in zip(self.days, self.lengths, strict=True) if one[1] > 1]
        across = [one for one in longer if first_day(one) < step.first <= one[0] or first_day(one) <= step.last < one[0]]
        days = {day for day in days_of(across) if step.first <= day <= step.last}
        return bool(days - days_of(self.counted(step)))

    def has_ended(self, step: Period) -> bool:
        """Whether nothing is known from the first day of the step on."""
        return bool(self.days) and self.days[-1] < step.first

    def of_single_days(self) -> "TimeSeries":
        return _ordered(one for one in zip(self.days, self.lengths, self.values, strict=True) if one[1] == 1)


Days = dict[tuple[int, str], TimeSeries]
NOTHING = TimeSeries((), (), ())


def series(rows: Iterable[tuple[int, str, date, Decimal]]) -> Days:
    """Rows of (account, metric, day, value) as series."""
    by_key: dict[tuple[int, str], list[tuple[date, int, Decimal]]] = {}
    for account_id, code, day, value in rows:
        by_key.setdefault((account_id, code), []).append((day, 1, Decimal(value)))
    return {key: _ordered(points) for key, points in by_key.items()}


def with_stretches(days: Days, stretches: Iterable[Stretch]) -> Days:
    """The same with values given for several days at once, which stand on the last of them.

    A level is the one at their end, unless that day itself is known. A flow stands beside its days, unless all of them are known.
    """
    longer: dict[tuple[int, str], list[Stretch]] = {}
    for one in stretches:
        if metric(one.metric).totals is not Totals.NEVER:
            longer.setdefault((one.account_id, one.metric), []).append(one)
    return days | {key: _with_stretches(days.get(key, NOTHING), stretched) for key, stretched in longer.items()}


def _with_stretches(one: TimeSeries, longer: list[Stretch]) -> TimeSeries:
    points = list(zip(one.days, one.lengths, one.values, strict=True))
    for stretch in longer:
        inside, length = one.within(Period(stretch.starts_on, stretch.ends_on)).days, len(stretch.days)
        is_known = len(inside) == length if metric(stretch.metric).totals is Totals.SUM else stretch.ends_on in inside
        if not is_known:
            points.append((stretch.ends_on, length, stretch.value))
    return _ordered(points)


def of_step(days: Days, step: Period) -> Days:
    """The same for a step of a window.

    Of a flow that the step cuts only single days are known to be its own; a level that ended before the step says nothing of it.
    """
    cut = [key for key, one in days.items() if how_it_totals(key[1]) is Totals.SUM and one.is_cut_by(step)]
    ended = [key for key, one in days.items() if how_it_totals(key[1]) is Totals.LAST and one.has_ended(step)]
    return days | {key: days[key].of_single_days() for key in cut} | dict.fromkeys(ended, NOTHING)


def how_it_totals(code: str) -> Totals:
    """What is worked out of values of an account is a sum, as they are."""
    return Totals.SUM if code in FORMULAS and code not in METRICS else metric(code).totals


def first_day(one: Given) -> date:
    last, length = one
    return last - DAY * (length - 1)


def days_of(given: Iterable[Given]) -> set[date]:
    return {last - DAY * n for last, length in given for n in range(length)}


def apart(given: Iterable[Given]) -> list[Given]:
    """Those that count, each day once, in order; values of single days share none."""
    each = sorted(set(given))
    return each if all(length == 1 for _last, length in each) else sorted(each_day_once(each, lambda one: days_of([one])))


def _ordered(points: Iterable[tuple[date, int, Decimal]]) -> TimeSeries:
    days, lengths, values = zip(*sorted(points), strict=True) if (points := list(points)) else ((), (), ())
    return TimeSeries(days, values, lengths)
