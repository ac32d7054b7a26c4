"""Days and months that name no year: it is that of the days a person, a title or the name of the file says the table is about."""

import re
from collections import defaultdict
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from itertools import pairwise, zip_longest
from typing import NamedTuple

from smmstrategy.metrics.imports.reading.cells import months, titles
from smmstrategy.metrics.imports.reading.draft import Context, Draft
from smmstrategy.metrics.imports.reading.messages import Message, first_of, say
from smmstrategy.metrics.imports.reading.tables.grids import Figure
from smmstrategy.metrics.imports.reading.tables.layout import Table

Days = tuple[date, date]
BARE = re.compile(r"(?:(\d{1,2})(?:\.(\d{1,2})\.?| ([^\W\d]+)\.?)|([^\W\d]+)\.?)((?:,? (?:в )?\d{1,2}:\d\d.*)?)")
LEAP, YEAR = 2024, 366
FEW_MONTHS = 92  # days
OUT_OF_PLACE = 0.1


class Between(NamedTuple):
    """The days between which those of a table lie; `is_a_year` where no more was said than a year."""

    first: date
    last: date
    is_a_year: bool = False


def known(table: Table, context: Context) -> Between | None:
    """The days between which those of a table lie."""
    if context.period:
        return Between(*context.period)
    for text in (table.title, context.file_name):
        periods = titles.periods_in(text)
        if len(found := periods or titles.years_in(text, context.today)) == 1:
            return Between(*found[0], is_a_year=not periods)
    return None


def completed(texts: Sequence[str], between: Between | None, accounts: Sequence[str] = ()) -> list[str]:
    """The texts, with the year where one alone puts them between these days; none where they are of more years than the one named.

    `accounts` are those of their rows, where these name them.
    """
    if between is None or (between.is_a_year and over_new_year(texts, accounts)):
        return list(texts)
    return [text if isinstance(text, Figure) else _completed(text, between.first, between.last) for text in texts]


def over_new_year(texts: Sequence[str], accounts: Sequence[str] = ()) -> tuple[str, str] | None:
    """The first two texts between which a New Year lies, where the rows of each account run one way, days on or days back.

    A post pinned to the top or out of its place changes no way.
    """
    rows: dict[str, list[tuple[date, str]]] = defaultdict(list)
    for text, account in zip_longest(texts, accounts, fillvalue=""):
        if not isinstance(text, Figure) and (found := _in_year(text, LEAP)):
            rows[account].append((found[0], text))
    steps = [(*_step(before[0], after[0]), before[1], after[1]) for days in rows.values() for before, after in pairwise(days)]
    against, way = sorted(([one for one in steps if one[0] < 0], [one for one in steps if one[0] > 0]), key=len)
    if len(against) > len(way) * OUT_OF_PLACE:
        return None
    return next(((before, after) for _days, is_over, before, after in way if is_over), None)


def _step(before: date, after: date) -> tuple[int, bool]:
    """From one day without a year to the next, and whether that is over a New Year: where it is a few months then."""
    step = (after - before).days
    return (step - YEAR if step > 0 else step + YEAR, True) if abs(step) >= YEAR - FEW_MONTHS else (step, False)


def _completed(text: str, first: date, last: date) -> str:
    found = [said for year in range(first.year, last.year + 1) if (said := _in_year(text, year))]
    between = [completed for day, completed in found if first.replace(day=1) <= day <= last]
    return between[0] if len(between) == 1 else text


def lacking(texts: Sequence[str]) -> list[str]:
    """The texts without a year, where most are."""
    found = list(filter(is_without, texts))
    return found if len(found) * 2 > sum(map(bool, texts)) else []


def is_without(text: str) -> bool:
    return not isinstance(text, Figure) and _in_year(text, LEAP) is not None


def not_a_date(text: str) -> Message:
    if isinstance(text, Figure) and _in_year(text, LEAP):
        return say(
            "«{value}» is a number, not a day and a month: a spreadsheet makes 2.10 into 2.1. "
            "Make the column one of dates or of texts.",
            value=text,
        )
    if is_without(text):
        return say("«{value}» has no year, and the days of the file do not tell it.", value=text)
    return say("«{value}» is not a date.", value=text)


def ask(texts: Sequence[str], draft: Draft) -> None:
    """Open the question of which days texts without a year are."""
    turn = over_new_year(texts)
    told = say(
        "The dates name no year and run through a New Year ({dates}). Say which days the file is about "
        "(--period YYYY-MM-DD:YYYY-MM-DD)."
        if turn
        else "The dates name no year ({dates}). Say which days the file is about (--period YYYY-MM-DD:YYYY-MM-DD).",
        dates=first_of([f"«{text}»" for text in dict.fromkeys(turn or texts)], 3),
    )
    draft.ask("period", "--period", told)


def _in_year(text: str, year: int) -> tuple[date, str] | None:
    """The day, or the first of the month, that a text says without a year, and the text with this one."""
    m = BARE.fullmatch(text)
    month = m and (int(m[2]) if m[2] else months.NUMBERS.get((m[3] or m[4]).lower()))
    with suppress(ValueError):
        if month:
            return date(year, month, int(m[1] or 1)), f"{m[1]}.{month:02}.{year}{m[5]}" if m[1] else f"{m[4]} {year}"
    return None
