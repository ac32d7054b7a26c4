"""The ways to read the dates of a file, in words."""

from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from smmstrategy.metrics.imports.reading.cells import dates


def choices(question: dict[str, Any]) -> list[tuple[str, str]]:
    """The ways to read the dates, the likelier first, with dates of the file read that way."""
    words = {
        "dmy": _("day first: 05/08 is 5 August"),
        "mdy": _("month first: 05/08 is May 8"),
        dates.SWAPPED: _("swapped by Excel in some of the dates: turned back"),
    }
    if dates.SWAPPED in question.get("ways", ()):
        words |= dict.fromkeys(("dmy", "mdy"), _("right as they stand"))
    ways = question.get("ways", [*words])
    orders = sorted(ways, key=lambda order: order != question.get("likely", "dmy"))
    read = {order: _read(question.get("examples", []), order, ways) for order in orders}
    return [(order, f"{words[order]}{read[order]}{_future(question, order)}{_unfit(question, order)}") for order in orders]


def _future(question: dict[str, Any], order: str) -> str:
    count = question.get("future", {}).get(order, 0)
    text = ngettext("%(count)s date would lie in the future", "%(count)s dates would lie in the future", count)
    return f"; {text % {'count': count}}" if count else ""


def _unfit(question: dict[str, Any], order: str) -> str:
    count = question.get("unfit", {}).get(order, 0)
    text = ngettext("%(count)s date cannot be read so", "%(count)s dates cannot be read so", count)
    return f"; {text % {'count': count}}" if count else ""


def _read(examples: list[str], order: str, ways: list[str]) -> str:
    moments = [(text, _moment(text, order, ways)) for text in examples]
    examples_read = ", ".join(f"{text} — {date_format(moment.day, 'j E Y')}" for text, moment in moments if moment)
    return f" ({examples_read})" if examples_read else ""


def _moment(text: str, order: str, ways: list[str]) -> dates.Moment | None:
    """What Excel has swapped is turned from what it is as it stands, the other way."""
    if order != dates.SWAPPED:
        return dates.parse(text, dates.Order(order))
    stands = dates.parse(text, dates.Order(next(way for way in ways if way != order)))
    return stands and stands.turned()
