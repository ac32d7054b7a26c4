"""A drawn workbook, read back with openpyxl: types, formats, formulas, names, charts, looks."""

import re
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from io import BytesIO
from xml.sax.saxutils import unescape
from zipfile import ZipFile

import openpyxl
import pytest

from smmstrategy.reports.document import ChartKind, Field, Figure, Grid, LiveFormula, Quote, Sheet, SheetChart, Shown
from smmstrategy.reports.excel import draw
from smmstrategy.reports.excel.charts import KINDS
from smmstrategy.reports.formats import excel_format
from tests.reports import example
from tests.reports.reading import cells


@pytest.fixture(scope="module")
def book() -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(draw(example.full()).content))


def test_sheets_stand_in_the_order_of_the_document(book):
    assert book.sheetnames == ["Паспорт", "Сводка", "Посты", "Время"]


def test_numbers_are_numbers_and_dates_are_dates(book):
    row = [cell.value for cell in book["Посты"][5]]
    assert row == [
        "ВК «Рассвет»",
        datetime.fromisoformat("2026-01-01T10:15"),
        datetime.fromisoformat("2026-01-01"),
        "пост 0",
        "Скидка 00 % на всё, ждём вас в 0 раз",
        0,
        None,
        timedelta(seconds=90),
    ]


@pytest.mark.parametrize("quick_from", [1, 1_000])
def test_a_text_of_several_lines_stands_whole_in_the_one_line_of_a_row_of_data(quick_from: int):
    whole = example.full()
    row = (Quote("Новинки недели:\r\n\r\nбаранки\nи сушки"), "раз\u2028два")
    sheet = Sheet("Тексты", (Grid((Field("Текст", width=40), Field("Ещё", width=12)), (row,)),))
    drawn = draw(replace(whole, sheets=(*whole.sheets, sheet)), quick_from=quick_from).content
    assert list(cells(drawn, sheets={"Тексты"}).values())[-2:] == ["Новинки недели: баранки и сушки", "раз два"]


def test_number_formats_follow_the_language():
    formats = {}
    for language in ("ru", "en"):
        sheet = openpyxl.load_workbook(BytesIO(draw(example.full(language=language)).content))["Посты"]
        formats[language] = [sheet[cell].number_format for cell in ("B5", "F5", "G6", "H5")]
    kinds = (Shown.INTEGER, Shown.PERCENT, Shown.DURATION)
    assert formats == {
        "ru": ["dd.mm.yyyy hh:mm", *(excel_format(Figure("", 0, kind), "ru") for kind in kinds)],
        "en": ["[$-409]d mmm yyyy hh:mm", *(excel_format(Figure("", 0, kind), "en") for kind in kinds)],
    }


def test_a_formula_carries_its_computed_value():
    content = draw(example.full()).content
    live, cached = cells(content, formulas=True), cells(content)
    assert live["Сводка!C6"] == "=SUMIFS(posts_likes,posts_account,$B6)"
    assert cached["Сводка!C6"] == sum(row[5] for row in example.posts_sheet(40).grids[0].rows[::2])
    assert cached["Сводка!D6"] == pytest.approx(cached["Сводка!C6"] / (cached["Сводка!C6"] + cached["Сводка!C7"]), rel=1e-14)


def test_named_fields_are_defined_names(book):
    assert book.defined_names["posts_likes"].attr_text == "'Посты'!$F$5:$F$44"
    assert set(book.defined_names) >= {"posts_account", "posts_at", "posts_likes", "posts_er", "summary_account", "summary_likes"}


def test_a_gap_is_never_zero(book):
    assert book["Посты"]["G5"].value is None
    assert book["Сводка"]["C29"].value == "н/д"


def test_a_gap_in_a_chart_is_an_empty_cell():
    gaps = (
        ("янв", Figure("a", 1)),
        ("фев", Figure("b", None)),
        ("мар", LiveFormula('=IFERROR(1/0,"")', Figure("c", None))),
        ("апр", Figure("d", 4)),
    )
    grid = Grid((Field("Месяц"), Field("Лайки")), gaps)
    content = draw(example.document(Sheet("Лист", (grid,), (SheetChart(ChartKind.LINE, "Лайки", 0, 0, (1,)),)))).content
    with ZipFile(BytesIO(content)) as archive:
        chart = archive.read("xl/charts/chart1.xml").decode()
    values = chart[chart.index("<c:val>") :]
    assert re.findall(r'<c:pt idx="(\d)"><c:v>(\d)</c:v>', values) == [("0", "1"), ("3", "4")]


def test_a_sheet_with_one_grid_has_frozen_panes_and_a_filter(book):
    posts = book["Посты"]
    assert (posts.freeze_panes, posts.auto_filter.ref) == ("C5", "A4:H44")
    assert (posts.page_setup.orientation, posts.page_setup.paperSize) == ("landscape", 9)


def test_summaries_have_no_gridlines_and_native_charts(book):
    assert book["Сводка"].sheet_view.showGridLines is False
    assert book["Посты"].sheet_view.showGridLines is not False
    with ZipFile(BytesIO(draw(example.full()).content)) as archive:
        assert sum(name.startswith("xl/charts/chart") for name in archive.namelist()) == 2


def test_links_open_the_post(book):
    assert book["Посты"]["D6"].hyperlink.target == "https://vk.com/wall-1_1"
    assert book["Посты"]["D6"].value == "пост 1"


