"""Which column of a table says whose each row is, by addresses or by names."""

from collections import Counter
from collections.abc import Mapping, Sequence

from smmstrategy.metrics.imports.reading.cells import links, pages
from smmstrategy.metrics.imports.reading.columns import figures, headers, held
from smmstrategy.metrics.imports.reading.columns.networks import FIELD
from smmstrategy.metrics.imports.reading.tables.layout import Table, cell_at

ADDRESS, ACCOUNT, TITLE = "account_url", "account", "title"
# What a page is called in words, as rows of several brands or competitors say it; an address says more.
NAMES = (
    "account name|page name|channel name|community name|имя аккаунта|имя страницы|название аккаунта|название страницы|"
    "название сообщества|название канала|название группы|название паблика|competitor|конкурент|brand|бренд|company|компания"
)
MAY_BE_NAMES = "название|наименование|имя|name|title"  # of pages, or of posts
ROWS_OF_A_NAME = 3  # on the average, in one network


def named(fields: Mapping[str, int], table: Table) -> dict[str, int]:
    """The fields without a column of names that holds figures, or that stands beside the addresses of all posts and their pages."""
    position = fields.get(ACCOUNT)
    is_of_names = position in _called(table.header, NAMES)
    if is_of_names and (figures.are_held(table, position) or _all_say_whose(table, fields.get("permalink"))):
        return {name: at for name, at in fields.items() if name != ACCOUNT}
    return {**fields}


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


def titles_in_doubt(table: Table, fields: Mapping[str, int]) -> int | None:
    """A column that may hold titles or the names of pages: those of several come again and again in one network."""
    if ACCOUNT in fields or _all_say_whose(table, fields.get("permalink")):
        return None
    taken = {at for name, at in fields.items() if name != TITLE}
    maybe = [position for position in _called(table.header, MAY_BE_NAMES) if position not in taken]
    return next((position for position in maybe if _come_again(table, position, fields.get(FIELD))), None)


def _come_again(table: Table, position: int, network: int | None) -> bool:
    pairs = ((cell_at(cells, position), "" if network is None else cell_at(cells, network)) for _number, cells in table.rows)
    counts = Counter(pair for pair in pairs if pair[0])
    is_of_several = len({name for name, _network in counts}) > 1
    return is_of_several and not figures.are_held(table, position) and counts.total() >= len(counts) * ROWS_OF_A_NAME


def _called(header: Sequence[str], names: str) -> list[int]:
    known = headers.spread({ACCOUNT: names})
    return [position for position, name in enumerate(header) if {headers.normalise(name), headers.plain(name)} & known.keys()]


def _all_say_whose(table: Table, permalink: int | None) -> bool:
    """Every row has the address of a post that says whose it is."""
    if permalink is None:
        return False
    leads = [links.post(address) for address in held.addresses(table, permalink)]
    return len(leads) == len(table.rows) and all(link and link.handle for link in leads)


def are_pages(table: Table, position: int) -> bool:
    """Whatever stands there is the address of somebody's page, not of a post."""
    addresses = held.addresses(table, position)
    return bool(addresses) and all(map(pages.profile, addresses))


def _pages(table: Table, position: int) -> set[tuple[str, str]]:
    """Whose the addresses in a column are."""
    leads = {(address, pages.network_of(address)) for address in held.addresses(table, position)}
    owners = {(network, pages.handle_in(network, address)) for address, network in leads if network}
    return {owner for owner in owners if owner[1]}
