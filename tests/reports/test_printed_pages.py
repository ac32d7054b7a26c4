"""Where the printed pages of a worksheet end."""

from io import BytesIO
from itertools import pairwise

import openpyxl
import pytest

from smmstrategy.reports.document import ChartKind, Field, Figure, Grid, Sheet, SheetChart
from smmstrategy.reports.excel import draw
from smmstrategy.reports.excel.paper import HEIGHT, Table, page_ends, room
from tests.reports import example

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


@pytest.mark.parametrize("rows", [36, 40, 41, 80, 1_000])
def test_a_longer_table_has_about_as_many_rows_on_each_page_and_none_is_fuller_than_it_may_be(rows):
    (table,) = tables(rows)
    ends = page_ends([table], {}, PAGE, 15)
    edges = [0, *ends, table.last + 1]
    taken = [after - before + bool(before) for before, after in pairwise(edges)]
    assert max(taken) <= 40
    assert max(taken) - min(taken) <= 1 + len(taken) // 10


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
