"""LibreOffice, made to calculate the audit's workbook anew, comes to the values of the evidence."""

import math

import pytest

from smmstrategy.reports.document import LiveFormula
from smmstrategy.reports.excel import draw
from smmstrategy.reports.formats import NBSP, write
from tests.audits.report.test_document import of
from tests.reports.reading import all_converted, cells, formula_cells, without_cached_values

pytestmark = pytest.mark.slow


KINDS = ("full", "gappy", "newcomer", "poor", "reached_only", "by_night")


@pytest.fixture(scope="module")
def workbooks(libreoffice, tmp_path_factory) -> dict[str, tuple[bytes, bytes]]:
    """By kind: as it is drawn, and calculated anew."""
    drawn = [draw(of(kind, "ru")).content for kind in KINDS]
    anew = all_converted(libreoffice, tmp_path_factory.mktemp("anew"), map(without_cached_values, drawn))
    return dict(zip(KINDS, zip(drawn, anew, strict=True), strict=True))


@pytest.mark.parametrize("kind", KINDS)
def test_every_live_formula_comes_to_the_value_of_the_evidence(workbooks, kind: str):
    content, calculated = workbooks[kind]
    assert len(formula_cells(content)) > 30
    assert differing(content, calculated) == {}


def differing(content: bytes, calculated: bytes) -> dict[str, tuple[object, object]]:
    """Of the formulas what was written beside them and what they come to, where these are not the same."""
    places = formula_cells(content)
    sheets = {place.partition("!")[0] for place in places}
    cached, anew = (cells(one, sheets=sheets) for one in (content, calculated))
    pairs = {place: (cached.get(place, ""), anew.get(place, "")) for place in places}
    return {place: pair for place, pair in pairs.items() if not _same(*pair)}


def live(kind: str) -> dict[str, list[bool]]:
    """By measure: whether now, then, Δ and Δ, % of both windows are formulas."""
    kpis = next(sheet for sheet in of(kind, "en").sheets if sheet.name == "Summary").grids[0]
    counted = [n for n, field in enumerate(kpis.fields) if field.title not in ("Measure", "Verdict", "Method")]
    return {write(row[0], "en"): [isinstance(row[n], LiveFormula) for n in counted] for row in kpis.rows}


REACH = f"Reach, median, in 2{NBSP}accounts"  # neither Telegram nor YouTube gives it


def test_what_was_before_is_counted_over_the_earlier_posts():
    found = live("full")
    always = ("Posts", "Views", REACH, "Interactions", "ER by views, median", "ER by views, mean")
    assert {name: found[name] for name in always} == dict.fromkeys(always, [True] * 7)


def test_what_only_some_accounts_had_before_is_counted_over_their_posts_in_a_row_of_its_own():
    found = live("newcomer")
    assert found["Posts"] == [True] + [False] * 6
    assert found[f"Posts, in 3 of 4{NBSP}accounts"] == found[REACH] == [True] * 7


def _same(cached: object, anew: object) -> bool:
    """Ratios are kept to twelve places, so that much may differ."""
    numbers = isinstance(cached, int | float) and isinstance(anew, int | float)
    return cached == anew or (numbers and math.isclose(cached, anew, rel_tol=1e-9, abs_tol=1e-11))
