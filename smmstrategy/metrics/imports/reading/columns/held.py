"""What stands in the cells of a column, row by row, without those that are empty or, with addresses, say that there is none."""

from collections.abc import Sequence

from smmstrategy.metrics.imports.reading.cells import numbers
from smmstrategy.metrics.imports.reading.tables.grids import address_of, cell_at
from smmstrategy.metrics.imports.reading.tables.layout import Table


def texts(table: Table, position: int) -> list[str]:
    return [cell for _number, cells in table.rows if (cell := cell_at(cells, position))]


def addresses(table: Table, position: int) -> list[str]:
    """Where they lead."""
    return [address_of(cell) for _number, cells in table.rows if (cell := at(cells, position))]


def at(cells: Sequence[str], position: int) -> str:
    """The cell, empty where it says that there is nothing."""
    cell = cell_at(cells, position)
    return "" if cell.casefold() in numbers.ABSENT else cell
