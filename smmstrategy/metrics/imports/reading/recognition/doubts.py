"""What is not certain of a table whose kind is known, so that a person is asked what its columns mean."""

from collections.abc import Iterator

from smmstrategy.metrics.catalogue import SITE
from smmstrategy.metrics.imports.reading.answers.question import OR_LEAVE_OUT
from smmstrategy.metrics.imports.reading.columns import accounts, dated, networks, untold_days
from smmstrategy.metrics.imports.reading.context import Context
from smmstrategy.metrics.imports.reading.kinds.kind import Kind, Rows
from smmstrategy.metrics.imports.reading.messages import Message, first_of, say
from smmstrategy.metrics.imports.reading.recognition import not_the_whole, of_file, posts_or_days, whose
from smmstrategy.metrics.imports.reading.recognition.doubt import Doubt
from smmstrategy.metrics.imports.reading.rewriting import by_link, by_measure
from smmstrategy.metrics.imports.reading.tables.layout import Table


def of(kind: Kind, columns: dict[str, int], table: Table, context: Context) -> Iterator[Doubt]:
    """All that must be asked before anything of the table is taken, one after another."""
    if table.rows and not context.options.kind and (why := by_measure.question(table)):
        yield Doubt(Rows.VALUES, why, are_rows_sure=True)
    yield from of_file.doubts(kind, columns, table, context)
    if doubt := _of_columns(kind, columns, table, context):
        yield doubt


def _of_columns(kind: Kind, columns: dict[str, int], table: Table, context: Context) -> Doubt | None:
    """What is not certain of its columns, in this file or another."""
    is_kind_named = bool(context.options.kind)
    if not is_kind_named and (at := not_the_whole.of_advertising(kind, columns, table, context)) is not None:
        return Doubt(kind.rows, _are_of_advertising(table.names[at]), is_of_one=True)
    if kind.rows is Rows.VALUES and (at := untold_days.position(table, columns)) is not None:
        return Doubt(kind.rows, _may_be_of_days(table.names[at]), is_of_one=True, instead={**columns, "day": at})
    if kind.may_be_posts and not is_kind_named and posts_or_days.may_be_posts(table, columns, context):
        return Doubt(Rows.POST)
    if not kind.network and kind.rows is not Rows.ACCOUNT and (found := whose.of_accounts(table, columns, context)):
        return Doubt(
            kind.rows,
            whose.names_accounts(table.names[found[0]], found[1]),
            is_of_one=True,
            instead={**columns, accounts.ACCOUNT: found[0]},
        )
    if kind.may_be_posts and not is_kind_named and (at := posts_or_days.told_by_words(table, columns, context)) is not None:
        return Doubt(Rows.POST, _may_be_posts(table.names[at]))
    if not is_kind_named and by_link.columns(table):
        return Doubt(Rows.POST)
    if not kind.network and not is_kind_named and posts_or_days.may_be_days(table, columns, kind):
        return Doubt(Rows.VALUES)
    if not is_kind_named and (at := posts_or_days.told_by_figures(table, columns, kind)) is not None:
        return Doubt(Rows.VALUES, _may_be_days(table.names[at]))
    if kind.network != SITE and (position := networks.in_doubt(table, columns, of_days=kind.rows is Rows.VALUES)) is not None:
        return Doubt(kind.rows, whose.may_name_networks(table.header[position]))
    if not kind.network and kind.rows is Rows.VALUES and (position := accounts.in_doubt(table, columns)) is not None:
        return Doubt(kind.rows, whose.may_name_accounts(table.names[position]))
    may_be_anybodys = not (kind.network or context.account or is_kind_named)
    if may_be_anybodys and (position := accounts.titles_in_doubt(table, columns)) is not None:
        return Doubt(kind.rows, whose.may_name_accounts(table.names[position]))
    if may_be_anybodys and kind.rows is not Rows.ACCOUNT and (position := whose.of_somebody(table, columns, context)) is not None:
        return Doubt(kind.rows, whose.may_name_accounts(table.names[position]), is_of_one=True)
    if not is_kind_named and (doubt := _of_a_part(kind, columns, table, context)):
        return doubt
    if kind.rows is Rows.POST and "published_at" not in columns and (of_dates := dated.untaken(table, columns)):
        return Doubt(kind.rows, _may_date_posts(of_dates))
    return None


def _of_a_part(kind: Kind, columns: dict[str, int], table: Table, context: Context) -> Doubt | None:
    """Figures of a part of a site or an account, as one of its columns may say."""
    of_site = not_the_whole.of_a_part_of_a_site(kind, columns, table)
    at = not_the_whole.of_a_part(kind, columns, table, context) if of_site is None else of_site
    if at is None:
        return None
    why = _may_be_a_part(table.names[at]) if of_site is None else _may_be_a_part_of_a_site(table.names[at])
    return Doubt(kind.rows, why, is_of_one=True, instead={**columns, not_the_whole.field(table, at): at})


def _may_be_posts(column: str) -> Message:
    """The question of a table by day whose rows may be posts."""
    return say(
        "Each row may be a post or a day of an account: the column «{column}» holds what days rarely have. Say what the columns "
        'mean (--columns "HEADER=FIELD;…", or --columns guess to take the guess).',
        column=column,
    )


def _are_of_advertising(column: str) -> Message:
    """The question of a table by day with a column of advertisements or their costs."""
    question = say(
        "The column «{column}» says that the figures are of advertising, and these are not those of the whole account. If they are "
        "the account's own, take them so (--columns guess).",
        column=column,
    )
    return say(OR_LEAVE_OUT, question=question)


def _may_be_a_part(column: str) -> Message:
    """The question of a table by day with a column that may say of which part of an account a row is."""
    question = say(
        "The figures may be of a part of the account, as the column «{column}» says. If they are, take them as one (--columns "
        'guess); if they are of the whole, leave the column out (--columns "{column}=-").',
        column=column,
    )
    return say(OR_LEAVE_OUT, question=question)


def _may_be_a_part_of_a_site(column: str) -> Message:
    """The question of a table of a site by day with a column that may say whose visits its rows count."""
    question = say(
        "The figures may be of a part of the site, as the column «{column}» says. If they are, take them as one (--columns guess); "
        'if they are of the whole, leave the column out (--columns "{column}=-").',
        column=column,
    )
    return say(OR_LEAVE_OUT, question=question)


def _may_be_of_days(column: str) -> Message:
    """The question of a table whose figures would be added up over the days or months that a column seems to say."""
    return say(
        "Rows are alike but for «{column}», in which each cell is a day or a month. If the figures are of these, take them so "
        '(--columns guess); if they are of one period, leave the column out (--columns "{column}=-").',
        column=column,
    )


def _may_be_days(column: str) -> Message:
    """The question of a table of posts without links whose rows may be days."""
    return say(
        "Each row may be a post or a day of an account: the column «{column}» holds what no post has. Say what the columns "
        'mean (--columns "HEADER=FIELD;…", or --columns guess to take the guess).',
        column=column,
    )


def _may_date_posts(columns: dict[int, str]) -> Message:
    """The question of a table of posts whose dates may stand in one of these."""
    return say(
        "The posts of the table have no date yet, and there are dates in {columns}. Say what the columns mean "
        '(--columns "HEADER=FIELD;…", or --columns guess to take the guess).',
        columns=first_of([f"«{name}»" for name in columns.values()]),
    )
