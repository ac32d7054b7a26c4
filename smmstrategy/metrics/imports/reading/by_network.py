"""Columns that name the network their figures are of, «VK подписчики»: a table of several networks as one of each."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from smmstrategy.metrics.catalogue import METRICS, SITE
from smmstrategy.metrics.imports.reading import kinds
from smmstrategy.metrics.imports.reading.cells import numbers
from smmstrategy.metrics.imports.reading.cells.networks import WORD
from smmstrategy.metrics.imports.reading.columns import headers, networks
from smmstrategy.metrics.imports.reading.draft import Context
from smmstrategy.metrics.imports.reading.kinds.days import DAYS
from smmstrategy.metrics.imports.reading.kinds.traffic import NUMBERS
from smmstrategy.metrics.imports.reading.kinds.vocabulary import POST, addressed
from smmstrategy.metrics.imports.reading.messages import say
from smmstrategy.metrics.imports.reading.tables import marks
from smmstrategy.metrics.imports.reading.tables.layout import Table, cell_at
from smmstrategy.metrics.networks import CALLED, ELSEWHERE

SAYS_NONE = say("The row has no figure of any network.")
WORDS = [headers.spread(words) for words in (DAYS, POST)]
OF_SITE = headers.spread(NUMBERS)
OF_A_POST = {"key", "permalink", "account"}  # what differs from network to network as figures do
LONGEST = 100  # characters of a name; what is longer is a text
CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)
PLACE = r"(?:канал|групп|сообществ|паблик|страниц|channel|group|community|page)\w*"  # «Подписчики группы ВК»
OTHER_PLACE = re.compile(rf"(?<!\w)(?:{ELSEWHERE.pattern})(?!\w)", re.IGNORECASE)
NAMES = {network: rf"(?:{PLACE}[ -]+)?(?P<name>{names.pattern})(?:[ -]+{PLACE})?" for network, names in CALLED.items()}
BEFORE = {network: re.compile(rf"\W*{name}\W+(?P<rest>.+)", re.IGNORECASE) for network, name in NAMES.items()}
BEHIND = {
    network: re.compile(rf"(?P<rest>.*?\w)\W+(?:(?:в|во|на|in|on)\s+)?{name}[)\]»\"]?(?P<note>(?:\W.*)?)", re.IGNORECASE)
    for network, name in NAMES.items()
}


class Named(NamedTuple):
    """The network a column names, by which word, what the column is called without it, and what it may hold."""

    network: str
    word: str
    rest: str
    fields: frozenset[str]

    @property
    def metrics(self) -> set[str]:
        return set(self.fields - OF_A_POST)

    @property
    def is_sure(self) -> bool:
        """Its word means nothing else, as «Max» may."""
        return not WORD.fullmatch(self.word)


@lru_cache(maxsize=10_000)
def named(header: str) -> Named | None:
    """The network whose figures, links or numbers of posts a column says it holds, if these have a known name."""
    if len(header) > LONGEST or kinds.is_known(header) or OTHER_PLACE.search(header):
        return None
    found = [
        (network, m["name"], m["rest"] + m.groupdict("").get("note", ""))
        for words in (BEFORE, BEHIND)
        for network, name in words.items()
        if (m := name.fullmatch(header))
    ]
    return next((Named(*one, fields) for one in found if (fields := _fields(one[2]))), None)


def is_figure(header: str) -> bool:
    """It measures accounts or posts of networks."""
    return bool(_fields(header) - OF_A_POST)


def _fields(header: str) -> frozenset[str]:
    """What it may hold, in tables of days and of posts: metrics, and what else every network has of its own."""
    found = {known[name][0] for known in WORDS for name in _names(header) if name in known}
    return frozenset(field for field in found if field in OF_A_POST or field.partition("*")[0] in METRICS)


def _names(header: str) -> set[str]:
    return {headers.normalise(header), headers.plain(header)}


def columns(header: Sequence[str]) -> dict[int, Named]:
    """By position the columns that name a network: by a word that means nothing else, or for what another network has, too."""
    found = {position: one for position, name in enumerate(header) if (one := named(name))}
    figures = [one for one in found.values() if one.metrics]
    there = {one.network for one in figures if one.is_sure or _stands_beside(one, figures)}
    return {position: one for position, one in found.items() if one.network in there}


def _stands_beside(one: Named, others: Sequence[Named]) -> bool:
    return any(one.network != other.network and one.metrics & other.metrics for other in others)


def is_told_of(table: Table, context: Context) -> bool:
    """A person has said what columns hold that name networks, and something else than parting the table by these would say."""
    told = {headers.normalise(name): field for name, field in context.options.get("fields", {}).items()}
    of_networks = columns(table.header)
    said = {position: told.get(headers.normalise(table.header[position]), "") for position in of_networks}
    is_as_named = all(said[position] in found.fields for position, found in of_networks.items())
    return any(said.values()) and not (is_as_named and _is_parted(table, context))


def tables(table: Table, context: Context) -> list[Table]:
    """The table as it is, or one of each network its figures name, with a column that says which.

    Beside figures that name none it stays whole: those may be of all networks together, unless a person has named an account in
    one of these. What the columns of networks say is of none when a column without a network says it, too: see `of_all`.
    """
    of_networks = columns(table.header)
    there = list(dict.fromkeys(found.network for found in of_networks.values()))
    if not there or context.network == SITE or _says_networks(table):
        return [table]
    totals = of_all(table.header, context)
    if _is_parted(table, context):
        return [_of(network, table, of_networks, totals, is_first=network == there[0]) for network in there]
    return [_of_account(table, of_networks, totals, context.network)] if context.network in there else [table]


def of_all(header: Sequence[str], context: Context) -> list[int]:
    """The columns that hold what others hold of single networks: a total of these, or what they have in common.

    Beside one network alone they may be of the account that a person has named in another, or has yet to name.
    """
    of_networks = columns(header)
    there = {found.network for found in of_networks.values()}
    if len(there) < 2 and context.network not in there:
        return []
    said = frozenset().union(*(found.fields for found in of_networks.values()))
    return [position for position, name in enumerate(header) if position not in of_networks and _fields(name) & said]


def _is_parted(table: Table, context: Context) -> bool:
    of_networks, totals = columns(table.header), of_all(table.header, context)
    others = [name for position, name in enumerate(table.header) if position not in totals]
    has_others = any(is_figure(name) or _names(name) & OF_SITE.keys() for name in others)
    return bool(of_networks) and not has_others and not _says_networks(table)


def _says_networks(table: Table) -> bool:
    return networks.column(table, addressed(table.header)) is not None


def _of_account(table: Table, of_networks: Mapping[int, Named], totals: Collection[int], network: str) -> Table:
    """The figures of one network and those that name none; those of others keep their names and are not taken."""
    kept = [position for position in range(len(table.header)) if position not in totals]
    own = {position: found.rest for position, found in of_networks.items() if found.network == network}
    rows = [(number, [cell_at(cells, position) for position in kept]) for number, cells in table.rows]
    return replace(table, header=[own.get(position, table.header[position]) for position in kept], rows=rows)


def _of(network: str, table: Table, of_networks: Mapping[int, Named], totals: Collection[int], *, is_first: bool) -> Table:
    own = [position for position, found in of_networks.items() if found.network == network]
    left_out = {*of_networks, *totals, *networks.called_surely(table)} - {*own}
    kept = [position for position in range(len(table.header)) if position not in left_out]
    header = [of_networks[position].rest if position in own else table.header[position] for position in kept]
    word = of_networks[own[0]].word
    rows = [
        (number, [*(cell_at(cells, position) for position in kept), word]) for number, cells in table.rows if _says_any(cells, own)
    ]
    empty = [(number, SAYS_NONE) for number, cells in table.rows if not _says_any(cells, of_networks)]
    letters, skipped = marks.letters(table.first_column + own[0]), []
    if is_first:
        letters, skipped = table.begins_at, table.skipped + empty
    # by a «Social network» visitors of a site are told apart
    column = "Соцсеть" if any(map(CYRILLIC.search, table.header)) else "Social media"
    return replace(table, header=[*header, column], rows=rows, skipped=skipped, begins_at=letters, part=word)


def _says_any(cells: Sequence[str], positions: Iterable[int]) -> bool:
    return any(cell_at(cells, position).casefold() not in numbers.ABSENT for position in positions)
