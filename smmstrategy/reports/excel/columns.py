"""Columns of data: prepared once, then written cell by cell or, when there are many, as ready rows of XML."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from xml.sax.saxutils import escape

from xlsxwriter.format import Format
from xlsxwriter.url import Url
from xlsxwriter.utility import xl_col_to_name

from smmstrategy.reports.document import Cell, Day, Field, Quote, Shown
from smmstrategy.reports.drawing import DataColumn, fifteen_digits
from smmstrategy.reports.excel.cells import (
    DAY_FORMATS,
    MOMENT_FORMATS,
    MONTH_FORMATS,
    CellWriter,
    Value,
    number_format,
    serial,
)
from smmstrategy.reports.excel.formulas import FormulaSheet
from smmstrategy.reports.excel.limits import mended_texts, units
from smmstrategy.reports.excel.looks import CELL, NUMBER, WORDS
from smmstrategy.reports.formats import in_cell
from smmstrategy.reports.text import safe_text

PLAIN = frozenset({str, int, Decimal, datetime, Quote, Day, type(None)})
NUMBERS = frozenset({int, Decimal, type(None)})
BLOCK = 5_000  # rows turned into XML at a time
_BREAKS = re.compile("[\r\n\v\f\x85\u2028\u2029]+")
_ESCAPED = re.compile("(_x[0-9a-fA-F]{4}_)")


@dataclass(frozen=True)
class PreparedColumn:
    """A column as it will stand in the file."""

    values: tuple[Value, ...]
    urls: tuple[str, ...]  # empty, or one for each value
    format: Format


class ColumnCells(tuple[Cell, ...]):
    """The cells of a grid's column from top to bottom; of which kinds they are is looked at once."""

    @cached_property
    def kinds(self) -> frozenset[type]:
        return frozenset(map(type, self))

    @property
    def is_plain(self) -> bool:
        """Whether it holds data only: no figures with an identity of their own, no formulas, no mixed texts."""
        return self.kinds <= PLAIN


def prepare(writer: CellWriter, field: Field, cells: ColumnCells, first_row: int, column: int) -> PreparedColumn:
    """Values and formats of a plain column; notes what it shows and what did not fit."""
    book, name, kinds = writer.book, writer.sheet.name, cells.kinds
    is_ready = kinds <= NUMBERS and field.shown not in (Shown.DURATION, Shown.POINTS)
    values = cells if is_ready else _values(writer, field, cells, first_row, column)
    urls: tuple[str, ...] = ()
    if field.link:
        urls = tuple(writer.link(row, column, getattr(cell, "url", "")) for row, cell in enumerate(cells, first_row))
    words = frozenset({cell for cell in cells if type(cell) is str}) if str in kinds else frozenset()
    book.columns.append(DataColumn(field.name or field.heading, name, column, first_row, values, words))
    return PreparedColumn(values, urls, book.format(**CELL, **_look(writer, field, cells)))


def write_cells(writer: CellWriter, column: PreparedColumn, first_row: int, place: int) -> None:
    """The ordinary way: one call a cell."""
    urls = column.urls or ("",) * len(column.values)
    for row, (value, url) in enumerate(zip(column.values, urls, strict=True), first_row):
        if type(value) is str:
            writer.string(row, place, value, column.format, url)
        elif value is not None:
            writer.number(row, place, value, column.format)
        else:
            writer.sheet.write_blank(row, place, None, column.format)


