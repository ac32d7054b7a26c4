"""Rows that are values of accounts: of a day, a month, or a whole period, of everything or of a slice."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from smmstrategy.metrics.catalogue import METRICS, Totals
from smmstrategy.metrics.imports.reading import answers
from smmstrategy.metrics.imports.reading.answers import question
from smmstrategy.metrics.imports.reading.answers.guess import is_of_words
from smmstrategy.metrics.imports.reading.cells import dates, numbers
from smmstrategy.metrics.imports.reading.columns import headers
from smmstrategy.metrics.imports.reading.columns.values import Columns
from smmstrategy.metrics.imports.reading.context import Context
from smmstrategy.metrics.imports.reading.draft import Dateless, Draft, page
from smmstrategy.metrics.imports.reading.kinds.kind import Kind
from smmstrategy.metrics.imports.reading.messages import Message, first_of, say
from smmstrategy.metrics.imports.reading.records import judged, owners, totals
from smmstrategy.metrics.imports.reading.records.owners import one_name
from smmstrategy.metrics.imports.reading.records.owners.rows import Whose
from smmstrategy.metrics.imports.reading.records.owners.said import Said
from smmstrategy.metrics.imports.reading.records.values import exact, holes, periods, slices

Slices = dict[tuple, list[tuple[str, dict[str, Any]]]]
HOURS = frozenset({"hour", "time", "час", "время"})


def add(columns: Columns, kind: Kind, draft: Draft, context: Context, name_row: Any) -> None:
    """Put the table's values into the draft."""
    if (told := judged.of_values(columns, kind, draft, context)) is None:
        return
    said, words = told
    whose = owners.of_values(said, words, columns.wrong, draft, context)
    owner_of = whose.owners
    one_name.note(owner_of, said.accounts, said.words, said.leads, draft)
    one_name.note_only_word(owner_of, said, draft)
    spans = _spans(columns, kind, draft, context)
    if "day" not in columns and not periods.says_own(columns, context):
        owners_there = frozenset(page(*owner) for owner in owner_of if owner)
        draft.dateless.append(Dateless(columns.table.title, columns.table.header, owners_there))
    if not any(owner_of) or spans is None:
        return
    columns.wrong |= dict.fromkeys(totals.without_a_day(columns, spans), totals.TOTAL)
    days = list(zip(owner_of, spans, strict=True))
    if not kind.is_explained and _lacks_a_dimension(columns, [day for n, day in enumerate(days) if n not in columns.wrong]):
        question.ask(columns.table, draft, answers.asked_under(columns.table, context))
        return
    again: list[str] = []
    for (owner, first, last, label, _network), rows in _slices(columns, days, whose, said, draft, name_row).items():
        is_of_parts = bool(label) and len(rows) > 1
        again += exact.said_again(rows) if is_of_parts else []
        figures = _united(rows) if label else ((row, code, *value) for row, measured in rows for code, value in measured.items())
        draft.subject(*owner).united += [[row for row, _measured in rows]] if is_of_parts else []
        draft.subject(*owner).values += [[row, code, first.isoformat(), last.isoformat(), value, label, rounded]
                                         for row, code, value, rounded in figures]  # fmt: skip
    _say_again(again, draft)
    _say_missing_months(spans, columns, draft)


def _slices(columns: Columns, days: Sequence[tuple], whose: Whose, said: Said, draft: Draft, name_row: Any) -> Slices:
    """By account, days, slice and network its rows with their figures; rows that are no one's or say nothing stay in the draft."""
    metrics = list(columns.metrics())
    labels = slices.labels(columns, days, metrics)
    found: Slices = defaultdict(list)
    for index, ((number, _cells), (owner, span), label) in enumerate(zip(columns.table.rows, days, labels, strict=True)):
        row = name_row(number)
        measured = {code: values[index] for code, values in metrics if values[index]}
        if reason := _refusal(columns, index, owner, span, label):
            draft.rejected[row] = reason
        elif not measured:
            draft.empty.append(row)
        else:
            found[owner, *span, label, draft.network_words.get(row, "").casefold()].append((row, measured))
            subject = draft.subject(*owner)
            subject.rows.append(row)
            subject.name = subject.name or whose.names[index]
            draft.nameless |= set() if said.accounts[index] else {row}
    return found


