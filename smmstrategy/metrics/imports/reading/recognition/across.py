"""Tables that stand the other way round: a row for each metric, of one day or of all; or each column an account."""

import re
from collections.abc import Sequence, Set

from smmstrategy.metrics.imports.reading import answers, kinds
from smmstrategy.metrics.imports.reading.answers import explained
from smmstrategy.metrics.imports.reading.answers.guess import guess
from smmstrategy.metrics.imports.reading.columns import figures, headers, held
from smmstrategy.metrics.imports.reading.context import Context
from smmstrategy.metrics.imports.reading.kinds.days import OF_ACCOUNTS
from smmstrategy.metrics.imports.reading.messages import Message, Refused, first_of, say
from smmstrategy.metrics.imports.reading.rewriting import turned
from smmstrategy.metrics.imports.reading.tables.layout import Table
from smmstrategy.metrics.imports.reading.vocabulary.accounts import NAMES_OF_METRICS, VALUES_OF_METRICS
from smmstrategy.metrics.imports.reading.vocabulary.calendar import DAY_NAMES

_ORDINAL = r"\d{1,2}(?:-?(?:й|я|ый|ая|st|nd|rd|th))?"
_NUMBERED = "|".join(
    rf"(?:{name})\W*\d{{1,2}}|{_ORDINAL}\W*(?:{name})" for name in (r"нед(?:еля)?\.?|week|wk?", r"кв(?:артал)?\.?|quarter|q")
)
NUMBERED = re.compile(rf"(?:{_NUMBERED})(?:\W+20\d\d(?: ?г\.?)?)?", re.IGNORECASE)

A_ROW_OF_DAYS = say(
    "Turn the table so that each month, week or day is a row (in Excel: Copy, then Paste Special, Transpose), call its first "
    "column «Date», and import the file again."
)
A_ROW_OF_AN_ACCOUNT = say(
    "Turn the table so that a row is one account on one day, with the columns «Date», «Account» and «Network» and one called as "
    "the figure, «Followers» for example, and import the file again."
)


def refuse(tables: Sequence[Table], context: Context) -> None:
    """Where every table that holds anything stands so there is nothing to ask: no column has one meaning."""
    holding = [table for table in tables if table.rows and not explained.holds_nothing(table, None)]
    sentences = [sentence for table in holding if (sentence := _to_turn(table, context))]
    if sentences and len(sentences) == len(holding):
        raise Refused(sentences[0]["text"], **sentences[0]["params"])


def question(table: Table, context: Context) -> Message | None:
    """What is asked about such a table beside others, or about one whose columns may be accounts; nothing of any other."""
    if sentence := _to_turn(table, context):
        return say("{question} Or leave this table out (--leave-out NAME).", question=sentence)
    names = [] if answers.that_differ(table, context) else _maybe_accounts(table)
    return _each_an_account(names) if names else None


def _each_an_account(names: Sequence[str]) -> Message:
    return say(
        'These columns are new: {columns}. Say what they mean (--columns "HEADER=FIELD;…"). If each is an account, do this '
        "instead. {way_out}",
        columns=first_of(names),
        way_out=A_ROW_OF_AN_ACCOUNT,
    )


def _of_accounts(columns: Sequence[str]) -> Message:
    return say(
        "Months, weeks or days stand across the table ({columns}), and its rows are accounts. {way_out}",
        columns=first_of(columns),
        way_out=A_ROW_OF_AN_ACCOUNT,
    )


def _periods_of_accounts(table: Table, context: Context) -> list[str]:
    """The columns of months, weeks or days beside one of accounts; none where somebody has explained the table."""
    columns = [name for name in table.header if _is_period(name)]
    names_accounts = not {"account", "account_url"}.isdisjoint(headers.columns(table.header, OF_ACCOUNTS))
    return columns if len(columns) > 1 and names_accounts and not answers.answer_of(table, context) else []


def _maybe_accounts(table: Table) -> list[str]:
    """The columns of figures beside one of days, where there are several and no name among them says what is counted."""
    guessed = guess(table)["fields"]
    names = [name for position, name in enumerate(table.names) if name not in guessed and figures.are_held(table, position)]
    is_dated = [*guessed.values()] == ["day"] and len(names) == sum(map(bool, table.names)) - 1
    return names if is_dated and len(names) > 1 and not any(map(NUMBERED.fullmatch, names)) else []


def _to_turn(table: Table, context: Context) -> Message | None:
    """How such a table is to be turned; nothing of any other."""
    if columns := _periods(table, context):
        return _sentence(columns, turned.said_besides(table))
    if columns := _periods_of_accounts(table, context):
        return _of_accounts(columns)
    return _of_one_figure_each(table, context)


def _of_one_figure_each(table: Table, context: Context) -> Message | None:
    """The same of a table in which each row is one figure of a day, by its name: «Дата», «Критерий», «Значение»."""
    dates_of, names, figures_of = (_called(table, words) for words in (DAY_NAMES, NAMES_OF_METRICS, VALUES_OF_METRICS))
    is_known = kinds.recognise(table.header, "", set()) or answers.answer_of(table, context)
    if is_known or not (dates_of and names and figures_of):
        return None
    return say(
        "Each row is one figure of a day, which «{names}» names. Make a table in which a row is a day and each figure has a column "
        "of its own (in Excel: Insert, PivotTable; «{dates}» into the rows, «{names}» into the columns, «{figures}» into the "
        "values; rows of a part, as of an age or a city, left out), call its first column «Date», and import that.",
        dates=dates_of,
        names=names,
        figures=figures_of,
    )


def _called(table: Table, words: Set[str]) -> str:
    """What the first column with one of these names is called; empty without one."""
    return next((name for name in table.header if headers.plain(name) in words), "")


def _sentence(columns: Sequence[str], besides: Sequence[str]) -> Message:
    if besides:
        return say(
            "Months, weeks or days stand across the table ({columns}), its rows are metrics, and more is said of them ({besides}). "
            "Write into the name of each metric what is said of it, as in «Followers, thousand» or «Telegram followers», and "
            "delete what is of a plan or of others. {way_out}",
            columns=first_of(columns),
            besides=first_of([f"«{name}»" for name in besides]),
            way_out=A_ROW_OF_DAYS,
        )
    return say(
        "Months, weeks or days stand across the table ({columns}), and its rows are metrics. {way_out}",
        columns=first_of(columns),
        way_out=A_ROW_OF_DAYS,
    )


def _periods(table: Table, context: Context) -> list[str]:
    """The columns of months, weeks or days beside one of metrics; none where its kind is known or somebody has explained it."""
    is_known = kinds.recognise(table.header, "", set()) or answers.answer_of(table, context)
    columns = [name for name in table.header if _is_period(name)]
    others = [position for position, name in enumerate(table.header) if not _is_period(name)]
    return columns if len(columns) > 1 and not is_known and any(_are_metrics(table, position) for position in others) else []


def _is_period(name: str) -> bool:
    return turned.is_date(name) or bool(NUMBERED.fullmatch(name))


def _are_metrics(table: Table, position: int) -> bool:
    """A column is called so, or half of what stands there are names of figures."""
    known, names = turned.names_known(table, position), held.texts(table, position)
    return headers.plain(table.header[position]) in NAMES_OF_METRICS or len(known) * 2 >= max(len(names), 1)
