"""Where a grid came to stand on its worksheet."""

from collections.abc import Sequence
from dataclasses import dataclass

from xlsxwriter.utility import xl_rowcol_to_cell

from smmstrategy.reports.document import Cell, Figure, Grid, LiveFormula


@dataclass(frozen=True)
class Placed:
    """Rows and columns count from 0; `last_row` is at least the first."""

    grid: Grid
    header_row: int
    last_row: int
    first_column: int


def of_enough(placed: Placed, others: Sequence[Placed], first: int, last: int) -> str:
    """The cells of these columns without those of few posts, which LibreOffice would colour all the same; "" of no counts."""
    if placed.grid.counted_in is None:
        return ""
    counts = others[placed.grid.counted_in].grid.rows
    return " ".join(
        xl_rowcol_to_cell(row, placed.first_column + column)
        for row, cells in enumerate(counts, placed.header_row + 1)
        for column in range(first, last + 1)
        if not 0 < _count(cells[column]) < placed.grid.enough
    )


def _count(cell: Cell) -> int:
    figure = cell.figure if isinstance(cell, LiveFormula) else cell
    return int(figure.value or 0) if isinstance(figure, Figure) else 0
