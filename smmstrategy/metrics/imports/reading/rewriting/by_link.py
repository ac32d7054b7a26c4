"""Columns of links to the posts of each network, «Ссылка ВК» beside «Ссылка ТГ»: as one column of the links of all."""

from collections.abc import Sequence
from dataclasses import replace

from smmstrategy.metrics.imports.reading.cells import links
from smmstrategy.metrics.imports.reading.columns import headers, held
from smmstrategy.metrics.imports.reading.kinds.fields import POST
from smmstrategy.metrics.imports.reading.kinds.network_columns import NetworkColumn, network_columns
from smmstrategy.metrics.imports.reading.messages import say
from smmstrategy.metrics.imports.reading.tables.grids import cell_at
from smmstrategy.metrics.imports.reading.tables.layout import Table

LINK = "permalink"
OF_SEVERAL = say("The row has links to posts of several networks, and its figures may be of all of them together.")


def parts(tables: Sequence[Table]) -> list[Table]:
    """The parts of one table, each with one column of links; beside one that has links the others may be of posts, too."""
    has_links = any(map(columns, tables))
    return [replace(joined(part), is_beside_links=has_links and len(tables) > 1) for part in tables]


def joined(table: Table) -> Table:
    """The table as it is, or with one column of links in place of those that name networks; a row with several is skipped.

    Where most have several it stays whole: what its figures are of only a person can say.
    """
    of_links = columns(table)
    links_of = {number: [cell for n in of_links if (cell := held.at(cells, n))] for number, cells in table.rows}
    if not of_links or sum(len(addresses) > 1 for addresses in links_of.values()) * 2 > len(links_of):
        return table
    first, *others = of_links
    kept = [n for n in range(len(table.header)) if n not in others]
    rows = [
        (number, ["".join(links_of[number]) if n == first else cell_at(cells, n) for n in kept])
        for number, cells in table.rows
        if len(links_of[number]) < 2
    ]
    names = dict(enumerate(table.names)) | {first: ", ".join(table.names[n] for n in of_links)}  # the reader's own column has none
    return replace(
        table,
        header=[_called(of_links[n]) if n == first else table.header[n] for n in kept],
        in_file=[names[n] for n in kept if n in names],
        rows=rows,
        skipped=[*table.skipped, *((number, OF_SEVERAL) for number, addresses in links_of.items() if len(addresses) > 1)],
    )


def columns(table: Table) -> dict[int, NetworkColumn]:
    """By position the columns of links to posts that name a network, where none is there that names none."""
    if LINK in headers.columns(table.header, {LINK: POST[LINK]}):
        return {}
    return {n: column for n, column in network_columns(table.header).items() if _leads_there(table, n, column)}


def _called(column: NetworkColumn) -> str:
    return column.rest if LINK in column.fields else LINK


def _leads_there(table: Table, position: int, column: NetworkColumn) -> bool:
    """By its name or by a network alone it may hold links, and whatever stands there is one to a post of that network."""
    addresses, may_hold = held.addresses(table, position), LINK in column.fields or column.rest == column.word
    return may_hold and bool(addresses) and all(_is_post(address, column.network) for address in addresses)


def _is_post(address: str, network: str) -> bool:
    link = links.post(address)
    return link is not None and link.network == network
