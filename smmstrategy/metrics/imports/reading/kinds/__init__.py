"""The kinds of export file, each known by its headers; the first that fits, in this order, is the file's kind."""

from collections.abc import Sequence, Set
from functools import lru_cache

from smmstrategy.metrics.imports.reading.columns import headers
from smmstrategy.metrics.imports.reading.columns.headers import normalise, plain
from smmstrategy.metrics.imports.reading.columns.titled import CALLED
from smmstrategy.metrics.imports.reading.kinds import (
    accounts,
    days,
    ignored,
    meta,
    meta_days,
    posts,
    telegram,
    traffic,
    x,
    youtube,
)
from smmstrategy.metrics.imports.reading.kinds.ignored import LEFT_OUT, LEFT_OUT_BY_COMMAND, NOTES
from smmstrategy.metrics.imports.reading.kinds.kind import EXPLAINED, EXPLAINED_NAME, TELEGRAM_EXPORT, TELEGRAM_EXPORT_NAME, Kind

KINDS: tuple[Kind, ...] = (
    *ignored.KINDS,
    *accounts.KNOWN,
    *youtube.CONTENT,
    *meta.KINDS,
    *meta_days.KINDS,
    *x.KINDS,
    *telegram.KINDS,
    *posts.KNOWN,
    *traffic.KINDS,
    *accounts.GENERIC,
    *posts.GENERIC,
    *youtube.KINDS,
    *days.KINDS,
)
BY_CODE = {kind.code: kind for kind in KINDS}
OF_NOTHING = {kind.code: kind.name for kind in (*ignored.KINDS, LEFT_OUT, LEFT_OUT_BY_COMMAND, NOTES)}
NAMES = {**{kind.code: kind.name for kind in KINDS}, **OF_NOTHING, EXPLAINED: EXPLAINED_NAME, TELEGRAM_EXPORT: TELEGRAM_EXPORT_NAME}
_HEADERS = frozenset([normalise(CALLED), *(name for kind in KINDS for name in kind.names())])


def is_known(header: str) -> bool:
    """Some kind of export has a column of this name."""
    return normalise(header) in _HEADERS or plain(header) in _HEADERS


def is_of_several(header: str) -> bool:
    """Its name lists what columns of their own count: «Reactions, Comments and Shares»."""
    parts = headers.listed(header)
    return len(parts) > 1 and all(map(is_known, parts))


def with_code(code: str, header: list[str]) -> Kind | None:
    """The kind a person has named, if the table has the columns without which it says nothing."""
    return next((kind for kind in KINDS if kind.code == code and kind.has_its_columns(header)), None)


def recognise(header: list[str], file_name: str, linked: Set[str], network: str = "") -> Kind | None:
    """The kind with these columns; the networks its rows are `linked` to and a `network` a person has named rule out others."""
    return _recognised(tuple(header), file_name, frozenset(linked), network)


@lru_cache(maxsize=1000)
def _recognised(header: Sequence[str], file_name: str, linked: Set[str], network: str) -> Kind | None:
    names = {*map(normalise, header), *map(plain, header)}
    fitting = (kind for kind in KINDS if kind.fits(header, names, file_name) and kind.may_hold(linked))
    return next((kind for kind in fitting if kind.may_be(network)), None)
