"""What a formula is: code, version and words; of a rate of single posts also its arithmetic."""

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from smmstrategy.metrics.catalogue import Unit

if TYPE_CHECKING:  # the tables are loaded where something is worked out, not in every process that names a formula
    import numpy
    import pandas


@dataclass(frozen=True, slots=True)
class Formula:
    """What a derived number is, in words.

    `good` is +1 where more is better, −1 where less is, 0 where neither. The version rises when the number is worked out
    differently, wherever that is done. `source` is the page its definition is taken from, "" for what the field agrees on.
    """

    code: str
    ru: str
    en: str
    text: str
    unit: Unit = Unit.RATIO
    version: int = 1
    good: int = 1
    note_ru: str = ""
    note_en: str = ""
    source: str = ""
    inputs: tuple[str, ...] = ()  # codes of what it is worked out from, where not every network gives them
    networks: frozenset[str] = frozenset()  # none: any

    @property
    def id(self) -> str:
        return f"{self.code}@{self.version}"

    def name(self, language: str) -> str:
        return self.ru if language == "ru" else self.en

    def note(self, language: str) -> str:
        return self.note_ru if language == "ru" else self.note_en


@dataclass(frozen=True, slots=True)
class PostRate(Formula):
    """A rate of single posts, worked out here for a whole table of them. `text` says it in the names of the inputs.

    One that means something in some networks alone is that of their posts. What `counted` refuses of the inputs has no rate, as
    the note says.
    """

    function: Callable[..., Any] = operator.truediv
    counted: Callable[..., Any] | None = None  # None: whatever they are

    def over(self, table: "pandas.DataFrame", **columns: Any) -> "pandas.Series":
        """The rate of each row, as floats; inputs are columns of the table or given by name. No base, no value: NaN."""
        import numpy
        import pandas

        inputs = [numpy.asarray(columns[name] if name in columns else table[name], float) for name in self.inputs]
        with numpy.errstate(divide="ignore", invalid="ignore"):
            result = numpy.broadcast_to(self.function(*inputs), len(table)).copy()
        result[numpy.isinf(result)] = numpy.nan
        if self.counted:
            result[~self.counted(*inputs)] = numpy.nan
        return pandas.Series(result, index=table.index)

    def uncounted(self, table: "Mapping[str, Any] | pandas.DataFrame") -> "numpy.ndarray":
        """Which rows have no rate by its rule alone: all it is worked out from is known."""
        import numpy

        inputs = [numpy.asarray(table[name], float) for name in self.inputs]
        if self.counted is None:
            return numpy.zeros(len(inputs[0]), bool)
        is_known = ~numpy.isnan(inputs).any(axis=0) & ~self.counted(*inputs)
        return is_known & numpy.isin(table["network"], list(self.networks)) if self.networks else is_known


def rate(code: str, ru: str, en: str, numerator: str, denominator: str, **more: Any) -> PostRate:
    return PostRate(code, ru, en, f"{numerator} ÷ {denominator}", inputs=(numerator, denominator), **more)


def rate_of_seen(code: str, ru: str, en: str, numerator: str, denominator: str, **more: Any) -> PostRate:
    """One of acts on what was seen."""
    return rate(code, ru, en, numerator, denominator, counted=within_seen, **more)


def remaining(whole: "pandas.Series", *parts: "pandas.Series") -> "pandas.Series":
    """What the parts leave of the whole, as a share of it."""
    return (whole - sum(parts)) / whole


def within_whole(whole: Any, *parts: Any) -> Any:
    """Parts that overlap beyond the whole leave no share."""
    return sum(parts) <= whole


def within_seen(*acts_and_seen: Any) -> Any:
    """More of what people did than was seen, which is the last, comes from where nobody counted."""
    *acts, seen = acts_and_seen
    return sum(acts) <= seen
