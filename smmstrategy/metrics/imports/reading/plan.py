"""The road of a file: pieces, grids, tables, their kinds, the records of their rows, settled together, as plain JSON. Pure."""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from smmstrategy.metrics.catalogue import SITE
from smmstrategy.metrics.imports.reading import answers, kinds, recognition, rewriting
from smmstrategy.metrics.imports.reading.answers import by_command, explained, left_out
from smmstrategy.metrics.imports.reading.columns import headers
from smmstrategy.metrics.imports.reading.context import Context
from smmstrategy.metrics.imports.reading.draft import Draft
from smmstrategy.metrics.imports.reading.messages import Refused
from smmstrategy.metrics.imports.reading.recognition import across
from smmstrategy.metrics.imports.reading.records import adding, settling
from smmstrategy.metrics.imports.reading.records.posts import telegram_export
from smmstrategy.metrics.imports.reading.records.values import periods, sums
from smmstrategy.metrics.imports.reading.rewriting import turned
from smmstrategy.metrics.imports.reading.tables import readers, uncomputed
from smmstrategy.metrics.imports.reading.tables.grids import Grid
from smmstrategy.metrics.imports.reading.tables.layout import Table
from smmstrategy.metrics.imports.reading.tables.readers import TelegramExport
from smmstrategy.metrics.imports.reading.vocabulary.calendar import DAY_NAMES


def plan(content: bytes, context: Context) -> dict[str, Any]:
    """What importing this file would mean, and what must be asked first. Raises Refused."""
    draft = Draft(of_site=context.network == SITE, is_account_named=context.options.names_an_account)
    draft.strangers = context.known.others_than([*context.options.handles_named, *context.walls])
    pieces = readers.read(content, context.file_name)
    draft.warnings += [warning for piece in pieces for warning in piece.warnings]
    exports = [piece for piece in pieces if isinstance(piece, TelegramExport)]
    grids = [piece for piece in pieces if isinstance(piece, Grid)]

    whole = rewriting.tables(grids, context)
    draft.of_archive = recognition.network_of(whole, context) if any(grid.is_packed for grid in grids) else ""
    tables = rewriting.of_each_network(whole, draft, context)
    _refuse_nothing(exports, tables, grids)
    uncomputed.warn(grids, draft)
    turned.tell(whole, draft)
    across.refuse([table for table in tables if not left_out.is_named(table, context)], context)
    left_out.warn_of_missing(tables, draft, context)
    by_command.warn_of_missing(whole, draft, context)

    several = len(pieces) > 1
    for export in exports:
        telegram_export.add(export.value, export.name, draft, context, partial(_row_name, export.name if several else "", str))
    for table in sorted(tables, key=partial(_place, context=context)):
        begun = adding.begin(table, partial(_row_name, table.name if several else "", table.called), draft)
        kind, columns = recognition.of(table, draft, context)
        adding.add(begun, kind, columns, draft, context)
    settling.settle(draft, context)

    said = {"days": draft.days(), "days_said": periods.said_of_posts(draft, context)}
    file = {"kind": _kind(draft), "signature": _signature(exports, tables)}
    return {**file, "totals": sums.of_file(draft), **said, **draft.as_json()}


def _refuse_nothing(exports: Sequence[TelegramExport], tables: Sequence[Table], grids: Sequence[Grid]) -> None:
    if not exports and not any(table.rows for table in tables):
        uncomputed.refuse(grids)
        if not any(table.skipped for table in tables):
            raise Refused("The file has a header but no rows." if tables else "The file holds no table.")


def _place(table: Table, context: Context) -> tuple[bool, bool]:
    """Tables with days go first: a table without may lie beside them in one archive and be about the same days.

    Those that hold nothing go last: whether they may be left out depends on the others.
    """
    has_days = any(headers.plain(name) in DAY_NAMES for name in table.header)
    return explained.holds_nothing(table, answers.answer_of(table, context)), not has_days


def _row_name(piece: str, called: Callable[[int], str], number: int) -> str:
    """«7», and «sheet:7» in a file of several."""
    return f"{piece}:{called(number)}" if piece else called(number)


def _kind(draft: Draft) -> str:
    """That of most of the tables from which something is taken."""
    codes = [table["kind"] for table in draft.tables if table["rows"] and table["kind"] not in kinds.OF_NOTHING]
    return Counter(codes or [draft.tables[0]["kind"]]).most_common(1)[0][0]


def _signature(exports: Sequence[TelegramExport], tables: Sequence[Table]) -> str:
    return headers.signature([*(["messages"] if exports else []), *(name for table in tables for name in table.names)])
