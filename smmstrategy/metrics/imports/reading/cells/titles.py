"""Days and years that the name of a file or a line above its table gives."""

import re
from contextlib import suppress
from datetime import date
from itertools import pairwise

from smmstrategy.metrics.imports.reading.cells import months

_ISO, _DOTTED = (
    r"(?P<y>20\d\d)[-_.]?(?P<m>[01]\d)[-_.]?(?P<d>[0-3]\d)",
    r"(?P<day>[0-3]\d)[._](?P<month>[01]\d)[._](?P<year>20\d\d)",
)
_NAMED = r"(?P<name>[a-z]{3})-(?P<of_name>[0-3]\d)-(?P<of>20\d\d)"  # «Oct-01-2026», as Meta calls its files
SAID = re.compile(rf"(?<!\d)(?:{_ISO}|{_DOTTED}|(?<![a-z]){_NAMED})(?!\d)", re.A | re.I)
# Between the first and the last day of a stretch: «01.01.2025 00:00 – », «г. по », «_».
UNTIL = re.compile(
    r"(?:[\sT]*\d\d?:\d\d(?::\d\d)?)?\s*(?:г(?:\.|ода)?)?[\s_]*(?:[-–—−:/_~]+|\.{2,}|…|по|до|to|till|until|through)[\s_]*", re.I
)
YEAR = re.compile(r"(?<![^\W_])(?<![.,])(20)([0-9]{2})(?:[-–_/]([0-9]{2})(?![0-9]))?(?:гг?|года?|годы)?(?![^\W_]|[.,]\d)")
FIRST = 2006  # no network had days to export before


def periods_in(text: str) -> list[tuple[date, date]]:
    """The pairs of days a file's name or a comment line gives: 20161201_20170101, 2022-01-01 - 2022-03-31.

    Where a sign or a word makes a stretch of two days, others beside them say when the file was made; else each two are one.
    """
    found = _days_in(text)
    pairs, stretches = pairwise(found), list[tuple[date, date]]()
    for (first, before), (last, after) in pairs:
        if first <= last and UNTIL.fullmatch(text, before.end(), after.start()):
            stretches.append((first, last))
            next(pairs, None)
    days = [day for day, _place in found]
    return stretches or [(a, b) for a, b in zip(days[::2], days[1::2], strict=False) if a <= b]


def days_in(text: str) -> list[date]:
    """The days a file's name or a comment line gives, as they stand there."""
    return [day for day, _place in _days_in(text)]


def _days_in(text: str) -> list[tuple[date, re.Match[str]]]:
    days = []
    for m in SAID.finditer(text):
        with suppress(ValueError):
            month = m["m"] or m["month"] or months.NUMBERS.get(m["name"].casefold(), 0)
            days.append((date(int(m["y"] or m["year"] or m["of"]), int(month), int(m["d"] or m["day"] or m["of_name"])), m))
    return days


def years_in(text: str, today: date) -> list[tuple[date, date]]:
    """The years a title names, each from its first to its last day: those of its days are no more than when it was written.

    A number within a word is its own («coffee2018»), one that can be no year counts something («топ 2000»). Two digits more are
    another year where they are greater than its own («2023_24»).
    """
    years_written = [m.groups() for m in YEAR.finditer(SAID.sub("", text))]
    years = dict.fromkeys(int(century + end) for century, *ends in years_written for end in ends if end and end >= ends[0])
    return [(date(year, 1, 1), date(year, 12, 31)) for year in years if FIRST <= year <= today.year]
