"""Columns that name the network their figures are of, «VK подписчики», and what each may hold by the rest of its name."""

import re
from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import NamedTuple

from smmstrategy.metrics.catalogue import METRICS
from smmstrategy.metrics.imports.reading import kinds
from smmstrategy.metrics.imports.reading.cells import pages
from smmstrategy.metrics.imports.reading.cells.networks import called, spoken_of
from smmstrategy.metrics.imports.reading.columns import headers
from smmstrategy.metrics.imports.reading.kinds.days import DAYS
from smmstrategy.metrics.imports.reading.kinds.fields import POST
from smmstrategy.metrics.imports.reading.kinds.traffic import NUMBERS
from smmstrategy.metrics.networks import AMBIGUOUS, CALLED, ELSEWHERE

FIELDS_BY_HEADER = [headers.spread(words) for words in (DAYS, POST)]
OF_SITE = headers.spread(NUMBERS)
OF_A_POST = {"key", "permalink", "account"}  # what differs from network to network as figures do
LONGEST = 100  # characters of a name; what is longer is a text
PLACE = r"(?:канал|групп|сообществ|паблик|страниц|channel|group|community|page)\w*"  # «Подписчики группы ВК»
OTHER_PLACE = re.compile(rf"(?<!\w)(?:{ELSEWHERE.pattern})(?!\w)", re.IGNORECASE)
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
UNOPENED = re.compile(r"\A([^(\[]+)[)\]]\Z")  # «ссылка)» of «VK (ссылка)»


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
        NetworkColumn("" if _names_another(network, rest) else network, word, rest, fields_of(rest))
        for network, word, rest in matches
    ]


def _matches(header: str) -> list[tuple[str, str, str]]:
    """The networks that stand before or behind the rest of a name, with their words and that rest."""
    return [
        (network, m["name"], UNOPENED.sub(r"\1", m["rest"] + m.groupdict("").get("note", "")))
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
    return bool(fields_of(header) - OF_A_POST)


def fields_of(header: str) -> frozenset[str]:
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


def surely_own(header: Sequence[str]) -> set[int]:
    """The columns that surely hold what one network has of its own, were it links alone."""
    return {position for position, column in network_columns(header).items() if column.is_sure and column.fields}


def may_be_guessed(header: Sequence[str]) -> list[bool]:
    """Whether what each column is called says enough: not where it speaks of a network, whose figures may be another account's."""
    of_networks = columns(header)
    return [n not in of_networks and (kinds.is_known(name) or not spoken_of(name)) for n, name in enumerate(header)]


def is_bare(header: str) -> bool:
    """It holds figures, of accounts or of a site, whose network its name does not say."""
    return is_figure(header) or is_of_site(header)


def is_of_site(header: str) -> bool:
    """It measures a site."""
    return not _names(header).isdisjoint(OF_SITE)
