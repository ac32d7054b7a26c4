"""What a workbook's charts remember of the cells they show, as values or, as some programs save it, in the words of the cells."""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta

from smmstrategy.reports.drawing import fifteen_digits
from smmstrategy.reports.lint import workbook
from smmstrategy.reports.lint.faults import is_written_so
from smmstrategy.reports.lint.found import Cached
from smmstrategy.reports.lint.stray import Stray, number
from smmstrategy.reports.manifest import Manifest

_DAY_ZERO = datetime(1899, 12, 30, tzinfo=UTC)
_DAYS_WRITTEN = ("%Y", "%d %m %Y", "%-d %Y", "%d %m %Y %H %M", "%-d %Y %H %M")  # the digits of «апр 2026», «1 Apr 2026» and so on


class Remembered:
    """`names`: what the manifest calls each of the file's sheets."""

    def __init__(self, manifest: Manifest, names: Mapping[str, str]) -> None:
        self.manifest, self.names = manifest, names
        self.seen: dict[str, str | float] = {}
        self.shown = {place: (kind, id) for place, kind, id, _ in manifest["shown"] if kind in ("day", "figure")}

    def contradictions(self, cache: Cached) -> Iterator[Stray]:
        if not cache.reference:
            return
        sheet, cells = workbook.span(cache.reference)
        for index, point in cache.points:
            place = f"{self.names.get(sheet, sheet)}!{cells[index]}"
            if point and not self._says(point, place):
                yield Stray(place, point, "the chart remembers another value")

    def _says(self, point: str, place: str) -> bool:
        value = self.seen.get(place)
        if not isinstance(value, float):
            return point == value
        if stored := number(point):
            return stored == fifteen_digits(value)
        kind, id = self.shown.get(place, ("", ""))
        if kind == "day":
            return re.findall(r"\d+", point) in _digits(value)
        return kind == "figure" and is_written_so(self.manifest["figures"][id], point, self.manifest["language"])


def _digits(day: float) -> list[list[str]]:
    """Those of a day in all the forms that a workbook writes it in."""
    moment = _DAY_ZERO + timedelta(seconds=round(day * 86_400))
    return [moment.strftime(form).split() for form in _DAYS_WRITTEN]
