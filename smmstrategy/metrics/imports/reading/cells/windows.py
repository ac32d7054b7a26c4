"""The one month or quarter that a name or a title says it is about, whole: «май 2026», Q2 2026, 2026-05."""

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date

from smmstrategy.metrics.imports.reading.cells import months
from smmstrategy.metrics.imports.reading.cells.other_figures import PLANNED

_MONTH = "|".join(sorted(months.NUMBERS, key=len, reverse=True))
_QUARTER = r"q ?(?P<quarter>[1-4])|(?P<number>[1-4]|i{1,3}|iv)[ -]?(?:й )?(?:q|кв|квартал\w*)\.?"
_YEAR = r"(?P<year>20\d\d)"
_OF_YEAR = r"(?: ?(?:г|год|года)\b\.?)?"


def _with_year(said: str) -> tuple[str, str]:
    return rf"{said}[ ,-]*{_YEAR}{_OF_YEAR}", rf"{_YEAR}{_OF_YEAR}[ ,.-]*{said}"


QUARTERS = tuple(map(re.compile, _with_year(f"(?:{_QUARTER})")))
_WEEK = r"(?:w(?P<week>[0-5]?\d)|(?P<number>[0-5]?\d)(?:-?я)? ?нед(?:еля|\.)?|(?:неделя|нед\.?) ?(?:№ ?)?(?P<after>[0-5]?\d))"
WEEKS = tuple(map(re.compile, _with_year(_WEEK)))
_SHAPES = (
    *_with_year(rf"(?:(?P<month>{_MONTH})\.?|{_QUARTER})"),
    rf"{_YEAR}[-.](?P<digits>0[1-9]|1[0-2])(?![-–.]\d)",
    rf"(?P<digits>0[1-9]|1[0-2])\.{_YEAR}",
)
SHAPES = tuple(re.compile(rf"(?<![\w.-]){shape}(?!\w)") for shape in _SHAPES)
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
COPY = re.compile(r"\(\d{1,2}\)")  # of a file brought down twice
_TIME = rf"20\d\d|{_MONTH}|{_QUARTER}"
TIME = re.compile(rf"(?<!\w)(?:{_TIME})(?!\w)")
OTHER = re.compile(rf"(?<!\w)(?:\d{{1,2}}|i{{1,3}}|iv|{_TIME})(?!\w)")  # another time, or a part of this one
PART = re.compile(r"половин|недел|декад|начал|кон(?:ец|ца|це)|полугод|week|half|\bh[12]\b|ytd|нараст|накоп|\bdays?\b|\bдн")
MONTH = re.compile(rf"(?<!\w)(?P<month>{_MONTH})(?!\w)")
SHORT = re.compile(rf"({'|'.join(name for name in months.NUMBERS if not name.isascii())})\.?[ ,]*['’]?(\d\d)")  # «сен 26»
RECENT = 2  # years ago: a number of two digits in a name is the year of one of these
OPEN = re.compile(r"(?<!\w)(?:с|со|от|до|по|после|на|к|from|since|until|till|to|by|before|after)\W*$")


def whole_in(text: str, today: date) -> tuple[date, date] | None:
    """The first and the last day of it, once it is over."""
    days = named_in(text, today)
    return days if days and days[1] < today else None


def named_in(text: str, today: date) -> tuple[date, date] | None:
    """Its days, over or not; none where the text says more than one, a part, an end, or a plan."""
    text = _with_century(_plain(text), today)
    matches = [m for shape in SHAPES for m in shape.finditer(text)]
    said = {_days(**m.groupdict()) for m in matches}
    if len(said) != 1:
        return None
    (first, last) = said.pop()
    is_month = (first.year, first.month) == (last.year, last.month)
    again = [m for m in MONTH.finditer(text) if is_month and months.NUMBERS[m["month"]] == first.month]
    return None if _says_more(text, [*matches, *again]) else (first, last)


def month_in(text: str) -> int | None:
    """The number of the one month that a name says without a year, and no other time, part or plan."""
    text = _plain(text)
    matches = list(MONTH.finditer(text))
    said = {months.NUMBERS[m["month"]] for m in matches}
    is_verb = any(m["month"] == "may" for m in matches) and text.strip() != "may"
    return said.pop() if len(said) == 1 and not is_verb and not _says_more(text, matches) else None


def _says_more(text: str, matches: Sequence[re.Match[str]]) -> bool:
    """Beside these it says another time, a part, an end, or a plan."""
    rest = list(text)
    for m in matches:
        rest[m.start() : m.end()] = "|" * (m.end() - m.start())
    is_open = any(OPEN.search(text[: m.start()]) for m in matches)
    return is_open or any(words.search("".join(rest)) for words in (OTHER, PART, PLANNED))


def of_month(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def quarter(text: str) -> tuple[date, date] | None:
    """The first and the last day of a quarter that is all the text says."""
    m = next(filter(None, (shape.fullmatch(text.casefold()) for shape in QUARTERS)), None)
    return _days(**m.groupdict()) if m else None


def week(text: str) -> tuple[date, date] | None:
    """Monday and Sunday of a week of ISO 8601 that is all the text says. Raises ValueError if the year has none such."""
    if not (m := next(filter(None, (shape.fullmatch(text.casefold()) for shape in WEEKS)), None)):
        return None
    year, number = int(m["year"]), int(m["week"] or m["number"] or m["after"])
    return date.fromisocalendar(year, number, 1), date.fromisocalendar(year, number, 7)


def says_otherwise(text: str) -> bool:
    """It speaks of any time or a part of one, or of a plan: what is called so has no days by another name."""
    return any(words.search(_plain(text)) for words in (TIME, PART, PLANNED))


def _with_century(text: str, today: date) -> str:
    """«сен 26», if that is all, as «сен 2026»: no day stands behind a month in Russian; «Sep 26» may be one."""
    m = SHORT.fullmatch(text.strip())
    return f"{m[1]} 20{m[2]}" if m and 0 <= today.year - 2000 - int(m[2]) <= RECENT else text


def _plain(text: str) -> str:
    return COPY.sub("", text.casefold().replace("_", " "))


def _days(year: str, **words: str | None) -> tuple[date, date]:
    if quarter := words.get("quarter") or words.get("number"):
        end = 3 * (ROMAN.get(quarter) or int(quarter))
    else:
        end = int(words.get("digits") or months.NUMBERS[words["month"]])
    begin = end - 2 if quarter else end
    return date(int(year), begin, 1), of_month(int(year), end)[1]
