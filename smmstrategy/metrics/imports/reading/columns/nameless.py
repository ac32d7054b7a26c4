"""Figures in columns without a name, as they stand beside a table."""

from itertools import pairwise

from smmstrategy.metrics.imports.reading.cells import labelled
from smmstrategy.metrics.imports.reading.columns import held
from smmstrategy.metrics.imports.reading.tables import marks
from smmstrategy.metrics.imports.reading.tables.grids import cell_at
from smmstrategy.metrics.imports.reading.tables.layout import Table


def figures(table: Table) -> list[str]:
    """Each cell of them with the words before it, as a person finds it; numbers that only count the rows are none."""
    width = max((len(cells) for _number, cells in table.rows), default=0)
    nameless = [position for position in range(width) if not cell_at(table.names, position)]
    found = [position for position in nameless if not _count_rows(table, position)] if not table.is_turned else []
    return [_called(table, row, position) for row in table.rows for position in found if _holds_figure(cell_at(row[1], position))]


def _holds_figure(cell: str) -> bool:
    return labelled.is_figure(cell) or bool(labelled.names(cell))


def _count_rows(table: Table, position: int) -> bool:
    texts = held.texts(table, position)
    return all(map(str.isdecimal, texts)) and all(int(below) == int(above) + 1 for above, below in pairwise(texts))


def _called(table: Table, row: tuple[int, list[str]], position: int) -> str:
    number, cells = row
    before = cell_at(cells, position - 1) if position and not cell_at(table.names, position - 1) else ""
    return f"{marks.letters(table.first_column + position)}{number} {before}".strip()