@pytest.mark.parametrize("kind", ChartKind)
def test_every_kind_of_chart_is_drawn(kind):
    assert kind in KINDS
    grid = Grid((Field("Месяц"), Field("Лайки")), (("янв", Figure("jan", 1)), ("фев", Figure("feb", 2))))
    content = draw(example.document(Sheet("Лист", (grid,), (SheetChart(kind, "=1+1", 0, 0, (1,)),)))).content
    with ZipFile(BytesIO(content)) as archive:
        chart = archive.read("xl/charts/chart1.xml").decode()
    assert "<c:v>2</c:v>" in chart and "=1+1</a:t>" in chart


def test_a_formula_may_only_name_columns_that_exist():
    grid = Grid((Field("Всего"),), ((LiveFormula("=SUM({nothing})", Figure("x", 1)),),))
    with pytest.raises(ValueError, match="names no column"):
        draw(example.document(Sheet("Лист", (grid,))))


@pytest.mark.parametrize(
    ("formula", "array", "kept"),
    [
        ("=SUM(1,2)", False, "SUM(1,2)"),
        ("=STDEV.S(1,3)+SUM(1,MAXIFS(B2,B2,1))", False, "_xlfn.STDEV.S(1,3)+SUM(1,_xlfn.MAXIFS(B2,B2,1))"),
        ("=MEDIAN(IF({1,2}>1,{1,2}))", True, "MEDIAN(IF({1,2}>1,{1,2}))"),
    ],
)
def test_a_function_younger_than_the_format_is_kept_under_its_long_name(formula, array, kept):
    rows = ((LiveFormula(formula, Figure("x", 3), array=array),),)
    content = draw(example.document(Sheet("Лист", (Grid((Field("Всего"),), rows),)))).content
    with ZipFile(BytesIO(content)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert [unescape(one) for one in re.findall("<f[^>]*>([^<]*)</f>", sheet)] == [kept]


@pytest.mark.parametrize("name", ["er1", "r1c1", "Likes", "с_кириллицей", "c", "true", "a b"])
def test_a_field_cannot_be_named_like_a_cell(name):
    with pytest.raises(ValueError, match="cannot be the name"):
        draw(example.document(Sheet("Лист", (Grid((Field("x", name=name),), ()),))))


def test_a_formula_of_a_share_that_is_nearly_all_does_not_read_a_hundred_per_cent():
    grid = Grid((Field("Доля"),), ((LiveFormula("=226/227", Figure("x", Decimal("0.9956"), Shown.PERCENT, 0)),),))
    book = openpyxl.load_workbook(BytesIO(draw(example.document(Sheet("Лист", (grid,)))).content))
    assert [cell.number_format for row in book["Лист"] for cell in row if cell.data_type == "f"] == ['[$-419]0.0"\u00a0"%']


@pytest.mark.parametrize(("high", "digits"), [("0.34", "0"), ("0.034", "0.0"), ("0.000034", "0.0000")])
def test_an_axis_of_rates_tells_the_largest_of_them(high, digits):
    rows = tuple((month, Figure(month, Decimal(value), Shown.PERCENT, 2)) for month, value in (("янв", "0.0000012"), ("фев", high)))
    sheet = Sheet("Лист", (Grid((Field("Месяц"), Field("ER")), rows),), (SheetChart(ChartKind.LINE, "ER", 0, 0, (1,)),))
    with ZipFile(BytesIO(draw(example.document(sheet)).content)) as archive:
        axis = archive.read("xl/charts/chart1.xml").decode().partition("<c:valAx>")[2]
    assert f'formatCode="[$-419]{digits}&quot;\u00a0&quot;%"' in axis


@pytest.mark.parametrize("kind", ChartKind)
@pytest.mark.parametrize(("values", "ends"), [((4523, 4529), ["0"]), ((-4, 4529), [])])
def test_an_axis_starts_at_zero_where_no_value_is_below_it(kind, values, ends):
    rows = tuple((month, Figure(month, value)) for month, value in zip(("янв", "фев"), values, strict=True))
    sheet = Sheet("Лист", (Grid((Field("Месяц"), Field("Подписчики")), rows),), (SheetChart(kind, "Подписчики", 0, 0, (1,)),))
    with ZipFile(BytesIO(draw(example.document(sheet)).content)) as archive:
        axis = archive.read("xl/charts/chart1.xml").decode().rpartition("<c:valAx>")[2]
    assert re.findall('<c:min val="(.*?)"/>', axis) == ends


def test_two_columns_cannot_have_one_name():
    with pytest.raises(ValueError, match="2 columns are called likes"):
        draw(example.document(Sheet("Лист", (Grid((Field("x", name="likes"), Field("y", name="likes")), ()),))))


def test_a_document_without_rows_is_still_a_workbook():
    content = draw(example.document(example.passport(0), example.posts_sheet(0))).content
    assert cells(content)["Посты!A4"] == "Аккаунт"


def test_rows_of_a_data_sheet_keep_one_line_and_those_of_other_sheets_grow_with_their_words():
    long = Grid((Field("Слова", width=40),), (("слово " * 40,),))
    sheets = Sheet("Пусто", ()), Sheet("Данные", (long,)), Sheet("Рассказ", (long, long))
    book = openpyxl.load_workbook(BytesIO(draw(example.document(*sheets)).content))
    found = {name: [c for row in book[name].iter_rows() for c in row if "слово" in str(c.value)] for name in ("Данные", "Рассказ")}
    heights = {name: [book[name].row_dimensions[cell.row].height for cell in cells] for name, cells in found.items()}
    assert heights == {"Данные": [None], "Рассказ": [93, 93]}
