"""What is not certain of a table whose kind is known, so that a person is asked what its columns mean."""

from collections.abc import Mapping
from typing import NamedTuple

from smmstrategy.metrics.catalogue import SITE
from smmstrategy.metrics.imports.reading.answers.kept_under import KeptUnder
from smmstrategy.metrics.imports.reading.answers.question import OR_LEAVE_OUT
from smmstrategy.metrics.imports.reading.columns import accounts, changes, dated, networks
from smmstrategy.metrics.imports.reading.context import Context
from smmstrategy.metrics.imports.reading.kinds.kind import Kind, Rows
from smmstrategy.metrics.imports.reading.messages import Message, first_of, say
from smmstrategy.metrics.imports.reading.recognition import not_the_whole, posts_or_days, subscribers, whose
from smmstrategy.metrics.imports.reading.records import planned
from smmstrategy.metrics.imports.reading.rewriting import by_link, by_measure
from smmstrategy.metrics.imports.reading.tables.layout import Table


class Doubt(NamedTuple):
    """What its rows rather are; the question in words of its own; whether of one column alone; how that may be read instead."""

    rows: Rows
    why: Message | None = None
    is_of_one: bool = False
    instead: Mapping[str, int] | None = None
    kept: KeptUnder | None = None  # where others with this header are not in doubt


def of(kind: Kind, columns: dict[str, int], table: Table, context: Context) -> Doubt | None:
    """What must be asked before anything of the table is taken."""
    is_kind_named = bool(context.options.kind)
    if not is_kind_named and (doubt := _of_another_thing(kind, columns, table, context)):
        return doubt
    if kind.may_be_posts and not is_kind_named and (called := posts_or_days.called_as_stories(table, columns, context)):
        return Doubt(Rows.POST, _may_be_stories(called), kept=KeptUnder.TITLE)
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


def of_plan(kind: Kind, columns: Mapping[str, int], table: Table, context: Context) -> Doubt | None:
    """What must be asked of a table that is, or has rows, of a plan, also where its columns were explained with an earlier file."""
    if not table.rows or context.options.kind:
        return None
    if called := not_the_whole.called_as_a_plan(kind, table, context):
        return Doubt(kind.rows, _may_be_a_plan(called), is_of_one=True, kept=KeptUnder.TITLE)
    if found := planned.in_doubt(table, kind, columns):
        return Doubt(kind.rows, _may_be_rows_of_a_plan(table.names[found[0]], found[1]), is_of_one=True, kept=KeptUnder.TITLE)
    return None


def _of_another_thing(kind: Kind, columns: dict[str, int], table: Table, context: Context) -> Doubt | None:
    """Figures of a plan, of no known days, of advertising, or changes of what is called as if they were levels."""
    if not table.rows:
        return None
    if doubt := of_plan(kind, columns, table, context):
        return doubt
    if why := by_measure.question(table):
        return Doubt(Rows.VALUES, why)
    if called := not_the_whole.called_as_advertising(kind, columns, table, context):
        return Doubt(kind.rows, _may_be_advertising(called), is_of_one=True, kept=KeptUnder.TITLE)
    if (at := not_the_whole.of_advertising(kind, columns, table, context)) is not None:
        return Doubt(kind.rows, _are_of_advertising(table.names[at]), is_of_one=True)
    if kind.rows is Rows.VALUES and (field := changes.column(table, columns)):
        why = _may_be_changes(table.names[columns[field]], field)
        return Doubt(kind.rows, why, is_of_one=True, instead=changes.as_changes(field, columns))
    if subscribers.in_doubt(kind, columns, table, context):
        why = _may_be_levels(table.names[columns[subscribers.GROWTH]])
        return Doubt(kind.rows, why, is_of_one=True, instead=subscribers.as_levels(columns))
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


def _may_be_stories(title: str) -> Message:
    """The question of a table by day whose title says stories."""
    question = say(
        "The table «{title}» is called as stories are: a row may be one of them, or all those of a day, whose figures are not "
        'those of the whole account. Say what the columns mean (--columns "HEADER=FIELD;…", or --columns guess to take each row '
        "for a story).",
        title=title,
    )
    return say(OR_LEAVE_OUT, question=question)


def _may_be_a_plan(title: str) -> Message:
    """The question of a table whose title says a plan."""
    question = say(
        "The table «{title}» is called as a plan or a forecast is, and its figures may never have come true. If they are what was "
        "measured, take them so (--columns guess).",
        title=title,
    )
    return say(OR_LEAVE_OUT, question=question)


def _may_be_rows_of_a_plan(column: str, value: str) -> Message:
    """The question of a table of which some rows say a plan and others neither a plan nor a fact."""
    question = say(
        "The column «{column}» says of some rows that they are of a plan («{value}»), and of others something else. If all have "
        'come true, leave the column out (--columns "{column}=-"); if not, write «plan» or «fact» there beside each row and import '
        "the file again.",
        column=column,
        value=value,
    )
    return say(OR_LEAVE_OUT, question=question)


def _may_be_advertising(title: str) -> Message:
    """The question of a table by day whose title says advertising."""
    question = say(
        "The table «{title}» is called as advertising is, whose figures are not those of the whole account. If they are the "
        "account's own, take them so (--columns guess).",
        title=title,
    )
    return say(OR_LEAVE_OUT, question=question)


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


def _may_be_changes(column: str, field: str) -> Message:
    """The question of a table by day with signs in front of its numbers."""
    return say(
        "Each number of «{column}» has a sign in front, as changes have, and not how many there are. If they are changes, take "
        'them so (--columns guess); if not, say what the column means (--columns "{column}={field}"), or leave it out (--columns '
        '"{column}=-").',
        column=column,
        field=field,
    )


def _may_be_levels(column: str) -> Message:
    """The question of a table of YouTube by day whose subscribers may be counted as people count them."""
    return say(
        "«{column}» may say how many there are, or by how many they have grown, as YouTube Studio counts. Say which: how many "
        'there are (--columns "{column}=followers"), or the growth (--columns "{column}=followers_net").',
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
