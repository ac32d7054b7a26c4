"""Days and months that name no year, or no month: it is that of the days a person, a title or the name of the file says."""

import re
from bisect import bisect_left
from calendar import monthrange
from collections import defaultdict
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from itertools import pairwise, zip_longest
from typing import NamedTuple

from smmstrategy.metrics.imports.reading.cells import dates, months, titles, weekdays, windows
from smmstrategy.metrics.imports.reading.columns import whole
from smmstrategy.metrics.imports.reading.context import Context
from smmstrategy.metrics.imports.reading.messages import Message, first_of, say
from smmstrategy.metrics.imports.reading.tables.grids import Figure
from smmstrategy.metrics.imports.reading.tables.layout import Table

Days = tuple[date, date]
CLOCK = r"((?:,? (?:в |at )?\d{1,2}:\d\d.*)?)"
BARE = re.compile(r"(?:(\d{1,2})(?:\.(\d{1,2})\.?| ([^\W\d]+)\.?)|([^\W\d]+)\.?)" + CLOCK)
ENGLISH = "|".join(name for name in months.NUMBERS if name.isascii())
MONTH_FIRST = re.compile(rf"({ENGLISH})\.? (\d{{1,2}}),?{CLOCK}", re.I)
NUMBER = re.compile(r"\d{1,2}", re.ASCII)
WEEK = {*range(1, 8)}
OF_NUMBERS = (
    "The days are numbers alone: they were taken for days of {months}, as {where} says. If they are of another month, say of which "
    "(--period YYYY-MM-DD:YYYY-MM-DD)."
)
OF_NO_MONTH = "«{value}» is a number and no date. If it is a day of a month, say of which (--period YYYY-MM-DD:YYYY-MM-DD)."
LEAP, A_YEAR, HALF_A_YEAR = 2024, 366, 183
NEARLY_SORTED = 4  # times less way back: no more columns in any other order seem to turn the year than by their ends alone

Dated = tuple[date, str]  # the first day, and the text with its year
Run = list[Dated]  # the rows of an account as they stand: the day in a leap year, and its text


class Between(NamedTuple):
    """The days between which those of a table lie; `year_in` is where their year stands, if no more was said than a year.

    `month` is that in which a day may be a number alone.
    """

    first: date
    last: date
    year_in: Message | None = None
    month: date | None = None


def known(table: Table, context: Context) -> Between | None:
    """The days between which those of a table lie."""
    if context.period:
        return Between(*context.period, month=_month(context.period))
    places = (table.title, say("the title of the table or its sheet")), (context.file_name, say("the name of the file"))
    for text, where in places:
        periods, named = titles.periods_in(text), windows.named_in(text, context.today)
        if len(days := periods or titles.years_in(text, context.today) or _year_of(named)) == 1:
            return Between(*days[0], year_in=None if periods else where, month=_month(periods[0] if periods else named))
    return None


def _year_of(days: Days | None) -> list[Days]:
    return [(days[0].replace(month=1, day=1), days[0].replace(month=12, day=31))] if days else []


def _month(days: Days | None) -> date | None:
    first, last = days or (date.min, date.max)
    return first.replace(day=1) if (first.year, first.month) == (last.year, last.month) else None


def completed(texts: Sequence[str], between: Between | None, accounts: Sequence[str] = ()) -> list[str]:
    """The texts, with the year where one alone puts them between these days; none where they are of more years than the one named.

    Numbers alone are days of the month, if there is one. `accounts` are those of their rows, where these name them.
    """
    if between and between.month and _are_numbers(texts, between):
        return [f"{between.month:%Y-%m}-{int(text):02}" if NUMBER.fullmatch(text) else text for text in texts]
    if between is None or (between.year_in and over_new_year(texts, accounts)):
        return list(texts)
    maybe = [[] if isinstance(text, Figure) else _within(text, between.first, between.last) for text in texts]
    weekdays = _weekdays(maybe) if any(len(found) > 1 for found in maybe) else set()
    return [_only(found, weekdays) or text for found, text in zip(maybe, texts, strict=True)]


def _are_numbers(texts: Sequence[str], between: Between) -> bool:
    """Most are those of days of the month; those of all days of a week only where a person has named it."""
    told = [int(text) for text in texts if NUMBER.fullmatch(text)]
    if len(told) * 2 <= sum(map(bool, texts)) or (between.year_in and {*told} == WEEK):
        return False
    return min(told) >= 1 and max(told) <= monthrange(between.month.year, between.month.month)[1]


def doubt(texts: Sequence[str], dated: Sequence[str], between: Between | None) -> list[Message]:
    """What is said of texts that were completed with a year and nothing more: a number in a name may be another."""
    if between is None or between.year_in is None or dated == texts:
        return []
    if between.month and _are_numbers(texts, between):
        return [say(OF_NUMBERS, months=f"{between.month:%Y-%m}", where=between.year_in)]
    sentence = say(
        "The dates name no year: they were taken for those of {year}, as {where} says. If they are of other days, say of which "
        "(--period YYYY-MM-DD:YYYY-MM-DD).",
        year=str(between.first.year),
        where=between.year_in,
    )
    return [sentence]


def over_new_year(texts: Sequence[str], accounts: Sequence[str] = ()) -> tuple[str, str] | None:
    """The first two texts between which a New Year lies in the rows of an account, the earlier one first; inside a week it may."""
    runs: dict[str, Run] = defaultdict(list)
    for text, account in zip_longest(texts, accounts, fillvalue=""):
        if not isinstance(text, Figure) and (dated := in_year(text, LEAP)) and dated[0].year == LEAP:
            runs[account].append((dated[0], text))
    return next(filter(None, map(_turn, runs.values())), None)


