"""Months with years of two digits, «Jan-26» or «09.26», told from days of a month over the whole column, or asked about."""

import re
from collections.abc import Sequence
from datetime import date

from smmstrategy.metrics.imports.reading.cells import dates, months
from smmstrategy.metrics.imports.reading.columns import whole
from smmstrategy.metrics.imports.reading.columns.whole import Stretch
from smmstrategy.metrics.imports.reading.columns.years import Between

Matches = Sequence[re.Match[str]]
NAMES = "|".join(sorted((name for name in months.NUMBERS if name.isascii()), key=len, reverse=True))
SHORT = re.compile(rf"(?:({NAMES})\.?[-'’]|(0[1-9]|1[0-2])[./])(\d\d)", re.I | re.A)
RECENT = 10  # years ago: earlier ones are rather days


def written_out(header: str, texts: Sequence[str], today: date, between: Between | None = None) -> list[str]:
    """The texts with whole years where all are months: their heading says so, they are more months than years, or only so they lie
    between these days; else «Sep-24» as a day of a year that is not told."""
    filled = [text for text in texts if text.lower() not in dates.ABSENT]
    found = [m for m in map(SHORT.fullmatch, filled) if m]
    if not found or len(found) < len(filled):
        return [*texts]
    if _are_months(header, found, today, between):
        return [SHORT.sub(lambda m: f"{m[1]} 20{m[3]}" if m[1] else f"{m[2]}.20{m[3]}", text) for text in texts]
    may_be_either = between is not None and _lie_between(found, between)
    return [*texts] if may_be_either else [SHORT.sub(lambda m: f"{m[1]} {m[3]}" if m[1] else m[0], text) for text in texts]


def _are_months(header: str, found: Matches, today: date, between: Between | None) -> bool:
    years = {_year(m) for m in found}
    if not today.year - RECENT <= min(years) <= max(years) <= today.year:
        return False
    names = {(m[1] or m[2]).lower() for m in found}
    is_only_so = between is not None and len(years) > 1 and _lie_between(found, between)
    return whole.called(header) is Stretch.MONTH or len(names) > len(years) or is_only_so


def _lie_between(found: Matches, between: Between) -> bool:
    firsts = [date(_year(m), int(m[2] or months.NUMBERS[m[1].lower()]), 1) for m in found]
    return between.first.replace(day=1) <= min(firsts) and max(firsts) <= between.last


def _year(m: re.Match[str]) -> int:
    return 2000 + int(m[3])
