"""The days of the demo: three half-years in a row, what happens on which day, and a generator of chance for each thing."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import TypeVar

from smmstrategy.metrics.periods import Period

T = TypeVar("T")
MONTHS = 18


@dataclass(frozen=True)
class Scenario:
    """Eighteen full months; the last six are audited."""

    until: date
    seed: int = 1

    @cached_property
    def now(self) -> Period:
        return Period.months(self.until, 6)

    @cached_property
    def windows(self) -> tuple[Period, Period, Period]:
        """The same months a year earlier, the six before, the six audited: together all the days."""
        return self.now.year_earlier(), self.now.before(), self.now

    @property
    def whole(self) -> Period:
        return Period.months(self.until, MONTHS)

    def window(self, day: date) -> int:
        return next(place for place, period in enumerate(self.windows) if day <= period.last)

    def chance(self, *names: object) -> random.Random:
        """Chance of its own for each thing: adding one thing changes no other."""
        return random.Random("/".join(map(str, (self.seed, self.until, *names))))

    @property
    def holidays(self) -> Period:
        """Nine days on which nobody posts anywhere."""
        first = self.now.first + timedelta(days=78)
        return Period(first, first + timedelta(days=8))

    @property
    def giveaway(self) -> date:
        """The day of the big contest: followers come, and some of them leave again."""
        return self.now.first + timedelta(days=102)

    @property
    def viral(self) -> date:
        """The day on or after which a clip of the brand goes round."""
        return self.now.first + timedelta(days=131)

    @property
    def lost_days(self) -> frozenset[date]:
        """Days for which the networks' own statistics give nothing."""
        return frozenset(self.now.first + timedelta(days=n) for n in (40, 41, 42, 97, 139))

    def each_day(self) -> Iterator[date]:
        return self.whole.each_day()


def around(chance: random.Random, middle: float, spread: float) -> float:
    """A value with a heavy tail to the right, half of the time above `middle`."""
    return middle * chance.lognormvariate(0, spread)


def counted(chance: random.Random, mean: float) -> int:
    """A count with about this mean and the scatter of counts."""
    return max(0, round(chance.gauss(mean, mean**0.5))) if mean > 12 else _rare(chance, mean)


def _rare(chance: random.Random, mean: float) -> int:
    """Arrivals with exponential gaps within a day: Poisson's count."""
    if mean <= 0:
        return 0
    found, at = 0, chance.expovariate(mean)
    while at < 1:
        found, at = found + 1, at + chance.expovariate(mean)
    return found


def drawn(chance: random.Random, weights: dict[T, float]) -> T:
    return chance.choices(list(weights), list(weights.values()))[0]