def _turn(run: Run) -> tuple[str, str] | None:
    """Where a run turns the year: most of its steps tell which way it goes, and the first from the newest may be a pinned post."""
    steps = [(after - before).days for (before, _), (after, _) in pairwise(run)]
    ways = [step > 0 for step in steps if step and abs(step) <= HALF_A_YEAR]
    if sum(ways) * 2 >= len(ways):
        return _parting(run)
    return _parting(run[::-1]) or _parting(run[:0:-1])


def _parting(run: Run) -> tuple[str, str] | None:
    """The rows around the widest step back, if on is the shorter way and the days from one of them on are of the year before.

    These are where all of them stand before the others or, as in a column with a few rows out of place, where most of the way back
    is gone once the others are of the next year.
    """
    days = [day.toordinal() for day, _text in run]
    place = min(range(1, len(run)), key=lambda place: days[place] - days[place - 1], default=0)
    before, after = sorted(days[:place]), sorted(days[place:])
    if not place or days[place - 1] - days[place] <= HALF_A_YEAR:
        return None
    strays = {day: bisect_left(before, day) + len(after) - bisect_left(after, day) for day in {*days} if day > days[place]}
    earliest = min(strays, key=lambda day: (strays[day], day))
    turned = [day + A_YEAR * (day < earliest) for day in days]
    is_parted = not strays[earliest] or _way_back(turned) * NEARLY_SORTED <= _way_back(days)
    return (run[place - 1][1], run[place][1]) if is_parted else None


def _way_back(days: Sequence[int]) -> int:
    return sum(max(0, before - after) for before, after in pairwise(days))


def _within(text: str, first: date, last: date) -> list[Dated]:
    """The text in each year in which it lies between these days; a stretch may go beyond them, and end in the year after."""
    found = [dated for year in range(first.year, last.year + 1) if (dated := in_year(text, year))]
    if not found or not _is_stretch(found[0]):
        return [dated for dated in found if first.replace(day=1) <= dated[0] <= last]
    found += filter(None, [in_year(text, last.year + 1)])
    return [(day, text) for day, text in found if day <= last and first.replace(day=1) <= dates.parse(text, dates.Order()).last]


def _is_stretch(dated: Dated) -> bool:
    return len(dates.ends(dated[1])) == 2


def _weekdays(maybe: Sequence[list[Dated]]) -> set[int]:
    """On which days of the week the stretches begin whose year is certain."""
    return {found[0][0].weekday() for found in maybe if len(found) == 1 and _is_stretch(found[0])}


def _only(found: Sequence[Dated], weekdays: set[int]) -> str:
    """In the one year in which it lies there, or in which a stretch begins on the same day of the week as the others."""
    fitting = [text for first, text in found if len(found) == 1 or {first.weekday()} == weekdays]
    return fitting[0] if len(fitting) == 1 else ""


def question(texts: Sequence[str], accounts: Sequence[str] = ()) -> Message | None:
    """What asks which days these are, where most are without a year; a number among them is no day, whatever is answered."""
    of_no_year = [text for text in texts if in_year(text, LEAP)]
    without = list(filter(is_without, of_no_year))
    if not without or len(of_no_year) * 2 <= sum(map(bool, texts)):
        return None
    turn = over_new_year(texts, accounts)
    return say(
        "The dates name no year and run through a New Year ({dates}). Say which days the file is about "
        "(--period YYYY-MM-DD:YYYY-MM-DD)."
        if turn
        else "The dates name no year ({dates}). Say which days the file is about (--period YYYY-MM-DD:YYYY-MM-DD).",
        dates=first_of([f"«{text}»" for text in dict.fromkeys(turn or without)], 3),
    )


def is_without(text: str) -> bool:
    return not isinstance(text, Figure) and in_year(text, LEAP) is not None


def is_stretch(text: str) -> bool:
    """It says the days from one to another, with a year or without: «01.06–07.06», «1 квартал 2026»."""
    with suppress(dates.NotADate):
        found = dates.parse(in_year(text, LEAP)[1] if is_without(text) else text, dates.Order())
        return found is not None and found.last is not None
    return False


def not_a_date(text: str, why: dates.NotADate) -> Message:
    if isinstance(why, whole.NotWhole):
        return whole.refusal(text, *why.args)
    if isinstance(why, dates.NotInOrder):
        if why.args == ("dmy",):
            return say("«{value}» is no date with the day first.", value=text)
        return say("«{value}» is no date with the month first.", value=text)
    if isinstance(text, Figure) and in_year(text, LEAP):
        return say(
            "«{value}» is a number, not a day and a month: a spreadsheet makes 2.10 into 2.1. Type the days anew, with the year.",
            value=text,
        )
    if is_without(text):
        return say("«{value}» has no year, and the days of the file do not tell it.", value=text)
    if NUMBER.fullmatch(text):
        return say(OF_NO_MONTH, value=text)
    return say("«{value}» is not a date.", value=text)


def in_year(text: str, year: int) -> Dated | None:
    """The first day, of a day, a month or a stretch, that a text says without a year, and the text with this one."""
    text = weekdays.without(text)
    for completed in (f"{text}.{year}", f"{text} {year}"):
        if len(dates.ends(completed)) == 2:
            with suppress(dates.NotADate):
                return dates.parse(completed, dates.Order()).day, completed
    if m := MONTH_FIRST.fullmatch(text):
        text = f"{m[2]} {m[1]}{m[3]}"
    m = BARE.fullmatch(text)
    month = m and (int(m[2]) if m[2] else months.NUMBERS.get((m[3] or m[4]).lower()))
    with suppress(ValueError):
        if month:
            return date(year, month, int(m[1] or 1)), f"{m[1]}.{month:02}.{year}{m[5]}" if m[1] else f"{m[4]} {year}"
    return None
