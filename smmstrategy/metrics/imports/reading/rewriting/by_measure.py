"""The day on which followers were counted, «Дата замера»: read as the day of the row, where nothing else is counted."""

from dataclasses import replace

from smmstrategy.metrics.catalogue import METRICS
from smmstrategy.metrics.imports.reading.columns import headers
from smmstrategy.metrics.imports.reading.kinds.days import OF_ACCOUNTS
from smmstrategy.metrics.imports.reading.records.posts import addresses
from smmstrategy.metrics.imports.reading.tables.layout import Table
from smmstrategy.metrics.imports.reading.vocabulary.calendar import MEASURED

DAY = "Дата"


def named(table: Table) -> Table:
    """The table with that name in place of its own; not one with days of its own or links to posts."""
    fields, measured = headers.columns(table.header, OF_ACCOUNTS), headers.columns(table.header, {"day": MEASURED})
    counts_followers = fields.keys() & METRICS.keys() == {"followers"}
    if not measured or "day" in fields or not counts_followers or addresses.networks_of_posts(table):
        return table
    header = [DAY if n == measured["day"] else name for n, name in enumerate(table.header)]
    return replace(table, header=header, in_file=table.names)
