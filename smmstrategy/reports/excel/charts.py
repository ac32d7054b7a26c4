"""Native charts over columns of a grid on the same sheet."""

from decimal import Decimal

from xlsxwriter.chart import Chart
from xlsxwriter.worksheet import Worksheet

from smmstrategy.reports import theme
from smmstrategy.reports.document import Cell, ChartKind, Day, Figure, LiveFormula, SheetChart, Shown
from smmstrategy.reports.drawing import Occurrence
from smmstrategy.reports.excel.book import Book, checked
from smmstrategy.reports.excel.placed import Placed
from smmstrategy.reports.formats import RATES, TAGS, excel_format, telling_places
from smmstrategy.reports.text import safe_text

KINDS = {
    ChartKind.COLUMNS: {"type": "column"},
    ChartKind.STACKED: {"type": "column", "subtype": "stacked"},
    ChartKind.BARS: {"type": "bar"},
    ChartKind.LINE: {"type": "line"},
    ChartKind.SCATTER: {"type": "scatter"},
    ChartKind.RADAR: {"type": "radar", "subtype": "with_markers"},
    ChartKind.WATERFALL: {"type": "column"},  # on a sheet the steps stand side by side
}
LABELLED = (ChartKind.COLUMNS, ChartKind.STACKED, ChartKind.BARS)
LABELS = 12  # more categories than this are read off the axis
WIDTH, HEIGHT, GAP = 540, 300, 20  # pixels
ROW = 20
COLORS = (theme.ACCENT, *theme.GREYS)
QUIET = {"name": theme.FONT, "size": 9, "color": f"#{theme.SLATE}"}


def insert_charts(book: Book, sheet: Worksheet, charts: tuple[SheetChart, ...], grid: Placed) -> int:
    """The charts of a grid side by side under it; gives the rows they take."""
    for place, chart in enumerate(charts):
        beside = {"x_offset": place * (WIDTH + GAP), "object_position": 3}
        row = grid.last_row + 2
        checked(sheet.insert_chart(row, grid.first_column, _chart(book, sheet.name, chart, grid), beside), "a chart")
        book.shown.append(Occurrence(f"{sheet.name} charts", "word", "", safe_text(chart.title)))
    return HEIGHT // ROW + 1 if charts else 0


def _chart(book: Book, sheet: str, described: SheetChart, grid: Placed) -> Chart:
    chart = book.workbook.add_chart(KINDS[described.kind])
    first, last = grid.header_row + 1, grid.last_row
    labelled = described.kind in LABELLED and last - first < LABELS
    for order, field in enumerate(described.value_fields):
        column, category = grid.first_column + field, grid.first_column + described.category_field
        chart.add_series(
            {
                "name": [sheet, grid.header_row, column],
                "categories": [sheet, first, category, last, category],
                "values": [sheet, first, column, last, column],
                "data_labels": {"value": True, "font": QUIET} if labelled else {},
                **_look(described.kind, f"#{COLORS[order % len(COLORS)]}"),
            }
        )
    figures = [figure for row in grid.grid.rows for field in described.value_fields if (figure := _figure(row[field]))]
    _dress(chart, described, _day_format(book, described, grid), _values(book, figures), labelled=labelled)
    return chart


def _values(book: Book, figures: list[Figure]) -> dict[str, str | int]:
    """Of the axis: from zero, else a program draws nearly equal values as far apart; its end is open for what formulas may give."""
    has_negative = any(figure.value is not None and figure.value < 0 for figure in figures)
    return {"num_format": _value_format(book, figures)} | ({} if has_negative else {"min": 0})


def _value_format(book: Book, figures: list[Figure]) -> str:
    """The kind of the values, without idle digits; of rates as many as tell the largest."""
    figure = next(iter(figures), Figure("", None))
    places = 1 if figure.shown is Shown.DECIMAL else 0
    if figure.shown in RATES:
        places = telling_places(max((abs(Decimal(one.value)) for one in figures if one.value), default=Decimal(1)))
    return excel_format(Figure("", None, figure.shown, places, currency=figure.currency), book.language)


def _figure(cell: Cell) -> Figure | None:
    return cell.figure if isinstance(cell, LiveFormula) else cell if isinstance(cell, Figure) else None


def _day_format(book: Book, described: SheetChart, grid: Placed) -> dict[str, str | bool]:
    """For categories that are days; without it an axis shows the numbers that days are stored as."""
    are_days = any(isinstance(row[described.category_field], Day) for row in grid.grid.rows)
    return {"num_format": f"{TAGS[book.language]}mmm yyyy", "text_axis": True} if are_days else {}


def _look(kind: ChartKind, color: str) -> dict:
    if kind is ChartKind.SCATTER:
        return {"marker": {"type": "circle", "size": 8, "fill": {"color": color}, "border": {"color": f"#{theme.WHITE}"}}}
    if kind in (ChartKind.LINE, ChartKind.RADAR):
        marker = {"type": "circle", "size": 5, "fill": {"color": color}, "border": {"color": color}}
        return {"line": {"color": color, "width": 2.25}, "marker": marker}
    return {"fill": {"color": color}, "gap": 60, "overlap": 100 if kind is ChartKind.STACKED else 0}


def _dress(chart: Chart, described: SheetChart, days: dict, scale: dict, *, labelled: bool) -> None:
    """Values that stand at their columns need neither an axis nor lines to read them off."""
    line = {"color": f"#{theme.LINE}", "width": 0.75}
    title = {"name": theme.FONT, "size": 12, "bold": True, "color": f"#{theme.INK}"}
    # XlsxWriter takes a title that starts with «=» for a reference; a space of no width makes it text.
    name = f"\u200b{described.title}" if described.title.startswith("=") else described.title
    chart.set_title({"name": safe_text(name), "name_font": title, "overlay": False})
    categories = {"num_font": QUIET, "line": line, "major_tick_mark": "none", "major_gridlines": {"visible": False}} | days
    values = {"num_font": QUIET, "line": {"none": True}, "visible": not labelled} | scale
    values["major_gridlines"] = {"visible": not labelled, "line": line}
    if described.kind is ChartKind.BARS:  # lying down: the values run along x, the first category stands on top
        chart.set_x_axis(values)
        chart.set_y_axis(categories | {"reverse": True})
    else:
        chart.set_x_axis(categories)
        chart.set_y_axis(values)
    chart.set_legend({"none": True} if len(described.value_fields) == 1 else {"position": "bottom", "font": QUIET})
    chart.set_chartarea({"border": line, "fill": {"color": f"#{theme.WHITE}"}})
    chart.show_blanks_as("gap")
    chart.set_size({"width": WIDTH, "height": HEIGHT})
