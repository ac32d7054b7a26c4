"""What is not certain of one table whatever was said of others with its columns: by what it is called, and by its figures.

So an answer is kept under its title, for this file alone, with what it was about: neither one of an earlier file nor that to
another doubt keeps it from being asked.
"""

from collections.abc import Iterator

from smmstrategy.metrics.imports.reading.answers import explained
from smmstrategy.metrics.imports.reading.answers.kept_under import KeptUnder
from smmstrategy.metrics.imports.reading.answers.question import LETTERS, OR_LEAVE_OUT
from smmstrategy.metrics.imports.reading.columns import changes, headers
from smmstrategy.metrics.imports.reading.context import Context
from smmstrategy.metrics.imports.reading.kinds.kind import Kind, Rows
from smmstrategy.metrics.imports.reading.messages import Message, first_of, say
from smmstrategy.metrics.imports.reading.recognition import not_the_whole, posts_or_days, subscribers
from smmstrategy.metrics.imports.reading.recognition.doubt import Doubt
from smmstrategy.metrics.imports.reading.records import planned
from smmstrategy.metrics.imports.reading.rewriting import by_unit
from smmstrategy.metrics.imports.reading.tables.layout import Table


def doubts(kind: Kind, columns: dict[str, int], table: Table, context: Context) -> Iterator[Doubt]:
    """All that must be asked of it as its columns are read, or were said to be of others, one after another."""
    found = [_of_units, *([] if context.options.kind else [_of_the_whole, _of_columns])] if table.rows else []
    return (doubt._replace(kept=KeptUnder.TITLE) for of in found for doubt in of(kind, columns, table, context))


def without_names(table: Table, context: Context) -> Message:
    """The question of a table above whose figures no row of names stands."""
    why = say(
        "No row of names was found above the figures of rows {rows}, and their columns are called by their letters: {columns}. Say "
        'what they mean (--columns "{first}=FIELD;…"), or write the names above them and import the file again.',
        rows=table.lines,
        columns=first_of([name for name in table.names if name]),
        first=next(filter(None, table.names)),
    )
    if context.options.is_settled(LETTERS):
        why = say(
            "{question} (--columns was taken for another table of the file whose columns are called by letters, and holds for one: "
            "to explain both, import the file once for each, with the other left out.)",
            question=why,
        )
    return say(OR_LEAVE_OUT, question=_of(table, why))


def _of_units(kind: Kind, columns: dict[str, int], table: Table, _context: Context) -> Iterator[Doubt]:
    """Figures that may be thousands."""
    figures = {at for field, at in columns.items() if explained.is_figure(field)}
    if figures and (found := by_unit.in_doubt(table, figures)):
        why = _may_be_thousands(table.called(found[0]), found[1])
        yield Doubt(kind.rows, why, is_of_one=True, about="thousands", column="")


def _of_the_whole(kind: Kind, columns: dict[str, int], table: Table, context: Context) -> Iterator[Doubt]:
    """Figures of a plan, of advertising or of stories."""
    if called := not_the_whole.called_as_a_plan(kind, table, context):
        yield Doubt(kind.rows, _may_be_a_plan(called), is_of_one=True, about="plan", column="")
    for at, value in planned.in_doubt(table, kind, columns).items():
        column = headers.apart(table.names)[at]
        why = _may_be_rows_of_a_plan(column, value)
        yield Doubt(kind.rows, why, is_of_one=True, about=f"plan in {column}", column=column, is_guessed=False)
    if called := not_the_whole.called_as_advertising(kind, columns, table, context):
        yield Doubt(kind.rows, _may_be_advertising(called), is_of_one=True, about="advertising", column="")
    if kind.is_of_anybody and (called := posts_or_days.called_as_stories(table, columns, context)):
        yield Doubt(Rows.POST, _may_be_stories(called), about="stories", column="")


def _of_columns(kind: Kind, columns: dict[str, int], table: Table, context: Context) -> Iterator[Doubt]:
    """Changes that are taken for levels, and the reverse."""
    for field in changes.fields(table, columns) if kind.rows is Rows.VALUES else []:
        column, instead = table.names[columns[field]], changes.as_changes(field, columns)
        why = _of(table, _may_be_changes(column, field))
        yield Doubt(kind.rows, why, is_of_one=True, instead=instead, about=f"changes in {column}", column=column)
    if subscribers.in_doubt(kind, columns, table, context):
        column, instead = table.names[subscribers.position(table)], subscribers.otherwise(columns, table)
        why = _of(table, _may_be_levels(column))
        yield Doubt(kind.rows, why, is_of_one=True, instead=instead, about=f"levels in {column}", column=column, is_guessed=False)


def _of(table: Table, question: Message) -> Message:
    """The question of what stands in it, with what it is called, if anything."""
    return say("Table «{table}». {question}", table=table.title[:100], question=question) if table.title else question


def _may_be_thousands(row: str, said: str) -> Message:
    """The question of a table that has a row with a word for thousands where the others have figures."""
    question = say(
        "Row {row} says «{said}» in place of figures, and may say it of all below. If they are written out in full, take them so "
        "(--columns guess); if not, write it into the names of their columns, as in «Followers, thousand», and import the file "
        "again.",
        row=row,
        said=said,
    )
    return say(OR_LEAVE_OUT, question=question)


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
