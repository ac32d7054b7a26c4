"""What a formula is: code, version and words; of a rate of single posts also its arithmetic."""

import operator
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pandas

from smmstrategy.metrics.catalogue import Unit


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

    One that means something in some networks alone is that of their posts.
    """

    function: Callable[..., Any] = operator.truediv

    def over(self, table: pandas.DataFrame, **columns: Any) -> pandas.Series:
        """The rate of each row, as floats; inputs are columns of the table or given by name. No base, no value: NaN."""
        inputs = [columns[name] if name in columns else table[name] for name in self.inputs]
        result = pandas.Series(self.function(*inputs), index=table.index, dtype="float64")
        return result.where(result.abs() != float("inf"))


def rate(code: str, ru: str, en: str, numerator: str, denominator: str, **more: Any) -> PostRate:
    return PostRate(code, ru, en, f"{numerator} ÷ {denominator}", inputs=(numerator, denominator), **more)


def remaining(whole: pandas.Series, *parts: pandas.Series) -> pandas.Series:
    """What the parts leave of the whole, as a share of it; parts that overlap beyond it leave no share."""
    share = (whole - sum(parts)) / whole
    return share.where(share >= 0)


def of_counted(acts: pandas.Series, seen: pandas.Series) -> pandas.Series:
    """What people did on what was seen; more of it than was seen comes from where nobody counted."""
    return (acts / seen).where(acts <= seen)
