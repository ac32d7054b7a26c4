"""A file to a plan: which tables it holds, of which kinds, with which records, and what must be asked first. Pure."""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from smmstrategy.metrics.catalogue import SITE
from smmstrategy.metrics.imports.reading import answers, kinds, recognition, rewriting
from smmstrategy.metrics.imports.reading.answers import by_command, left_out, mapper
from smmstrategy.metrics.imports.reading.cells import titles
from smmstrategy.metrics.imports.reading.columns import day_order, headers, years
from smmstrategy.metrics.imports.reading.columns.values import Columns
from smmstrategy.metrics.imports.reading.draft import Context, Draft
from smmstrategy.metrics.imports.reading.kinds.kind import Kind, Rows
from smmstrategy.metrics.imports.reading.messages import Refused, say
from smmstrategy.metrics.imports.reading.recognition import across
from smmstrategy.metrics.imports.reading.records import (
    account_rows,
    addresses,
    albums,
    by_day,
    message_numbers,
    names_of_tables,
    network_rows,
    one_name,
    owners,
    periods,
    post_rows,
    repeats,
    service_messages,
    sums,
    telegram_export,
    totals,
    unpublished,
    unused,
    value_rows,
)
from smmstrategy.metrics.imports.reading.tables import readers, uncomputed
from smmstrategy.metrics.imports.reading.tables.grids import Grid
from smmstrategy.metrics.imports.reading.tables.header_rows import DAY_NAMES
from smmstrategy.metrics.imports.reading.tables.layout import Table
from smmstrategy.metrics.imports.reading.tables.readers import TelegramExport

Row = tuple[int, list[str]]  # its number and its cells
NameRow = Callable[[int], str]  # what a row is called in the draft
SAMPLE_ROWS = 20
WHOSE = {Rows.POST: ["account"], Rows.VALUES: ["account"], Rows.ACCOUNT: ["account", "account_name"], Rows.NOTHING: []}
ADD = {Rows.POST: post_rows.add, Rows.VALUES: value_rows.add, Rows.ACCOUNT: account_rows.add}


def plan(content: bytes, context: Context) -> dict[str, Any]:
    """What importing this file would mean, as plain JSON. Raises Refused."""
    draft = Draft(of_site=context.network == SITE, is_account_named=context.options.names_an_account)
    draft.strangers = context.known.others_than([*context.options.handles_named, *context.walls])
    pieces = readers.read(content, context.file_name)
    several = len(pieces) > 1
    draft.warnings += [warning for piece in pieces for warning in piece.warnings]
    exports = [piece for piece in pieces if isinstance(piece, TelegramExport)]
    grids = [piece for piece in pieces if isinstance(piece, Grid)]
    read = rewriting.tables(grids, context)
    tables = rewriting.of_each_network(read, draft, context)
    if not exports and not any(table.rows for table in tables):
        uncomputed.refuse(grids)
        raise Refused("The file has a header but no rows." if tables else "The file holds no table.")
    uncomputed.warn(grids, draft)
    across.refuse([table for table in tables if not left_out.is_named(table, context)], context)
    left_out.warn_of_missing(tables, draft, context)
    by_command.warn_of_missing(read, draft, context)
    for export in exports:
        telegram_export.add(export.value, export.name, draft, context, partial(_row_name, export.name if several else "", ""))
    for table in sorted(tables, key=partial(_place, context=context)):
        _add_table(table, draft, context, several)
    if len([table for table in draft.tables if table["rows"]]) > 1:
        mapper.name_tables(draft)
    owners.warn_of_nothing(draft, context)
    owners.propose(draft)
    codes = [table["kind"] for table in draft.tables if table["rows"] and table["kind"] not in kinds.OF_NOTHING]
    found_kinds = codes or [draft.tables[0]["kind"]]
    names = [*(["messages"] if exports else []), *(name for table in tables for name in table.names)]
    return _finished(draft, context, Counter(found_kinds).most_common(1)[0][0], headers.signature(names))


def _place(table: Table, context: Context) -> tuple[bool, bool]:
    """Tables with days go first: a table without may lie beside them in one archive and be about the same days.

    Those that hold nothing go last: whether they may be left out depends on the others.
    """
    has_days = any(headers.plain(name) in DAY_NAMES for name in table.header)
    return mapper.holds_nothing(table, answers.answer_of(table, context)), not has_days


def _add_table(table: Table, draft: Draft, context: Context, several: bool) -> None:
    name_row = partial(_row_name, table.name if several else "", table.begins_at)
    total_rows = totals.take_out(table)
    draft.noted.update(titles.periods_in(" ".join(table.notes))[:1])
    draft.titles |= {name_row(number): table.title for number, _cells in table.rows if table.title}
    kind, columns = _recognised(table, total_rows, draft, context, name_row)
    if kind is None:
        return
    if kind.rows is Rows.NOTHING:
        draft.rejected |= {name_row(number): say(kind.notice) for number, _cells in table.rows}
        return
    before, answer = draft.sizes(), answers.answer_of(table, context)
    seen = _seen(table, columns, context, name_row)
    ADD[kind.rows](seen, kind, draft, context, name_row)
    _describe_as_read(seen, draft.tables[-1])
    draft.tables[-1]["accounts"] = whose = draft.grown_since(before)
    answers.ask_if_of_others(answer, whose, table, draft, context)
    unused.warn(table, kind, columns, answer, draft)
    totals.check(seen, total_rows, draft, name_row)
    _tell(seen, kind, draft, context)


