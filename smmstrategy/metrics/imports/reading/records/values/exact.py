"""Rows of a file about the same days of which one has an exact figure and another a rounded one: the exact one counts.

Rows of one slice are its parts, and count all; that one may be another is said.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from operator import itemgetter
from typing import Any

from smmstrategy.metrics.catalogue import METRICS, Totals
from smmstrategy.metrics.imports.reading.cells import numbers
from smmstrategy.metrics.imports.reading.draft import Draft, Subject
from smmstrategy.metrics.imports.reading.records.values.periods import FIRST, LABEL, LAST, METRIC

NUMBER, IS_ROUNDED = 4, 6  # where they stand in the record of a value
MOST = 30  # exact figures with whose rows one with a rounded figure is compared: thousands of each would take minutes
Record = list[Any]
Figures = Mapping[str, tuple[str, bool]]  # by metric, each with whether it is rounded


def settle(draft: Draft) -> None:
    """A rounded figure is the exact one of another row, where it may be that one rounded."""
    for subject in draft.subjects.values():
        for values in by_days(subject):
            exact = [value[NUMBER] for value in values if not value[IS_ROUNDED]]
            for value in values:
                fitting = [number for number in exact if value[IS_ROUNDED] and numbers.may_be_rounded(number, value[NUMBER])]
                if fitting:
                    value[NUMBER], value[IS_ROUNDED] = fitting[-1], False


def by_days(subject: Subject) -> list[list[Record]]:
    """The values of the same metric, days and slice, each in a list of its own; the last counts, an exact one if any is."""
    found: dict[tuple, list[Record]] = defaultdict(list)
    for value in sorted(subject.values, key=lambda value: not value[IS_ROUNDED]):
        found[value[METRIC], value[FIRST], value[LAST], value[LABEL]].append(value)
    return list(found.values())


def said_again(parts: Sequence[tuple[str, Figures]]) -> list[str]:
    """The rows of one slice that may say rounded what another says exactly, figure by figure; of very many not all are compared."""
    rounded = {code for _row, figures in parts for code, (_number, is_rounded) in figures.items() if is_rounded}
    added_up = [code for code in rounded if METRICS[code].totals is Totals.SUM]
    found = {row for code in added_up for row in _rounded_again(code, parts)}
    return [row for row, _figures in parts if row in found]


def _rounded_again(code: str, parts: Sequence[tuple[str, Figures]]) -> Iterator[str]:
    told = [(row, figures, *figures[code]) for row, figures in parts if code in figures]
    exact = [(Decimal(number), figures) for _row, figures, number, is_rounded in told if not is_rounded]
    exact.sort(key=itemgetter(0))
    for row, figures, number, is_rounded in told:
        if is_rounded:
            low, high = (bisect_left(exact, end, key=itemgetter(0)) for end in numbers.exact_of(number))
            if any(_agree(figures, others) for _number, others in exact[low : min(high, low + MOST)]):
                yield row


def _agree(figures: Figures, others: Figures) -> bool:
    return all(numbers.agree(figures[code], others[code]) for code in figures.keys() & others.keys())
