"""Columns that name the network their figures are of, «VK подписчики»: a table of several networks as one of each."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from smmstrategy.metrics.catalogue import METRICS, SITE
from smmstrategy.metrics.imports.reading import kinds
from smmstrategy.metrics.imports.reading.cells import pages
from smmstrategy.metrics.imports.reading.cells.networks import called, spoken_of
from smmstrategy.metrics.imports.reading.columns import figures, headers, held, networks
from smmstrategy.metrics.imports.reading.draft import Context
from smmstrategy.metrics.imports.reading.kinds.days import DAYS
from smmstrategy.metrics.imports.reading.kinds.traffic import NUMBERS
from smmstrategy.metrics.imports.reading.kinds.vocabulary import POST, addressed
from smmstrategy.metrics.imports.reading.messages import say
from smmstrategy.metrics.imports.reading.tables import marks
from smmstrategy.metrics.imports.reading.tables.layout import Table, cell_at
from smmstrategy.metrics.networks import AMBIGUOUS, CALLED, ELSEWHERE

SAYS_NONE = say("The row has no figure of any network.")
FIELDS_BY_HEADER = [headers.spread(words) for words in (DAYS, POST)]
OF_SITE = headers.spread(NUMBERS)
OF_A_POST = {"key", "permalink", "account"}  # what differs from network to network as figures do
LONGEST = 100  # characters of a name; what is longer is a text
COLUMN = "Соцсеть"  # of the network, in tables that have none
PLACE = r"(?:канал|групп|сообществ|паблик|страниц|channel|group|community|page)\w*"  # «Подписчики группы ВК»
OTHER_PLACE = re.compile(rf"(?<!\w)(?:{ELSEWHERE.pattern})(?!\w)", re.IGNORECASE)
ORIGIN = re.compile(r".*\W(?:из|с|со|от|через|from|via)", re.IGNORECASE)  # «Переходы из ВК» are of a site
STATISTIC = re.compile(
    r"(?<!\w)(?:мин(?:им\w*)?|средн\w*|ср|медиан\w*|min(?:imum)?|avg|average|mean|median)(?!\w)\.?", re.IGNORECASE
)
ENDING = "(?:(?<=[а-я]{4})(?:а|у|е|ом|ов|ам|ами|ах))?"  # «в Телеграме», «Ютуба»
NAMES_WITH_PLACES = {
    network: rf"(?:{PLACE}[ -]+)?(?P<name>{names.pattern}){ENDING}(?:[ -]+{PLACE})?" for network, names in CALLED.items()
}
BEFORE = {network: re.compile(rf"\W*{name}\W+(?P<rest>.+)", re.IGNORECASE) for network, name in NAMES_WITH_PLACES.items()}
BEHIND = {
    network: re.compile(rf"(?P<rest>.*?\w)\W+(?:(?:в|во|на|in|on)\s+)?{name}[)\]»\"]?(?P<note>(?:\W.*)?)", re.IGNORECASE)
    for network, name in NAMES_WITH_PLACES.items()
}


class NetworkColumn(NamedTuple):
    """The network a column names, none where it names several, by which word, what it is called without it and may hold."""

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
        return not AMBIGUOUS.fullmatch(self.word)

    @property
    def reads_as_maximum(self) -> bool:
        """«Охват max», «Max reach»: in small letters, or in those of the other words; of followers nobody says a maximum."""
        stands_out = self.word.isupper() and not self.rest.isupper()
        is_word = self.word.islower() or self.word.isascii() == self.rest.isascii()
        return "followers" not in self.metrics and is_word and not stands_out


@lru_cache(maxsize=10_000)
def network_column(header: str) -> NetworkColumn | None:
    """The network whose figures, links or numbers of posts a column says it holds; of what nobody knows, beyond doubt alone."""
    readings = _readings(header)
    sure = (one for one in readings if one.is_sure or one.rest == one.word)
    return next((one for one in readings if one.fields), next(sure, None))


@lru_cache(maxsize=10_000)
def _readings(header: str) -> list[NetworkColumn]:
    """All that it may say, sure or not."""
    header = header if " " in header else header.replace("_", " ")  # «fb_LT» in a longer name is a language
    if len(header) > LONGEST or kinds.is_known(header) or OTHER_PLACE.search(header):
        return []
    matches = [] if pages.network_of(header) else _matches(header)
    if not matches and (network := called(header)):
        return [NetworkColumn(network, header, header, frozenset())]
    return [
        NetworkColumn("" if _names_another(network, rest) else network, word, rest, _fields(rest))
        for network, word, rest in matches
    ]


def _matches(header: str) -> list[tuple[str, str, str]]:
    """The networks that stand before or behind the rest of a name, with their words and that rest."""
    return [
        (network, m["name"], m["rest"] + m.groupdict("").get("note", ""))
        for words in (BEFORE, BEHIND)
        for network, name in words.items()
        if (m := name.fullmatch(header))
    ]


def _names_another(network: str, rest: str) -> bool:
    """«Подписчики ВК» of «Подписчики ВК + ТГ»."""
    return any(other != network and not AMBIGUOUS.fullmatch(word) for other, word, _rest in _matches(rest))


def is_of_network(header: str) -> bool:
    """It names the network of what it holds, and that is known."""
    return bool((column := network_column(header)) and column.fields)


def is_figure(header: str) -> bool:
    """It measures accounts or posts of networks."""
    return bool(_fields(header) - OF_A_POST)


def _fields(header: str) -> frozenset[str]:
    """What it may hold, in tables of days and of posts: metrics, and what else every network has of its own."""
    fields = {known[name][0] for known in FIELDS_BY_HEADER for name in _names(header) if name in known}
    return frozenset(field for field in fields if field in OF_A_POST or field.partition("*")[0] in METRICS)


def _names(header: str) -> set[str]:
    return {headers.normalise(header), headers.plain(header)}


def network_columns(header: Sequence[str]) -> dict[int, NetworkColumn]:
    """By position the columns that name a network, each by itself; or as others do, «Вовлечение ОК» beside «Вовлечение ВК»."""
    named = [network_column(name) for name in header]
    rests = {headers.normalise(column.rest) for column in named if column and column.is_sure}
    alike = [next((one for one in _readings(name) if headers.normalise(one.rest) in rests), None) for name in header]
    return {position: one for position, one in enumerate(one or other for one, other in zip(named, alike, strict=True)) if one}


def columns(header: Sequence[str], unknown: Collection[int] = ()) -> dict[int, NetworkColumn]:
    """By position the columns of the networks whose figures the header names, those `unknown` to anybody among them.

    A word that may mean something else names one beside another.
    """
    of_networks = network_columns(header)
    of_figures = [
        column
        for position, column in of_networks.items()
        if (column.metrics or position in unknown) and not _is_statistic(column, header)
    ]
    likely = {column.network for column in of_figures if _is_likely(column, of_figures)}
    there = likely if len(likely) > 1 else {column.network for column in of_figures if column.is_sure}
    return {position: column for position, column in of_networks.items() if column.network in there}


def _is_likely(column: NetworkColumn, others: Sequence[NetworkColumn]) -> bool:
    """«Max» is a network only for what another has, too, and not where it reads as a maximum."""
    stands_beside = any(column.network != other.network and column.metrics & other.metrics for other in others)
    return column.network != "max" or column.is_sure or (stands_beside and not column.reads_as_maximum)


def _is_statistic(column: NetworkColumn, header: Sequence[str]) -> bool:
    """«Макс» is a maximum beside «Мин» or «Среднее» of the same, or of nothing; in capitals beside others in capitals alone."""
    of = {"", "" if column.rest == column.word else headers.normalise(column.rest)}
    others = [m[0] for name in header if (m := STATISTIC.search(name)) and headers.normalise(name.replace(m[0], "")) in of]
    may_be = column.network == "max" and not column.is_sure
    return may_be and any(other.isupper() or not column.word.isupper() for other in others)


class OfNetworks(NamedTuple):
    """What a header says of networks."""

    columns: dict[int, NetworkColumn]  # by position those that name a network whose figures are there
    networks: list[str]  # of which there are figures
    known: set[str]  # of these the ones of which it has figures that somebody knows
    bare: list[int]  # the columns of figures that name no network


def tables(table: Table, context: Context) -> list[Table]:
    """The table as it is, or one of each network its figures name, with a column that says which.

    Figures that name none are of all together beside those of several networks. Beside those of one alone the table stays whole:
    they may be of another account, unless a person or the sheet names this network.
    """
    found = _of_networks(table, context)
    if not found.networks or _says_networks(table) or (context.network == SITE and not _are_of_site(found.columns.values())):
        return [table]
    if len(found.networks) > 1 or not found.bare:
        return _parts(table, found)
    is_named = found.networks[0] == (called(table.name) or context.network)
    return [_of_account(table, found.columns, found.bare)] if is_named else [table]


def _of_networks(table: Table, context: Context) -> OfNetworks:
    bare = [n for n, name in enumerate(table.header) if not network_column(name) and _is_bare(name)]
    known = {column.network for column in columns(table.header).values() if column.metrics}
    unknown = _unknown_figures(table, known) if context.network != SITE and (len(known) > 1 or not bare) else []
    there = columns(table.header, unknown)
    networks_of_figures = dict.fromkeys(column.network for n, column in there.items() if column.metrics or n in unknown)
    return OfNetworks(there, list(networks_of_figures), known, bare)


def _parts(table: Table, found: OfNetworks) -> list[Table]:
    """A table of each network; beside figures that somebody knows those of which all are unknown are aside."""
    first = found.networks[0]
    parts = {name: _of(name, table, found.columns, found.bare, is_first=name == first) for name in found.networks}
    aside = set(parts) - found.known if found.known else set()
    return [replace(part, is_aside=True) if name in aside else part for name, part in parts.items()]


def size(parts: Sequence[Table]) -> int:
    """How many rows they have, those that are skipped too."""
    return sum(len(part.rows) + len(part.skipped) for part in parts)


def _unknown_figures(table: Table, known: set[str]) -> list[int]:
    """The columns of figures that nobody knows, beside those of other networks: such a table can be explained in parts alone."""
    unread = {position: column for position, column in network_columns(table.header).items() if not column.fields}
    unknown = {n: column for n, column in unread.items() if _may_be_figure(column) and figures.are_held(table, n)}
    is_sure = bool(known) or any(column.is_sure for column in unknown.values())
    return list(unknown) if is_sure and len(known | {column.network for column in unknown.values()}) > 1 else []


def _may_be_figure(column: NetworkColumn) -> bool:
    """Of an account, not of a site or a page by where its visitors came from, which a host says."""
    return not _is_of_site(column.rest) and not ORIGIN.fullmatch(column.rest) and "." not in column.word


def unused(table: Table, parts: Sequence[Table]) -> list[str]:
    """The columns that none of the parts of a table has, since they may be of all its networks together."""
    names = [name for name, known in zip(table.names, table.header, strict=True) if _is_bare(known)]
    return [name for name in names if all(name not in part.names for part in parts)]


def surely_own(header: Sequence[str]) -> set[int]:
    """The columns that surely hold what one network has of its own, were it links alone."""
    return {position for position, column in network_columns(header).items() if column.is_sure and column.fields}


def may_be_guessed(header: Sequence[str]) -> list[bool]:
    """Whether what each column is called says enough: not where it speaks of a network, whose figures may be another account's."""
    of_networks = columns(header)
    return [n not in of_networks and (kinds.is_known(name) or not spoken_of(name)) for n, name in enumerate(header)]


