"""One cell: how a part of the document becomes a typed value with a format, and a note of what was shown."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from smmstrategy.reports import theme
from smmstrategy.reports.directions import in_line
from smmstrategy.reports.document import Cell, Code, Day, Field, Figure, LiveFormula, Part, Quote, Shown, Text
from smmstrategy.reports.drawing import fifteen_digits
from smmstrategy.reports.excel.book import Book, checked
from smmstrategy.reports.excel.limits import LINKS, cell_text, units
from smmstrategy.reports.formats import MISSING, SECONDS_A_DAY, column_format, excel_format, in_cell, lasting_format, write
from smmstrategy.reports.text import safe_link, safe_text

DAY_FORMATS = {"ru": "dd.mm.yyyy", "en": "[$-409]d mmm yyyy"}
MONTH_FORMATS = {"ru": "[$-419]mmm yyyy", "en": "[$-409]mmm yyyy"}
MOMENT_FORMATS = {"ru": "dd.mm.yyyy hh:mm", "en": "[$-409]d mmm yyyy hh:mm"}
_DAY_ZERO = date(1899, 12, 30).toordinal()
_PLACEHOLDER = re.compile(r"\{(@?)([a-z_][a-z0-9_]*)\}")

Value = str | int | float | Decimal | None


def serial(moment: date | datetime) -> int | float:
    """A day or a wall time as Excel counts it, right from March 1900 on."""
    days = moment.toordinal() - _DAY_ZERO
    if not isinstance(moment, datetime):
        return days
    return days + (moment.hour * 3600 + moment.minute * 60 + moment.second) / SECONDS_A_DAY


def number_format(book: Book, shown: Shown | None, values: Iterable[Decimal | int]) -> dict[str, str]:
    return {"num_format": "General" if shown is None else column_format(values, shown, book.language)}


class CellWriter:
    """Writes the cells of one sheet."""

    def __init__(self, book: Book, sheet: Worksheet) -> None:
        self.book, self.sheet = book, sheet
        self.links = 0

    def write(self, row: int, column: int, cell: Cell, field: Field, look: dict, places: dict[str, int] | None = None) -> None:
        """`look`: format properties of the cell; `places`: the columns of the row by field name, for formulas."""
        match cell:
            case None:
                self.sheet.write_blank(row, column, None, self.book.format(**look))
            case LiveFormula():
                self._formula(row, column, cell, look, places or {})
            case Figure():
                self._figure(row, column, cell, look)
            case Day():
                self._serial(row, column, cell.day, look, DAY_FORMATS if cell.with_day else MONTH_FORMATS)
            case datetime():
                self._serial(row, column, cell, look, MOMENT_FORMATS)
            case Decimal() | int():
                value = in_cell(cell, field.shown)
                self.number(row, column, value, self.book.format(**look | number_format(self.book, field.shown, (cell,))))
                self.book.show(self.sheet.name, row, column, "figure", field.name or field.heading, fifteen_digits(value))
            case _:
                self.text(row, column, cell, look, link=field.link)

    def text(self, row: int, column: int, text: Part | Text, look: dict, *, link: bool = False) -> None:
        parts = text if isinstance(text, tuple) else (text,)
        whole = safe_text(write(parts, self.book.language))
        written = cell_text(whole)
        if units(written) < units(whole):
            self.book.lose(self.sheet.name, row, column, "text")
        url = next((part.url for part in parts if isinstance(part, Quote) and part.url), "") if link else ""
        self.string(row, column, written, self.book.format(**look), self.link(row, column, url))
        for kind, id, words in shown(parts, written, self.book.language):
            self.book.show(self.sheet.name, row, column, kind, id, words)

    def label(self, row: int, column: int, text: Part | Text) -> None:
        """Notes that the text of this cell says what numbers are."""
        if words := cell_text(write(text, self.book.language)):
            self.book.labels[f"{self.sheet.name}!{xl_rowcol_to_cell(row, column)}"] = words

    def link(self, row: int, column: int, url: str) -> str:
        """The address if the cell may open it: a safe one, and within the number of links of a sheet."""
        url = safe_link(url)
        self.links += bool(url)
        if self.links > LINKS and url:
            if self.links == LINKS + 1:
                self.book.lose(self.sheet.name, row, column, "links")
            return ""
        return url

    def string(self, row: int, column: int, text: str, format: Format, url: str = "") -> None:
        """Text that fits a cell, opening the address when there is one."""
        if url:
            checked(self.sheet.write_url(row, column, url, format, text), f"the link in {self.sheet.name}")
        elif text:
            checked(self.sheet.write_string(row, column, text, format), f"a text in {self.sheet.name}")
        else:
            self.sheet.write_blank(row, column, None, format)

    def number(self, row: int, column: int, value: Decimal | float, format: Format) -> None:
        checked(self.sheet.write_number(row, column, _number(value), format), f"a number in {self.sheet.name}")

    def _figure(self, row: int, column: int, figure: Figure, look: dict) -> None:
        book = self.book
        if figure.value is None:
            self.string(row, column, MISSING[book.language], book.format(**look | {"font_color": f"#{theme.MIST}"}))
            return book.show(self.sheet.name, row, column, "figure", figure.id, MISSING[book.language])
        value = in_cell(figure.value, figure.shown)
        look = look | {"num_format": excel_format(figure, book.language)}
        self.number(row, column, value, book.format(**look))
        return book.show(self.sheet.name, row, column, "figure", figure.id, fifteen_digits(value))

    def _serial(self, row: int, column: int, moment: date, look: dict, formats: dict[str, str]) -> None:
        if moment.year < 1901:
            return self.text(row, column, Quote(moment.isoformat()), look)
        value = serial(moment)
        self.number(row, column, value, self.book.format(**look, num_format=formats[self.book.language]))
        return self.book.show(self.sheet.name, row, column, "day", "", fifteen_digits(value))

    def _formula(self, row: int, column: int, formula: LiveFormula, look: dict, places: dict[str, int]) -> None:
        figure, book = formula.figure, self.book
        if not all(book.names.get(name, True) for at, name in _PLACEHOLDER.findall(formula.text) if not at):
            book.lose(self.sheet.name, row, column, "formula")
            return self._figure(row, column, figure, look)
        text = self._filled(formula.text, row, places)
        look = book.format(**look | {"num_format": lasting_format(figure, book.language)})
        value = "" if figure.value is None else _number(in_cell(figure.value, figure.shown))
        if formula.array:
            code = self.sheet.write_array_formula(row, column, row, column, "{" + text + "}", look, value)
        else:
            code = self.sheet.write_formula(row, column, text, look, value)
        checked(code, f"a formula in {self.sheet.name}")
        book.show(self.sheet.name, row, column, "formula", "", text.removeprefix("="))
        return book.show(self.sheet.name, row, column, "figure", figure.id, "" if value == "" else fifteen_digits(value))

    def _filled(self, text: str, row: int, places: dict[str, int]) -> str:
        """The formula with its placeholders replaced by defined names and by cells of its own row."""

        def reference(match: re.Match) -> str:
            at, name = match.groups()
            if name not in (places if at else self.book.names):
                raise ValueError(f"{match.group()} in {text!r} names no column")
            return xl_rowcol_to_cell(row, places[name], col_abs=True) if at else name

        return _PLACEHOLDER.sub(reference, text)


def _number(value: Decimal | float) -> int | float:
    """The number in fifteen digits; a whole one without a decimal point."""
    number = float(fifteen_digits(value))
    return int(number) if number.is_integer() else number


def shown(parts: Text, written: str, language: str) -> Iterator[tuple[str, str, str]]:
    """Kind, id and words of each part of a text; of the one at which the text was cut short what is left of it."""
    parts = in_line(parts)
    texts = [safe_text(write(part, language)) for part in parts]
    room = len(written) - (len(written) < sum(map(len, texts)))  # without its «…»
    for part, text in zip(parts, texts, strict=True):
        (kind, id), left = _kind(part), text[: max(room, 0)]
        if left == text or kind in ("word", "quote"):
            yield kind, text if kind == "word" and left != text else id, left
        room -= len(text)


def _kind(part: Part) -> tuple[str, str]:
    if isinstance(part, Figure):
        return "figure", part.id
    if isinstance(part, Code):
        return "code", part.id
    return ("quote" if isinstance(part, Quote) else "day" if isinstance(part, Day) else "word"), ""
