"""What a workbook says of its cells beside their values: links, what is percent, month, clock, error, merged or no result."""

import posixpath
import re
import zipfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass, field
from decimal import Decimal
from html import unescape

import lxml.etree

from smmstrategy.metrics.imports.reading.messages import Refused
from smmstrategy.metrics.imports.reading.tables.grids import Linked, ShortClock
from smmstrategy.metrics.imports.reading.tables.merged import Merged

HYPERLINK = re.compile(r'=?HYPERLINK\(\s*"([^"]+)"\s*[,;)].*', re.IGNORECASE | re.DOTALL)
# No attribute holds «<», so no pattern looks beyond its own tag: the time stays in proportion to the sheet.
FORMULA = re.compile(rb'<(?:\w+:)?c\s[^<>]*?\br="([A-Z]{1,3})(\d{1,7})"[^<>]*>\s*<(?:\w+:)?f[^<>]*>(HYPERLINK\([^<]{1,5000})<')
ERROR = re.compile(
    rb'<(?:\w+:)?c\s(?=[^<>]*\bt="e")[^<>]*?\br="([A-Z]{1,3})(\d{1,7})"[^<>]*>(?:\s*<(?:\w+:)?f\b[^<]*(?:</(?:\w+:)?f>)?)?'
    rb"\s*<(?:\w+:)?v>(#[^<]{1,15})<"
)
# Not of texts: a formula may well come to one of no letters.
UNCOMPUTED = re.compile(
    rb'<(?:\w+:)?c\s(?![^<>]*\bt="str")(?>[^<>]*?\br="([A-Z]{1,3})(\d{1,7})")[^<>]*+>\s*+'
    rb"<(?:\w+:)?f\b[^<>]*+>(?:(?<=/>)|[^<]*+</(?:\w+:)?f>)\s*+"
    rb"(?:<(?:\w+:)?v\s*+(?:/>|>\s*+</(?:\w+:)?v>)\s*+)?</(?:\w+:)?c>"
)
LINK = re.compile(rb"<(?:\w+:)?hyperlink\s([^<>]*)>")
MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^<>]*?\bref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
ATTRIBUTE = re.compile(r'(?<![\w:])([\w:]+)="([^"]*)"')
CELL = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
PERCENT_FORMATS = {"9", "10"}  # built in: 0 % and 0.00 %
MONTH_FORMATS = {"17"}  # built in: mmm-yy
MONTH_FORMAT = re.compile(r"m{2,5}[ ./,-]*y{2,4}[ г.]*|y{4}[ ./,-]*m{2,5}", re.I)
CLOCK_FORMATS = {"20"}  # built in: h:mm
CLOCK_FORMAT = re.compile(r"h{1,2}:mm", re.I)
FIRST_OF_MONTH = re.compile(r"(\d{4}-\d\d)-01")
NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,2})?")
NOT_SHOWN = re.compile(r'"[^"]*"|[\\_*].')


@dataclass
class Marks:
    """Of one sheet, by row and column, both counted from 1; `since_1904` says from when its days are counted."""

    since_1904: bool = False
    links: dict[int, dict[int, str]] = field(default_factory=lambda: defaultdict(dict))
    percent: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    months: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    clocks: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    errors: dict[int, dict[int, str]] = field(default_factory=lambda: defaultdict(dict))
    merged: list[Merged] = field(default_factory=list)
    uncomputed: Counter[int] = field(default_factory=Counter)  # formulas without values, by column

    def put_on(self, number: int, first_column: int, cells: list[str]) -> list[str]:
        """The cells of a row with their links, and percent, months and errors as a person sees them."""
        for column, error in self.errors.get(number, {}).items():
            if 0 <= (at := column - first_column) < len(cells):
                cells[at] = error
        for column in self.percent.get(number, ()):
            if 0 <= (at := column - first_column) < len(cells):
                cells[at] = percent(cells[at])
        for column in self.months.get(number, ()):
            if 0 <= (at := column - first_column) < len(cells):
                cells[at] = FIRST_OF_MONTH.sub(r"\1", cells[at])
        for column in self.clocks.get(number, ()):
            if 0 <= (at := column - first_column) < len(cells) and cells[at].endswith(":00"):
                cells[at] = ShortClock(cells[at])
        for column, address in self.links.get(number, {}).items():
            if 0 <= (at := column - first_column) < len(cells):
                cells[at] = Linked(cells[at], address)
        return cells


def percent(text: str) -> str:
    """0.053 as 5.3%."""
    return f"{(Decimal(text) * 100).normalize():f}%" if NUMBER.fullmatch(text) else text


def shows_percent(code: str) -> bool:
    """Whether a number format puts a percent sign beside a number a hundred times as large."""
    return "%" in NOT_SHOWN.sub("", code)


def shows_month(code: str) -> bool:
    """Whether a number format shows a date as a month of a year."""
    return MONTH_FORMAT.fullmatch(re.sub(r"\[[^]]*\]|;.*", "", NOT_SHOWN.sub("", code)).strip()) is not None


