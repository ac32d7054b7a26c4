"""Months with years of two digits, «Jan-26» or «09.26», told from days of a month over the whole column, or asked about."""

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from enum import StrEnum

from smmstrategy.metrics.imports.reading.cells import dates, months
from smmstrategy.metrics.imports.reading.columns import whole, years
from smmstrategy.metrics.imports.reading.columns.whole import Stretch
from smmstrategy.metrics.imports.reading.columns.years import Between
from smmstrategy.metrics.imports.reading.messages import Message, first_of, say

Matches = Sequence[re.Match[str]]
NAMES = "|".join(sorted((name for name in months.NUMBERS if name.isascii()), key=len, reverse=True))
SHORT = re.compile(rf"(?:({NAMES})\.?[-'’]|(0[1-9]|1[0-2])[./])(\d\d)", re.I | re.A)
RECENT = 10  # years ago: earlier ones are rather days


class Meant(StrEnum):
    """What all cells of a column say."""

    DAYS = "days"
    MONTHS = "months"
    EITHER = "either"


def written_out(header: str, texts: Sequence[str], today: date, between: Between | None = None) -> list[str]:
    """The texts with whole years where all are months, «Sep-24» as a day of a year that is not told where all are days."""
    meant = _meant(header, _of_all(texts), today, between)
    if meant is Meant.MONTHS:
        return [SHORT.sub(lambda m: f"{m[1]} 20{m[3]}" if m[1] else f"{m[2]}.20{m[3]}", text) for text in texts]
    return [SHORT.sub(lambda m: f"{m[1]} {m[3]}" if m[1] else m[0], text) for text in texts] if meant is Meant.DAYS else [*texts]


def question(header: str, texts: Sequence[str], today: date, between: Between | None = None) -> Message | None:
    """What asks which of both they are."""
    if _meant(header, found := _of_all(texts), today, between) is not Meant.EITHER:
        return None
    return say(
        "{dates} may be days of a month, or months with their years. Say which days the file is about "
        "(--period YYYY-MM-DD:YYYY-MM-DD), or write the dates in full.",
        dates=first_of([f"«{text}»" for text in dict.fromkeys(m[0] for m in found)], 3),
    )


def refusal(text: str) -> Message | None:
    """Why one that may be either is no date; nothing of any other."""
    if not SHORT.fullmatch(text) or years.is_without(text):
        return None
    return say("«{value}» may be a day of a month, or a month with its year: write it in full.", value=text)


def _of_all(texts: Sequence[str]) -> Matches:
    """Those of a column that has no others."""
    found = []
    for text in texts:
        if text.lower() not in dates.ABSENT:
            if not (m := SHORT.fullmatch(text)):
                return []
            found.append(m)
    return found


def _meant(header: str, found: Matches, today: date, between: Between | None) -> Meant | None:
    """Months where their heading says so or they are more months than years; else what alone lies between the days that are said,
    not where these are a year alone, which is that of the days and may be any of the months."""
    if not found:
        return None
    of_years, names = {_year(m) for m in found}, {(m[1] or m[2]).lower() for m in found}
    if not today.year - RECENT <= min(of_years) <= max(of_years) <= today.year:
        return Meant.DAYS
    are_months = between is None or all(_is_month_of(m, between) for m in found)
    are_days = between is None or all(_is_day_of(m, between) for m in found)
    if whole.called(header) is Stretch.MONTH or (len(names) > len(of_years) and are_months >= are_days):
        return Meant.MONTHS
    if between is None or between.year_in or are_months == are_days:
        return Meant.EITHER
    return Meant.MONTHS if are_months else Meant.DAYS


def _is_month_of(m: re.Match[str], between: Between) -> bool:
    return between.first.replace(day=1) <= date(_year(m), _month(m), 1) <= between.last


def _is_day_of(m: re.Match[str], between: Between) -> bool:
    """In one year alone the day lies there."""
    found = []
    for year in range(between.first.year, between.last.year + 1):
        with suppress(ValueError):
            found.append(between.first <= date(year, _month(m), int(m[3])) <= between.last)
    return found.count(True) == 1


def _month(m: re.Match[str]) -> int:
    return int(m[2] or months.NUMBERS[m[1].lower()])


def _year(m: re.Match[str]) -> int:
    return 2000 + int(m[3])
