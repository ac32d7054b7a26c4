"""Figures above which no row of names stands: their columns are called by their letters."""

import re
from collections.abc import Sequence

from smmstrategy.metrics.imports.reading.cells import dates
from smmstrategy.metrics.imports.reading.tables import marks
from smmstrategy.metrics.imports.reading.tables.grids import cell_at
from smmstrategy.metrics.imports.reading.tables.header_rows import NUMERIC

TO = re.compile(r"\s*[-–—]\s*")
MONTH = re.compile(r"(?:0[1-9]|1[0-2])\.20\d\d", re.ASCII)
Rows = Sequence[tuple[int, list[str]]]


def names(header: Sequence[str], rows: Rows, first_column: int) -> list[str]:
    """The letter of each column that holds anything; none where the header is one of names."""
    if not _has_none(header, rows):
        return []
    width = max(len(cells) for _number, cells in rows)
    filled = [any(cell_at(cells, position) for _number, cells in rows) for position in range(width)]
    return [marks.letters(first_column + position) if is_filled else "" for position, is_filled in enumerate(filled)]


def _has_none(header: Sequence[str], rows: Rows) -> bool:
    """One line of words was taken for the header, and figures stand beside what is under it, not days alone as on a cover."""
    return sum(map(bool, header)) < 2 and any(
        NUMERIC.fullmatch(cell) and not cell_at(header, position) and not _says_days(cell)
        for _number, cells in rows
        for position, cell in enumerate(cells)
    )


def _says_days(cell: str) -> bool:
    """A day, a month, or a stretch from one to another, «01.03.24-31.08.24»."""
    parts = TO.split(cell)
    return dates.are_days(dates.ends(cell)) or all(MONTH.fullmatch(part) or dates.are_days([part]) for part in parts)
