"""Months with years of two digits, «Jan-26» or «09.26», told from days of a month over the whole column."""

import re
from collections.abc import Sequence
from datetime import date

from smmstrategy.metrics.imports.reading.cells import dates, months
from smmstrategy.metrics.imports.reading.columns import whole
from smmstrategy.metrics.imports.reading.columns.whole import Stretch

NAMES = "|".join(sorted((name for name in months.NUMBERS if name.isascii()), key=len, reverse=True))
SHORT = re.compile(rf"(?:({NAMES})\.?[-'’]|(0[1-9]|1[0-2])[./])(\d\d)", re.I | re.A)
RECENT = 10  # years ago: earlier ones are rather days


def written_out(header: str, texts: Sequence[str], today: date) -> list[str]:
    """The texts with whole years, where all are months: their heading says so, or they are more months than years."""
    filled = [text for text in texts if text.lower() not in dates.ABSENT]
    found = [m for m in map(SHORT.fullmatch, filled) if m]
    years = {2000 + int(m[3]) for m in found}
    if not found or len(found) < len(filled) or not today.year - RECENT <= min(years) <= max(years) <= today.year:
        return [*texts]
    names = {(m[1] or m[2]).lower() for m in found}
    if whole.called(header) is not Stretch.MONTH and len(names) <= len(years):
        return [*texts]
    return [SHORT.sub(lambda m: f"{m[1]} 20{m[3]}" if m[1] else f"{m[2]}.20{m[3]}", text) for text in texts]
