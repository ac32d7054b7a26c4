"""One sheet of the document on one worksheet, or on several when it has more rows than Excel allows."""

import textwrap
from dataclasses import replace
from datetime import UTC
from decimal import Decimal

from xlsxwriter.utility import xl_rowcol_to_cell

from smmstrategy.reports import theme
from smmstrategy.reports.document import Cell, Field, Figure, Grid, LiveFormula, Quote, Sheet, Text
from smmstrategy.reports.drawing import Occurrence
from smmstrategy.reports.excel import limits
from smmstrategy.reports.excel.book import Book, checked
from smmstrategy.reports.excel.cells import CellWriter, shown
from smmstrategy.reports.excel.charts import insert_charts
from smmstrategy.reports.excel.columns import ColumnCells, QuickSheet, prepare, write_cells
from smmstrategy.reports.excel.formulas import FormulaSheet
from smmstrategy.reports.excel.looks import BACK, CELL, GRID_TITLE, HATCHED, HEADER, NOTE, NUMBER, SCALE, TITLE, WORDS
from smmstrategy.reports.excel.paper import Table, page_ends, room
from smmstrategy.reports.excel.placed import Placed, of_enough
from smmstrategy.reports.formats import write
from smmstrategy.reports.text import safe_text

NUMERIC = {Figure, LiveFormula, Decimal, int, type(None)}
QUICK_FROM = 1_000  # rows
PAGE_WIDTH = 260  # characters across a landscape page in type that can be read
FIRST_COLUMNS = 2  # of a data sheet: number and name of the account, or what a row is about
FILTER_FROM = 12  # rows of a grid among others that are worth a filter
WRAP_FROM = 30  # a text column this wide breaks its lines
HEADER_AIR = 4  # characters that the bold type, the indent and the filter's button take
LINE_HEIGHT = 15  # points
POINT = 0.75  # of a pixel
SHRUNK = 1.25  # of a page: as much more is still read on one
MOST_LINES = 6


