"""Columns that name the network their figures are of, «VK подписчики»: a table of several networks as one of each."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from smmstrategy.metrics.catalogue import METRICS
from smmstrategy.metrics.imports.reading import kinds
from smmstrategy.metrics.imports.reading.cells.networks import are_beyond_doubt
from smmstrategy.metrics.imports.reading.columns import headers, networks
from smmstrategy.metrics.imports.reading.draft import Context
from smmstrategy.metrics.imports.reading.kinds.days import DAYS
from smmstrategy.metrics.imports.reading.kinds.traffic import NUMBERS
from smmstrategy.metrics.imports.reading.kinds.vocabulary import POST, addressed
from smmstrategy.metrics.imports.reading.tables import marks
from smmstrategy.metrics.imports.reading.tables.layout import Table, cell_at
from smmstrategy.metrics.networks import CALLED

FIGURES = [headers.spread(words) for words in (DAYS, POST)]
OF_SITE = headers.spread(NUMBERS)
CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)
BEFORE = {network: re.compile(rf"\W*(?P<name>{names.pattern})\W+(?P<rest>.+)", re.IGNORECASE) for network, names in CALLED.items()}
BEHIND = {
    network: re.compile(
        rf"(?P<rest>.*?\w)\W+(?:(?:в|во|на|in|on)\s+)?(?P<name>{names.pattern})[)\]»\"]?(?P<note>(?:\W.*)?)", re.IGNORECASE
    )
    for network, names in CALLED.items()
}


class Named(NamedTuple):
    """The network a column names, by which word, and what the column is called without it."""

    network: str
    word: str
    rest: str


@lru_cache(maxsize=10_000)
def named(header: str) -> Named | None:
    """The network whose figures a column says it holds, if these have a known name."""
    if kinds.is_known(header):
        return None
    found = [
        Named(network, m["name"], m["rest"] + m.groupdict("").get("note", ""))
        for words in (BEFORE, BEHIND)
        for network, name in words.items()
        if (m := name.fullmatch(header))
    ]
    return next((one for one in found if is_figure(one.rest)), None)


def is_figure(header: str) -> bool:
    """It measures accounts or posts of networks."""
    return bool(_metrics(header))


def _metrics(header: str) -> set[str]:
    """What it may measure, in tables of days and of posts."""
    found = {known[name][0] for known in FIGURES for name in _names(header) if name in known}
    return {field for field in found if field.partition("*")[0] in METRICS}


def _names(header: str) -> set[str]:
    return {headers.normalise(header), headers.plain(header)}


def columns(header: Sequence[str]) -> dict[int, Named]:
    """By position the columns that name a network; none where one word alone does that may mean something else."""
    found = {position: one for position, name in enumerate(header) if (one := named(name))}
    return found if are_beyond_doubt(one.word for one in found.values()) else {}


def is_told_of(table: Table, context: Context) -> bool:
    """A person has said what columns hold that name networks, and something else than parting the table by these would say."""
    told = {headers.normalise(name): field for name, field in context.options.get("fields", {}).items()}
    of_networks = columns(table.header)
    said = {position: told.get(headers.normalise(table.header[position]), "") for position in of_networks}
    is_as_named = all(said[position] in _metrics(found.rest) for position, found in of_networks.items())
    return any(said.values()) and not (is_as_named and _is_parted(table))


def tables(table: Table, context: Context) -> list[Table]:
    """The table as it is, or one of each network its figures name, with a column that says which.

    Beside figures that name none it stays whole: those may be of all networks together, unless a person has named an account in
    the only one.
    """
    of_networks = columns(table.header)
    there = list(dict.fromkeys(found.network for found in of_networks.values()))
    if _is_parted(table):
        return [_of(network, table, of_networks, is_first=network == there[0]) for network in there]
    header = [of_networks[position].rest if position in of_networks else name for position, name in enumerate(table.header)]
    is_of_account = context.account and there == [context.account[0]] and len(set(map(headers.plain, header))) == len(header)
    return [replace(table, header=header)] if is_of_account and not _says_networks(table) else [table]


def _is_parted(table: Table) -> bool:
    of_networks = columns(table.header)
    others = any(is_figure(name) or _names(name) & OF_SITE.keys() for name in table.header)
    return bool(of_networks) and not others and not _says_networks(table)


def _says_networks(table: Table) -> bool:
    return networks.column(table, addressed(table.header)) is not None


def _of(network: str, table: Table, of_networks: Mapping[int, Named], *, is_first: bool) -> Table:
    own = [position for position, found in of_networks.items() if found.network == network]
    kept = [position for position in range(len(table.header)) if position in own or position not in of_networks]
    header = [of_networks[position].rest if position in own else table.header[position] for position in kept]
    word = of_networks[own[0]].word
    rows = [(number, [*(cell_at(cells, position) for position in kept), word]) for number, cells in table.rows]
    letters, skipped = (table.begins_at, table.skipped) if is_first else (marks.letters(table.first_column + own[0]), [])
    # by a «Social network» visitors of a site are told apart
    column = "Соцсеть" if any(map(CYRILLIC.search, table.header)) else "Social media"
    return replace(table, header=[*header, column], rows=rows, skipped=skipped, begins_at=letters, part=word)
