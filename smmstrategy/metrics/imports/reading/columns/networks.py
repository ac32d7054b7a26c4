"""Which column of a table says the network of its rows: one that is called so and holds the names of networks."""

from collections.abc import Collection, Mapping, Sequence, Set

from smmstrategy.metrics.imports.reading.cells import links, networks, pages
from smmstrategy.metrics.imports.reading.columns import headers, held
from smmstrategy.metrics.imports.reading.tables.grids import address_of, cell_at
from smmstrategy.metrics.imports.reading.tables.layout import Table
from smmstrategy.metrics.imports.reading.vocabulary.accounts import MAY_BE_NETWORK, NETWORK, ORIGIN
from smmstrategy.metrics.networks import AMBIGUOUS

FIELD, SOURCE = "network", "by source"
HEADERS = {FIELD: f"{NETWORK}|{MAY_BE_NETWORK}"}
ADDRESSES = ("permalink", "account", "account_url")  # fields that may say the network, too


def settled(fields: Mapping[str, int], table: Table, known: str) -> dict[str, int]:
    """The fields with the column that says the network of each row, if one does, whatever it was taken for.

    `known` is the network of the table, or of the account a person has named. Days of one account may be told apart by where
    something is from.
    """
    others = {field: position for field, position in fields.items() if field != FIELD}
    of_days, account = "day" in others, others.get("account")
    taken = set(others.values()) - (set() if of_days else {account})
    position = _column(table, [NETWORK, MAY_BE_NETWORK], taken, others)
    if position is None and not (of_days and account is None):
        position = _column(table, [ORIGIN], taken, others)
        position = None if position is not None and known and known not in _networks_in(table, position) else position
    return others if position is None else {name: at for name, at in others.items() if at != position} | {FIELD: position}


def as_source(fields: Mapping[str, int], table: Table) -> dict[str, int]:
    """The fields of a site's table with the column of networks, where nothing else tells its rows apart: they sent its visitors."""
    position = None if any(name.startswith("by ") for name in fields) else column(table, {})
    return {**fields} if position is None or position in fields.values() else {**fields, SOURCE: position}


def column(table: Table, addressed: Mapping[str, int]) -> int | None:
    """The column of networks by its name and cells, and by the columns in which rows have addresses."""
    return _column(table, [NETWORK, MAY_BE_NETWORK], set(), addressed)


def named_in(table: Table, addressed: Mapping[str, int]) -> set[str]:
    """The networks that a table's column of them names."""
    position = column(table, addressed)
    return set() if position is None else _networks_in(table, position)


def of_addresses(cells: Sequence[str], fields: Mapping[str, int]) -> set[str]:
    """The networks to which the addresses of a row lead."""
    addresses = [address_of(cell_at(cells, fields[name])) for name in ADDRESSES if name in fields]
    return {link.network if (link := links.post(address)) else pages.network_of(address) for address in addresses} - {""}


def in_doubt(table: Table, fields: Mapping[str, int], *, of_days: bool = False) -> int | None:
    """A column that may say the network of rows or something else: called as one often is, it names networks among other words,
    or others than those its rows' addresses lead to; of days one of accounts, «Канал», that names several."""
    if FIELD in fields:
        return None
    of_others = set(fields.values())
    called = (position for position in _called(table.header, MAY_BE_NETWORK) if position not in of_others)
    doubtful = next((position for position in called if _names_beyond_doubt(_cells(table, position))), None)
    account = fields.get("account") if of_days else None
    if doubtful is None and account in _called(table.header, ORIGIN) and len(_networks_in(table, account)) > 1:
        return account if _are_networks(_cells(table, account)) else None
    return doubtful


def _column(table: Table, names: Sequence[str], taken: Set[int | None], fields: Mapping[str, int]) -> int | None:
    """The first column called so, the surest names before the others, that is not taken and holds networks.

    Under a sure name that may be any words, even one that nobody knows here.
    """
    for group in names:
        for position in _called(table.header, group):
            cells = [] if position in taken else _cells(table, position)
            may_be = bool(cells) if group == NETWORK else _are_networks(cells) and not _is_contradicted(table, position, fields)
            if may_be:
                return position
    return None


def called_surely(header: Sequence[str]) -> list[int]:
    """The columns whose name says that they hold networks, whatever they hold."""
    return _called(header, NETWORK)


def _called(header: Sequence[str], names: str) -> list[int]:
    known = headers.spread({FIELD: names})
    ways = (headers.normalise, headers.plain, headers.noted)
    return [position for position, name in enumerate(header) if any(way(name) in known for way in ways)]


def _are_networks(cells: Collection[str]) -> bool:
    """At least half of what stands there, one of them beyond doubt: a place may be called «Max» or «ОК», and none «Telegram»."""
    words = set(cells)
    ours = [cell for cell in words if networks.called(cell)]
    return (len(ours) + sum(map(networks.is_elsewhere, words))) * 2 >= len(words) and _names_beyond_doubt(cells)


def _names_beyond_doubt(cells: Collection[str]) -> bool:
    return any(networks.called(cell) and not AMBIGUOUS.fullmatch(cell) for cell in set(cells))


def _is_contradicted(table: Table, position: int, fields: Mapping[str, int]) -> bool:
    """Most rows that name a network there and have an address lead to another; one row alone among others is a slip."""
    of_rows = [(network, cells) for _number, cells in table.rows if (network := networks.called(cell_at(cells, position)))]
    both = [network in leads for network, cells in of_rows if (leads := of_addresses(cells, fields))]
    wrong = both.count(False)
    return wrong * 2 > len(both) and (wrong > 1 or len(both) == len(of_rows))


def _networks_in(table: Table, position: int) -> set[str]:
    return set(map(networks.called, _cells(table, position))) - {""}


def _cells(table: Table, position: int) -> list[str]:
    return [text for _number, cells in table.rows if (text := held.at(cells, position))]