def _is_bare(header: str) -> bool:
    return is_figure(header) or _is_of_site(header)


def _is_of_site(header: str) -> bool:
    return not _names(header).isdisjoint(OF_SITE)


def _are_of_site(of_networks: Iterable[NetworkColumn]) -> bool:
    """Figures of a site by where its visitors came from."""
    return all(_is_of_site(column.rest) for column in of_networks if column.metrics)


def _says_networks(table: Table) -> bool:
    return networks.column(table, addressed(table.header)) is not None


def _of_account(table: Table, of_networks: Mapping[int, NetworkColumn], bare: Collection[int]) -> Table:
    """The table of one network: what names none is of its account, too, unless a column that names it says the same."""
    own = frozenset().union(*(column.metrics for column in of_networks.values()))
    kept = [n for n in range(len(table.header)) if n not in bare or not _fields(table.header[n]) & own]
    header = [of_networks[position].rest if position in of_networks else table.header[position] for position in kept]
    rows = [(number, [cell_at(cells, position) for position in kept]) for number, cells in table.rows]
    return replace(table, header=header, rows=rows, in_file=[table.names[position] for position in kept])


def _of(network: str, table: Table, of_networks: Mapping[int, NetworkColumn], bare: Collection[int], *, is_first: bool) -> Table:
    own = {position: column for position, column in of_networks.items() if column.network == network}
    common = {n for n, name in enumerate(table.header) if any(_fields(name) & column.fields for column in own.values())}
    others = {*of_networks, *bare, *common, *networks.called_surely(table.header)} - own.keys()
    kept = [position for position in range(len(table.header)) if position not in others]
    first, column = max(own.items(), key=lambda item: bool(item[1].metrics))
    rows = [
        (number, [*(cell_at(cells, position) for position in kept), column.word])
        for number, cells in table.rows
        if _says_any(cells, own)
    ]
    empty = [(number, SAYS_NONE) for number, cells in table.rows if not _says_any(cells, of_networks)]
    return replace(
        table,
        header=[*(own[position].rest if position in own else table.header[position] for position in kept), COLUMN],
        in_file=[table.names[position] for position in kept],
        rows=rows,
        skipped=table.skipped + empty if is_first else [],
        begins_at=marks.letters(table.first_column + first),
        part=column.word + ("*" if f"{column.word}*" in table.names[first] else ""),
    )


def _says_any(cells: Sequence[str], positions: Iterable[int]) -> bool:
    return any(held.at(cells, position) for position in positions)
