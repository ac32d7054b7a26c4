"""Tables as bytes, in the ways the networks and services write them; the same table always gives the same bytes."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime

from xlsxwriter import Workbook

from smmstrategy.demo.scenario import Scenario

Row = Sequence[object]
NBSP = "\u00a0"
MONTHS = ("янв", "февр", "мар", "апр", "мая", "июн", "июл", "авг", "сент", "окт", "нояб", "дек")


def delimited(header: Sequence[str], rows: Iterable[Row], delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    """A CSV with Windows line ends."""
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=delimiter).writerows([header, *rows])
    return written.getvalue().encode(encoding, "replace")


def workbook(sheet: str, header: Sequence[str], rows: Iterable[Row], made_on: date) -> bytes:
    """An XLSX with one sheet; text stays text, whatever it begins with."""
    written = io.BytesIO()
    book = Workbook(written, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": datetime(made_on.year, made_on.month, made_on.day, tzinfo=UTC).replace(tzinfo=None)})
    page = book.add_worksheet(sheet)
    for number, row in enumerate([header, *rows]):
        page.write_row(number, 0, row)
    book.close()
    return written.getvalue()


def spaced(number: int) -> str:
    """«12 345» with a no-break space, as Russian tables write thousands."""
    return f"{number:,}".replace(",", NBSP)


def comma(number: float, places: int) -> str:
    return f"{number:.{places}f}".replace(".", ",")


def studio_day(day: date) -> str:
    """«26 сент. 2026 г.»"""
    dot = "" if MONTHS[day.month - 1] == "мая" else "."
    return f"{day.day} {MONTHS[day.month - 1]}{dot} {day.year}{NBSP}г."


def clock(seconds: int) -> str:
    return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def between(scenario: Scenario) -> str:
    """«2026-05-01_2026-10-31», the days a file is about, for its name."""
    return f"{scenario.whole.first}_{scenario.whole.last}"
