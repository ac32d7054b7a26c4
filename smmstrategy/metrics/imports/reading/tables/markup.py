"""Spreadsheets written as markup: XML Spreadsheet 2003 and HTML tables that call themselves .xls."""

import re
from collections import Counter
from collections.abc import Set

import lxml.etree
import lxml.html

from smmstrategy.metrics.imports.reading.messages import Refused
from smmstrategy.metrics.imports.reading.tables import marks
from smmstrategy.metrics.imports.reading.tables.grids import MAX_ROWS, Figure, Grid, Linked, check_cells
from smmstrategy.metrics.imports.reading.tables.text import decode

SPREADSHEET = "{urn:schemas-microsoft-com:office:spreadsheet}"


def read_xml(content: bytes) -> list[Grid]:
    """The worksheets of an XML Spreadsheet 2003."""
    if re.search(rb"<!DOCTYPE|<!ENTITY", content[:100_000]):
        raise Refused("The file holds definitions no export has. Save it as .xlsx or .csv and upload that.")
    parser = lxml.etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = lxml.etree.fromstring(content, parser)
    except (lxml.etree.XMLSyntaxError, ValueError) as error:
        raise Refused("The XML of the file is damaged or cut short. Download it again.") from error
    styles = _percent_styles(root)
    sheets = [_xml_grid(sheet, styles) for sheet in root.iter(f"{SPREADSHEET}Worksheet")]
    if not sheets:
        raise Refused("The file is XML but not a spreadsheet. Export it as .xlsx or .csv and upload that.")
    return sheets


def _xml_grid(sheet: lxml.etree._Element, percent_styles: Set[str]) -> Grid:
    grid, number = Grid(sheet.get(f"{SPREADSHEET}Name", ""), []), 0
    for row in sheet.iter(f"{SPREADSHEET}Row"):
        number = _index(row, number)
        cells: list[str] = []
        for cell in row.iter(f"{SPREADSHEET}Cell"):
            position = _index(cell, len(cells))
            cells.extend("" for _ in range(position - 1 - len(cells)))
            down, across = _merged(cell, "Down", MAX_ROWS), _merged(cell, "Across", 1000)
            if down or across:
                grid.merged.append((number, number + down, len(cells), len(cells) + across))
            cells.append(_xml_cell(cell, percent_styles))
            cells.extend("" for _ in range(across))
        grid.rows.append((number, check_cells(cells, number)))
    return grid


def _merged(cell: lxml.etree._Element, direction: str, at_most: int) -> int:
    return min(_whole(cell.get(f"{SPREADSHEET}Merge{direction}")), at_most)


def _index(element: lxml.etree._Element, before: int) -> int:
    index = _whole(element.get(f"{SPREADSHEET}Index")) or before + 1
    if index > (MAX_ROWS if element.tag.endswith("Row") else 16_384):
        raise Refused("The workbook claims {rows} rows: far more than an export can have.", rows=index)
    return index


def _whole(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 12 else 0


def _xml_cell(cell: lxml.etree._Element, percent_styles: Set[str]) -> str:
    text = _xml_text(cell)
    if cell.get(f"{SPREADSHEET}StyleID") in percent_styles:
        text = marks.percent(text)
    formula = marks.HYPERLINK.fullmatch(cell.get(f"{SPREADSHEET}Formula", ""))
    address = cell.get(f"{SPREADSHEET}HRef") or (formula[1] if formula else "")
    return Linked(text, address) if address else text


def _percent_styles(root: lxml.etree._Element) -> set[str]:
    shown = [
        style
        for style in root.iter(f"{SPREADSHEET}Style")
        if (one := style.find(f"{SPREADSHEET}NumberFormat")) is not None
        and (one.get(f"{SPREADSHEET}Format") == "Percent" or marks.shows_percent(one.get(f"{SPREADSHEET}Format", "")))
    ]
    return {style.get(f"{SPREADSHEET}ID") for style in shown}


def _xml_text(cell: lxml.etree._Element) -> str:
    data = cell.find(f"{SPREADSHEET}Data")
    if data is None:
        return ""
    text = "".join(data.itertext())
    if data.get(f"{SPREADSHEET}Type") == "DateTime":
        text = re.sub(r"\.0+$", "", text.strip()).removeprefix("1899-12-31T")  # a duration is a time of Excel's day nought
        return text.removesuffix("T00:00:00").replace("T", " ")
    return Figure(text.strip()) if data.get(f"{SPREADSHEET}Type") == "Number" and "." in text else text


def read_html(content: bytes) -> list[Grid]:
    """Every table of an HTML page that is not inside another."""
    text, _warnings = decode(content)
    declared = re.search(rb"charset=[\"']?([\w-]+)", content[:3000])
    if declared and declared[1].lower() in (b"windows-1251", b"cp1251"):
        text = content.decode("cp1251", "replace")
    try:
        page = lxml.html.document_fromstring(
            re.sub(r"^\s*<\?xml[^>]*\?>", "", text), parser=lxml.html.HTMLParser(no_network=True, huge_tree=False)
        )
    except (lxml.etree.ParserError, lxml.etree.XMLSyntaxError, ValueError) as error:
        raise Refused("The page holds no table.") from error
    tables = [table for table in page.iter("table") if not any(parent.tag == "table" for parent in table.iterancestors())]
    if not tables:
        raise Refused("The page holds no table.")
    return [_html_grid(table, str(position) if len(tables) > 1 else "") for position, table in enumerate(tables, 1)]


def _html_grid(table: lxml.html.HtmlElement, name: str) -> Grid:
    """A cell that spans columns or rows stands in its first place; the others it covers are empty."""
    grid, covered = Grid(name, []), Counter()
    for number, row in enumerate(table.iter("tr"), 1):
        cells: list[str] = []
        for cell in row:
            if cell.tag in ("td", "th"):
                _pass_over(cells, covered)
                height, width = _span(cell, "rowspan"), _span(cell, "colspan")
                if height > 1 or width > 1:
                    grid.merged.append((number, number + height - 1, len(cells), len(cells) + width - 1))
                _place(cells, cell, covered)
        _pass_over(cells, covered)
        grid.rows.append((number, check_cells(cells, number)))
    return grid


def _pass_over(cells: list[str], covered: Counter[int]) -> None:
    while covered[len(cells)] > 0:
        covered[len(cells)] -= 1
        cells.append("")


def _place(cells: list[str], cell: lxml.html.HtmlElement, covered: Counter[int]) -> None:
    width, height = _span(cell, "colspan"), _span(cell, "rowspan")
    covered |= dict.fromkeys(range(len(cells), len(cells) + width), height - 1)
    cells += [_html_text(cell), *[""] * (width - 1)]


def _span(cell: lxml.html.HtmlElement, name: str) -> int:
    return max(1, min(_whole(cell.get(name)), 1000))


def _html_text(cell: lxml.html.HtmlElement) -> str:
    """The words of a cell; with the address of its link when there is only one."""
    for line in cell.iter("br", "p", "div"):
        line.text, line.tail = f" {line.text or ''}", f" {line.tail or ''}"
    text, links = " ".join(cell.text_content().split()), {link.get("href") for link in cell.iter("a") if link.get("href")}
    return Linked(text, links.pop().strip()) if len(links) == 1 else text
