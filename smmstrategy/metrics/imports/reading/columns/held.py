"""What stands in the cells of a column, row by row, without those that are empty."""

from smmstrategy.metrics.imports.reading.tables.grids import address_of
from smmstrategy.metrics.imports.reading.tables.layout import Table, cell_at


def texts(table: Table, position: int) -> list[str]:
    return [cell for _number, cells in table.rows if (cell := cell_at(cells, position))]


def addresses(table: Table, position: int) -> list[str]:
    """Where they lead."""
    return list(map(address_of, texts(table, position)))
