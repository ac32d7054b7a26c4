"""What the manifest says each place shows, and what of it was found so far."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from smmstrategy.reports import plain
from smmstrategy.reports.drawing import STEP, fifteen_digits, is_worked_out
from smmstrategy.reports.lint import pieces, workbook
from smmstrategy.reports.lint.columns import DeclaredColumn
from smmstrategy.reports.lint.found import Cached, Found
from smmstrategy.reports.lint.labels import Labels
from smmstrategy.reports.lint.numbering import Numbering
from smmstrategy.reports.lint.remembered import Remembered
from smmstrategy.reports.lint.stray import Reason, Stray, number, slide
from smmstrategy.reports.manifest import Manifest, fingerprint

_CELL = re.compile("[A-Z]+[0-9]+")


class Declared:
    """`names`: what the manifest calls each of the file's sheets."""

    def __init__(self, manifest: Manifest, numbering: Numbering, names: Mapping[str, str]) -> None:
        self.shapes = frozenset(manifest["shapes"])
        self.lines: dict[str, list[str]] = defaultdict(list)
        self.numbers: dict[str, set[str]] = defaultdict(set)
        self.formulas: dict[str, str] = {}
        self.worked_out: list[str] = []
        self.there = frozenset(names.values())
        self.labels = Labels(manifest, self.there)
        self.remembered = Remembered(manifest, names)
        self.numbering = numbering
        self.columns = {(column["sheet"], column["column"]): DeclaredColumn(column) for column in manifest["columns"]}
        for place, kind, id, text in manifest["shown"]:
            self._declare(place, kind, id, text)

    def strays(self, found: Found | Cached) -> Iterator[Stray]:
        if isinstance(found, Cached):
            yield from self.remembered.contradictions(found)
        elif found.fault:
            yield Stray(found.place, str(found.value), found.fault)
        elif data := self._data(found.place):
            column, row = data
            if found.formula is not None or not column.holds(row, fingerprint(found.value)):
                yield Stray(found.place, str(found.value), Reason("not the value of the data row"))
        elif found.formula is not None and found.formula != self.formulas.get(found.place):
            yield self.labels.changed(found) or Stray(found.place, str(found.value), Reason("not the declared formula"))
        else:
            self.remembered.seen[found.place] = found.value
            yield from self._said(found)

    def _said(self, found: Found) -> Iterator[Stray]:
        if stray := self.labels.changed(found):
            yield stray
        else:
            yield from self._text(found, found.value) if isinstance(found.value, str) else self._numeral(found, found.value)

    def after_all(self) -> Iterator[Stray]:
        """Data cells and labels that are in the manifest and no longer in the file, but those of sheets that are gone, and numbers
        of slides that are those of before."""
        yield from self.labels.gone()
        for column in self.columns.values():
            if column.sheet in self.there:
                yield from (Stray(place, value, Reason("gone from the data row")) for place, value in column.missing())
        yield from self.numbering.strays()

    def _declare(self, place: str, kind: str, id: str, text: str) -> None:
        if kind == "formula":
            self.formulas[place] = text
            return
        lines = [line for line in text.split("\n") if plain.has_digit(line)]
        self.lines[place] += lines
        self.numbering.declare(place, kind, id, lines)
        if kind == "description":
            return
        if one := number(text):
            self.numbers[place].add(one)

    def _numeral(self, found: Found, value: float) -> Iterator[Stray]:
        kept = [one for place in self._places(found) for one in self.numbers[place]]
        if fifteen_digits(value) in kept:
            return
        if found.formula is not None and any(is_worked_out(value, one) for one in kept):
            self.worked_out.append(found.place)
        else:
            yield Stray(found.place, fifteen_digits(value), Reason("not a declared number"))

    def _text(self, found: Found, text: str) -> Iterator[Stray]:
        if plain.has_digit(text):
            yield from (Stray(found.place, token, Reason("not a declared text")) for token in self._tokens(found, text))

    def _tokens(self, found: Found, text: str) -> list[str]:
        """The stray ones of a text."""
        places = self._places(found)
        drawn = _least(text, places, self.lines)
        if not self.numbering.is_another:
            return drawn
        now = _least(text, places, self.numbering.lines)
        if len(drawn) < len(now) and text != slide(found.place).split(" ")[1]:
            self.numbering.outdated.append(slide(found.place))
        return min(drawn, now, key=len)

    def _places(self, found: Found) -> list[str]:
        """Where the manifest may have it: a shape that nobody here named may say what one shape of its slide does."""
        page, *steps = found.place.split(STEP, 2)
        if not steps or STEP.join((page, steps[0])) in self.shapes:
            return [found.place]
        return [found.place, *(STEP.join((shape, *steps[1:])) for shape in self.shapes if shape.startswith(page + STEP))]

    def _data(self, place: str) -> tuple[DeclaredColumn, int] | None:
        """The column of data in which a cell stands, and its row."""
        sheet, _, cell = place.rpartition("!")
        if _CELL.fullmatch(cell) is None:
            return None
        row, number = workbook.position(cell)
        column = self.columns.get((sheet, number))
        return (column, row) if column and column.covers(row) else None


def _least(text: str, places: list[str], lines: Mapping[str, list[str]]) -> list[str]:
    return min((pieces.in_order(text, lines[one]) for one in places), key=len)
