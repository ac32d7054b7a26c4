"""Which columns hold dates, whatever they are called."""

from collections.abc import Mapping

from smmstrategy.metrics.imports.reading.cells import dates
from smmstrategy.metrics.imports.reading.columns import held
from smmstrategy.metrics.imports.reading.tables.layout import Table


def untaken(table: Table, columns: Mapping[str, int]) -> dict[int, str]:
    """By position those of which nothing is taken; of a clock without a day nothing is."""
    used = {position for name, position in columns.items() if name != "clock" or "published_at" in columns}
    others = {position: name for position, name in enumerate(table.names) if name and position not in used}
    return {position: name for position, name in others.items() if dates.are_days(held.texts(table, position))}
