"""What an old binary .xls says of its cells beside their values, as `marks` has it of a newer workbook."""

import io
from collections.abc import Set

import xlrd
from xlrd.sheet import Sheet

from smmstrategy.metrics.imports.reading.tables import marks
from smmstrategy.metrics.imports.reading.tables.marks import Marks


def marks_of_sheets(content: bytes) -> dict[str, Marks]:
    """The marks of each sheet, by its name. A damaged file raises anything."""
    book = xlrd.open_workbook(file_contents=content, formatting_info=True, logfile=io.StringIO())
    formats = [book.format_map[xf.format_key].format_str for xf in book.xf_list]
    percent = {style for style, code in enumerate(formats) if marks.shows_percent(code)}
    return {sheet.name: _of_sheet(sheet, percent, since_1904=book.datemode == 1) for sheet in book.sheets()}


def _of_sheet(sheet: Sheet, percent: Set[int], *, since_1904: bool) -> Marks:
    kept = Marks(since_1904)
    for (row, column), link in sheet.hyperlink_map.items():
        if link.type == "url" and isinstance(link.url_or_path, str):
            kept.links[row + 1][column + 1] = link.url_or_path + (f"#{link.textmark}" if link.textmark else "")
    for row in range(sheet.nrows):
        for column in range(sheet.row_len(row)):
            if sheet.cell_type(row, column) == xlrd.XL_CELL_NUMBER and sheet.cell_xf_index(row, column) in percent:
                kept.percent[row + 1].add(column + 1)
    kept.merged = [(top + 1, bottom, left + 1, right) for top, bottom, left, right in sheet.merged_cells]
    return kept
