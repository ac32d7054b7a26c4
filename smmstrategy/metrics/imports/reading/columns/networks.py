"""Which column of a table says the network of its rows: one that is called so and holds the names of networks."""

import re
from collections.abc import Collection, Mapping, Sequence, Set

from smmstrategy.metrics.imports.reading.cells import networks, numbers
from smmstrategy.metrics.imports.reading.columns import headers
from smmstrategy.metrics.imports.reading.tables.layout import Table, cell_at

FIELD = "network"
SURE = (
    "соцсеть|соцсети|соц. сеть|соц.сеть|соц сеть|социальная сеть|социальные сети|название соцсети|социальная площадка|"
    "social network|social media|social media platform|social platform"
)
USUAL = "площадка|платформа|сеть|network|platform|сервис|service|ресурс|соцмедиа|network name|platform name"  # or a venue, a site
BESIDE = "источник|source|канал|channel"  # days of one account may be told apart by where something is from
NAMES = {FIELD: f"{SURE}|{USUAL}"}
WORD = re.compile(r"ok|ок|x|х|max|макс|дзен|zen|yt|ig|телега", re.IGNORECASE)


def settled(fields: Mapping[str, int], table: Table) -> dict[str, int]:
    """The fields with the column that says the network of each row, if one does, whatever it was taken for."""
    others = {field: position for field, position in fields.items() if field != FIELD}
    of_days, account = "day" in others, others.get("account")
    taken = set(others.values()) - (set() if of_days else {account})
    found = _column(table, [SURE, USUAL] if of_days and account is None else [SURE, USUAL, BESIDE], taken)
    return others if found is None else {name: at for name, at in others.items() if at != found} | {FIELD: found}


def column(table: Table) -> int | None:
    """The column of networks by its name and cells alone."""
    return _column(table, [SURE, USUAL], set())


def named_in(table: Table) -> set[str]:
    """The networks that a table's column of them names."""
    position = column(table)
    return set() if position is None else set(map(networks.called, _cells(table, position))) - {""}


def _column(table: Table, names: Sequence[str], taken: Set[int | None]) -> int | None:
    """The first column called so, the surest names before the others, that is not taken and holds networks."""
    for group in names:
        known = headers.spread({FIELD: group})
        for position, name in enumerate(table.header):
            is_called_so = bool({headers.normalise(name), headers.plain(name), headers.noted(name)} & known.keys())
            if is_called_so and position not in taken and HOLDS[group](_cells(table, position)):
                return position
    return None


def _are_networks(cells: Collection[str]) -> bool:
    """At least half of what stands there."""
    told = set(cells)
    return bool(told) and sum(map(bool, map(networks.called, told))) * 2 >= len(told)


def _is_one_a_network(cells: Collection[str]) -> bool:
    """One beyond doubt: a place may be called «Max» or «ОК», and none «Telegram»."""
    return _are_networks(cells) or any(networks.called(cell) and not WORD.fullmatch(cell) for cell in cells)


def _cells(table: Table, position: int) -> list[str]:
    return [text for _number, cells in table.rows if (text := cell_at(cells, position)).casefold() not in numbers.ABSENT]


# What must stand in a column that is called so: anything, even a network that nobody knows here; one network; networks.
HOLDS = {SURE: bool, USUAL: _is_one_a_network, BESIDE: _are_networks}