def _lacks_a_dimension(columns: Columns, days: Sequence[Any]) -> bool:
    """Several rows speak of the same days of an account, told apart by a column of words that nobody knows."""
    if len(set(days)) == len(days) or any(name.startswith("by ") for name in columns.positions):
        return False
    unknown = set(range(len(columns.table.header))) - set(columns.positions.values())
    return any(columns.table.header[position] and is_of_words(columns.table, position) for position in unknown)


def _refusal(
    columns: Columns, index: int, owner: owners.Owner | None, span: tuple[date, date] | None, label: str | None
) -> Message | None:
    if index in columns.wrong:
        return columns.wrong[index]
    if owner is None:
        return say("The row names no account, and others name several: it may be their total.")
    if span is None:
        return say("The row has no date.")
    return say("The row names nothing and may be the total of others that are not in the file.") if label is None else None


def _united(rows: list[tuple[str, dict[str, Any]]]) -> Iterator[tuple[str, str, str, bool]]:
    """Rows that differ only in what we do not keep (a page's title) are one slice: what may be added up is, the rest is unknown."""
    for code in dict.fromkeys(code for _row, measured in rows for code in measured):
        figures = [(row, *measured[code]) for row, measured in rows if code in measured]
        row, rounded = figures[-1][0], any(is_rounded for _row, _value, is_rounded in figures)
        if len({value for _row, value, _rounded in figures}) == 1 and (len(figures) == 1 or METRICS[code].totals is not Totals.SUM):
            yield row, code, figures[0][1], rounded
        elif METRICS[code].totals is Totals.SUM:
            yield row, code, numbers.plain(sum((Decimal(value) for _row, value, _rounded in figures), Decimal(0))), rounded


def _spans(columns: Columns, kind: Kind, draft: Draft, context: Context) -> Sequence[tuple[date, date] | None] | None:
    """The days each row is about; None when the file says none and nobody has told us."""
    if "day" in columns:
        moments = columns.moments("day")
        if _adds_up(columns) and not any(name.startswith("by ") for name in columns.positions):
            _refuse_hours(columns, moments)
        return [_span(moment) for moment in moments]
    whole = periods.of_table(columns, kind, draft, context)
    if whole and "nth_day" in columns:
        return [_nth_day(whole, text) for text in columns.text("nth_day")]
    return [whole] * len(columns.table.rows) if whole else None


def _adds_up(columns: Columns) -> bool:
    codes = {name.partition("*")[0] for name in columns.positions} & METRICS.keys()
    return any(METRICS[code].totals is Totals.SUM for code in codes)


def _refuse_hours(columns: Columns, moments: Sequence[dates.Moment | None]) -> None:
    """A day told in several times of day has no row of its own: its last hour is not the day."""
    called = list(map(headers.normalise, columns.table.header))
    apart = next((position for position, name in enumerate(called) if name in HOURS), len(called))
    times: dict[tuple[str, date], set[tuple[Any, ...]]] = defaultdict(set)
    days = [moment and (account, moment.day) for account, moment in zip(columns.whose(), moments, strict=True)]
    for day, moment, (_number, cells) in zip(days, moments, columns.table.rows, strict=True):
        if day and moment:
            times[day].add((moment.clock, *cells[apart : apart + 1]))
    for index, day in enumerate(days):
        if day and len(times[day]) > 1:
            columns.wrong.setdefault(index, say("The row is about an hour, not about a day. Export the figures by day."))


def _nth_day(whole: tuple[date, date], text: str) -> tuple[date, date] | None:
    """Analytics counts the days of a period from 0."""
    day = whole[0] + timedelta(days=int(text)) if text.isascii() and text.isdigit() and len(text) < 5 else None
    return (day, day) if day and day <= whole[1] else None


def _span(moment: dates.Moment | None) -> tuple[date, date] | None:
    return moment and (moment.day, moment.until)


def _say_again(rows: Sequence[str], draft: Draft) -> None:
    """Two rows of a source may be two campaigns, or one figure told twice: the file does not say which."""
    if rows:
        draft.warn(
            "{count} row ({rows}) may say again, rounded, what another says of the same days: both were added up. If it counts "
            "nothing of its own, import the file without it.",
            "{count} rows ({rows}) may say again, rounded, what others say of the same days: all were added up. If they count "
            "nothing of their own, import the file without them.",
            count=len(rows),
            rows=first_of(rows),
        )


def _say_missing_months(spans: Sequence[tuple[date, date] | None], columns: Columns, draft: Draft) -> None:
    if "day" in columns and (months := holes.months_missing(span for span in spans if span)):
        draft.warn("The file has no rows for {months}.", months=months)