class QuickSheet(FormulaSheet):
    """A worksheet that takes its data rows as columns; everything else is XlsxWriter's own.

    It leans on three methods of XlsxWriter that are not public (`_write_rows`, `_check_dimensions`, `hyperlinks`); a test
    holds the cells it gives against those of the ordinary way.
    """

    def take(self, columns: list[PreparedColumn], first_row: int, first_column: int) -> None:
        self._columns, self._first_row, self._first_column = columns, first_row, first_column
        self._last_row = first_row + len(columns[0].values) - 1
        self._check_dimensions(self._last_row, first_column + len(columns) - 1)
        for place, column in enumerate(columns, first_column):
            for row, url in enumerate(column.urls, first_row):
                if url:
                    self.hyperlinks.setdefault(row, {})[place] = Url(url)

    def _write_rows(self) -> None:
        last, self.dim_rowmax = self.dim_rowmax, self._first_row - 1
        super()._write_rows()
        self.dim_rowmax = last
        for start in range(0, len(self._columns[0].values), BLOCK):
            self.fh.write(self._rows(start, start + BLOCK))

    def _rows(self, start: int, stop: int) -> str:
        rows = range(self._first_row + start + 1, min(self._first_row + stop, self._last_row + 1) + 1)
        numbers = list(map(str, rows))
        texts = [
            _cells(xl_col_to_name(place), numbers, column.values[start:stop], column.format._get_xf_index())
            for place, column in enumerate(self._columns, self._first_column)
        ]
        return "".join([f'<row r="{number}">{"".join(cells)}</row>' for number, *cells in zip(numbers, *texts, strict=True)])


def _cells(letters: str, numbers: list[str], values: tuple[Value, ...], style: int) -> list[str]:
    blank = f'" s="{style}"/>'  # the line under the row goes on
    if str in set(map(type, values)):
        written = {value: _text_cell(value, style) for value in set(values) - {None}}
        return [
            f'<c r="{letters}{number}{written[value] if value is not None else blank}'
            for number, value in zip(numbers, values, strict=True)
        ]
    rest = f'" s="{style}"><v>'
    return [
        f'<c r="{letters}{number}{rest}{text if len(text := str(value)) <= 15 else fifteen_digits(value)}</v></c>'
        if value is not None
        else f'<c r="{letters}{number}{blank}'
        for number, value in zip(numbers, values, strict=True)
    ]


def _text_cell(value: Value, style: int) -> str:
    """What follows the place of a cell in a column that holds texts."""
    if type(value) is not str:
        return f'" s="{style}"><v>{fifteen_digits(value)}</v></c>'
    text = escape(_ESCAPED.sub(r"_x005F\1", value) if "_x" in value else value)
    space = ' xml:space="preserve"' if text.strip() != text else ""
    return f'" s="{style}" t="inlineStr"><is><t{space}>{text}</t></is></c>' if text else f'" s="{style}"/>'


def _values(writer: CellWriter, field: Field, cells: tuple[Cell, ...], first_row: int, column: int) -> tuple[Value, ...]:
    values = tuple([_VALUES[type(cell)](cell, field) for cell in cells])
    mended = mended_texts({value for value in values if type(value) is str})
    if not mended:
        return values
    for row, value in enumerate(values, first_row):
        if value in mended and units(mended[value]) < units(safe_text(value)):
            writer.book.lose(writer.sheet.name, row, column, "text")
    return tuple([mended.get(value, value) for value in values])


def _in_a_line(text: str) -> str:
    """A row of data is one line high: a second one would lie over the row below."""
    return _BREAKS.sub(" ", text)


def _moment(moment: date | datetime) -> Value:
    return serial(moment) if moment.year > 1900 else moment.isoformat()


_VALUES: dict[type, Callable[..., Value]] = {
    type(None): lambda cell, field: None,
    str: lambda cell, field: _in_a_line(cell),
    Quote: lambda cell, field: _in_a_line(cell.text),
    Day: lambda cell, field: _moment(cell.day),
    datetime: lambda cell, field: _moment(cell),
    int: lambda cell, field: in_cell(cell, field.shown),
    Decimal: lambda cell, field: in_cell(cell, field.shown),
}


def _look(writer: CellWriter, field: Field, cells: ColumnCells) -> dict[str, str | int]:
    """Words and dates keep off the numbers before them."""
    language, kinds = writer.book.language, cells.kinds
    if datetime in kinds:
        return {"num_format": MOMENT_FORMATS[language], **WORDS}
    if Day in kinds:
        are_months = all(cell is None or not cell.with_day for cell in cells)
        return {"num_format": (MONTH_FORMATS if are_months else DAY_FORMATS)[language], **WORDS}
    if kinds & {int, Decimal}:
        return {**number_format(writer.book, field.shown, filter(None, cells)), **NUMBER}
    return WORDS
