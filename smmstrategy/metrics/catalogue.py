"""The metric catalogue: code, names, unit, how a metric totals, which networks give it, and which way is good."""

from dataclasses import dataclass
from enum import StrEnum


class Unit(StrEnum):
    COUNT = "count"
    RATIO = "ratio"  # stored 0.0123, shown 1.23 %
    PER_WEEK = "per_week"
    SECONDS = "seconds"
    HOURS = "hours"
    DAYS = "days"
    CHARACTERS = "characters"
    MONEY = "money"
    SCORE = "score"
    TIMES = "times"


class Totals(StrEnum):
    """How values of several days or posts become one."""

    SUM = "sum"
    LAST = "last"
    NEVER = "never"  # unique people: adding them up counts the same person twice


class Level(StrEnum):
    POST = "post"
    ACCOUNT = "account"


class NeverTotals(ValueError):
    """Somebody tried to add up a metric that counts unique people."""


@dataclass(frozen=True, slots=True)
class Metric:
    code: str
    ru: str
    en: str
    unit: Unit
    totals: Totals
    level: Level
    networks: frozenset[str]
    good: int = 1  # +1 more is better, -1 less is better, 0 neither
    note_ru: str = ""
    note_en: str = ""

    def name(self, language: str) -> str:
        return self.ru if language == "ru" else self.en
