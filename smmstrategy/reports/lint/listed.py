"""The slides or sheets that a manifest lists, with the numbers of each."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

from smmstrategy.reports.lint.found import Found
from smmstrategy.reports.lint.order import Numbers
from smmstrategy.reports.lint.stray import numbers, slide
from smmstrategy.reports.manifest import TITLE, Manifest

_SLIDE = re.compile(r"slide \d+(?: |$)")


class Listed:
    """`ids`: what the file knows them by; `names`: what their places begin with."""

    def __init__(self, manifest: Manifest, *, is_deck: bool) -> None:
        self.manifest, self.is_deck = manifest, is_deck
        self.ids: list[str] = manifest["parts"]
        self.names = [f"slide {n}" for n in range(1, len(self.ids) + 1)] if is_deck else self.ids

    def is_of_its_form(self) -> bool:
        """Whether the manifest is that of a deck where the file is one; a manifest that shows nothing may be either."""
        places = [place for place, *_ in self.manifest["shown"] if place != TITLE]
        if not places and not self.manifest["columns"]:
            return True
        return self.is_deck == (not self.manifest["columns"] and all(map(_SLIDE.match, places)))

    def numbers(self, position: int) -> Numbers:
        return self._numbers[self.names[position]]

    def known(self, found: Iterable[Found]) -> Numbers:
        """Of the numbers that were found those that the manifest has anywhere."""
        return frozenset(one for each in found for one in self._placed(each.place, each.value)) & self._all

    @cached_property
    def _numbers(self) -> dict[str, Numbers]:
        numbers_of: dict[str, set[str]] = defaultdict(set)
        for place, kind, _, text in self.manifest["shown"]:
            if kind != "formula":
                numbers_of[self._part(place)].update(self._placed(place, text))
        for column in self.manifest["columns"]:
            numbers_of[column["sheet"]].update(value for value in column["values"] if value and value[0] != "#")
        return {name: frozenset(numbers_of[name]) for name in self.names}

    @cached_property
    def _all(self) -> Numbers:
        return frozenset().union(*self._numbers.values())

    def _placed(self, place: str, value: str | float) -> Iterator[str]:
        """The numbers of a value, alone and with their place in the slide or sheet."""
        within = place.removeprefix(self._part(place))
        for one in numbers(value):
            yield one
            yield f"{within} {one}"

    def _part(self, place: str) -> str:
        return slide(place) if self.is_deck else _sheet(place)


def _sheet(place: str) -> str:
    """«Сводка» of «Сводка!B5» and of «Сводка charts»."""
    sheet, mark, _ = place.rpartition("!")
    return sheet if mark else place.removesuffix(" charts").removesuffix(" footer")
