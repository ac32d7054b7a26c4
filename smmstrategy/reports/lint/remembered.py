"""What a workbook's charts remember of the cells they show, as values or, as some programs save it, in the words of the cells."""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta

from smmstrategy.reports.drawing import fifteen_digits
from smmstrategy.reports.formats import MONTHS, SHORT_MONTHS
from smmstrategy.reports.lint import workbook
from smmstrategy.reports.lint.faults import is_written_so
from smmstrategy.reports.lint.found import Cached
from smmstrategy.reports.lint.stray import Reason, Stray, number
from smmstrategy.reports.manifest import Manifest

_DAY_ZERO = datetime(1899, 12, 30, tzinfo=UTC)
_LAST_DAY = 2_958_465  # the serial number of 31 December 9999
_PIECE = re.compile(r"\d+|[^\W\d_]+")
_MONTHS = {
    name[:3].lower(): f"month {number}"  # three letters tell them apart, short or long, in any case
    for names in (*SHORT_MONTHS.values(), *MONTHS.values())
    for number, name in enumerate(names, 1)
}


class Remembered:
    """`names`: what the manifest calls each of the file's sheets."""

    def __init__(self, manifest: Manifest, names: Mapping[str, str]) -> None:
        self.manifest, self.names = manifest, names
        self.seen: dict[str, str | float] = {}
        self.shown = {place: (kind, id) for place, kind, id, _ in manifest["shown"] if kind in ("day", "figure")}

    def contradictions(self, cache: Cached) -> Iterator[Stray]:
        sheet, span = workbook.span(cache.reference)
        cells = dict(enumerate(span))
        for index, point in cache.points:
            place = f"{self.names.get(sheet, sheet)}!{cells.get(index, '')}"
            if point and not self._says(point, place):
                yield Stray(place, point, Reason("the chart remembers another value"))

    def _says(self, point: str, place: str) -> bool:
        value = self.seen.get(place)
        if not isinstance(value, float):
            return point == value
        if stored := number(point):
            return stored == fifteen_digits(value)
        kind, id = self.shown.get(place, ("", ""))
        if kind == "day":
            return _pieces(point) in _forms(value)
        figure = self.manifest["figures"].get(id, {})
        return "value" in figure and is_written_so(figure, point, self.manifest["language"])


def _pieces(text: str) -> list[str]:
    """Digits and words, those of a month as its number."""
    return [_MONTHS.get(piece[:3].lower(), piece) for piece in _PIECE.findall(text)]


def _forms(day: float) -> list[list[str]]:
    """The pieces of «апр 2026», «1 Apr 2026», «01.04.2026» and of the latter two with a time; none of a number that is no day."""
    if not 0 <= day <= _LAST_DAY:
        return []
    moment = _DAY_ZERO + timedelta(seconds=round(day * 86_400))
    month = [f"month {moment.month}", str(moment.year)]
    days = [[str(moment.day), *month], f"{moment:%d %m %Y}".split()]
    return [month, *days, *([*one, *f"{moment:%H %M}".split()] for one in days)]
