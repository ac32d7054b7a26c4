"""A row below the names of figures that says what these are, «тыс.», «чел.» or «план»: as part of them, «Подписчики, тыс.»."""

import re
from collections.abc import Mapping
from dataclasses import replace

from smmstrategy.metrics.imports.reading.cells import numbers, plans
from smmstrategy.metrics.imports.reading.kinds import network_columns
from smmstrategy.metrics.imports.reading.tables.layout import Table
from smmstrategy.metrics.imports.reading.vocabulary.units import UNIT


def named(table: Table) -> Table:
    """The table as it is, or without such a row, where nothing else stands under any of its figures."""
    said = _said_below_names(table)
    if not said or not all(map(_is_of_figures, said.values())):
        return table
    header = [f"{name}, {said[n].strip('()')}" if n in said else name for n, name in enumerate(table.header)]
    return replace(table, header=header, in_file=table.names, rows=table.rows[1:])


def _said_below_names(table: Table) -> Mapping[int, str]:
    """What stands in the first row under the names of figures; nothing where there are numbers in it."""
    cells = table.rows[0][1] if table.rows else []
    found = {n: cell for n, (name, cell) in enumerate(zip(table.header, cells, strict=False)) if network_columns.is_figure(name)}
    return {} if any(map(numbers.is_number, cells)) else {n: cell for n, cell in found.items() if cell}


def _is_of_figures(cell: str) -> bool:
    words = re.split(r"[\s./]+", cell.casefold().strip("(). "))
    return all(map(UNIT.fullmatch, words)) or plans.is_plan(cell) or plans.is_fact(cell)
