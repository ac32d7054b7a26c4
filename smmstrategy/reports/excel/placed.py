"""Where a grid came to stand on its worksheet."""

from dataclasses import dataclass

from smmstrategy.reports.document import Grid


@dataclass(frozen=True)
class Placed:
    """Rows and columns count from 0; `last_row` is at least the first."""

    grid: Grid
    header_row: int
    last_row: int
    first_column: int
