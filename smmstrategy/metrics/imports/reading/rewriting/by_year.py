"""Lines inside a table that say a year, «2025» alone in a row: it is that of the days and months below, which name none."""

import re
from collections.abc import Sequence
from dataclasses import replace

from smmstrategy.metrics.imports.reading.columns import headers, years
from smmstrategy.metrics.imports.reading.messages import say
from smmstrategy.metrics.imports.reading.tables.grids import cell_at
from smmstrategy.metrics.imports.reading.tables.layout import Table
from smmstrategy.metrics.imports.reading.vocabulary.calendar import DAY_NAMES

YEAR = re.compile(r"(20\d\d)(?:\s?(?:г\.?|год))?", re.ASCII)
LINE = say("This line says the year of the rows below it; it holds no data.")


def dated(table: Table, said: Sequence[int] = ()) -> Table:
    """The table as it is, or its days with the year of the line above them, which ends where a row of figures says another.

    Where its days are says its header, or a person has `said` it.
    """
    places = said or [n for n, name in enumerate(table.header) if headers.plain(name) in DAY_NAMES]
    if len(places) != 1 or not any(_year(cells, places[0]) for _number, cells in table.rows):
        return table
    place, year, rows, lines = places[0], "", [], []
    for number, cells in table.rows:
        if told := _year(cells, place):
            year = told
            lines.append((number, LINE))
        else:
            year = "" if YEAR.fullmatch(cell_at(cells, place)) else year
            rows.append((number, [_with_year(cell, year) if n == place else cell for n, cell in enumerate(cells)]))
    are_of_lines = any(years.is_without(cell_at(cells, place)) for _number, cells in table.rows)
    return replace(table, rows=rows, skipped=[*table.skipped, *lines]) if are_of_lines else table


def _year(cells: list[str], place: int) -> str:
    """The year that a row says and nothing else, under its days or first: elsewhere it is a figure."""
    filled = [n for n, cell in enumerate(cells) if cell]
    found = YEAR.fullmatch(cells[filled[0]]) if len(filled) == 1 and filled[0] in (0, place) else None
    return found[1] if found else ""


def _with_year(text: str, year: str) -> str:
    return years.in_year(text, int(year))[1] if year and years.is_without(text) and years.in_year(text, int(year)) else text