def shows_clock(code: str) -> bool:
    """Whether a number format shows hours and minutes, and no seconds."""
    return CLOCK_FORMAT.fullmatch(re.sub(r"\[h+\]", "h", NOT_SHOWN.sub("", code.partition(";")[0]), flags=re.I).strip()) is not None


def of_sheets(archive: zipfile.ZipFile) -> dict[str, Marks]:
    """The marks of each sheet, by its name."""
    shown = [(PERCENT_FORMATS, shows_percent), (MONTH_FORMATS, shows_month), (CLOCK_FORMATS, shows_clock)]
    styles = [_styles(archive, built_in, shows) for built_in, shows in shown]
    since_1904 = _counts_from_1904(archive)
    return {name: _of_sheet(archive, path, styles, since_1904) for name, path in _sheets(archive)}


def _counts_from_1904(archive: zipfile.ZipFile) -> bool:
    return any(one.get("date1904") in ("1", "true") for one in _elements(archive, "xl/workbook.xml", "workbookPr"))


def _sheets(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    targets = _targets(archive, "xl/workbook.xml")
    for sheet in _elements(archive, "xl/workbook.xml", "sheet"):
        target = next((targets[value] for name, value in sheet.items() if name.endswith("}id") and value in targets), "")
        path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")
        if path in archive.namelist():
            yield sheet.get("name", ""), path


def _of_sheet(archive: zipfile.ZipFile, path: str, styles: list[list[str]], since_1904: bool) -> Marks:
    marks, xml = Marks(since_1904), archive.read(path)
    for letters, row, formula in FORMULA.findall(xml):
        if m := HYPERLINK.fullmatch(unescape(formula.decode("utf-8", "replace"))):
            marks.links[int(row)][column(letters.decode())] = m[1]
    targets = _targets(archive, path) if b"hyperlink" in xml else {}
    for link in LINK.findall(xml):
        attributes = {
            name.rpartition(":")[2]: unescape(value) for name, value in ATTRIBUTE.findall(link.decode("utf-8", "replace"))
        }
        if (m := CELL.match(attributes.get("ref", ""))) and (target := targets.get(attributes.get("id", ""))):
            marks.links[int(m[2])][column(m[1])] = target + (f"#{attributes['location']}" if attributes.get("location") else "")
    of_formulas = [(int(row), column(letters.decode())) for letters, row in UNCOMPUTED.findall(xml)]
    marks.uncomputed.update(at for row, at in of_formulas if at not in marks.links.get(row, ()))
    for letters, row, error in ERROR.findall(xml):
        marks.errors[int(row)][column(letters.decode())] = error.decode()
    for left, top, right, bottom in MERGED.findall(xml):
        marks.merged.append((int(top), int(bottom), column(left.decode()), column(right.decode())))
    for of_format, marked in zip(styles, (marks.percent, marks.months, marks.clocks), strict=True):
        for letters, row in _cells_of(of_format, xml):
            marked[int(row)].add(column(letters.decode()))
    return marks


def _cells_of(styles: list[str], xml: bytes) -> list[tuple[bytes, bytes]]:
    if not styles:
        return []
    wanted = "|".join(styles).encode()
    is_number = rb'(?![^<>]*\bt="(?!n"))(?=[^<>]*\bs="(?:' + wanted + rb')")'
    return re.findall(rb"<(?:\w+:)?c\s" + is_number + rb'[^<>]*?\br="([A-Z]{1,3})(\d{1,7})"', xml)


def column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def letters(number: int) -> str:
    """What a spreadsheet calls a column: 1 is A, 27 is AA."""
    before, last = divmod(number - 1, 26)
    return (letters(before) if before else "") + chr(65 + last)


def _styles(archive: zipfile.ZipFile, built_in: Set[str], shows: Callable[[str], bool]) -> list[str]:
    """The numbers of the cell styles whose format shows it."""
    formats = built_in | {
        one.get("numFmtId") for one in _elements(archive, "xl/styles.xml", "numFmt") if shows(one.get("formatCode", ""))
    }
    styles = [xf for xf in _elements(archive, "xl/styles.xml", "xf") if xf.getparent().tag.endswith("}cellXfs")]
    return [str(position) for position, xf in enumerate(styles) if xf.get("numFmtId") in formats]


def _targets(archive: zipfile.ZipFile, path: str) -> dict[str, str]:
    folder, name = posixpath.split(path)
    relationships = _elements(archive, f"{folder}/_rels/{name}.rels", "Relationship")
    return {one.get("Id", ""): one.get("Target", "") for one in relationships}


def _elements(archive: zipfile.ZipFile, path: str, tag: str) -> list[lxml.etree._Element]:
    """All elements with this local name in a part of the workbook; none where there is no such part."""
    if path not in archive.namelist():
        return []
    parser = lxml.etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return list(lxml.etree.fromstring(archive.read(path), parser).iter(f"{{*}}{tag}"))
    except lxml.etree.XMLSyntaxError as error:
        raise Refused("The workbook is damaged or of a kind that is not read. Save it anew as .xlsx and upload that.") from error
