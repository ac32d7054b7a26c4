"""Few likes among very many followers: no rate that is not nought, and no difference of two, reads as nought."""

from dataclasses import replace
from decimal import Decimal
from functools import cache

import pytest

from audits.evidence import Verdict
from audits.measures.assembly import assemble
from audits.report import document
from audits.report.facts import Facts
from audits.report.telling import Telling
from smmstrategy.reports import excel, powerpoint
from smmstrategy.reports.document import Chart, Document, Heatmap, Shown
from smmstrategy.reports.document.walk import figures
from smmstrategy.reports.formats import DUST, write
from smmstrategy.reports.lint import strays
from smmstrategy.reports.manifest import manifest
from tests.audits.report.test_one_story import facts, text
from tests.audits.synthetic import COLLECTED
from tests.audits.test_same_accounts import ALWAYS, BEFORE, NOW, VK, daily, level, measured


@cache
def followed_by_many() -> Facts:
    """Of 300,000 followers five, six or seven like a post of before, and two, three or four one of now."""
    posts = [daily(1, days) for days in (BEFORE, NOW)]
    frames = [one.assign(likes=[least + at % 3 for at in range(len(one))]) for one, least in zip(posts, (5.0, 2.0), strict=True)]
    return facts(assemble(measured(frames, level(1, "followers", ALWAYS, 300_000), (VK,))))


@cache
def told(language: str) -> Document:
    return document(followed_by_many().to_facts(), language, sealed_at=COLLECTED, sha256="0" * 64)


def page(key: str, language: str = "en"):
    return next(page for page in told(language).pages if page.key == key)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_no_rate_reads_as_nought(language: str) -> None:
    rates = [one for one in figures((told(language).pages, told(language).sheets)) if one.shown in (Shown.PERCENT, Shown.POINTS)]
    known = [one for one in rates if one.value and abs(one.value) >= DUST]
    assert [one.id for one in known if not any(digit in write(one, language) for digit in "123456789")] == []


def test_the_title_says_what_it_was_and_what_it_is() -> None:
    """Six of 300,000 are 0.002 %, three are 0.001 %."""
    title = "ER by followers of the median post fell from 0.002% to 0.001% on the previous half-year"
    assert text(page("engagement").title) == title


def test_labels_of_a_chart_and_cells_of_the_map_have_the_places_of_the_largest() -> None:
    (line,) = (block for block in page("engagement").blocks if isinstance(block, Chart))
    assert [write(figure, "en") for figure in line.series[-1].values[-2:]] == ["0.0010%", "0.0010%"]
    (heatmap,) = (block for block in page("hours").blocks if isinstance(block, Heatmap))
    assert {write(figure, "en") for row in heatmap.values for figure in row} == {"0.0010%"}


@pytest.mark.parametrize("draw", [powerpoint.draw, excel.draw])
def test_the_lint_finds_nothing_in_deck_and_workbook(draw) -> None:
    drawing = draw(told("ru"))
    assert strays(drawing.content, manifest(told("ru"), drawing)) == []


@pytest.mark.parametrize(
    ("verdict", "part", "said"),
    [
        (Verdict.UNTESTED, "-0.00037", "0%"),
        (Verdict.STEADY, "0.00499", "0%"),
        (Verdict.STEADY, "0.0051", "+1%"),
        (Verdict.UNSURE, "0.003", "+0.3%"),
        (Verdict.UNSURE, "0", "0%"),
        (Verdict.MOVED, "-0.00037", "\u22120.037%"),
        (Verdict.MOVED, "0.0051", "+1%"),
    ],
)
def test_a_change_reads_in_whole_per_cent_and_as_nought_only_where_none_is_said(verdict: Verdict, part: str, said: str) -> None:
    telling = Telling(followed_by_many(), "en")
    change = telling.evidence.own.change("interactions.median")
    little = replace(change, verdict=verdict, relative=replace(change.relative, value=Decimal(part)))
    little = replace(little, absolute=replace(change.absolute, value=Decimal(part)))
    assert write(telling.delta(little).figure, "en") == said
