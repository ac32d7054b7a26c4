"""Columns that say in their names that each figure is one of a whole stretch of days: «Охват за период» is none of a day."""

import re
from collections.abc import Collection, Mapping

from smmstrategy.metrics.catalogue import METRICS, Totals
from smmstrategy.metrics.imports.reading.cells import dates
from smmstrategy.metrics.imports.reading.columns import headers, whole
from smmstrategy.metrics.imports.reading.tables.grids import cell_at
from smmstrategy.metrics.imports.reading.tables.layout import Table

STRETCH = (
    r"(?:весь |все |всю |the |whole |last |past |посл(?:едн\w+|\.) )*(?:\d+[ -])?"
    r"(?:период|месяц|неделю|квартал|год|время|дней|дня|period|month|week|quarter|year|days)"
)
WORDS = re.compile(rf"\W*\b(?:(?:за|for|in|over|per) {STRETCH}|(?<=[(\[]){STRETCH}(?=[)\]]))\b\W*")
OF_ROW = re.compile(r"\W*\b(?:(?:за|for|over) (?:весь |the |whole )?)?(?:период|period)\b\W*")  # the one its own row is about


def called(name: str) -> str:
    """What a column of figures of a stretch is called without it; empty for any other."""
    name = headers.normalise(name)
    return WORDS.sub(" ", name).strip() if WORDS.search(name) else ""


def are_rows_days(table: Table, day: int) -> bool:
    """A row has one day, not a month or the first and the last of several."""
    is_of_days = whole.called(table.header[day]) is None
    return is_of_days and any(dates.is_single_day(cell_at(cells, day)) for _number, cells in table.rows)


def settled(fields: Mapping[str, int], aliases: headers.Aliases, table: Table) -> dict[str, int]:
    """The fields of a table of values: figures of a stretch are those of rows that are stretches, and none of days.

    A name that its kind knows whole means what it means there; what stands at the end of a stretch stands on its day.
    """
    if "day" not in fields:
        return {**fields}
    known = headers.spread(aliases)
    if are_rows_days(table, fields["day"]):
        return {name: n for name, n in fields.items() if not _is_of_stretch(name, table.header[n], known)}
    of_stretches = {
        known[rest][0]: position
        for position, name in enumerate(table.header)
        if (rest := _of_row(name)) in known and position not in fields.values() and known[rest][0].partition("*")[0] in METRICS
    }
    return of_stretches | fields


def unused(table: Table, fields: Mapping[str, int]) -> set[int]:
    """The columns of figures of a stretch in a table of days."""
    if "day" not in fields or not are_rows_days(table, fields["day"]):
        return set()
    return {position for position, name in enumerate(table.header) if called(name)} - {*fields.values()}


def _is_of_stretch(field: str, name: str, known: Collection[str]) -> bool:
    code = field.partition("*")[0]
    is_flow = code in METRICS and METRICS[code].totals is not Totals.LAST
    return is_flow and bool(called(name)) and headers.normalise(name) not in known


def _of_row(name: str) -> str:
    name = headers.normalise(name)
    return OF_ROW.sub(" ", name).strip() if OF_ROW.search(name) else ""
