"""Draws the whole workbook: names first, then sheet by sheet, the limits of Excel last."""

from collections import Counter
from datetime import UTC

from smmstrategy.reports.document import Document, Field, Grid, Quote, Sheet
from smmstrategy.reports.drawing import Drawing
from smmstrategy.reports.excel import limits, sheets
from smmstrategy.reports.excel.book import Book
from smmstrategy.reports.excel.words import WITH_DIGITS
from smmstrategy.reports.formats import write

HEADING_ROWS = 100  # what a sheet's title, introduction and header may take


def draw(document: Document, *, quick_from: int = sheets.QUICK_FROM, rows: int = limits.ROWS - HEADING_ROWS) -> Drawing:
    """The workbook of a document. `quick_from`: rows from which a data sheet is written column by column;
    `rows`: how many rows of a grid one worksheet takes."""
    book = Book(document)
    book.names = _names(document, rows)
    title = write(document.title, document.language)
    book.workbook.set_properties({"title": title, "author": "SMM Strategy", "created": document.sealed_at.astimezone(UTC)})
    for index, sheet in enumerate(document.sheets):
        sheets.draw_sheet(book, sheet, is_first=index == 0, quick_from=quick_from, rows=rows)
    if book.losses:
        sheets.draw_sheet(book, _losses(book), is_first=False, quick_from=quick_from, rows=rows)
    book.workbook.close()
    sheet_names = tuple(sheet.name for sheet in book.workbook.worksheets())
    labels, names = tuple(book.labels.items()), tuple(book.ranges.items())
    shown, columns = tuple(book.shown), tuple(book.columns)
    return Drawing(book.content.getvalue(), shown, columns, WITH_DIGITS, parts=sheet_names, labels=labels, names=names)


def _names(document: Document, rows: int) -> dict[str, bool]:
    """The defined names, and whether each is one range, so that a formula can use it."""
    named = [
        (field.name, len(grid.rows) <= rows)
        for sheet in document.sheets
        for grid in sheet.grids
        for field in grid.fields
        if field.name
    ]
    for name, count in Counter(name for name, _ in named).items():
        limits.check_defined_name(name)
        if count > 1:
            raise ValueError(f"{count} columns are called {name}")
    return dict(named)


def _losses(book: Book) -> Sheet:
    fields = (Field(book.word("place"), width=32), Field(book.word("what"), width=100))
    lines = tuple((Quote(place), what) for place, what in book.losses)
    return Sheet(book.word("losses"), (Grid(fields, lines),), intro=(book.text("losses_intro"),))