def _recognised(
    table: Table, total_rows: Sequence[Row], draft: Draft, context: Context, name_row: NameRow
) -> recognition.Recognised:
    """Of which kind the table is and what its columns hold, without the rows of which nothing is taken."""
    draft.rows |= {name_row(number) for number, _cells in [*table.rows, *total_rows, *table.skipped]}
    draft.table_of |= {name_row(number): len(draft.tables) for number, _cells in table.rows}
    kind, columns = recognition.of(table, draft, context)
    if kind:
        _skip_strangers(table, kind, columns, context)
        draft.network_words |= {name_row(number): word for number, word in network_rows.words(table, columns).items()}
    draft.rejected |= {name_row(number): reason for number, reason in table.skipped}
    draft.rejected |= {name_row(number): totals.TOTAL for number, _cells in total_rows}
    _describe(table, kind, columns, draft)
    return kind, columns


def _seen(table: Table, columns: dict[str, int], context: Context, name_row: NameRow) -> Columns:
    """Its rows through these fields, with what is known of their dates and amounts."""
    periods = titles.periods_in(" ".join(table.notes)) or titles.periods_in(context.file_name)
    known = {"date_order": context.options.date_order, "period": next(iter(periods), None)}
    known |= {"between": years.known(table, context), "currency": context.currency}
    seen = Columns(table, columns, context.today, **known, name_row=name_row)
    seen.warn_of_twins()
    return seen


def _tell(seen: Columns, kind: Kind, draft: Draft, context: Context) -> None:
    """What reading its rows has left to be said, and to be asked."""
    draft.warnings += [warning for warning in seen.warnings if warning not in draft.warnings]
    if kind.notice:
        (draft.assume if kind.is_guess else draft.warn)(kind.notice)
    if seen.year_asked and not context.period:
        draft.ask("period", "--period", seen.year_asked)
    if seen.order_asked:
        day_order.ask(seen.order_asked, draft)


def _skip_strangers(table: Table, kind: Kind, columns: dict[str, int], context: Context) -> None:
    addresses.skip_strays(table, kind.network)
    network_rows.skip(table, columns, kind.network, context.network)
    totals.skip(table, columns, WHOSE[kind.rows])
    if kind.rows is Rows.POST:
        unpublished.skip(table, columns)


def _describe(table: Table, kind: Kind | None, columns: dict[str, int], draft: Draft) -> None:
    names = headers.apart(table.names)
    draft.tables.append({
        "name": " · ".join(filter(None, [table.name, table.part])),
        "title": " · ".join(filter(None, [table.title[:100], table.part])),
        "kind": kind.code if kind else "",
        "kind_name": kind.name if kind else "",
        "lines": table.lines,
        "rows": len(table.rows) + len(table.skipped),
        "is_list": kind is not None and kind.rows is Rows.ACCOUNT and not kind.of_own,
        "signature": answers.of_network(table) if kind in (None, kinds.LEFT_OUT) or kind.rows is not Rows.NOTHING else "",
        "of_header": answers.of_header(table),
        "header": names[:60],
        "columns": {names[position]: name for name, position in columns.items() if position < len(names)},
        "sample": [[f"{table.begins_at}{number}", [cell[:200] for cell in cells[: len(names)][:60]]]
                   for number, cells in table.rows[:SAMPLE_ROWS]],
    })  # fmt: skip


def _describe_as_read(seen: Columns, described: dict[str, Any]) -> None:
    """What the sample's dates were taken for, unless that is asked, and no column of which nothing was taken."""
    names = headers.apart(seen.table.names)
    described["columns"] = {
        names[position]: name for name, position in seen.positions.items() if name not in seen.unused and position < len(names)
    }
    if not seen.order_asked:
        described["dates"] = {
            names[seen.positions[name]]: [moment.written() if moment else "" for moment in moments[:SAMPLE_ROWS]]
            for name, moments in seen.read.items()
        }


def _row_name(sheet: str, column: str, number: int) -> str:
    """«7», «sheet:7», and «A7» or «E7» for the row of a table that stands beside another."""
    return f"{sheet}:{column}{number}" if sheet else f"{column}{number}"


def _finished(draft: Draft, context: Context, kind: str, signature: str) -> dict[str, Any]:
    one_name.unite(draft, context)
    periods.settle(draft, context)
    names_of_tables.warn(draft, may_ask=context.may_ask)
    repeats.settle(draft, context.time_zone)
    by_day.unite(draft)
    post_rows.warn_of_undated(draft)
    service_messages.reject(draft)
    message_numbers.settle(draft, context.time_zone)
    albums.fold(draft)
    said = {"days": draft.days(), "days_said": periods.said_of_posts(draft, context)}
    return {"kind": kind, "signature": signature, "totals": sums.of_file(draft), **said, **draft.as_json()}
