"""Excel's limits are met with a word, and nothing is lost without one."""

from io import BytesIO

import openpyxl
import pytest

from smmstrategy.reports.document import Field, Figure, Grid, LiveFormula, Quote, Sheet, Shown
from smmstrategy.reports.excel import draw
from smmstrategy.reports.excel.limits import UNITS, cell_text, cut, sheet_name, units
from tests.reports import example
from tests.reports.reading import cells

ORDINARY, QUICK = 10**9, 1


def test_more_rows_than_a_sheet_holds_continue_on_the_next():
    content = draw(example.document(example.passport(25), example.posts_sheet(25)), rows=10).content
    book = openpyxl.load_workbook(BytesIO(content))
    assert book.sheetnames == ["Паспорт", "Посты", "Посты (2)", "Посты (3)", "Пределы Excel"]
    posts = [value for place, value in cells(content).items() if str(value).startswith("пост ")]
    assert posts == [f"пост {number}" for number in range(25)]
    assert "«Посты (2)»" in book["Пределы Excel"]["B6"].value


def test_a_formula_over_a_continued_column_becomes_its_value_with_a_word():
    total = Sheet("Сводка", (Grid((Field("Лайки"),), ((LiveFormula("=SUM({posts_likes})", Figure("likes", 777)),),)),))
    content = draw(example.document(total, example.posts_sheet(25)), rows=10).content
    assert 777 in cells(content, formulas=True).values()
    assert any("живой формулы" in str(value) for value in cells(content).values())


@pytest.mark.parametrize("quick_from", [ORDINARY, QUICK])
@pytest.mark.parametrize("text", ["я" * 40_000, "🦊" * 20_000, "a" + "🦊" * 16_384])
def test_a_text_too_long_is_cut_visibly_and_said(quick_from, text):
    content = draw(example.document(example.passport(1), example.posts_sheet(1, text)), quick_from=quick_from).content
    found = cells(content)
    kept = found["Посты!E5"]
    assert kept.endswith("…") and text.startswith(kept[:-1])
    assert UNITS - 2 <= units(kept) <= UNITS
    assert found["Пределы Excel!A6"] == "Посты!E5"


@pytest.mark.parametrize("quick_from", [ORDINARY, QUICK])
@pytest.mark.parametrize("text", ["я" * UNITS, "🦊" * (UNITS // 2), "конец…"])
def test_a_text_that_just_fits_is_whole(quick_from, text):
    content = draw(example.document(example.passport(1), example.posts_sheet(1, text)), quick_from=quick_from).content
    assert cells(content)["Посты!E5"] == text
    assert "Пределы Excel" not in openpyxl.load_workbook(BytesIO(content), read_only=True).sheetnames


@pytest.mark.parametrize("quick_from", [ORDINARY, QUICK])
@pytest.mark.parametrize(
    "url", ["https://vk.com/" + "a" * 2100, "javascript:alert(1)", "file:///etc/passwd", "\\\\server\\share", "internal:Сводка!A1"]
)
def test_an_address_that_cannot_be_a_link_is_plain_text(quick_from, url):
    grid = Grid((Field("Ссылка", link=True), Field("n", Shown.INTEGER)), ((Quote("адрес", url), 1),))
    content = draw(example.document(example.passport(1), Sheet("Посты", (grid,))), quick_from=quick_from).content
    cell = openpyxl.load_workbook(BytesIO(content))["Посты"]["A5"]
    assert (cell.value, cell.hyperlink) == ("адрес", None)


def test_more_links_than_a_sheet_holds_are_said():
    rows = tuple((Quote("п", f"https://vk.com/{number}"),) for number in range(65_600))
    content = draw(example.document(example.passport(1), Sheet("Посты", (Grid((Field("Ссылка", link=True),), rows),)))).content
    book = openpyxl.load_workbook(BytesIO(content), read_only=True)
    assert book["Пределы Excel"]["A6"].value == "Посты!A65535"


@pytest.mark.parametrize(
    ("wanted", "name"),
    [
        ("Посты: май/июнь", "Посты  май июнь"),
        ("", "—"),
        ("'x'", "x"),
        ("я" * 40, "я" * 30 + "…"),
        ("History", "History (1)"),
        ("\ud800a", "�a"),
    ],
)
def test_sheet_names_are_legal(wanted, name):
    assert sheet_name(wanted, set()) == name


def test_sheet_names_are_unique_whatever_their_case():
    assert sheet_name("посты", {"посты", "посты (2)"}) == "посты (3)"
    assert units(sheet_name("🦊" * 31, {("🦊" * 15 + "…").lower()})) <= 31


def test_cutting_keeps_pairs_whole():
    assert cut("🦊🦊🦊", 4) == "🦊…"
    assert cell_text("<r><t>x</t></r>") == "<r><t>x</t></r>\u200b"


@pytest.mark.parametrize("quick_from", [ORDINARY, QUICK])
def test_a_text_that_is_not_known_is_an_empty_cell_among_texts(quick_from):
    grid = Grid((Field("Время"), Field("n", Shown.INTEGER)), ((Quote("12:05"), 1), (None, 2), (Quote("9:40"), 3)))
    content = draw(example.document(example.passport(1), Sheet("Посты", (grid,))), quick_from=quick_from).content
    column = openpyxl.load_workbook(BytesIO(content))["Посты"]
    assert [column[place].value for place in ("A5", "A6", "A7")] == ["12:05", None, "9:40"]
