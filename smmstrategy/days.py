"""Months, days and moments in words of the reader's language."""

import re
from datetime import date, datetime

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import get_language

MOMENT = re.compile(r"\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d))?")


def month(day: date) -> str:
    """«май 2026» inside a sentence; English months keep their capital."""
    words = date_format(day, "F Y")
    return words.lower() if get_language() == "ru" else words


def months(first: date, last: date) -> str:
    """The months from the one to the other, with one year where it is the same: «май – октябрь 2026»."""
    if (first.year, first.month) == (last.year, last.month):
        return month(first)
    start = month(first).removesuffix(f" {first.year}") if first.year == last.year else month(first)
    return f"{start} – {month(last)}"


def day(written: str) -> date:
    """A day that was kept as «2026-05-01»."""
    return date.fromisoformat(written)


def moment(said: str) -> str:
    """A day or a moment that was kept as text, in words and in the page's time zone; anything else as it is."""
    if not MOMENT.fullmatch(said):
        return said
    if "T" not in said:
        return date_format(day(said), "j E Y")
    return date_format(localtime(datetime.fromisoformat(said)), "j E Y, H:i")
