"""Where the printed pages of a worksheet end."""

from io import BytesIO
from itertools import pairwise, product

import openpyxl
import pypdfium2
import pytest

from smmstrategy.reports.document import ChartKind, Field, Figure, Grid, Sheet, SheetChart
from smmstrategy.reports.excel import draw
from smmstrategy.reports.excel.paper import HEIGHT, Table, page_ends, room
from tests.reports import example
from tests.reports.reading import all_converted

PAGE = 40 * 15.0  # forty rows


def tables(*rows: int) -> list[Table]:
    """With a title and a header each, and three rows between them; the sheet's own heading takes five."""
    found, first = [], 5
    for count in rows:
        found.append(Table(first, first + 1, first + 1 + count))
        first += count + 5
    return found


def test_what_stands_on_one_page_has_no_end_of_a_page():
    assert page_ends(tables(10, 18), {}, PAGE, 15) == []


def test_a_table_that_fits_the_next_page_begins_there():
    """The first takes the rows 5 to 30, the second begins with its title in row 34."""
    assert page_ends(tables(24, 24), {}, PAGE, 15) == [34]


def test_a_page_ends_between_two_tables_of_a_page_each():
    """The first fills its page up to row 39, and three rows of nothing stand above the second, which ends in row 77."""
    assert page_ends(tables(33, 33), {}, PAGE, 15) == [40]


@pytest.mark.parametrize("rows", [36, 40, 41, 80, 1_000])
def test_a_longer_table_has_about_as_many_rows_on_each_page_and_none_is_fuller_than_it_may_be(rows):
    (table,) = tables(rows)
    ends = page_ends([table], {}, PAGE, 15)
    edges = [0, *ends, table.last + 1]
    taken = [after - before + bool(before) for before, after in pairwise(edges)]
    assert max(taken) <= 40
    assert max(taken) - min(taken) <= 1 + len(taken) // 10


def test_of_several_tables_no_page_is_fuller_than_it_may_be_with_the_header_that_comes_again_on_each_after_the_first():
    for rows in product((1, 12, 36, 45, 60, 300), repeat=3):
        found = tables(*rows)
        edges = [0, *page_ends(found, {}, PAGE, 45), found[-1].last + 1]
        assert max(after - before + 3 * bool(before) for before, after in pairwise(edges)) <= 40, rows


def test_of_several_tables_none_has_its_heading_or_a_few_rows_alone_on_a_page_and_what_fits_a_page_is_not_torn():
    for rows in product((1, 12, 34, 45, 60, 300), repeat=3):
        found = tables(*rows)
        for end, table in product(page_ends(found, {}, PAGE, 15), found):
            if table.first < end <= table.last:
                assert table.last + 1 - (table.first if table.first > 5 else 0) > 36, rows
                assert min(end - table.header - 1, table.last + 1 - end) >= 3, rows


def test_higher_rows_take_more_of_a_page():
    heights = dict.fromkeys(range(7, 37), 30.0)
    assert page_ends(tables(30), heights, PAGE, 15) == [20]


def test_a_wide_sheet_has_more_rows_on_a_page_as_it_is_printed_smaller():
    assert room([20] * 5, 1, 0) == HEIGHT
    assert room([20] * 14, 1, 0) == HEIGHT * 100 / 51
    assert room([20] * 14, 2, 2) == HEIGHT * 100 / 90


@pytest.mark.parametrize(("rows", "is_shrunk", "ends"), [(10, True, []), (24, False, [28])])
def test_a_chart_stands_on_one_page_and_what_is_little_more_than_a_page_is_printed_smaller(rows, is_shrunk, ends):
    """Title and header take the first four rows, the chart sixteen under the table."""
    grid = Grid((Field("Месяц"), Field("Лайки")), tuple((f"месяц {'x' * n}", Figure(f"n{n}", n)) for n in range(rows)))
    first, sheet = Sheet("Паспорт", ()), Sheet("Сводка", (grid,), (SheetChart(ChartKind.COLUMNS, "Лайки", 0, 0, (1,)),))
    book = openpyxl.load_workbook(BytesIO(draw(example.document(first, sheet)).content))["Сводка"]
    assert (book.page_setup.fitToHeight != 0, [one.id for one in book.row_breaks.brk]) == (is_shrunk, ends)


LAYOUTS = [(12, 60, 45), (45, 45), (12, 60, 60), (60, 12), (12, 12, 30)]


def printed(*rows: int) -> bytes:
    """A workbook of a title page and a sheet of tables with so many rows, every tenth of them of several lines."""
    fields = (Field("Месяц публикации", width=40), Field("Лайки и все остальные взаимодействия", width=12))
    grids = [
        Grid(fields, tuple(("слово " * (20 if n % 10 == 3 else 1), Figure(f"n{g}.{n}", n)) for n in range(count)), f"Таблица {g}")
        for g, count in enumerate(rows)
    ]
    return draw(example.document(Sheet("Паспорт", ()), Sheet("Сводка", tuple(grids)))).content


@pytest.mark.slow
def test_as_many_pages_are_printed_as_are_meant(libreoffice, tmp_path):
    books = [printed(*rows) for rows in LAYOUTS]
    meant = [2 + len(openpyxl.load_workbook(BytesIO(book))["Сводка"].row_breaks.brk) for book in books]
    pages = [len(pypdfium2.PdfDocument(found)) for found in all_converted(libreoffice, tmp_path, books, "pdf")]
    assert pages == meant
