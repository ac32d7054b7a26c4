"""Columns of times of day: which is the clock of one of days, and what each cell adds to its day."""

import re
from collections.abc import Mapping, Sequence

from smmstrategy.metrics.imports.reading.cells import clocks, dates
from smmstrategy.metrics.imports.reading.columns import headers, held
from smmstrategy.metrics.imports.reading.messages import Message, first_of, note
from smmstrategy.metrics.imports.reading.tables.grids import Figure
from smmstrategy.metrics.imports.reading.tables.layout import Table

OF_TIMES = re.compile(r"врем|time")
OF_DAYS = re.compile(r"дат|date")
GOES_ON = re.compile(r":\d\d ?(?:[-–—]|до|по)")  # a time, and another behind it


def settled(columns: Mapping[str, int], aliases: headers.Aliases, table: Table) -> dict[str, int]:
    """The fields of posts, where «Publish time» of times alone is the clock of the column «Date»."""
    if "published_at" not in columns or "clock" in columns:
        return {**columns}
    names = {"published_at": aliases["published_at"]}
    free = {*range(len(table.header))} - {at for field, at in columns.items() if field != "published_at"}
    of_times = [n for n in sorted(free) if headers.columns([table.header[n]], names) and _is_clock(table, n)]
    others = [name if n in free and n not in of_times else "" for n, name in enumerate(table.header)]
    day = headers.columns(others, names)
    return {**columns, **day, "clock": of_times[0]} if of_times and day else {**columns}


def _is_clock(table: Table, position: int) -> bool:
    name = headers.plain(table.header[position])
    return are_times(table, position, also_numbers=bool(OF_TIMES.search(name)) and not OF_DAYS.search(name))


def are_times(table: Table, position: int, *, also_numbers: bool = False) -> bool:
    """Some cell says a time of day and none a day; `also_numbers` where the heading says that 9 or 9.30 is a time."""
    texts = held.texts(table, position)
    how = clocks.writing(texts)
    times = (text for text in texts if clocks.told(text, how) and (also_numbers or not clocks.NUMBER.fullmatch(text)))
    return any(times) and not any(map(dates.is_single_day, texts))


def joined(days: Sequence[str], times: Sequence[str], rows: Sequence[str]) -> tuple[list[str], list[Message]]:
    """The days with their times of day, and what is said of those that are stretches of time or none.

    A time in the day stands, but midnight gives way. A number with a fraction is a day with its time, or none at all.
    """
    days = [*map(clocks.without_midnight, days)] if any(times) else days
    in_days, in_times = clocks.writing([day for day in days if GOES_ON.search(day)]), clocks.writing(times)
    texts, of_stretches, of_none = [], [], []
    for day, clock, row in zip(days, times, rows, strict=True):
        begun, told = (clocks.without_end(day, in_days) if GOES_ON.search(day) else day), ""
        if clock and not isinstance(day, Figure) and not clocks.is_in(day):
            first = clocks.without_end(clock, in_times)
            told = clocks.plain(first, in_times) or (first if _is_of_a_serial(day, first) else "")
            of_stretches += [f"{row} «{clock}»"] if first != clock else []
            of_none += [] if told or clock.lower() in dates.ABSENT else [f"{row} «{clock}»"]
        of_stretches += [f"{row} «{day}»"] if begun != day else []
        texts.append(f"{begun} {told}" if told else begun)
    return texts, _said(of_stretches, of_none)


def _is_of_a_serial(day: str, clock: str) -> bool:
    return dates.SERIAL.fullmatch(f"{day} {clock}") is not None


def _said(of_stretches: Sequence[str], of_none: Sequence[str]) -> list[Message]:
    said = []
    if of_stretches:
        text = "{count} time is a stretch of the day (row {cells}): its beginning was taken."
        plural = "{count} times are stretches of the day (rows {cells}): their beginnings were taken."
        said.append(note(text, plural, count=len(of_stretches), cells=first_of(of_stretches)))
    if of_none:
        text = "{count} cell says no time of day (row {cells}): the row is of its day alone."
        plural = "{count} cells say no time of day (rows {cells}): the rows are of their days alone."
        said.append(note(text, plural, count=len(of_none), cells=first_of(of_none)))
    return said
