"""Codes and days as a page says them."""

import re
from datetime import date, datetime

from django import template
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import get_language

from smmstrategy.clients.models import Network

register = template.Library()
MOMENT = re.compile(r"\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d))?")


@register.filter
def network(code: str) -> str:
    """The network's name; the code itself for one that is no longer known."""
    return str(Network(code).label) if code in Network.values else code


@register.filter
def month(day: date) -> str:
    """«май 2026» inside a sentence; English months keep their capital."""
    words = date_format(day, "F Y")
    return words.lower() if get_language() == "ru" else words


@register.filter
def months(first: date, last: date) -> str:
    """The months from the one to the other, with one year where it is the same: «май – октябрь 2026»."""
    if (first.year, first.month) == (last.year, last.month):
        return month(first)
    start = month(first).removesuffix(f" {first.year}") if first.year == last.year else month(first)
    return f"{start} – {month(last)}"


@register.filter
def day(written: str) -> date:
    """A day that was kept as «2026-05-01», for the filter `date`."""
    return date.fromisoformat(written)


@register.filter
def moment(said: str) -> str:
    """A day or a moment that was kept as text, in words and in the page's time zone; anything else as it is."""
    if not MOMENT.fullmatch(said):
        return said
    if "T" not in said:
        return date_format(day(said), "j E Y")
    return date_format(localtime(datetime.fromisoformat(said)), "j E Y, H:i")
