"""Days under a heading that says month, week or quarter: each stands for the whole stretch that it begins or ends."""

import re
from calendar import monthrange
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum

from smmstrategy.metrics.imports.reading.cells.dates import Moment, NotADate, Order, parse
from smmstrategy.metrics.imports.reading.columns import headers
from smmstrategy.metrics.imports.reading.messages import Message, say
from smmstrategy.metrics.imports.reading.vocabulary import calendar


class Stretch(StrEnum):
    """What a heading says each of its cells is."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"


HEADINGS = {Stretch.WEEK: calendar.WEEK, Stretch.MONTH: calendar.MONTH, Stretch.QUARTER: calendar.QUARTER}
MONTHS_OF = {Stretch.MONTH: 1, Stretch.QUARTER: 3}
SUNDAY = 6


class NotWhole(NotADate):
    """A day that stands for no whole stretch of the kind that its heading says: (text, stretch)."""


def called(header: str) -> Stretch | None:
    """What a column with this heading has in each cell; nothing where it says days, or any stretch of them."""
    name = headers.plain(header)
    return next((stretch for stretch, words in HEADINGS.items() if re.fullmatch(words, name)), None)


def of_header(header: str, moments: Sequence[Moment | NotADate | None]) -> list[Moment | NotADate | None]:
    """The moments of a column, where days stand for the stretches that its heading says; unless all do, none is known."""
    stretch = called(header)
    days = [moment.day for moment in moments if _is_day(moment)]
    if stretch is None or not days:
        return [*moments]
    whole = _weeks(days) if stretch is Stretch.WEEK else _months(days, MONTHS_OF[stretch])
    return [_whole(moment, whole, stretch) if _is_day(moment) else moment for moment in moments]


def order(header: str, texts: Sequence[str]) -> str:
    """Which comes first, day or month, where only so each date is a month or a quarter, as the heading says."""
    fitting = [one for one in ("dmy", "mdy") if called(header) in MONTHS_OF and _are_whole(header, texts, Order(one, is_told=True))]
    return fitting[0] if len(fitting) == 1 else ""


def _are_whole(header: str, texts: Sequence[str], order: Order) -> bool:
    with suppress(NotADate):
        return not any(isinstance(moment, NotADate) for moment in of_header(header, [parse(text, order) for text in texts]))
    return False


def _is_day(moment: object) -> bool:
    return isinstance(moment, Moment) and moment.is_day and moment.last is None


def _whole(moment: Moment, whole: Callable[[date], tuple[date, date]] | None, stretch: Stretch) -> Moment | NotADate:
    if whole is None:
        return NotWhole(stretch)
    first, last = whole(moment.day)
    is_month = stretch is Stretch.MONTH
    return replace(moment, day=first, last=None if is_month else last, is_month=is_month, clock=None, zone=None)


def _weeks(days: Sequence[date]) -> Callable[[date], tuple[date, date]] | None:
    """They begin on Mondays, or all on one other day; a Sunday may end them as well."""
    weekdays = {day.weekday() for day in days}
    is_begin = weekdays == {0} or (len(weekdays) == 1 and len({*days}) > 1 and SUNDAY not in weekdays)
    return (lambda day: (day, day + timedelta(days=6))) if is_begin else None


def _months(days: Sequence[date], count: int) -> Callable[[date], tuple[date, date]] | None:
    """Each is the first day of so many months, or each is the last."""
    if all(day.day == 1 and (day.month - 1) % count == 0 for day in days):
        return lambda day: (day, _end(day.replace(month=day.month + count - 1)))
    if all(day == _end(day) and day.month % count == 0 for day in days):
        return lambda day: (day.replace(day=1, month=day.month - count + 1), day)
    return None


def _end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def refusal(text: str, stretch: Stretch) -> Message:
    """Why a day under such a heading is not taken, and what to do."""
    if stretch is Stretch.WEEK:
        return say(
            "«{value}» is a day under a heading that says weeks, and the days there begin none that are sure: write the first and "
            "the last day of each week, or call the column «Date» if its rows are days.",
            value=text,
        )
    return say(
        "«{value}» is a day under a heading that says months or quarters, and the days there are not all the first of one: write "
        "the months («2026-05»), or call the column «Date» if its rows are days.",
        value=text,
    )
