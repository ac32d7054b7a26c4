"""What is not certain of a table whose kind is known, so that a person is asked what its columns mean."""

from typing import NamedTuple

from smmstrategy.metrics.catalogue import SITE
from smmstrategy.metrics.imports.reading import by_link
from smmstrategy.metrics.imports.reading.cells import names
from smmstrategy.metrics.imports.reading.columns import accounts, dated, held, networks
from smmstrategy.metrics.imports.reading.draft import Context
from smmstrategy.metrics.imports.reading.kinds.kind import Kind, Rows
from smmstrategy.metrics.imports.reading.messages import Message, first_of, say
from smmstrategy.metrics.imports.reading.records import posts_or_days
from smmstrategy.metrics.imports.reading.tables.layout import Table


class Doubt(NamedTuple):
    """What its rows rather are, the question, where it has words of its own, and whether of one column alone."""

    rows: Rows
    why: Message | None = None
    is_of_one: bool = False


def of(kind: Kind, columns: dict[str, int], table: Table, context: Context) -> Doubt | None:
    """What must be asked before anything of the table is taken."""
    is_kind_named = bool(context.options.kind)
    if kind.may_be_posts and not is_kind_named and posts_or_days.may_be_posts(table, columns, context):
        return Doubt(Rows.POST)
    if not is_kind_named and by_link.columns(table):
        return Doubt(Rows.POST)
    if not kind.network and not is_kind_named and posts_or_days.may_be_days(table, columns, kind):
        return Doubt(Rows.VALUES)
    if kind.network != SITE and (position := networks.in_doubt(table, columns, of_days=kind.rows is Rows.VALUES)) is not None:
        return Doubt(kind.rows, _may_name_networks(table.header[position]))
    if not kind.network and kind.rows is Rows.VALUES and (position := accounts.in_doubt(table, columns)) is not None:
        return Doubt(kind.rows, _may_name_accounts(table.names[position]))
    may_be_anybodys = not (kind.network or context.account or is_kind_named)
    if may_be_anybodys and (position := accounts.titles_in_doubt(table, columns)) is not None:
        return Doubt(kind.rows, _may_name_accounts(table.names[position]))
    if may_be_anybodys and kind.rows is not Rows.ACCOUNT and (position := _names_somebody(table, columns, context)) is not None:
        return Doubt(kind.rows, _may_name_accounts(table.names[position]), is_of_one=True)
    if kind.rows is Rows.POST and "published_at" not in columns and (of_dates := dated.untaken(table, columns)):
        return Doubt(kind.rows, _may_date_posts(of_dates))
    return None


def _names_somebody(table: Table, columns: dict[str, int], context: Context) -> int | None:
    """A column of several names of which nothing is taken, the brand or an account that is known among them."""
    known = {context.brand, *(name for there in context.names.values() for name in there)} - {""}
    maybe = [position for position in accounts.under(table.header, accounts.MAY_NAME_PAGES) if position not in columns.values()]
    words = {position: {names.compared(text) for text in held.texts(table, position)} - {""} for position in maybe}
    found = (position for position, there in words.items() if len(there) > 1 and there & known)
    return None if accounts.ACCOUNT in columns else next(found, None)


def _may_name_networks(column: str) -> Message:
    """The question of a column that may say the network of its rows."""
    return say(
        "The column «{column}» may name the network of each row, or something else. Say what the columns mean "
        '(--columns "HEADER=FIELD;…", or --columns guess to take the guess).',
        column=column,
    )


def _may_name_accounts(column: str) -> Message:
    """The question of a column that may say whose its rows are."""
    return say(
        "The column «{column}» may say whose account each row is about, or something else. Say what the columns mean "
        '(--columns "HEADER=FIELD;…", or --columns guess to take the guess).',
        column=column,
    )


def _may_date_posts(columns: dict[int, str]) -> Message:
    """The question of a table of posts whose dates may stand in one of these."""
    return say(
        "The posts of the table have no date yet, and there are dates in {columns}. Say what the columns mean "
        '(--columns "HEADER=FIELD;…", or --columns guess to take the guess).',
        columns=first_of([f"«{name}»" for name in columns.values()]),
    )
