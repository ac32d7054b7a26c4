"""Columns of links to the posts of each network, «Ссылка ВК» beside «Ссылка ТГ»: as one column of the links of all."""

from collections.abc import Sequence
from dataclasses import replace

from smmstrategy.metrics.imports.reading.by_network import Named, named
from smmstrategy.metrics.imports.reading.cells import links, numbers
from smmstrategy.metrics.imports.reading.columns import headers
from smmstrategy.metrics.imports.reading.kinds.vocabulary import POST
from smmstrategy.metrics.imports.reading.messages import say
from smmstrategy.metrics.imports.reading.tables.grids import address_of
from smmstrategy.metrics.imports.reading.tables.layout import Table, cell_at

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
    found = columns(table)
    linked = {number: [cell for n in found if (cell := _said(cells, n))] for number, cells in table.rows}
    if not found or sum(len(told) > 1 for told in linked.values()) * 2 > len(linked):
        return table
    first, *others = found
    kept = [n for n in range(len(table.header)) if n not in others]
    rows = [
        (number, ["".join(linked[number]) if n == first else cell_at(cells, n) for n in kept])
        for number, cells in table.rows
        if len(linked[number]) < 2
    ]
    names = dict(enumerate(table.names)) | {first: ", ".join(table.names[n] for n in found)}  # the reader's own column has none
    return replace(
        table,
        header=[_called(found[n]) if n == first else table.header[n] for n in kept],
        called=[names[n] for n in kept if n in names],
        rows=rows,
        skipped=[*table.skipped, *((number, OF_SEVERAL) for number, told in linked.items() if len(told) > 1)],
    )


def columns(table: Table) -> dict[int, Named]:
    """By position the columns of links to posts that name a network, where none is there that names none."""
    if LINK in headers.columns(table.header, {LINK: POST[LINK]}):
        return {}
    return {n: one for n, name in enumerate(table.header) if (one := named(name)) and _leads_there(table, n, one)}


def _called(one: Named) -> str:
    return one.rest if LINK in one.fields else LINK


def _leads_there(table: Table, position: int, one: Named) -> bool:
    """By its name or by a network alone it may hold links, and whatever stands there is one to a post of that network."""
    cells = [address_of(cell) for _number, row in table.rows if (cell := _said(row, position))]
    return (LINK in one.fields or one.rest == one.word) and bool(cells) and all(_is_post(cell, one.network) for cell in cells)


def _said(cells: Sequence[str], position: int) -> str:
    """The cell, empty where it says that there is nothing."""
    cell = cell_at(cells, position)
    return "" if cell.casefold() in numbers.ABSENT else cell


def _is_post(address: str, network: str) -> bool:
    link = links.post(address)
    return link is not None and link.network == network
