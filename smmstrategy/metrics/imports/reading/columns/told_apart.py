"""Whether rows that are alike in some columns are told apart by another."""

from collections import defaultdict
from collections.abc import Collection

from smmstrategy.metrics.imports.reading.tables.grids import cell_at
from smmstrategy.metrics.imports.reading.tables.layout import Table


def are_by(table: Table, position: int, alike: Collection[int]) -> bool:
    """Two rows at least say the same in the columns `alike`, and something else there."""
    there: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for _number, cells in table.rows:
        there[tuple(cell_at(cells, at).casefold() for at in alike)].add(cell_at(cells, position).casefold())
    return any(len(texts) > 1 for texts in there.values())