class SheetDrawing:
    """Draws from top to bottom: title, way back, introduction, grids, each with its charts under it."""

    def __init__(self, book: Book, sheet: Sheet, name: str, *, is_first: bool, quick_from: int) -> None:
        self.book, self.document_sheet, self.is_first = book, sheet, is_first
        self.is_data = len(sheet.grids) == 1 and not sheet.charts and not is_first
        self.columns = [
            list(map(ColumnCells, zip(*grid.rows, strict=True))) or [ColumnCells()] * len(grid.fields) for grid in sheet.grids
        ]
        rows = len(sheet.grids[0].rows) if sheet.grids else 0
        self.quick = self.is_data and rows >= max(quick_from, 1) and all(cells.is_plain for cells in self.columns[0])
        self.sheet = book.workbook.add_worksheet(name, QuickSheet if self.quick else FormulaSheet)
        self.cells = CellWriter(book, self.sheet)
        self.left = 0 if self.is_data else 1
        self.row = 0
        self.tables: list[Table] = []  # and rows of charts, as they are kept together on paper

    def draw(self) -> None:
        self._page()
        self._heading()
        self._finish([self._grid(grid, index) for index, grid in enumerate(self.document_sheet.grids)])

    def _page(self) -> None:
        sheet = self.sheet
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(self._pages_wide(), 1 if self.is_first else 0)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        described, language = self.book.document.title, self.book.language
        title = limits.cut(safe_text(write(described, language)), 100)
        checked(sheet.set_footer(f"&L{title.replace('&', '&&')}&R{self.book.word('page')}"), "the footer")
        self.book.shown += [Occurrence(f"{sheet.name} footer", *one) for one in shown(described, title, language)]
        if not self.is_data:
            sheet.hide_gridlines(2)
            sheet.set_column(0, 0, 2)
        sheet.set_tab_color(f"#{theme.ACCENT if self.is_first else theme.MIST if self.is_data else theme.INK}")

    def _pages_wide(self) -> int:
        """More columns than one page shows in readable type go on beside it."""
        widest = max((sum(field.width for field in grid.fields) for grid in self.document_sheet.grids), default=0)
        return -(-widest // PAGE_WIDTH) or 1

    def _heading(self) -> None:
        """The title of the sheet; on the first sheet a band with the title of the document."""
        if self.is_first:
            self._band()
        else:
            self._line(self.document_sheet.name, TITLE, height=30)
            self._line(self.book.document.title, BACK, link=f"internal:'{_quoted(self.book.workbook.worksheets()[0].name)}'!A1")
        for text in self.document_sheet.intro:
            self._line(text, NOTE)
        self.row += 1

    def _band(self) -> None:
        dark = {"bg_color": f"#{theme.INK}", "font_color": f"#{theme.WHITE}", "valign": "vcenter"}
        document = self.book.document
        sealed = self.book.text(
            "sealed", at=f"{document.sealed_at.astimezone(UTC):%d.%m.%Y %H:%M}", sha=document.snapshot_sha256[:12]
        )
        for text, look, height in (
            (document.title, dark | {"bold": True, "font_size": 22}, 54),
            (sealed, dark | {"font_color": f"#{theme.MIST}"}, 24),
        ):
            for column in range(12):
                self.sheet.write_blank(self.row, column, None, self.book.format(**dark))
            self._line(text, look, height=height)
        self.row += 1

    def _line(self, text: str | Text, look: dict, *, height: int | None = None, link: str = "") -> None:
        self.cells.text(self.row, self.left, text, look)
        if link:
            written = limits.cell_text(write(text, self.book.language))
            self.sheet.write_url(self.row, self.left, link, self.book.format(**look), written)
        if height:
            self.sheet.set_row(self.row, height)
        self.row += 1

    def _grid(self, grid: Grid, index: int) -> Placed:
        if grid.title:
            self._line(grid.title, GRID_TITLE, height=24)
        header, first = self.row, self.row + 1
        columns = self.columns[index]
        for place, (field, cells) in enumerate(zip(grid.fields, columns, strict=True), self.left):
            self.cells.text(header, place, field.title, HEADER | _aligned(cells))
            self.cells.label(header, place, field.title)
        self.sheet.set_row(header, LINE_HEIGHT * max(map(_header_lines, grid.fields), default=1) + 8)
        if self.quick:
            named = enumerate(zip(grid.fields, columns, strict=True), self.left)
            self.sheet.take([prepare(self.cells, field, cells, first, place) for place, (field, cells) in named], first, self.left)
        else:
            self._cells(grid, columns, first, self._charted(index))
            self._heights(grid, columns, first)
        placed = Placed(grid, header, max(first, header + len(grid.rows)), self.left)
        charts = tuple(chart for chart in self.document_sheet.charts if chart.grid == index)
        taken = insert_charts(self.book, self.sheet, charts, placed)
        self.tables.append(Table(header - bool(grid.title), header, placed.last_row))
        if taken:
            self.tables.append(Table(placed.last_row + 1, placed.last_row + 1, placed.last_row + 1 + taken))
        self.row = placed.last_row + 3 + taken
        return placed

    def _cells(self, grid: Grid, columns: list[ColumnCells], first: int, charted: set[int]) -> None:
        places = {field.name: place for place, field in enumerate(grid.fields, self.left) if field.name}
        labels = list(map(_label_count, grid.rows))
        for place, (field, cells) in enumerate(zip(grid.fields, columns, strict=True), self.left):
            if self.is_data and cells.is_plain:
                write_cells(self.cells, prepare(self.cells, field, cells, first, place), first, place)
                continue
            look = CELL | _aligned(cells) | ({"text_wrap": True} if self._wraps(field, cells) else {})
            for row, (cell, count) in enumerate(zip(cells, labels, strict=True), first):
                # A chart draws any text, even an empty one, as zero; only a cell that is not there is a gap.
                if not (place in charted and _is_gap(cell)):
                    self.cells.write(row, place, cell, field, look, places)
                if place < self.left + count:
                    self.cells.label(row, place, cell)

    def _wraps(self, field: Field, cells: ColumnCells) -> bool:
        """A row of a data sheet keeps one line, so that many can be seen at once."""
        return field.width >= WRAP_FROM and not (self.is_data and cells.is_plain)

    def _heights(self, grid: Grid, columns: list[ColumnCells], first: int) -> None:
        """Rows of wrapped words as high as their lines: not every program works that out by itself."""
        fields = enumerate(zip(grid.fields, columns, strict=True))
        wide = [place for place, (field, cells) in fields if self._wraps(field, cells)]
        for row, cells in enumerate(grid.rows, first):
            lines = max((-(-len(_words(cells[n], self.book.language)) // (grid.fields[n].width - 2)) for n in wide), default=1)
            if lines > 1:
                self.sheet.set_row(row, LINE_HEIGHT * min(lines, MOST_LINES) + 3)

    def _charted(self, index: int) -> set[int]:
        """The columns of the worksheet that charts show as values."""
        return {self.left + field for chart in self.document_sheet.charts if chart.grid == index for field in chart.value_fields}

    def _scales(self, placed: Placed, others: list[Placed]) -> None:
        """One scale for neighbouring columns of one kind, so that their colours can be compared; cells of few posts are hatched."""
        for first, last in _runs(placed.grid):
            cells = (placed.header_row + 1, self.left + first, placed.last_row, self.left + last)
            if placed.grid.counted_in is not None:
                count = xl_rowcol_to_cell(others[placed.grid.counted_in].header_row + 1, self.left + first)
                few = f"=AND(ISNUMBER({count}),{count}<{placed.grid.enough})"
                rule = {"type": "formula", "criteria": few, "format": self.book.workbook.add_format(HATCHED), "stop_if_true": True}
                checked(self.sheet.conditional_format(*cells, rule), "the cells of few posts")
            scale = SCALE | ({"multi_range": apart} if (apart := of_enough(placed, others, first, last)) else {})
            checked(self.sheet.conditional_format(*cells, scale), "a colour scale")

    def _finish(self, placed: list[Placed]) -> None:
        widths: dict[int, int] = {}
        for grid in placed:
            for place, field in enumerate(grid.grid.fields, self.left):
                widths[place] = max(widths.get(place, 0), _width(field))
        for place, width in widths.items():
            self.sheet.set_column(place, place, width)
        if placed:
            main = max(placed, key=lambda grid: len(grid.grid.rows))
            self._guide(main, alone=len(placed) == 1)
            if not self.is_first:
                self._end_pages(main, [2] * self.left + [widths[place] for place in sorted(widths)], alone=len(placed) == 1)
        for grid in placed:
            self._define(grid)
            self._scales(grid, placed)

    def _guide(self, main: Placed, *, alone: bool) -> None:
        """The header of the main grid stays in sight and filters its rows; on paper the first columns come again."""
        if alone:
            self.sheet.freeze_panes(main.header_row + 1, self.left + FIRST_COLUMNS if self.is_data else 0)
        if (alone or len(main.grid.rows) >= FILTER_FROM) and not self.is_first:
            self.sheet.autofilter(main.header_row, self.left, main.last_row, self.left + len(main.grid.fields) - 1)
        if self._pages_wide() > 1:
            self.sheet.repeat_columns(self.left, self.left + FIRST_COLUMNS - 1)

    def _end_pages(self, main: Placed, widths: list[float], *, alone: bool) -> None:
        """What is little more than a page is printed smaller; the header comes again on each page of a table that takes several."""
        heights = {row: size[0] * POINT for row, size in self.sheet.row_sizes.items()}
        pages = self._pages_wide()
        space = room(widths, pages, self.left + FIRST_COLUMNS if pages > 1 else 0)
        ends = page_ends(self.tables, heights, space, 0)
        if alone or any(main.header_row < end <= main.last_row for end in ends):
            self.sheet.repeat_rows(main.header_row)
            ends = page_ends(self.tables, heights, space, heights[main.header_row])
        if sum(heights.get(row, LINE_HEIGHT) for row in range(self.row)) <= space * SHRUNK:
            return self.sheet.fit_to_pages(pages, 1)
        return self.sheet.set_h_pagebreaks(ends)

    def _define(self, placed: Placed) -> None:
        for place, field in enumerate(placed.grid.fields, self.left):
            if self.book.names.get(field.name):
                first = xl_rowcol_to_cell(placed.header_row + 1, place, row_abs=True, col_abs=True)
                last = xl_rowcol_to_cell(placed.last_row, place, row_abs=True, col_abs=True)
                checked(self.book.workbook.define_name(field.name, f"='{_quoted(self.sheet.name)}'!{first}:{last}"), field.name)
                self.book.ranges[field.name] = f"{self.sheet.name}!{f'{first}:{last}'.replace('$', '')}"


def draw_sheet(book: Book, sheet: Sheet, *, is_first: bool, quick_from: int, rows: int) -> None:
    """Draw a sheet; the last grid goes on on further worksheets when it has more than `rows` rows."""
    name = limits.sheet_name(sheet.name, book.taken)
    book.taken.add(name.lower())
    rest: tuple = ()
    if sheet.grids and len(sheet.grids[-1].rows) > rows:
        last = sheet.grids[-1]
        rest = last.rows[rows:]
        sheet = replace(sheet, grids=(*sheet.grids[:-1], replace(last, rows=last.rows[:rows])))
    drawing = SheetDrawing(book, sheet, name, is_first=is_first, quick_from=quick_from)
    drawing.draw()
    if rest:
        following = limits.sheet_name(sheet.name, book.taken)
        book.lose(name, drawing.row, 0, "split", name=following)
        more = Sheet(sheet.name, (replace(last, rows=rest),), intro=(book.text("continued", name=name),))
        draw_sheet(book, more, is_first=False, quick_from=quick_from, rows=rows)


def _aligned(cells: ColumnCells) -> dict[str, str | int]:
    """Numbers stand on the right, unless there are texts among them; words keep off the numbers before them."""
    return NUMBER if cells and cells.kinds <= NUMERIC else WORDS


def _width(field: Field) -> float:
    """In characters; no word of the header is broken."""
    return max(field.width, max(map(len, field.heading.split()), default=0) + HEADER_AIR)


def _header_lines(field: Field) -> int:
    return len(textwrap.wrap(field.heading, max(int(_width(field)) - HEADER_AIR, 1)))


def _words(cell: Cell, language: str) -> str:
    return write(cell, language) if isinstance(cell, str | Quote | tuple) else ""


def _label_count(row: tuple[Cell, ...]) -> int:
    """How many cells that begin with words stand before the first that does not; none does in a row of such cells alone."""
    firsts = (cell[0] if isinstance(cell, tuple) and cell else cell for cell in row)
    return next((n for n, first in enumerate(firsts) if not isinstance(first, str | Quote)), 0)


def _is_gap(cell: Cell) -> bool:
    figure = cell.figure if isinstance(cell, LiveFormula) else cell
    return cell is None or (isinstance(figure, Figure) and figure.value is None)


def _runs(grid: Grid) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for column in sorted(grid.color_scale):
        joins = runs and runs[-1][1] == column - 1 and grid.fields[column].shown == grid.fields[column - 1].shown
        runs[-1:] = [(runs[-1][0], column)] if joins else [*runs[-1:], (column, column)]
    return runs


def _quoted(name: str) -> str:
    return name.replace("'", "''")
