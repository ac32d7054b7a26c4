"""A row below the names of figures that says what these are, «тыс.», «чел.» or «план»: as part of them, «Подписчики, тыс.»."""

import re
from collections.abc import Mapping
from dataclasses import replace

from smmstrategy.metrics.imports.reading.cells import numbers, plans
from smmstrategy.metrics.imports.reading.kinds import network_columns
from smmstrategy.metrics.imports.reading.tables.layout import Table
from smmstrategy.metrics.imports.reading.vocabulary.units import NAME, UNIT


def named(table: Table) -> Table:
    """The table as it is, or without such a row, where nothing else stands in it."""
    said = _said_below_names(table)
    if not said or not all(map(_is_of_figures, said.values())):
        return table
    header = [f"{name}, {said[n].strip('()')}" if n in said else name for n, name in enumerate(table.header)]
    return replace(table, header=header, in_file=table.names, rows=table.rows[1:])


def _said_below_names(table: Table) -> Mapping[int, str]:
    """What stands in the first row under the names of figures; nothing where there are numbers in it, or it says whose or when."""
    cells = table.rows[0][1] if table.rows else []
    filled = {n: cell for n, cell in enumerate(cells[: len(table.header)]) if cell}
    found = {n: cell for n, cell in filled.items() if network_columns.is_figure(table.header[n])}
    others = [cell for n, cell in filled.items() if n not in found]
    is_alone = all(NAME.fullmatch(cell.casefold().strip()) or _is_of_figures(cell) for cell in others)
    return found if is_alone and not any(map(numbers.is_number, cells)) else {}


def _is_of_figures(cell: str) -> bool:
    words = re.split(r"[\s./]+", cell.casefold().strip("(). "))
    return all(map(UNIT.fullmatch, words)) or plans.is_plan(cell) or plans.is_fact(cell)
