"""Days and months that name no year: it is that of the days a person, a title or the name of the file says the table is about."""

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import date

from smmstrategy.metrics.imports.reading.cells import months, titles
from smmstrategy.metrics.imports.reading.draft import Context, Draft
from smmstrategy.metrics.imports.reading.messages import Message, first_of, say
from smmstrategy.metrics.imports.reading.tables.layout import Table

Days = tuple[date, date]
BARE = re.compile(r"(?:(\d{1,2})(?:\.(\d{1,2})\.?| ([^\W\d]+)\.?)|([^\W\d]+)\.?)((?:,? (?:в )?\d{1,2}:\d\d.*)?)")
LEAP = 2024


def known(table: Table, context: Context) -> Days | None:
    """The days between which those of a table lie."""
    found = (titles.periods_in(text) or titles.years_in(text) for text in (table.title, context.file_name))
    return context.period or next((days[0] for days in found if len(days) == 1), None)


def completed(texts: Sequence[str], between: Days | None) -> list[str]:
    """The texts, with the year where one alone puts them between these days."""
    return [_completed(text, *between) for text in texts] if between else list(texts)


def _completed(text: str, first: date, last: date) -> str:
    found = [said for year in range(first.year, last.year + 1) if (said := _in_year(text, year))]
    between = [completed for day, completed in found if first.replace(day=1) <= day <= last]
    return between[0] if len(between) == 1 else text


def lacking(texts: Sequence[str]) -> list[str]:
    """The texts without a year, where most are."""
    found = list(filter(is_without, texts))
    return found if len(found) * 2 > sum(map(bool, texts)) else []


def is_without(text: str) -> bool:
    return _in_year(text, LEAP) is not None


def not_a_date(text: str) -> Message:
    if is_without(text):
        return say("«{value}» has no year, and the days of the file do not tell it.", value=text)
    return say("«{value}» is not a date.", value=text)


def ask(texts: Sequence[str], draft: Draft) -> None:
    """Open the question of which days texts without a year are."""
    draft.ask(
        "period",
        "--period",
        say(
            "The dates name no year ({dates}). Say which days the file is about (--period YYYY-MM-DD:YYYY-MM-DD).",
            dates=first_of([f"«{text}»" for text in dict.fromkeys(texts)], 3),
        ),
    )


def _in_year(text: str, year: int) -> tuple[date, str] | None:
    """The day, or the first of the month, that a text says without a year, and the text with this one."""
    m = BARE.fullmatch(text)
    month = m and (int(m[2]) if m[2] else months.NUMBERS.get((m[3] or m[4]).lower()))
    with suppress(ValueError):
        if month:
            return date(year, month, int(m[1] or 1)), f"{m[1]}.{month:02}.{year}{m[5]}" if m[1] else f"{m[4]} {year}"
    return None
