"""Rows of posts whose status says that they were not published, as in a content plan: skipped with the reason."""

from collections.abc import Mapping

from smmstrategy.metrics.catalogue import METRICS
from smmstrategy.metrics.imports.reading.cells import numbers
from smmstrategy.metrics.imports.reading.columns import headers
from smmstrategy.metrics.imports.reading.messages import Message, say
from smmstrategy.metrics.imports.reading.tables.grids import cell_at
from smmstrategy.metrics.imports.reading.tables.layout import Table
from smmstrategy.metrics.imports.reading.vocabulary import posts


def skip(table: Table, fields: Mapping[str, int]) -> None:
    """Skip them; a link or a figure shows that a post was published, whatever its status still says."""
    position = headers.columns(table.header, {"status": posts.STATUS}).get("status")
    if position is None or position in fields.values():
        return
    shown = {at for field, at in fields.items() if field == "permalink" or field.partition("*")[0] in METRICS}
    refused: dict[int, Message] = {}
    for number, cells in table.rows:
        status = cell_at(cells, position)
        if _says_so(status) and not any(_is_something(cell_at(cells, at)) for at in shown):
            refused[number] = say("The post was not published, as its status says: «{value}».", value=status)
    table.skipped += refused.items()
    table.rows = [row for row in table.rows if row[0] not in refused]


def _says_so(status: str) -> bool:
    return posts.NOT_PUBLISHED.fullmatch(headers.normalise(status).strip(" .!")) is not None


def _is_something(cell: str) -> bool:
    return cell.casefold() not in numbers.ABSENT and cell.strip("0") != ""
