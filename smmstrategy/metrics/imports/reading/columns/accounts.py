"""Which column of a table of values says by addresses whose each row is."""

from collections.abc import Mapping

from smmstrategy.metrics.imports.reading.cells import pages
from smmstrategy.metrics.imports.reading.columns.networks import FIELD
from smmstrategy.metrics.imports.reading.tables.grids import address_of
from smmstrategy.metrics.imports.reading.tables.layout import Table, cell_at

ADDRESS, ACCOUNT = "account_url", "account"


def settled(fields: Mapping[str, int], table: Table) -> dict[str, int]:
    """The fields with the account where its addresses are; those of sites say nothing of whose a row is.

    An address says more than a name. A column of networks may hold addresses too.
    """
    others = {name: position for name, position in fields.items() if name != ADDRESS}
    at_address = [position for name in (ADDRESS, FIELD) if (position := fields.get(name)) is not None and _pages(table, position)]
    is_said_there = bool(at_address) and (ADDRESS in fields or ACCOUNT not in fields)
    return others | ({ACCOUNT: at_address[0]} if is_said_there else {})


def in_doubt(table: Table, fields: Mapping[str, int]) -> int | None:
    """A column under another name in which the addresses of several accounts stand."""
    if ACCOUNT in fields:
        return None
    return next((n for n in range(len(table.header)) if n not in fields.values() and len(_pages(table, n)) > 1), None)


def are_pages(table: Table, position: int) -> bool:
    """Whatever stands there is the address of somebody's page, not of a post."""
    cells = [address_of(cell) for _number, row in table.rows if (cell := cell_at(row, position))]
    return bool(cells) and all(map(pages.profile, cells))


def _pages(table: Table, position: int) -> set[tuple[str, str]]:
    """Whose the addresses in a column are."""
    cells = {address_of(cell) for _number, row in table.rows if (cell := cell_at(row, position))}
    owners = {(network, pages.handle_in(network, cell)) for cell in cells if (network := pages.network_of(cell))}
    return {page for page in owners if page[1]}
