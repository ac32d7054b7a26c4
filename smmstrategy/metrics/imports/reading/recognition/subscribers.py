"""Whether «Подписчики» of YouTube by day are how many there are, as people write, or by how many they grew, as Studio does."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from smmstrategy.metrics.imports.reading import kinds
from smmstrategy.metrics.imports.reading.cells import networks, numbers
from smmstrategy.metrics.imports.reading.columns import headers, held, titled
from smmstrategy.metrics.imports.reading.context import Context
from smmstrategy.metrics.imports.reading.kinds.kind import Kind, Rows
from smmstrategy.metrics.imports.reading.kinds.youtube import FILES
from smmstrategy.metrics.imports.reading.tables.grids import cell_at
from smmstrategy.metrics.imports.reading.tables.layout import Table

LEVEL, GROWTH = "followers", "followers_net"
GAINED, LOST = "followers_gained", "followers_lost"
OF_STUDIO = {"watch_seconds", "avg_view_s", "avg_view_pct", "impressions_ctr", GAINED, LOST, "revenue"}
SIGNED = re.compile(r"[+−–-]\s*\d.*", re.ASCII)
STEP = 10  # levels mostly rise and fall by less than this part of themselves from row to row, and hardly ever do both by more


def settled(kind: Kind, table: Table, context: Context) -> Kind:
    """With how many there are in place of the growth where that is proved; the days of any account, where Studio has no part in
    its columns, and the reverse where they may be Studio's."""
    if context.options.kind:
        return kind
    kind = kinds.BY_CODE["youtube_totals"] if _may_be_of_studio(kind, table, context) else kind
    if not _is_told(kind, headers.columns(table.header, kind.columns)) or proved(table, context) != LEVEL:
        return kind
    return _of_levels(kind) if _has_columns_of_studio(table) else kinds.BY_CODE["days"]


def in_doubt(kind: Kind, columns: Mapping[str, int], table: Table, context: Context) -> bool:
    """Nothing proves that they are by how many they grew; or, of what was said to be one of the two, that it is the other."""
    if kind.is_explained:
        said = _field(columns, table) if kind.rows is Rows.VALUES and _is_of_youtube(kind, table, context) else ""
        return bool(said) and proved(table, context) not in ("", said)
    return _is_told(kind, columns) and bool(_figures(table)) and proved(table, context) != GROWTH


def otherwise(columns: Mapping[str, int], table: Table) -> dict[str, int]:
    """The columns with the growth for how many there are, or the reverse."""
    field = _field(columns, table)
    other = LEVEL if field == GROWTH else GROWTH
    return {other if name == field else name: at for name, at in columns.items()}


def position(table: Table) -> int | None:
    """The column that may be either."""
    return _columns_of_studio(table).get(GROWTH)


def proved(table: Table, context: Context) -> str:
    """The field that what stands in the column proves, else what the table is called; empty where nothing does."""
    figures, has_columns = _figures(table), _has_columns_of_studio(table)
    leaps = _leaps(figures)
    if any(SIGNED.match(text) and not numbers.is_hidden(text) for text in figures) or _are_gains(table):
        return GROWTH
    if _rise_by_gains(table) or (not has_columns and (bool(table.part) or (_is_called_by_people(table) and not leaps))):
        return LEVEL
    are_of_days = leaps == {1, -1} and (has_columns or 0 in map(_count, figures))
    return GROWTH if are_of_days or _is_file_of_studio(table, context) else ""


def _is_told(kind: Kind, columns: Mapping[str, int]) -> bool:
    """It is read as the growth of a whole channel."""
    return kind.network == "youtube" and GROWTH in columns and "by video" not in columns


def _is_of_youtube(kind: Kind, table: Table, context: Context) -> bool:
    network = kind.network or networks.called(table.part) or _network(table, context)
    return network == "youtube" or (not network and _is_file_of_studio(table, context))


def _network(table: Table, context: Context) -> str:
    return context.network or titled.network(table) or networks.spoken_in(context.file_name)


def _may_be_of_studio(kind: Kind, table: Table, context: Context) -> bool:
    """Days of a channel under names all of which are Studio's as well."""
    if kind.code != "days" or _network(table, context) != "youtube":
        return False
    of_studio = _columns_of_studio(table)
    taken = headers.columns(table.header, kind.columns).values()
    return GROWTH in of_studio and {*taken} <= {*of_studio.values()}


def _of_levels(kind: Kind) -> Kind:
    """The same with the column for how many there are."""
    others = {field: names for field, names in kind.columns.items() if field != GROWTH}
    return replace(kind, columns=others | {LEVEL: f"{kind.columns[LEVEL]}|{kind.columns[GROWTH]}"})


def _is_called_by_people(table: Table) -> bool:
    return any(networks.called(words) == "youtube" for words in [table.name, table.section, *table.notes])


def _columns_of_studio(table: Table) -> dict[str, int]:
    return headers.columns(table.header, kinds.BY_CODE["youtube_totals"].columns)


def _has_columns_of_studio(table: Table) -> bool:
    return bool(OF_STUDIO & {field.partition("*")[0] for field in _columns_of_studio(table)})


def _is_file_of_studio(table: Table, context: Context) -> bool:
    return any(FILES.search(name) for name in (context.file_name, table.name))


def _field(columns: Mapping[str, int], table: Table) -> str:
    """What the column is taken for."""
    return next((name for name, at in columns.items() if name in (LEVEL, GROWTH) and at == position(table)), "")


def _figures(table: Table) -> list[str]:
    at = position(table)
    there = [] if at is None else held.texts(table, at)
    return [text for text in there if text.casefold() not in numbers.ABSENT]


def _count(text: str) -> int | None:
    """How many, of a whole number without a sign."""
    digits = re.sub(r"[\s.,]", "", text)
    return int(digits) if digits.isascii() and digits.isdigit() else None


def _leaps(figures: Sequence[str]) -> set[int]:
    """In which directions, up and down, they go by more than levels mostly do; noughts may be what nobody knew."""
    counts = list(filter(None, map(_count, figures)))
    steps = [(after - before, before) for before, after in pairwise(counts)]
    return {1 if step > 0 else -1 for step, before in steps if abs(step) * STEP > before}


def _gains(table: Table) -> list[tuple[int | None, int | None]]:
    """What stands in each row of the column, and by how many it says that they grew: who came, without who left."""
    columns = _columns_of_studio(table)
    if not {GROWTH, GAINED} <= columns.keys():
        return []
    return [(_count(cell_at(cells, columns[GROWTH])), _grown(cells, columns)) for _number, cells in table.rows]


def _grown(cells: Sequence[str], columns: Mapping[str, int]) -> int | None:
    gained = _count(cell_at(cells, columns[GAINED]).lstrip("+"))
    lost = _count(cell_at(cells, columns[LOST]).lstrip("-−–")) if LOST in columns else 0
    return None if gained is None or lost is None else gained - lost


def _are_gains(table: Table) -> bool:
    """Each is who came without who left; one alone may be how many a new channel has."""
    gains = _gains(table)
    return len(gains) > 1 and any(grown for _figure, grown in gains) and all(one == grown for one, grown in gains)


def _rise_by_gains(table: Table) -> bool:
    """From row to row they rise by who came without who left, read downwards or upwards."""
    gains = _gains(table)
    if not any(grown for _figure, grown in gains) or any(None in one for one in gains):
        return False
    pairs = [[*pairwise(rows)] for rows in (gains, gains[::-1])]
    return len(gains) > 1 and any(all(after == before + grown for (before, _), (after, grown) in rows) for rows in pairs)
