"""Rows of a file about the same days of which one has an exact figure and another a rounded one: the exact one counts."""

from collections import defaultdict
from typing import Any

from smmstrategy.metrics.imports.reading.cells import numbers
from smmstrategy.metrics.imports.reading.draft import Draft, Subject
from smmstrategy.metrics.imports.reading.records.values.periods import FIRST, LABEL, LAST, METRIC

NUMBER, IS_ROUNDED = 4, 6  # where they stand in the record of a value
Record = list[Any]


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
