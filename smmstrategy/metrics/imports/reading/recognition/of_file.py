"""What is not certain of one table whatever was said of others with its columns: by what it is called, and by its figures.

So an answer is kept under its title, for this file alone, and one of an earlier file does not keep it from being asked.
"""

from smmstrategy.metrics.imports.reading.answers.kept_under import KeptUnder
from smmstrategy.metrics.imports.reading.answers.question import OR_LEAVE_OUT
from smmstrategy.metrics.imports.reading.columns import changes
from smmstrategy.metrics.imports.reading.context import Context
from smmstrategy.metrics.imports.reading.kinds.kind import Kind, Rows
from smmstrategy.metrics.imports.reading.messages import Message, first_of, say
from smmstrategy.metrics.imports.reading.recognition import not_the_whole, posts_or_days, subscribers
from smmstrategy.metrics.imports.reading.recognition.doubt import Doubt
from smmstrategy.metrics.imports.reading.records import planned
from smmstrategy.metrics.imports.reading.tables.layout import Table


def doubt(kind: Kind, columns: dict[str, int], table: Table, context: Context) -> Doubt | None:
    """What must be asked of it as its columns are read, or were said to be of others."""
    found = _doubt(kind, columns, table, context) if table.rows and not context.options.kind else None
    return found and found._replace(kept=KeptUnder.TITLE)


def without_names(table: Table) -> Message:
    """The question of a table above whose figures no row of names stands."""
    why = say(
        "No row of names was found above the figures of rows {rows}, and their columns are called by their letters: {columns}. Say "
        'what they mean (--columns "{first}=FIELD;…"), or write the names above them and import the file again.',
        rows=table.lines,
        columns=first_of([name for name in table.names if name]),
        first=next(filter(None, table.names)),
    )
    return say(OR_LEAVE_OUT, question=_of(table, why))


def _doubt(kind: Kind, columns: dict[str, int], table: Table, context: Context) -> Doubt | None:
    """Figures of a plan, of advertising or of stories, or changes that are taken for levels, and the reverse."""
    if called := not_the_whole.called_as_a_plan(kind, table, context):
        return Doubt(kind.rows, _may_be_a_plan(called), is_of_one=True)
    if found := planned.in_doubt(table, kind, columns):
        return Doubt(kind.rows, _may_be_rows_of_a_plan(table.names[found[0]], found[1]), is_of_one=True)
    if called := not_the_whole.called_as_advertising(kind, columns, table, context):
        return Doubt(kind.rows, _may_be_advertising(called), is_of_one=True)
    if kind.is_of_anybody and (called := posts_or_days.called_as_stories(table, columns, context)):
        return Doubt(Rows.POST, _may_be_stories(called))
    if kind.rows is Rows.VALUES and (field := changes.column(table, columns)):
        why = _of(table, _may_be_changes(table.names[columns[field]], field))
        return Doubt(kind.rows, why, is_of_one=True, instead=changes.as_changes(field, columns))
    if subscribers.in_doubt(kind, columns, table, context):
        why = _of(table, _may_be_levels(table.names[subscribers.position(table)]))
        return Doubt(kind.rows, why, is_of_one=True, instead=subscribers.otherwise(columns, table))
    return None


def _of(table: Table, question: Message) -> Message:
    """The question of what stands in it, with what it is called, if anything."""
    return say("Table «{table}». {question}", table=table.title[:100], question=question) if table.title else question


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
