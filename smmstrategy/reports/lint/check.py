"""Holds what was found against the manifest: every number must be one the drawer declared for that place."""

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, ZipFile

from smmstrategy.reports import plain
from smmstrategy.reports.document import Figure, Shown
from smmstrategy.reports.drawing import STEP, fifteen_digits
from smmstrategy.reports.formats import MINUS, MISSING, in_cell, write
from smmstrategy.reports.lint import deck, pieces, workbook
from smmstrategy.reports.lint.found import Cached, Found
from smmstrategy.reports.manifest import Manifest, digest, fingerprint

_CELL = re.compile("[A-Z]+[0-9]+")


@dataclass(frozen=True, slots=True)
class Stray:
    """A number that nothing accounts for."""

    place: str
    token: str
    reason: str


class NoDocument(ValueError):
    """What is to be checked is no deck and no workbook, or a damaged one."""


def strays(content: bytes, manifest: Manifest) -> list[Stray]:
    """Every number of a deck or workbook that its manifest does not explain; empty when all of them are."""
    found = list(_manifest_faults(manifest))
    declared = _Declared(manifest)
    for each in _read(content):
        found += declared.strays(each)
    return found + declared.missing()


def _read(content: bytes) -> Iterator[Found | Cached]:
    try:
        yield from _reader(content)(content)
    except (BadZipFile, zlib.error, ParseError, KeyError) as error:  # no archive, cut or changed inside, a part that is not there
        raise NoDocument from error


def _reader(content: bytes) -> Callable[[bytes], Iterator[Found | Cached]]:
    with ZipFile(BytesIO(content)) as archive:
        return deck.read if "ppt/presentation.xml" in archive.namelist() else workbook.read


class _Declared:
    """What the manifest says each place shows, and what of it was found so far."""

    def __init__(self, manifest: Manifest) -> None:
        self.shapes = frozenset(manifest["shapes"]) if "shapes" in manifest else None
        self.lines: dict[str, list[str]] = defaultdict(list)
        self.texts: dict[str, Counter[str]] = defaultdict(Counter)
        self.slides: dict[str, Counter[str]] = defaultdict(Counter)  # «slide 7» with its charts and notes
        self.numbers: dict[str, set[str]] = defaultdict(set)
        self.formulas: dict[str, str] = {}
        self.seen: dict[str, str | float] = {}
        self.columns = {(column["sheet"], column["column"]): _Column(column) for column in manifest["columns"]}
        for place, kind, _, text in manifest["shown"]:
            if kind == "formula":
                self.formulas[place] = text
                continue
            lines = [line for line in text.split("\n") if plain.has_digit(line)]
            self.lines[place] += lines
            self.texts[place].update(lines)
            self.slides[_slide(place)].update(lines)
            if number := _number(text):
                self.numbers[place].add(number)

    def strays(self, found: Found | Cached) -> Iterator[Stray]:
        if isinstance(found, Cached):
            yield from self._contradictions(found)
        elif found.fault:
            yield Stray(found.place, str(found.value), found.fault)
        elif (column := self._column(found.place)) is not None:
            if found.formula is not None or not column.holds(_row(found.place), fingerprint(found.value)):
                yield Stray(found.place, str(found.value), "not the value of the data row")
        elif found.formula is not None and found.formula != self.formulas.get(found.place):
            yield Stray(found.place, str(found.value), "not the declared formula")
        else:
            self.seen[found.place] = found.value
            yield from self._text(found, found.value) if isinstance(found.value, str) else self._numeral(found, found.value)

    def missing(self) -> list[Stray]:
        """Data cells that are in the manifest and no longer in the file."""
        return [stray for column in self.columns.values() for stray in column.missing()]

    def _numeral(self, found: Found, value: float) -> Iterator[Stray]:
        if not any(fifteen_digits(value) in self.numbers[place] for place in self._places(found)):
            yield Stray(found.place, fifteen_digits(value), "not a declared number")

    def _text(self, found: Found, text: str) -> Iterator[Stray]:
        if plain.has_digit(text):
            yield from (Stray(found.place, token, "not a declared text") for token in self._tokens(found, text))

    def _tokens(self, found: Found, text: str) -> list[str]:
        """The stray ones of a text; an alternative text may say whatever its slide does."""
        if found.place.endswith(" description"):
            return pieces.anywhere(text, self.slides[_slide(found.place)], again=True)
        [place, *others] = self._places(found)
        if self.shapes is None:
            return pieces.anywhere(text, self.texts[place], again=found.again)
        return min((pieces.in_order(text, self.lines[one]) for one in (place, *others)), key=len)

    def _places(self, found: Found) -> list[str]:
        """Where the manifest may have it: a shape that nobody here named may say what one shape of its slide does."""
        if self.shapes is None:
            return [found.page or found.place]
        slide, *steps = found.place.split(STEP, 2)
        if not steps or STEP.join((slide, steps[0])) in self.shapes:
            return [found.place]
        return [found.place, *(STEP.join((shape, *steps[1:])) for shape in self.shapes if shape.startswith(slide + STEP))]

    def _column(self, place: str) -> "_Column | None":
        sheet, _, cell = place.rpartition("!")
        if (match := _CELL.fullmatch(cell)) is None:
            return None
        column = self.columns.get((sheet, workbook.position(match[0])[1]))
        return column if column and column.covers(_row(place)) else None

    def _contradictions(self, cache: Cached) -> Iterator[Stray]:
        if not cache.reference:
            return
        sheet, cells = workbook.span(cache.reference)
        for index, point in cache.points:
            value = self.seen.get(f"{sheet}!{cells[index]}")
            if point and point != value and not (isinstance(value, float) and _number(point) == fifteen_digits(value)):
                yield Stray(f"{sheet}!{cells[index]}", point, "the chart remembers another value")


