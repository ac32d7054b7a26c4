"""Which comes first in the dates of a column, day or month: decided over the whole column, never cell by cell."""

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise, permutations

from smmstrategy.metrics.imports.reading.cells.dates import (
    ABSENT,
    EITHER,
    ISO,
    SWAPPED,
    Moment,
    NotADate,
    Order,
    ends,
    parse,
    without_midnights,
)
from smmstrategy.metrics.imports.reading.draft import Draft
from smmstrategy.metrics.imports.reading.messages import Message, first_of, say

Matches = Sequence[re.Match[str]]
SLASHES = "slashes"  # in place of an answer: the source never writes dots
SURE = 3  # different dates, of days up to 12 alone, beside others: fewer may be so by chance


def decide(texts: Sequence[str], today: date, answer: str = "", period: tuple[date, date] | None = None) -> Order:
    """Whether a column is day/month or month/day. `answer` is a person's ("dmy", "mdy", SWAPPED), `period` the days of the file."""
    texts = [part for text in texts for part in ends(text)]
    if answer in (SWAPPED, SLASHES) and (by_excel := _all_by_excel(texts)):
        mended = Order("mdy", is_swapped=True)
        return mended if answer == SWAPPED else _mended(mended, by_excel, "dmy", texts, today, period, are_all=True)
    answer = "" if answer == SLASHES else answer
    matches = [m for m in map(EITHER.fullmatch, texts) if m and m[2] != "."]
    certain = _certain(matches)
    unsure = [m for m in matches if int(m[1]) <= 12 and int(m[3]) <= 12 and m[1] != m[3]]
    if answer and answer != SWAPPED:
        return Order(answer, is_told=True)
    if _year_first(matches, today):
        return Order("ymd")
    if len(certain) == 1 and (broken := _broken_by_excel(texts, matches, unsure, certain)):
        return broken[0] if answer else _mended(*broken, *certain, texts, today, period)
    if len(certain) == 1:
        return Order(certain.pop())
    if not unsure:
        return Order()
    ways = {order: _days(texts, Order(order, is_told=True)) for order in ("dmy", "mdy")}
    if not certain and (order := _only_possible(ways, today, period)):
        return Order(order)
    return _asked(matches, unsure, ways, today)


def _mended(
    mended: Order,
    by_excel: Sequence[str],
    written: str,
    texts: Sequence[str],
    today: date,
    period: tuple[date, date] | None,
    *,
    are_all: bool = False,
) -> Order:
    """As Excel has swapped these dates where they are possible only so, or many beside others and nothing speaks for how they are
    written; if they are not, also as written, where they are possible only so; else asked about."""
    stand = _read(by_excel, Order(written))
    ways = {written: [moment.day for moment in stand], SWAPPED: [moment.turned().day for moment in stand]}
    only, are_many = _only_possible(ways, today, period), not are_all and len({*by_excel}) >= SURE
    if only == SWAPPED or (are_many and not only and _apart(texts, mended) <= _apart(texts, Order(written))):
        return replace(mended, warning=_swapped(len(by_excel)))
    if only and not are_many:
        return Order(written)
    future = {way: sum(day > today for day in days) for way, days in ways.items()}
    examples = tuple(dict.fromkeys(by_excel))[:3]
    return replace(mended, ask=True, future=future, unfit={}, ways=(SWAPPED, written), examples=examples, are_all=are_all)


def _apart(texts: Sequence[str], order: Order) -> int:
    """How many days lie between the dates that follow one another, read so."""
    return _steps([moment.day for moment in _read(texts, order)])


def _steps(days: Sequence[date]) -> int:
    return sum(abs((later - earlier).days) for earlier, later in pairwise(days))


def _only_possible(ways: Mapping[str, Sequence[date]], today: date, period: tuple[date, date] | None) -> str | None:
    """The order in which alone no day is to come, all lie in the period of the file, or days follow one another."""
    spans = [(date.min, today), (date.min, today + timedelta(days=1)), *([period] if period else [])]
    orders = [*(_only_within(ways, *span) for span in spans), _by_sequence(ways)]
    return next(filter(None, orders), None)


def _asked(matches: Matches, unsure: Matches, ways: Mapping[str, Sequence[date]], today: date) -> Order:
    """A question with what speaks against each order; likely is the one that fits more rows, then the one whose days lie closer."""
    future = {order: sum(day > today for day in days) for order, days in ways.items()}
    unfit = {"dmy": sum(int(m[3]) > 12 for m in matches), "mdy": sum(int(m[1]) > 12 for m in matches)}
    apart = {order: _steps(days) for order, days in ways.items()}
    likely = min(ways, key=lambda order: (unfit[order], apart[order]))
    return Order(likely, ask=True, future=future, unfit=unfit, examples=tuple(dict.fromkeys(m[0] for m in unsure))[:3])


def certain_order(texts: Sequence[str]) -> str | None:
    """The order a column of dates shows by itself, with a day above 12; None for other columns."""
    certain = _certain(matches := [m for m in map(EITHER.fullmatch, filter(None, texts)) if m])
    return certain.pop() if len(certain) == 1 and len(matches) == sum(map(bool, texts)) else None


def _certain(matches: Sequence[re.Match[str]]) -> set[str]:
    matches = [m for m in matches if m[2] != "."]
    return {"dmy" for m in matches if int(m[1]) > 12} | {"mdy" for m in matches if int(m[3]) > 12}


