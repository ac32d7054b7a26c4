"""Tables as a file has them, so that kinds can know them: by title, units, days, accounts, rows of figures, texts, networks.

The steps stand here in their order; what each changes, and what it leaves as it is, its module says.
"""

from collections.abc import Sequence

from smmstrategy.metrics.imports.reading import answers, kinds
from smmstrategy.metrics.imports.reading.answers import explained, left_out
from smmstrategy.metrics.imports.reading.context import Context
from smmstrategy.metrics.imports.reading.draft import Draft
from smmstrategy.metrics.imports.reading.kinds import fields, network_columns
from smmstrategy.metrics.imports.reading.rewriting import (
    by_calendar,
    by_link,
    by_measure,
    by_network,
    by_text,
    by_title,
    by_unit,
    by_year,
    sections,
    turned,
)
from smmstrategy.metrics.imports.reading.tables import layout
from smmstrategy.metrics.imports.reading.tables.grids import Grid
from smmstrategy.metrics.imports.reading.tables.header_rows import NamesKnown
from smmstrategy.metrics.imports.reading.tables.layout import Table

KNOWN = NamesKnown(kinds.is_known, network_columns.is_of_network, network_columns.is_figure, fields.describes)


def tables(grids: Sequence[Grid], context: Context) -> list[Table]:
    """The tables of a file under names that kinds know, those of several accounts as one below each line that names one.

    Of one without names only a person can say what it holds; whose its rows are, and of which year, the lines among them say.
    """
    read = sections.under_addresses([table for grid in grids for table in layout.tables(grid, KNOWN)])
    return [part for table in read for part in (_under_letters if table.is_lettered else _under_known_names)(table, context)]


def _under_letters(table: Table, context: Context) -> list[Table]:
    said = explained.positions(answers.answer_of(table, context) or {}, table.names)
    return sections.parts(by_year.dated(table, [said[name] for name in ("day", "published_at") if name in said]), context)


def _under_known_names(table: Table, context: Context) -> list[Table]:
    table = by_calendar.joined(by_year.dated(by_unit.named(by_title.completed(table))))
    parts = [part for section in sections.parts(table, context) for part in turned.parts(section, context)]
    return [by_text.named(by_measure.named(part), context.file_name) for part in parts]


def of_each_network(read: Sequence[Table], draft: Draft, context: Context) -> list[Table]:
    """These tables, those whose columns name several networks as one of each, unless such a one was asked about whole."""
    return [part for table in read for part in _of_each_network(table, draft, context)]


def _of_each_network(table: Table, draft: Draft, context: Context) -> list[Table]:
    if table.is_lettered or answers.is_answered(table, context) or left_out.is_named(table, context):
        return [table]
    parts = by_network.tables(table, context)
    parts = [part if answers.answer_of(part, context) else one for part, one in zip(parts, by_link.parts(parts), strict=True)]
    parts = answers.with_unknown_aside(parts, context)
    by_network.warn(table, parts, draft)
    return parts
