"""Whether «Подписчики» of YouTube by day are how many there are, as people write, or by how many they grew, as Studio does."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from smmstrategy.metrics.imports.reading import kinds
from smmstrategy.metrics.imports.reading.cells import networks, numbers
from smmstrategy.metrics.imports.reading.columns import headers, held, titled
from smmstrategy.metrics.imports.reading.context import Context
from smmstrategy.metrics.imports.reading.kinds.kind import Kind
from smmstrategy.metrics.imports.reading.kinds.youtube import FILES
from smmstrategy.metrics.imports.reading.tables.layout import Table

GROWTH = "followers_net"
OF_STUDIO = {"watch_seconds", "avg_view_s", "avg_view_pct", "impressions_ctr", "followers_gained", "followers_lost", "revenue"}
OF_A_CHANGE = re.compile(r"[+−–-]\s*\d.*|0+", re.ASCII)
STEP = 10  # levels mostly rise and fall by less than this part of themselves from row to row; growth may do so too


def settled(kind: Kind, table: Table, context: Context) -> Kind:
    """Any account's days in place of Studio's where people have written down how many there are, and the reverse where they may
    be Studio's."""
    if context.options.kind:
        return kind
    kind = kinds.BY_CODE["youtube_totals"] if _may_be_of_studio(kind, table, context) else kind
    figures = _figures(kind, headers.columns(table.header, kind.columns), table)
    return kinds.BY_CODE["days"] if _are_levels(figures, kind, table) else kind


def in_doubt(kind: Kind, columns: Mapping[str, int], table: Table, context: Context) -> bool:
    """Nothing proves that they are by how many they grew: how evenly they go on from row to row only bears out what else does."""
    figures = _figures(kind, columns, table)
    is_of_studio = _is_file_of_studio(table, context) or (_has_columns_of_studio(kind, table) and _are_uneven(figures))
    return bool(figures) and not _are_changes(figures) and not is_of_studio


def as_levels(columns: Mapping[str, int]) -> dict[str, int]:
    return {"followers" if field == GROWTH else field: position for field, position in columns.items()}


def _may_be_of_studio(kind: Kind, table: Table, context: Context) -> bool:
    """Days of a channel under names all of which are Studio's as well."""
    if kind.code != "days" or (context.network or titled.network(table) or networks.spoken_in(context.file_name)) != "youtube":
        return False
    of_studio = headers.columns(table.header, kinds.BY_CODE["youtube_totals"].columns)
    taken = headers.columns(table.header, kind.columns).values()
    return GROWTH in of_studio and {*taken} <= {*of_studio.values()}


def _are_levels(figures: Sequence[str], kind: Kind, table: Table) -> bool:
    """The column, or what the table is called, names the network, and nothing speaks against it."""
    is_named = bool(table.part) or (_is_called_by_people(table) and not _are_uneven(figures))
    return bool(figures) and is_named and not _are_changes(figures) and not _has_columns_of_studio(kind, table)


def _is_called_by_people(table: Table) -> bool:
    return any(networks.called(words) == "youtube" for words in [table.name, table.section, *table.notes])


def _figures(kind: Kind, columns: Mapping[str, int], table: Table) -> list[str]:
    """What stands in the column, of the whole channel."""
    if kind.network != "youtube" or GROWTH not in columns or "by video" in columns:
        return []
    return [text for text in held.texts(table, columns[GROWTH]) if text.casefold() not in numbers.ABSENT]


def _are_changes(figures: Sequence[str]) -> bool:
    return any(map(OF_A_CHANGE.fullmatch, figures))


def _are_uneven(figures: Sequence[str]) -> bool:
    digits = [re.sub(r"[\s.,]", "", text) for text in figures]
    counts = [int(text) for text in digits if text.isascii() and text.isdigit()]
    return any(abs(after - before) * STEP > before for before, after in pairwise(counts))


def _has_columns_of_studio(kind: Kind, table: Table) -> bool:
    return bool(OF_STUDIO & {field.partition("*")[0] for field in headers.columns(table.header, kind.columns)})


def _is_file_of_studio(table: Table, context: Context) -> bool:
    return any(FILES.search(name) for name in (context.file_name, table.name))