def _days(texts: Sequence[str], order: Order) -> list[date]:
    return [moment.day for moment in _read(list(filter(EITHER.fullmatch, texts)), order)]


def moments(texts: Sequence[str], today: date) -> list[Moment]:
    """What the texts of a column say, without those that say no date."""
    return without_midnights(_read(texts, decide(texts, today)))


def _read(texts: Sequence[str], order: Order) -> list[Moment]:
    moments_read = []
    for text in texts:
        with suppress(NotADate):
            moments_read.append(parse(text, order))
    return [moment for moment in moments_read if moment is not None]


def _year_first(matches: list[re.Match[str]], today: date) -> bool:
    """26-09-12: two digits that stay the year while those at the end are days, for else the days would be years apart."""
    parts = [(int(m[1]), int(m[3]), int(m[4])) for m in matches if len(m[4]) == 2]
    if not parts or len(parts) < len(matches) or not all(month <= 12 and day <= 31 for _year, month, day in parts):
        return False
    years, ends = {year + 2000 for year, _month, _day in parts}, {day + 2000 for _year, _month, day in parts}
    is_recent = today.year - 2 <= min(years) <= max(years) <= today.year
    return is_recent and (min(ends) < today.year - 5 or max(ends) > today.year)


def _broken_by_excel(texts: Sequence[str], matches: list, unsure: list, certain: set[str]) -> tuple[Order, list[str]] | None:
    """Excel of another country turns the dates it can read into its own and leaves the others as text: two styles in one column.

    The order that mends it, and the dates in which day and month would be swapped.
    """
    (order,) = certain
    by_excel = [(m, int(m[2]), int(m[3])) for m in map(ISO.fullmatch, texts) if m]
    if order == "mdy" and not unsure:
        by_excel += [(m, int(m[1]), int(m[3])) for m in map(EITHER.fullmatch, texts) if m and m[2] == "."]
    swapped = [m[0] for m, one, other in by_excel if one != other]
    if swapped and all(one <= 12 and other <= 12 for _m, one, other in by_excel):
        return Order(order, is_swapped=True), swapped
    sure = [m for m in matches if int(m[1]) > 12 or int(m[3]) > 12]
    if all(map(_padded, unsure)) and any(not _padded(m) for m in sure) and any(map(_small, unsure)):
        return Order("mdy" if order == "dmy" else "dmy"), [m[0] for m in unsure]
    return None


def _all_by_excel(texts: Sequence[str]) -> list[str]:
    """The dates of a column in which Excel may have swapped day and month, where all are written as it does."""
    filled = [text for text in texts if text.lower() not in ABSENT]
    dotted = [(m, m[1], m[3]) for m in map(EITHER.fullmatch, filled) if m and m[2] == "."]
    found = [*dotted, *((m, m[2], m[3]) for m in map(ISO.fullmatch, filled) if m)]
    may_be = len(found) == len(filled) and all(int(one) <= 12 and int(other) <= 12 for _m, one, other in found)
    return [m[0] for m, one, other in found if int(one) != int(other)] if may_be else []


def _padded(m: re.Match[str]) -> bool:
    return len(m[1]) == 2 and len(m[3]) == 2


def _small(m: re.Match[str]) -> bool:
    return m[1].startswith("0") or m[3].startswith("0")


def _swapped(count: int) -> Message:
    return say(
        "Excel has swapped day and month in {count} date of this file; it was read the way it was published. "
        "If that is wrong, say which comes first (--date-order dmy or mdy).",
        "Excel has swapped day and month in {count} dates of this file; they were read the way they were published. "
        "If that is wrong, say which comes first (--date-order dmy or mdy).",
        count=count,
    )


def _only_within(ways: Mapping[str, Sequence[date]], first: date, last: date) -> str | None:
    """The only order in which all days lie between these."""
    within = [order for order, days in ways.items() if days and first <= min(days) and max(days) <= last]
    return within[0] if len(within) == 1 else None


def _by_sequence(ways: Mapping[str, Sequence[date]]) -> str | None:
    """The order in which day follows day; none when the other way each is the first of a month, for both make sense."""
    for order, other in permutations(ways, 2):
        steps = [step for a, b in pairwise(ways[order]) if (step := abs((b - a).days))]
        if len(steps) >= 4 and max(steps) == 1 and any(day.day > 1 for day in ways[other]):
            return order
    return None


def ask(order: Order, draft: Draft) -> None:
    """Ask which comes first in dates that can be read both ways, or whether Excel has swapped some."""
    text = say("The dates can be read as day/month or as month/day. Say which comes first (--date-order dmy or mdy).")
    if order.are_all:
        text = say(
            "The source of this table writes its dates otherwise ({dates}): Excel may have swapped day and month in all of them. "
            "Say whether it has (--date-order swapped), or whether they are right as they stand (--date-order {order}).",
            dates=first_of([f"«{example}»" for example in order.examples]),
            order=order.ways[1],
        )
    elif SWAPPED in order.ways:
        text = say(
            "Some dates ({dates}) are written in another way than the rest: Excel may have swapped day and month in them. Say "
            "whether it has (--date-order swapped), or whether they are right as they stand (--date-order {order}).",
            dates=first_of([f"«{example}»" for example in order.examples]),
            order=order.ways[1],
        )
    draft.ask(
        "date_order",
        text,
        likely=order.ways[0] if SWAPPED in order.ways else order.order,
        ways=list(order.ways),
        examples=list(order.examples),
        future=order.future,
        unfit=order.unfit,
    )
