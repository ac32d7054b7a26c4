"""A workbook while it is being drawn: its formats, its defined names, what it has shown and what did not fit."""

from dataclasses import dataclass, field
from io import BytesIO
from string import Formatter
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell

from smmstrategy.reports import theme
from smmstrategy.reports.document import Document, Quote, Text
from smmstrategy.reports.drawing import DataColumn, Occurrence
from smmstrategy.reports.excel.words import WORDS

OPTIONS = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_format_properties": {"font_name": theme.FONT, "font_size": 11},
}


@dataclass
class Book:
    document: Document
    content: BytesIO = field(default_factory=BytesIO)
    shown: list[Occurrence] = field(default_factory=list)
    columns: list[DataColumn] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=dict)  # place → text
    losses: list[tuple[str, Text]] = field(default_factory=list)  # place, what happened
    taken: set[str] = field(default_factory=set)  # names of sheets, lower case
    names: dict[str, bool] = field(default_factory=dict)  # defined name → whether formulas can use it
    ranges: dict[str, str] = field(default_factory=dict)  # defined name → «Публикации!F5:F44»

    def __post_init__(self) -> None:
        self.workbook = Workbook(self.content, OPTIONS)
        self._formats: dict[tuple, Format] = {}

    @property
    def language(self) -> str:
        return self.document.language

    def word(self, key: str) -> str:
        return WORDS[self.language][key]

    def text(self, key: str, **values: str) -> Text:
        """The words with values in their places, which are quoted."""
        pieces = ((words, Quote(values[name]) if name else "") for words, name, *_ in Formatter().parse(self.word(key)))
        return tuple(part for piece in pieces for part in piece if part)

    def format(self, **properties: Any) -> Format:
        """The format with these properties, made once."""
        key = tuple(sorted(properties.items()))
        if key not in self._formats:
            self._formats[key] = self.workbook.add_format(properties)
        return self._formats[key]

    def show(self, sheet: str, row: int, column: int, kind: str, id: str, text: str) -> None:
        self.shown.append(Occurrence(f"{sheet}!{xl_rowcol_to_cell(row, column)}", kind, id, text))

    def lose(self, sheet: str, row: int, column: int, what: str, **values: str) -> None:
        """Say in the workbook itself what Excel's limits cost."""
        self.losses.append((f"{sheet}!{xl_rowcol_to_cell(row, column)}", self.text(what, **values)))


def checked(code: int | None, what: str) -> None:
    """XlsxWriter says with a number that it left something out; nothing may be left out."""
    if isinstance(code, int) and code < 0:
        raise ValueError(f"{what} was not written (code {code})")
