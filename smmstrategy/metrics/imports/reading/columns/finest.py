"""Of several columns that say of when a row is, the one of the finest stretches: a week beside its month, a day beside its week."""

from collections.abc import Mapping
from contextlib import suppress

from smmstrategy.metrics.imports.reading.cells import dates
from smmstrategy.metrics.imports.reading.columns import headers, held, whole, years
from smmstrategy.metrics.imports.reading.tables.layout import Table
from smmstrategy.metrics.imports.reading.vocabulary.calendar import DAY_NAMES

ENDLESS = 10_000  # days
ANY_YEAR = 2024


def settled(columns: Mapping[str, int], table: Table) -> dict[str, int]:
    """The fields of rows with the column of days that is finest, where each of its cells says when; the one there goes first."""
    own = columns.get("day")
    others = [n for n, name in enumerate(table.header) if n not in columns.values() and is_named(name)]
    if own is None or not others:
        return {**columns}
    return {**columns, "day": min([own, *others], key=lambda n: _length(table, n))}


def is_named(header: str) -> bool:
    """It says that its cells are days, or stretches of them."""
    return headers.plain(header) in DAY_NAMES or whole.called(header) is not None


def _length(table: Table, position: int) -> int:
    """How many days a cell of the column is about, at most; endless where one says none."""
    texts = held.texts(table, position)
    moments = whole.of_header(table.header[position], [_moment(text) for text in texts])
    lengths = [_days(moment) if isinstance(moment, dates.Moment) else ENDLESS for moment in moments]
    return max(lengths, default=ENDLESS) if len(texts) * 2 > len(table.rows) else ENDLESS


def _moment(text: str) -> dates.Moment | None:
    dated = years.in_year(text, ANY_YEAR)
    with suppress(dates.NotADate):
        return dates.parse(dated[1] if dated else text, dates.Order())
    return None


def _days(moment: dates.Moment) -> int:
    return (moment.until - moment.day).days + 1
