"""Cells with a formula whose value nobody has worked out, as scripts write them: they are empty, and that is said."""

import re
import zipfile
from io import BytesIO

import pytest

from smmstrategy.metrics.imports.reading.messages import Refused
from tests.imports.forms_of_files import days, posts, said, workbook

POSTS = [["Post link", "Date", "Views", "Likes"]] + [
    [f"https://vk.com/wall-1_{n}", f"2026-10-0{n}", ("=1*5", 5), n] for n in (1, 2, 3)
]
SAID = (
    "On the sheet «{sheet}» {count} hold formulas without their values (columns: {columns}) and count as empty. Open the file in "
    "Excel or LibreOffice and save it there, or export it as .csv."
)


def uncomputed(content: bytes, value: str = "<v></v>", kind: str = "") -> bytes:
    """The same workbook without what its formulas come to, or with texts of no letters there (kind)."""
    left = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as book, zipfile.ZipFile(left, "w") as other:
        for name in book.namelist():
            part = book.read(name).decode()
            part = re.sub(r"</f><v>[^<]*</v>", f"</f>{value}", part.replace(' t="str"', kind)) if "/worksheets/" in name else part
            other.writestr(name, part)
    return left.getvalue()


@pytest.mark.parametrize("value", ["<v></v>", "<v/>", "", "<v />"])
def test_columns_of_formulas_without_values_are_named(understood, value):
    found = understood(uncomputed(workbook(POSTS), value), "vk.xlsx")
    assert [post[10] for post in posts(found)] == [{"likes": "1"}, {"likes": "2"}, {"likes": "3"}]
    assert said(found) == SAID.format(sheet="Sheet1", count="3 cells", columns="C")


def test_values_that_are_there_are_read_and_nothing_is_said(understood):
    found = understood(workbook(POSTS), "vk.xlsx")
    assert ([post[10]["views"] for post in posts(found)], said(found)) == (["5", "5", "5"], "")


def test_each_sheet_names_its_own_and_hidden_ones_none(understood):
    rows = [["Date", "Followers"], ["2026-10-01", ("=A1", 7)], ["2026-10-02", 8]]
    others = [["Date", "Views"], [("=A1", "2026-10-01"), ("=A2", 9)], ["2026-10-02", 8]]
    found = understood(uncomputed(workbook(rows, others, rows, hidden=(2,), names=["one", "two", "three"])), "vk.xlsx")
    assert days(found) == [("followers", "2026-10-02", "8"), ("account_views", "2026-10-02", "8")]
    assert "On the sheet «one» 1 cell holds a formula without its value (columns: B) and counts as empty." in said(found)
    assert SAID.format(sheet="two", count="2 cells", columns="A, B") in said(found)
    assert said(found).count("On the sheet") == 2


def test_a_link_made_by_a_formula_and_a_text_that_is_empty_lack_nothing(understood):
    link = '=HYPERLINK("https://vk.com/wall-1_1","Open")'
    rows = [["Post link", "Date", "Text", "Likes"], [(link, "Open"), "2026-10-01", "a", 5]]
    assert said(understood(uncomputed(workbook(rows)), "vk.xlsx")) == ""
    rows = [["Post link", "Date", "Text", "Likes"], ["https://vk.com/wall-1_1", "2026-10-01", ("=T(B9)", "a"), 5]]
    assert said(understood(uncomputed(workbook(rows), kind=' t="str"'), "vk.xlsx")) == ""


def test_a_workbook_of_nothing_else_is_refused_with_that_reason(understood):
    rows = [["Date", "Followers"], [("=A1", "2026-10-01"), ("=A2", 7)]]
    with pytest.raises(Refused, match="formulas without their values"):
        understood(uncomputed(workbook(rows)), "vk.xlsx")
