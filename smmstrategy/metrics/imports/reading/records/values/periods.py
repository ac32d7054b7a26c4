"""The days a whole table without dates is about, as a person, its own lines, other tables or a name say them."""

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import chain

from smmstrategy.metrics.imports.reading import kinds
from smmstrategy.metrics.imports.reading.cells import titles, windows
from smmstrategy.metrics.imports.reading.columns import dated
from smmstrategy.metrics.imports.reading.columns.values import Columns
from smmstrategy.metrics.imports.reading.context import Context
from smmstrategy.metrics.imports.reading.draft import ROW, Draft, Undated
from smmstrategy.metrics.imports.reading.kinds.kind import Kind
from smmstrategy.metrics.imports.reading.messages import Message, first_of, say
from smmstrategy.metrics.imports.reading.records.values import months_called
from smmstrategy.metrics.imports.reading.tables.layout import Table

Days = tuple[date, date]
A_DAY = timedelta(days=1)
METRIC, FIRST, LAST, LABEL = 1, 2, 3, 5  # where they stand in the record of a value


def of_table(columns: Columns, kind: Kind, draft: Draft, context: Context) -> Days | None:
    """A question when nobody says them. A person says them of tables that do not; what a name says is seen to at the end.

    The days of other tables are not those of one whose kind has days of its own.
    """
    if noted := next(iter(titles.periods_in(" ".join(columns.table.notes))), None):
        draft.warnings += [said for said in _beside_told(noted, context) if said not in draft.warnings]
        return noted
    title = columns.table.title
    own = windows.whole_in(title, context.today) or months_called.of_table(title, columns.period, context)
    if own is None and months_called.is_called(title):
        return months_called.ask(title, draft, context)
    days = own or context.period or columns.period
    if not days and "day" not in kind.required:
        days = _of_neighbours(columns, draft)
    of_file = None if days or windows.says_otherwise(title) else windows.whole_in(context.file_name, context.today)
    if not days and not of_file:
        ask(columns.table.header, draft, dated.untaken(columns.table, columns.positions).values())
    elif own or of_file:
        rows = frozenset(columns.name_row(number) for number, _cells in columns.table.rows)
        draft.undated.append(Undated(rows, columns.table.header, _of_title(own, context) if own else [_of_file(of_file)]))
    return days or of_file


def says_own(columns: Columns, context: Context) -> bool:
    """The table itself says its days, or its month."""
    title = columns.table.title
    is_noted = bool(titles.periods_in(" ".join(columns.table.notes)))
    return is_noted or months_called.is_called(title) or windows.whole_in(title, context.today) is not None


def of_list(table: Table, draft: Draft, context: Context) -> Days:
    """The days of a list of accounts: those that its title says, else a person, else the name of its file; else today's, said.

    None is in the future.
    """
    noted = next(iter(titles.periods_in(" ".join(table.notes))), None)
    own = noted or windows.whole_in(table.title, context.today) or _of_day(table.title)
    own = own or months_called.of_table(table.title, _of_day(context.file_name), context)
    if own is None and months_called.is_called(table.title):
        months_called.ask(table.title, draft, context)
    if own:
        days, said = own, _beside_told(own, context) if noted else _of_title(own, context)
    elif days := context.period or _of_day(context.file_name):
        said = []
    elif days := None if windows.says_otherwise(table.title) else windows.whole_in(context.file_name, context.today):
        said = [_of_file(days)]
    else:
        days, said = (context.today, context.today), [_of_today(context)]
    draft.warnings += [message for message in said if message not in draft.warnings]
    return min(days[0], context.today), min(days[1], context.today)


def said_of_posts(draft: Draft, context: Context) -> list[str] | None:
    """The days the posts of the file are said to be of: by the lines above its tables, if they agree, else by its name."""
    named = () if draft.noted else titles.periods_in(context.file_name)[:1]
    first, last = next(iter({*draft.noted, *named}), (date.max, date.min))
    if named and any(_ends_before(table["kind"], context) for table in draft.tables):
        last -= A_DAY
    return [first.isoformat(), last.isoformat()] if len(draft.noted) < 2 and first <= last else None


def _ends_before(code: str, context: Context) -> bool:
    pattern = kinds.BY_CODE[code].ends_before if code in kinds.BY_CODE else ""
    return bool(pattern) and re.search(pattern, context.file_name, re.IGNORECASE) is not None


def _of_day(name: str) -> Days | None:
    """The period that a name says, else the last of its days."""
    days = titles.days_in(name)
    return next(iter(titles.periods_in(name)), (max(days), max(days)) if days else None)


def _of_today(context: Context) -> Message:
    return say(
        (
            "The list has no date; its figures were taken for those of {day}. To change that, say "
            "the day (--period YYYY-MM-DD:YYYY-MM-DD)."
        ),
        day=context.today,
    )


