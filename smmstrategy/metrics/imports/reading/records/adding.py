"""The rows of one table added to the draft: those that are no data rejected, the others read as its kind says."""

from collections.abc import Callable
from typing import NamedTuple

from smmstrategy.metrics.imports.reading import answers
from smmstrategy.metrics.imports.reading.cells import titles
from smmstrategy.metrics.imports.reading.columns import day_order, years
from smmstrategy.metrics.imports.reading.columns.values import Columns
from smmstrategy.metrics.imports.reading.context import Context
from smmstrategy.metrics.imports.reading.draft import Draft
from smmstrategy.metrics.imports.reading.kinds.kind import Kind, Rows
from smmstrategy.metrics.imports.reading.messages import say
from smmstrategy.metrics.imports.reading.records import account_rows, described, network_rows, totals, unused
from smmstrategy.metrics.imports.reading.records.posts import addresses, post_rows, unpublished
from smmstrategy.metrics.imports.reading.records.values import value_rows
from smmstrategy.metrics.imports.reading.tables.layout import Table

Row = tuple[int, list[str]]  # its number and its cells
WHOSE = {Rows.POST: ["account"], Rows.VALUES: ["account"], Rows.ACCOUNT: ["account", "account_name"], Rows.NOTHING: []}
ADD = {Rows.POST: post_rows.add, Rows.VALUES: value_rows.add, Rows.ACCOUNT: account_rows.add}


class Begun(NamedTuple):
    """A table whose rows the draft knows and which is still to be recognised: what they are called there, and those of totals."""

    table: Table
    name_row: Callable[[int], str]
    total_rows: list[Row]


def begin(table: Table, name_row: Callable[[int], str], draft: Draft) -> Begun:
    """Tell the draft of its rows and its title, and take out those that add up others: they say nothing of which kind it is."""
    total_rows = totals.take_out(table)
    draft.noted.update(titles.periods_in(" ".join(table.notes))[:1])
    draft.titles |= {name_row(number): table.title for number, _cells in table.rows if table.title}
    draft.rows |= {name_row(number) for number, _cells in [*table.rows, *total_rows, *table.skipped]}
    draft.table_of |= {name_row(number): len(draft.tables) for number, _cells in table.rows}
    return Begun(table, name_row, total_rows)


def add(begun: Begun, kind: Kind | None, columns: dict[str, int], draft: Draft, context: Context) -> None:
    """Add what its rows say, or why they say nothing; of a table that is asked about nothing is taken yet."""
    table, name_row, total_rows = begun
    if kind:
        _skip_strangers(table, kind, columns, context)
        draft.network_words |= {name_row(number): word for number, word in network_rows.words(table, columns).items()}
    draft.rejected |= {name_row(number): reason for number, reason in table.skipped}
    draft.rejected |= {name_row(number): totals.TOTAL for number, _cells in total_rows}
    draft.tables.append(described.of(table, kind, columns))
    if kind and kind.rows is Rows.NOTHING:
        draft.rejected |= {name_row(number): say(kind.notice) for number, _cells in table.rows}
    elif kind:
        _add_rows(begun, kind, columns, draft, context)


def _add_rows(begun: Begun, kind: Kind, columns: dict[str, int], draft: Draft, context: Context) -> None:
    table, name_row, total_rows = begun
    before, answer = draft.sizes(), answers.answer_of(table, context)
    seen = _seen(begun, kind, columns, context)
    ADD[kind.rows](seen, kind, draft, context, name_row)
    whose = draft.grown_since(before)
    draft.tables[-1] |= described.as_read(seen) | {"accounts": whose}
    answers.ask_if_of_others(answer, whose, table, draft, context)
    unused.warn(table, kind, columns, answer, draft)
    totals.check(seen, total_rows, draft, name_row)
    _tell(seen, kind, draft, context)


def _skip_strangers(table: Table, kind: Kind, columns: dict[str, int], context: Context) -> None:
    if kind.rows is Rows.POST:
        addresses.skip_several(table, columns)
    addresses.skip_strays(table, kind.network)
    network_rows.skip(table, columns, kind.network, context.network)
    totals.skip(table, columns, WHOSE[kind.rows])
    if kind.rows is Rows.POST:
        unpublished.skip(table, columns)


def _seen(begun: Begun, kind: Kind, columns: dict[str, int], context: Context) -> Columns:
    """Its rows through these fields, with what is known of their dates and amounts."""
    table = begun.table
    periods = titles.periods_in(" ".join(table.notes)) or titles.periods_in(context.file_name)
    order = context.options.date_order or (day_order.SLASHES if kind.writes_slashes else "")
    known = {"date_order": order, "period": context.period or next(iter(periods), None)}
    known |= {"between": years.known(table, context), "currency": context.currency}
    seen = Columns(table, columns, context.today, **known, name_row=begun.name_row)
    seen.warn_of_twins()
    return seen


def _tell(seen: Columns, kind: Kind, draft: Draft, context: Context) -> None:
    """What reading its rows has left to be said, and to be asked."""
    draft.warnings += [warning for warning in seen.warnings if warning not in draft.warnings]
    draft.hidden += sum(seen.hidden.values())
    if kind.notice and not (kind.is_guess and kind.network in context.options.accounts_named):
        (draft.assume if kind.is_guess else draft.warn)(kind.notice)
    if seen.year_asked and not context.period:
        draft.ask("period", seen.year_asked)
    if seen.order_asked:
        day_order.ask(seen.order_asked, draft)
