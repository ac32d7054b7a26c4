"""Which column of a table of values says by addresses whose each row is."""

from collections.abc import Mapping

from smmstrategy.metrics.imports.reading.cells import pages
from smmstrategy.metrics.imports.reading.columns import held
from smmstrategy.metrics.imports.reading.columns.networks import FIELD
from smmstrategy.metrics.imports.reading.tables.layout import Table

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
    addresses = held.addresses(table, position)
    return bool(addresses) and all(map(pages.profile, addresses))


def _pages(table: Table, position: int) -> set[tuple[str, str]]:
    """Whose the addresses in a column are."""
    leads = {(address, pages.network_of(address)) for address in held.addresses(table, position)}
    owners = {(network, pages.handle_in(network, address)) for address, network in leads if network}
    return {owner for owner in owners if owner[1]}
