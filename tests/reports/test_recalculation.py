"""LibreOffice, made to calculate everything anew, comes to the values that stand beside the formulas."""

import math
import re
from decimal import Decimal

import pytest

from smmstrategy.reports.document import Field, Figure, Grid, LiveFormula, Sheet, Shown
from smmstrategy.reports.excel import draw
from smmstrategy.reports.formats import write
from tests.reports import example
from tests.reports.reading import all_converted, cells, converted, formula_cells, without_cached_values

pytestmark = pytest.mark.slow


def recalculated(libreoffice, folder, *contents):
    """Of each workbook {place: (cached, recalculated)} of every formula cell."""
    each = all_converted(libreoffice, folder, map(without_cached_values, contents))
    cached, anew = map(cells, contents), map(cells, each)
    return [
        {place: (was.get(place, ""), now.get(place, "")) for place in formula_cells(content)}
        for content, was, now in zip(contents, cached, anew, strict=True)
    ]


def same(cached, anew) -> bool:
    return cached == anew or (
        isinstance(cached, int | float) and isinstance(anew, int | float) and math.isclose(cached, anew, rel_tol=1e-12)
    )


def test_every_formula_comes_to_its_cached_value_and_a_wrong_one_is_noticed(libreoffice, tmp_path):
    summary = Sheet("Сводка", (Grid((Field("Лайки"),), ((LiveFormula("=SUM({posts_likes})", Figure("likes", 1)),),)),))
    documents = example.full(1_500), example.document(summary, example.posts_sheet(5))
    right, wrong = recalculated(libreoffice, tmp_path, *(draw(document).content for document in documents))
    assert len(right) == 6
    assert [(place, pair) for place, pair in right.items() if not same(*pair)] == []
    assert [pair for pair in wrong.values() if not same(*pair)] == [(1, 13 + 26 + 39 + 52)]


def test_a_cell_is_shown_as_words_have_its_figure(libreoffice, tmp_path):
    figures = [
        Figure("", Decimal("0.0004"), Shown.PERCENT, 1, signed=True),
        Figure("", Decimal("-0.0004"), Shown.PERCENT, 1, signed=True),
        Figure("", Decimal("-0.0006"), Shown.PERCENT, 1, signed=True),
        *(Figure("", value, Shown.SHORT, 1) for value in (9_999, 999_940, 999_960, 5 * 10**12, Decimal("12.34"))),
    ]
    sheet = Sheet("Сводка", (Grid((Field("Числа"),), tuple((figure,) for figure in figures)),))
    content = draw(example.document(sheet, language="en")).content
    shown = re.findall("<text:p>([^<]*)</text:p>", converted(libreoffice, tmp_path, content, "fods").decode())
    assert shown[-len(figures) :] == [write(figure, "en") for figure in figures]
