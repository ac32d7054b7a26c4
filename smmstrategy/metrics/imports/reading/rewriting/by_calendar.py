"""Columns that say of when a row is, as one: the first day and the last, the year and its months, weeks from day to day."""

import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace

from smmstrategy.metrics.imports.reading.cells import dates, windows
from smmstrategy.metrics.imports.reading.columns import finest, headers, held, whole, words, years
from smmstrategy.metrics.imports.reading.columns.whole import Stretch
from smmstrategy.metrics.imports.reading.kinds.days import OF_ACCOUNTS
from smmstrategy.metrics.imports.reading.kinds.fields import POST
from smmstrategy.metrics.imports.reading.tables.grids import Figure, cell_at
from smmstrategy.metrics.imports.reading.tables.layout import Table
from smmstrategy.metrics.imports.reading.vocabulary import calendar

DAY = "date"  # what the joined column is read as
OF_POSTS = frozenset({"key", "permalink", "text", "title"})
A_YEAR = re.compile(r"(20[0-9]{2})(?:\.0| ?г(?:\.|од)?)?")
YEARS = re.compile(r"(?<!\d)20\d\d(?!\d)", re.ASCII)
MIDNIGHT = re.compile(r"[ T]0?0:00(?::00(?:\.0+)?)?$")
NUMBER = re.compile(r"\d{1,2}", re.ASCII)


def joined(table: Table) -> Table:
    """The table as it is, or with one column in place of those that say only together which days a row is about."""
    return _by_stretches(_with_years(_with_stretches(table)))


def _by_stretches(table: Table) -> Table:
    """Weeks and other stretches that are written from day to day are those of their rows, where no other column says days."""
    at = headers.columns(table.header, calendar.STRETCHES).get("day")
    of_others = headers.columns(table.header, OF_ACCOUNTS).keys() | headers.columns(table.header, POST).keys()
    if at is None or {"day", "published_at"} & of_others or OF_POSTS & of_others:
        return table
    texts = held.texts(table, at)
    if not texts or not all(map(years.is_stretch, texts)):
        return table
    return replace(table, header=[DAY if n == at else name for n, name in enumerate(table.header)], in_file=table.names)


def _with_stretches(table: Table) -> Table:
    """A row from one day to another has both in one cell. When a post was published no last day says."""
    of_report = headers.columns(table.header, calendar.OF_REPORT).get("first")
    first = headers.columns(table.header, calendar.FIRST).get("first", of_report)
    last = headers.columns(table.header, calendar.LAST).get("last")
    if first is None and last is not None:
        first = next((n for n in range(len(table.header)) if n != last and finest.is_named(table.header[n])), None)
    if None in (first, last) or OF_POSTS & headers.columns(table.header, POST).keys():
        return table
    if not (_are_days(table, first) and _are_days(table, last)):
        return table
    header = table.header[first] if first == of_report or _tells_more(table, first, last) else DAY
    return _united(table, first, last, header, _stretch)


def _tells_more(table: Table, first: int, last: int) -> bool:
    """Words say what a row is of beside its account, as those of campaigns do, whose figures are not the account's: it is asked."""
    known = {first, last, *headers.columns(table.header, OF_ACCOUNTS).values()}
    return any(words.are_held(table, n) for n in range(len(table.header)) if n not in known)


def _are_days(table: Table, position: int) -> bool:
    texts = held.texts(table, position)
    told = [text for text in texts if dates.are_days([text]) or years.is_without(text) or dates.SERIAL.fullmatch(text)]
    return len(told) * 2 > len(texts)


def _stretch(first: str, last: str) -> str:
    first, last = MIDNIGHT.sub("", first), MIDNIGHT.sub("", last)
    return first if first == last else f"{first} – {last}".strip() if any(map(str.isdigit, first + last)) else first or last


def _with_years(table: Table) -> Table:
    """Months, quarters and days without a year are of the year in the column for it, which may be written once for several rows."""
    year = headers.columns(table.header, calendar.YEAR).get("year")
    written = [] if year is None else [text for text in held.texts(table, year) if any(map(str.isdigit, text))]
    of_days = [n for n, name in enumerate(table.header) if finest.is_named(name) and n != year]
    if not written or not of_days or not all(map(A_YEAR.fullmatch, written)):
        return table
    if not any(_completed(table.header[n], written[0][:4])(text) != text for n in of_days for text in held.texts(table, n)):
        return table
    return _of_years(table, year, of_days)


def _of_years(table: Table, year: int, of_days: Sequence[int]) -> Table:
    rows, known = [], ""
    for number, cells in table.rows:
        told = A_YEAR.fullmatch(cell_at(cells, year))
        known = told[1] if told else known
        rows.append((number, [_completed(table.header[n], known)(cell) if n in of_days else cell for n, cell in enumerate(cells)]))
    return _united(replace(table, rows=rows), of_days[0], year, table.header[of_days[0]], _unless_total)


def _unless_total(day: str, year: str) -> str:
    """A word in place of the year says what the row is."""
    return day or ("" if A_YEAR.fullmatch(year) else year)


def _completed(header: str, year: str) -> Callable[[str], str]:
    """What makes a cell under this heading one of that year; what says another is none at all."""
    stretch = whole.called(header)

    def completed(text: str) -> str:
        if not text or not year or isinstance(text, Figure):
            return text
        if NUMBER.fullmatch(text) and stretch is Stretch.MONTH:
            return f"{int(text):02}.{year}"
        if windows.quarter(of_quarter := f"{f'Q{text}' if stretch is Stretch.QUARTER and NUMBER.fullmatch(text) else text} {year}"):
            return of_quarter
        if dated := years.in_year(text, int(year)):
            return dated[1]
        told = YEARS.findall(text)
        is_of_another = bool(told) and year not in told and _is_date(text)
        is_number_of_week = stretch is Stretch.WEEK and NUMBER.fullmatch(text)
        return f"{text} ({year})" if is_of_another or is_number_of_week else text

    return completed


def _is_date(text: str) -> bool:
    with suppress(dates.NotADate):
        return dates.parse(text, dates.Order()) is not None
    return False


def _united(table: Table, kept: int, dropped: int, header: str, unite: Callable[[str, str], str]) -> Table:
    """One column in place of two, called by both names."""
    others = [n for n in range(len(table.header)) if n != dropped]
    rows = [
        (number, [unite(cell_at(cells, kept), cell_at(cells, dropped)) if n == kept else cell_at(cells, n) for n in others])
        for number, cells in table.rows
    ]
    both = ", ".join(table.names[n] for n in sorted((kept, dropped)))
    return replace(
        table,
        header=[header if n == kept else table.header[n] for n in others],
        in_file=[both if n == kept else table.names[n] for n in others],
        rows=rows,
    )