class _Column:
    def __init__(self, column: dict[str, Any]) -> None:
        self.sheet, self.letters = column["sheet"], workbook.letters(column["column"])
        self.first_row, self.values = column["first_row"], list(column["values"])

    def covers(self, row: int) -> bool:
        return self.first_row <= row < self.first_row + len(self.values)

    def holds(self, row: int, fingerprint: str | None) -> bool:
        """Whether this is the declared value of the row; asked once for each row."""
        declared, self.values[row - self.first_row] = self.values[row - self.first_row], None
        return declared == fingerprint

    def missing(self) -> Iterator[Stray]:
        for row, value in enumerate(self.values, self.first_row + 1):
            if value is not None:
                yield Stray(f"{self.sheet}!{self.letters}{row}", value, "gone from the data row")


def _manifest_faults(manifest: Manifest) -> Iterator[Stray]:
    """Numbers in plain words, figures without an origin, texts that are not what their figure's value or origin says."""
    if digest(manifest) != manifest.get("sha256"):
        yield Stray("manifest", "", "was edited after the file was drawn")
    pages = {(_slide(place), id) for place, kind, id, _ in manifest["shown"] if kind == "number"}
    for place, kind, id, text in manifest["shown"]:
        if kind == "number" and id and (f"slide {text}", id) not in pages:
            yield Stray(place, text, f"not the slide of {id}")
        figure = manifest["figures"].get(id, {})
        if kind == "word" and not (id or text).startswith(text):
            yield Stray(place, text, f"not the beginning of {id}")
        if kind == "word":
            yield from (
                Stray(place, number, "a number in plain words") for number in plain.numbers(id or text, manifest.get("words", ()))
            )
        if kind == "code" and text not in (id, figure.get("metric"), figure.get("formula")):
            yield Stray(place, text, f"neither id, metric nor formula of {id}")
        if kind != "figure" or "value" not in figure:
            continue
        if "metric" not in figure:
            yield Stray(place, text, f"{id} has no origin")
        if not _is_written_so(figure, text, manifest["language"]):
            yield Stray(place, text, f"{id} is {figure['value']}")


def _is_written_so(figure: dict[str, Any], text: str, language: str) -> bool:
    if figure["value"] is None:
        return text == "" or text == MISSING[language]
    value = Decimal(figure["value"])
    if _number(text) in (
        fifteen_digits(value),
        *(fifteen_digits(in_cell(value, shown)) for shown in (Shown.DURATION, Shown.POINTS)),
    ):
        return True
    forms = [Figure("", value, Shown(shown), places, signed, currency) for shown, places, signed, currency in figure["forms"]]
    has_sign = text.startswith(("+", MINUS))
    return any(write(replace(form, signed=form.signed or has_sign), language) == text for form in forms)


def _number(text: str) -> str | None:
    """The number that a stored text stands for."""
    try:
        return fifteen_digits(float(text))
    except ValueError:
        return None


def _slide(place: str) -> str:
    return " ".join(place.split(" ")[:2])


def _row(place: str) -> int:
    return workbook.position(place.rpartition("!")[2])[0]
