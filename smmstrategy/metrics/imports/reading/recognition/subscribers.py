"""Whether «Подписчики» of YouTube by day are how many there are, as people write, or by how many they grew, as Studio does."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from smmstrategy.metrics.imports.reading import kinds
from smmstrategy.metrics.imports.reading.cells import numbers
from smmstrategy.metrics.imports.reading.columns import headers, held
from smmstrategy.metrics.imports.reading.context import Context
from smmstrategy.metrics.imports.reading.kinds.kind import Kind
from smmstrategy.metrics.imports.reading.tables.layout import Table

GROWTH = "followers_net"
NAMES_OF_STUDIO = re.compile(r"totals|итог|(?:table|chart).data|данные.(?:таблиц|диаграмм)", re.IGNORECASE)
OF_STUDIO = {"watch_seconds", "avg_view_s", "avg_view_pct", "impressions_ctr", "followers_gained", "followers_lost", "revenue"}
STEP = 10  # levels rise and fall by less than this part of themselves from row to row
ROWS_OF_STUDIO = 3  # so many are levels there, too: of fewer its growth may be as even


def settled(kind: Kind, table: Table, context: Context) -> Kind:
    """The kind of any account's days in place of Studio's, where people have written down how many there are."""
    figures = _figures(kind, headers.columns(table.header, kind.columns), table)
    are_levels = bool(figures) and (bool(table.part) or _are_even(figures)) and not _is_of_studio(kind, table, context)
    return kinds.BY_CODE["days"] if are_levels and not context.options.kind else kind


def in_doubt(kind: Kind, columns: Mapping[str, int], table: Table, context: Context) -> bool:
    """Nothing says that Studio has made the table, and its figures do not say what they are; or its figures say something else."""
    figures = _figures(kind, columns, table)
    if _is_of_studio(kind, table, context):
        return len(figures) >= ROWS_OF_STUDIO and _are_even(figures)
    return bool(figures) and not _are_even(figures)


def as_levels(columns: Mapping[str, int]) -> dict[str, int]:
    return {"followers" if field == GROWTH else field: position for field, position in columns.items()}


def _figures(kind: Kind, columns: Mapping[str, int], table: Table) -> list[int]:
    """Those of the column, in its rows; none where one of them shows that it is no level."""
    if kind.network != "youtube" or GROWTH not in columns:
        return []
    texts = [text for text in held.texts(table, columns[GROWTH]) if text.casefold() not in numbers.ABSENT]
    digits = [re.sub(r"[\s.,]", "", text) for text in texts]
    are_counts = all(text.isascii() and text.isdigit() and int(text) for text in digits)
    return list(map(int, digits)) if are_counts else []


def _are_even(figures: Sequence[int]) -> bool:
    return len(figures) > 1 and all(abs(after - before) * STEP <= before for before, after in pairwise(figures))


def _is_of_studio(kind: Kind, table: Table, context: Context) -> bool:
    fields = {field.partition("*")[0] for field in headers.columns(table.header, kind.columns)}
    return bool(OF_STUDIO & fields) or NAMES_OF_STUDIO.search(f"{context.file_name} {table.name}") is not None
