"""A column that is called «Primary» alone, as Meta calls each: what it counts says the title of its table."""

from dataclasses import replace

from smmstrategy.metrics.imports.reading.columns.headers import normalise
from smmstrategy.metrics.imports.reading.columns.titled import CALLED, by_title
from smmstrategy.metrics.imports.reading.tables.layout import Table


def completed(table: Table) -> Table:
    """The table with the name of that column completed by its title, if it has one."""
    if not table.notes:
        return table
    return replace(table, header=[by_title(table.notes[-1]) if _is_called_so(name) else name for name in table.header])


def _is_called_so(name: str) -> bool:
    return normalise(name) == normalise(CALLED)