def settle(draft: Draft, context: Context) -> None:
    """What a name says are no days where two rows of an account would be of them: a person says which, or is asked."""
    if draft.question.get("asks") == "period" and len(several := of_one_account(draft)) > 1:
        draft.question["message"] = of_two(several)
    in_doubt = _twice(draft)
    for table in draft.undated:
        if in_doubt.isdisjoint(table.rows):
            draft.warnings += [said for said in table.said if said not in draft.warnings]
        elif context.period:
            _date(table.rows, context.period, draft)
        else:
            _take_out(table.rows, draft)
            ask(table.columns, draft)


def of_one_account(draft: Draft) -> list[str]:
    """The titles of tables without dates that have the same columns and the same accounts: one period cannot be that of all."""
    alike = [[two.title for two in draft.dateless if two[1:] == one[1:] and one.owners] for one in draft.dateless]
    return list(dict.fromkeys(max(alike, key=len, default=[])))


def of_two(titles: Iterable[str]) -> Message:
    """The question of such tables."""
    return say(
        "The tables {tables} have no dates, and the same columns for one account: they are of different days, or of two accounts. "
        'Write the month and the year into the name of each sheet, say whose each is (--name "TABLE=NETWORK:HANDLE"), or import '
        "each of them by itself (--leave-out NAME for the others) and name its days (--period YYYY-MM-DD:YYYY-MM-DD).",
        tables=first_of([f"«{title}»" for title in titles]),
    )


def _twice(draft: Draft) -> set[str]:
    """The rows that say one metric of an account for the same days."""
    twice: set[str] = set()
    for subject in draft.subjects.values():
        rows: dict[tuple, list[str]] = defaultdict(list)
        for value in subject.values:
            rows[value[METRIC], value[FIRST], value[LAST], value[LABEL]].append(value[ROW])
        twice |= set(chain.from_iterable(same for same in rows.values() if len(same) > 1))
    return twice


def _date(rows: frozenset[str], days: Days, draft: Draft) -> None:
    for subject in draft.subjects.values():
        for value in subject.values:
            if value[ROW] in rows:
                value[FIRST], value[LAST] = (day.isoformat() for day in days)


def _take_out(rows: frozenset[str], draft: Draft) -> None:
    for subject in draft.subjects.values():
        subject.values = [value for value in subject.values if value[ROW] not in rows]
        subject.rows = [row for row in subject.rows if row not in rows]


def _of_title(own: Days, context: Context) -> list[Message]:
    if context.period:
        return _beside_told(own, context)
    return [
        say("A table has no dates: its figures were taken for those of {day}, as the title or its sheet says.", day=_written(own))
    ]


def _beside_told(own: Days, context: Context) -> list[Message]:
    if context.period in (None, own):
        return []
    said = say(
        "A table says itself that it is about {first} to {last}: the days you named hold for tables that say none.",
        first=own[0].isoformat(),
        last=own[1].isoformat(),
    )
    return [said]


def _of_file(window: Days) -> Message:
    return say(
        "A table has no dates: its figures were taken for those of {day}, as the name of the file says. If they are of other "
        "days, say of which (--period YYYY-MM-DD:YYYY-MM-DD).",
        day=_written(window),
    )


def _written(window: Days) -> str:
    return "/".join(day.isoformat() for day in window)


def ask(columns: Iterable[str], draft: Draft, dates: Iterable[str] = ()) -> None:
    """Ask of which days the table with these columns is, of which `dates` hold dates that nobody took for its days."""
    named = {"columns": first_of([f"«{name}»" for name in columns if name])}
    message = say("The file has no dates. Say which days it is about (--period YYYY-MM-DD:YYYY-MM-DD).")
    if untaken := first_of([f"«{name}»" for name in dates]):
        message = say(
            "The table with the columns {columns} has dates that were not taken for its days: {dates}. Say that they are "
            '(--columns "HEADER=day;…"), or which days it is about (--period YYYY-MM-DD:YYYY-MM-DD).',
            **named,
            dates=untaken,
        )
    elif draft.days() or any(subject.posts for subject in draft.subjects.values()):
        message = say(
            "The table with the columns {columns} has no dates. Say which days it is about (--period YYYY-MM-DD:YYYY-MM-DD).",
            **named,
        )
    draft.ask("period", message)


def _of_neighbours(columns: Columns, draft: Draft) -> Days | None:
    """In an archive of Studio files the days of the chart and the totals are those of the table; what a name says is its own."""
    days = draft.days(but=frozenset().union(*(table.rows for table in draft.undated))) if columns.table.name else None
    return (date.fromisoformat(days[0]), date.fromisoformat(days[1])) if days else None
