"""Measured text: how wide, how many lines, which size fits, where to cut. The widths of the house font travel with us, and those of
alphabets that it lacks, as the widest font in use has them.

Lines are set at an exact distance, so a fallback font for an emoji or a hieroglyph cannot push anything out of its box.
"""

import json
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path

from smmstrategy.reports.directions import in_line
from smmstrategy.reports.document import Code, Day, Figure, Part, Quote, SlideNumber, Text
from smmstrategy.reports.formats import write
from smmstrategy.reports.powerpoint.boxes import POINT
from smmstrategy.reports.text import safe_link, safe_text

LEADING = 1.2
_LEAST = 9.0  # points
INDENT = 14 * POINT  # a bullet's hanging indent
_EM = 2048
_SAFETY = 0.97  # programs round and kern differently
_TABLES = json.loads((Path(__file__).parent / "widths.json").read_text(encoding="utf-8"))
_WIDTHS = {
    style: {character: int(width) for width, characters in table.items() for character in characters}
    for style, table in _TABLES.items()
}
_HOUSE = {False: _WIDTHS["regular"], True: _WIDTHS["bold"]}
_WORD = re.compile(r"(?:://|[^ \-–—/])*[ \-–—/]*")  # no program parts an address after its «https://»
_WITHOUT_WIDTH = ("Mn", "Me", "Cf")  # a character of these stays with the one before it
_BY_FONT = re.compile("f(?:[fnm]*f)?m*|[hnm]+")


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one look that came from one part of a text. kind and id: see drawing.Occurrence."""

    text: str
    kind: str = "word"
    id: str = ""
    color: str = ""
    bold: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    runs: tuple[Run, ...]
    size: float
    color: str = ""
    align: str = "l"
    before: float = 0  # points
    mark: str = ""  # the colour of its bullet
    hang: int = 0  # EMU by which lines after the first stand in; a bullet brings its own

    @property
    def text(self) -> str:
        return "".join([run.text for run in self.runs])

    @property
    def indent(self) -> int:
        return self.hang or (INDENT if self.mark else 0)


def runs(text: Part | Text, language: str, *, color: str = "", bold: bool = False, linked: bool = False) -> tuple[Run, ...]:
    """The parts as they are written; `linked`: quotes open their address."""
    parts = in_line(text) if isinstance(text, tuple) else (text,)
    return tuple(_run(part, language, color, bold, linked) for part in parts)


def _run(part: Part, language: str, color: str, bold: bool, linked: bool) -> Run:
    words = safe_text(write(part, language)).replace("\n", " ").replace("\t", " ")
    if isinstance(part, Figure):
        return Run(words, "figure", part.id, color, bold)
    if isinstance(part, Code):
        return Run(words, "code", part.id, color, bold)
    if isinstance(part, Quote):
        return Run(words, "quote", "", color, bold, safe_link(part.url) if linked else "")
    if isinstance(part, SlideNumber):
        return Run(words, "number", part.page, color, bold)
    return Run(words, "day" if isinstance(part, Day) else "word", "", color, bold)


def by_font(text: str) -> list[str]:
    """The text in pieces with letters of the house font and with letters that it lacks, from the first to the last of these."""
    kinds = "".join(map(_kind, text))
    return [text[piece.start() : piece.end()] for piece in _BY_FONT.finditer(kinds)]


@cache
def _kind(character: str) -> str:
    """Of the house, foreign, a mark on what is before it, or neither: spaces, signs, digits, what has no width."""
    if unicodedata.category(character) in _WITHOUT_WIDTH:
        return "m"
    is_known = character in _HOUSE[False] or not _character(character, False)
    return "h" if is_known and character.isalpha() else "n" if is_known or character == "\u00a0" else "f"


@cache
def _character(character: str, bold: bool) -> int:
    """Of what the house font lacks, no less than any usual font takes: as the widest of them has it, else a whole em or more."""
    width = _HOUSE[bold].get(character, _WIDTHS["foreign"].get(character))
    if width is not None:
        return width
    if unicodedata.combining(character) or unicodedata.category(character) in _WITHOUT_WIDTH:
        return 0
    is_picture = ord(character) > 0xFFFF or unicodedata.category(character) == "So"
    is_wide = unicodedata.east_asian_width(character) in "WF"
    return int(_EM * (1.4 if is_picture else 1.05 if is_wide else 1 if character.isalpha() else 0.75))


def width(text: str, size: float, bold: bool = False) -> float:
    """In points, without kerning."""
    return _units(text, bold) * size / _EM


@lru_cache(maxsize=1 << 14)
def _units(text: str, bold: bool) -> int:
    """The same words are measured in several sizes; they are added up once."""
    return sum(_character(character, bold) for character in text.replace("\u00a0", " "))


def line_count(paragraph: Paragraph, across: int) -> int:
    """Lines the paragraph takes in a box `across` EMU wide: words wrap at spaces and dashes, long ones begin a line and wrap
    anywhere."""
    room = (across - paragraph.indent) / POINT * _SAFETY
    bold = any(run.bold for run in paragraph.runs)
    text = paragraph.text
    if width(text.rstrip(" "), paragraph.size, bold) <= room:
        return 1
    count, used = 1, 0.0
    for word in _WORD.findall(text):
        wide, bare = width(word, paragraph.size, bold), width(word.rstrip(" "), paragraph.size, bold)
        if used + bare <= room:
            used += wide
        elif bare <= room:
            count, used = count + 1, wide
        else:
            more, rest = _broken(word, room, paragraph.size, bold)
            count, used = count + more + bool(used), rest
    return count


def _broken(word: str, room: float, size: float, bold: bool) -> tuple[int, float]:
    breaks, used = 0, 0.0
    for character in word:
        wide = width(character, size, bold)
        if used + wide > room:
            breaks, used = breaks + 1, 0.0
        used += wide
    return breaks, used


def height(paragraphs: Sequence[Paragraph], across: int) -> int:
    """EMU."""
    points = sum(
        line_count(paragraph, across) * leading(paragraph.size) + (paragraph.before if n else 0)
        for n, paragraph in enumerate(paragraphs)
    )
    return round(points * POINT)


def leading(size: float) -> float:
    """Distance of lines in points, to a tenth as files keep it."""
    return round(size * LEADING, 1)


def fitted(paragraphs: Sequence[Paragraph], across: int, down: int, *, steps: Sequence[float] = (1, 0.92, 0.85)) -> list[Paragraph]:
    """The paragraphs at the largest of the steps at which they fit; at the smallest, cut with «…» where they must be."""
    step = next((step for step in steps if fits(paragraphs, across, down, step)), None)
    return _cut(_sized(paragraphs, steps[-1]), across, down) if step is None else _sized(paragraphs, step)


def fits(paragraphs: Sequence[Paragraph], across: int, down: int, step: float = 1) -> bool:
    return height(_sized(paragraphs, step), across) <= down


def _sized(paragraphs: Sequence[Paragraph], step: float) -> list[Paragraph]:
    """Sizes times the step, down to a half point; what is readable stays readable."""
    return [
        replace(paragraph, size=max(int(paragraph.size * step * 2) / 2, min(paragraph.size, _LEAST))) for paragraph in paragraphs
    ]


def clamped(paragraph: Paragraph, across: int, lines: int) -> Paragraph:
    """The paragraph cut with «…» to so many lines."""
    if line_count(paragraph, across) <= lines:
        return paragraph
    low, high = 0, len(paragraph.text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if line_count(_shortened(paragraph, middle), across) <= lines else (low, middle - 1)
    return _shortened(paragraph, low)


def _cut(paragraphs: list[Paragraph], across: int, down: int) -> list[Paragraph]:
    kept: list[Paragraph] = []
    for paragraph in paragraphs:
        room = down - height([*kept, replace(paragraph, runs=())], across) + round(leading(paragraph.size) * POINT)
        lines = int(room / (leading(paragraph.size) * POINT))
        if lines < 1:
            break
        kept.append(clamped(paragraph, across, lines))
    return kept


def _shortened(paragraph: Paragraph, length: int) -> Paragraph:
    """The first `length` characters, back to the end of a word and of a whole figure, and «…»."""
    kept: list[Run] = []
    for run in paragraph.runs:
        if len(run.text) <= length:
            kept.append(run)
            length -= len(run.text)
            continue
        if run.kind in ("word", "quote"):
            whole = run.id or run.text if run.kind == "word" else ""
            kept.append(replace(run, text=_whole_words(run.text, length), id=whole))
        break
    return replace(paragraph, runs=(*kept, Run("…", color=kept[-1].color if kept else "")))


def _whole_words(text: str, length: int) -> str:
    space = text.rfind(" ", 0, length + 1)
    return text[: space if space > length // 2 else length].rstrip(" ,;:—–-…")
