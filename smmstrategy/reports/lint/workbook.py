"""Reads a workbook's own XML: every cell with its cached value, charts and footers; none of the code that wrote it."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from io import BytesIO
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from smmstrategy.reports.lint import markup, office
from smmstrategy.reports.lint.found import Cached, Found
from smmstrategy.reports.lint.office import OFFICE, SHEET
from smmstrategy.reports.lint.stray import Reason
from smmstrategy.reports.plain import has_digit

_ESCAPED = re.compile("_x([0-9a-fA-F]{4})_")
_CELL = re.compile(r"([A-Z]+)([0-9]+)")
_RANGE = re.compile(r"(?:'((?:[^']|'')+)'|([^'!,]+))!([$A-Z0-9]+)(?::([$A-Z0-9]+))?")


def parts(archive: ZipFile) -> list[tuple[str, str]]:
    """Name and path of every sheet, in their order."""
    book = "xl/workbook.xml"
    paths = office.related(archive, book)
    return [
        (sheet.get("name", ""), paths[sheet.get(f"{OFFICE}id", "")][1])
        for sheet in office.part(archive, book).iter(f"{SHEET}sheet")
    ]


def names(archive: ZipFile) -> list[tuple[str, str]]:
    """Name and reference of every defined name, also of those that one sheet alone has."""
    listed = office.part(archive, "xl/workbook.xml").iter(f"{SHEET}definedName")
    return [(one.get("name", ""), one.text or "") for one in listed]


def reader(archive: ZipFile) -> Callable[[str, str], Iterator[Found | Cached]]:
    """Reads the sheet at a path, under a name."""
    return partial(_sheet, archive, _strings(archive))


def values(content: bytes) -> dict[tuple[str, str], str | float]:
    """(sheet, cell) → value of every cell of a small workbook."""
    with ZipFile(BytesIO(content)) as archive:
        strings = _strings(archive)
        cells = [(name, each) for name, path in parts(archive) for each in _cells(archive, strings, path, name)]
    return {(name, each.place.rpartition("!")[2]): each.value for name, each in cells}


def position(cell: str) -> tuple[int, int]:
    """«B5» → row 4, column 1."""
    letters, row = _CELL.fullmatch(cell).groups()
    return int(row) - 1, _column(letters)


@lru_cache
def _column(letters: str) -> int:
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return column - 1


def ends(reference: str) -> tuple[str, str, str] | None:
    """«'Сводка'!$B$5:$B$7» → the sheet, B5 and B7; None of what is no such range."""
    if (match := _RANGE.fullmatch(reference)) is None:
        return None
    quoted, sheet, first, last = match.groups()
    cells = [cell.replace("$", "") for cell in (first, last or first)]
    return ((quoted or "").replace("''", "'") or sheet, *cells) if all(map(_CELL.fullmatch, cells)) else None


def span(reference: str) -> tuple[str, list[str]]:
    """«'Сводка'!$B$5:$B$7» → the sheet and the cells B5, B6, B7, row by row; none of what is no such range."""
    sheet, first, last = ends(reference) or ("", "", "")
    if not first:
        return sheet, []
    (top, left), (bottom, right) = position(first), position(last)
    return sheet, [f"{letters(column)}{row + 1}" for row in range(top, bottom + 1) for column in range(left, right + 1)]


def letters(column: int) -> str:
    """Column 1 → «B»."""
    name = ""
    while column >= 0:
        name, column = chr(65 + column % 26) + name, column // 26 - 1
    return name


def _sheet(archive: ZipFile, strings: list[str], path: str, name: str) -> Iterator[Found | Cached]:
    """Cells one by one as Found at «sheet!B5», then what the sheet's footer and charts say."""
    yield from _cells(archive, strings, path, name)
    for drawing in office.targets(archive, path, "drawing"):
        for chart in office.targets(archive, drawing, "chart"):
            root = office.part(archive, chart)
            yield from (Found(f"{name} charts", text) for text in office.paragraphs(root) if text)
            yield from _remembered(root, f"{name} charts")


def _remembered(chart: Element, place: str) -> Iterator[Found | Cached]:
    """What a chart keeps of its cells, and numbers that it has no cells of."""
    for cache in office.caches(chart):
        if ends(cache.reference):
            yield cache
        else:
            yield from (
                Found(place, point, fault=Reason("the chart has no cell of it")) for _, point in cache.points if has_digit(point)
            )


def _strings(archive: ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in archive.namelist():
        return []
    return [_plain(item) for item in office.part(archive, "xl/sharedStrings.xml").iter(f"{SHEET}si")]


def _plain(item: Element) -> str:
    text = "".join(node.text or "" for node in item.iter(f"{SHEET}t"))
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


def _cells(archive: ZipFile, strings: list[str], path: str, sheet: str) -> Iterator[Found]:
    for node in markup.ended(archive, path):
        if node.tag == f"{SHEET}c":
            yield from _cell(sheet, node, strings)
        elif node.tag == f"{SHEET}row":
            node.clear()
        elif node.tag == f"{SHEET}oddFooter":
            yield Found(f"{sheet} footer", (node.text or "").replace("&&", "&"))


def _cell(sheet: str, node: Element, strings: list[str]) -> Iterator[Found]:
    place, kind, text = f"{sheet}!{node.get('r')}", node.get("t", "n"), node.findtext(f"{SHEET}v")
    formula = node.findtext(f"{SHEET}f")
    value: str | float = ""
    if kind == "s":
        value = strings[int(text or 0)]
    elif kind == "inlineStr":
        value = _plain(node)
    elif text:
        value = float(text) if kind == "n" else text
    if value != "" or formula is not None:
        yield Found(place, value, formula=formula and formula.replace("_xlfn.", ""))
