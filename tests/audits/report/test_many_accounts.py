"""More accounts than a reader follows: lines of the largest have colours, bars are of the largest, and the slide says so."""

from collections.abc import Iterator
from functools import cache

import pytest

from audits.evidence import Evidence
from audits.measures.assembly import TrackedAccount, assemble
from audits.report import document
from smmstrategy.metrics.periods import Period
from smmstrategy.reports import theme
from smmstrategy.reports.document import Chart, ChartKind
from smmstrategy.reports.powerpoint import draw
from tests.audits.report.test_known_apart import JANUARY_AND_FEBRUARY, SINCE_MARCH, charts
from tests.audits.report.test_one_story import facts, pages, text
from tests.audits.synthetic import COLLECTED, NOW
from tests.audits.test_same_accounts import daily, level, measured
from tests.reports.powerpoint import reading

LARGEST = ["Page 3", "Page 5", "Page 7", "Page 10", "Page 12"]


@cache
def many(count: int, periods: tuple[Period, Period] = (NOW, SINCE_MARCH), code: str = "followers") -> Evidence:
    """Pages of one network, each known for one of the periods in turn."""
    accounts = tuple(TrackedAccount(n, "vk", f"page{n}", f"Page {n}", "", "own", "") for n in range(1, count + 1))
    frames = [daily(n, periods[n % 2], views=100.0, likes=float(n)) for n in range(1, count + 1)]
    days = [row for n in range(1, count + 1) for row in level(n, code, NOW, 1000 * n + 9000 * (f"Page {n}" in LARGEST))]
    return assemble(measured(frames, days, accounts))


def lines(chart: Chart) -> dict[str, list[str]]:
    """Names of the grey and of the coloured, in the order in which they are drawn."""
    named = [(text((series.name,)).split(" (")[0], bool(series.color_key)) for series in chart.series]
    return {"grey": [name for name, colored in named if not colored], "coloured": [name for name, colored in named if colored]}


@pytest.mark.parametrize("page", ["engagement", "audience"])
@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("ru", "цветом — 5 крупнейших по подписчикам, ещё 7 — серым"),
        ("en", "the 5 with the most followers in colour, 7 more in grey"),
    ],
)
def test_of_many_lines_the_largest_accounts_have_colours(page: str, language: str, title: str) -> None:
    (chart,) = [chart for chart in charts(pages(many(12), language)[page]) if chart.kind is ChartKind.LINE]
    assert text(chart.title, language).partition("; ")[2] == title
    assert lines(chart)["coloured"] == LARGEST
    assert len(lines(chart)["grey"]) == 7


def test_five_lines_are_named_all() -> None:
    (chart,) = charts(pages(many(5))["engagement"])
    assert (text(chart.title), lines(chart)["grey"]) == ("By account: not all are known in every month", [])


@pytest.mark.parametrize(("count", "kind"), [(4, ChartKind.COLUMNS), (5, ChartKind.LINE), (12, ChartKind.LINE)])
def test_growth_without_a_level_has_columns_of_few_accounts_and_lines_of_many(count: int, kind: ChartKind) -> None:
    (chart,) = charts(pages(many(count, code="followers_net"))["audience"])
    assert (chart.kind, len(chart.series)) == (kind, count)


def drawn(evidence: Evidence) -> Iterator[object]:
    told = document(facts(evidence).to_facts(), "en", sealed_at=COLLECTED, sha256="0" * 64)
    for slide in reading.opened(draw(told).content).slides:
        yield from (chart for chart in reading.charts(slide) if str(chart.chart_type).startswith("LINE"))


@pytest.mark.parametrize(("count", "named"), [(5, 5), (12, 5)])
def test_lines_are_named_at_their_ends_and_have_no_legend(count: int, named: int) -> None:
    for chart in drawn(many(count)):
        series = list(chart.plots[0].series)
        labelled = [one for one in series if one._element.find(".//{*}dLbl") is not None]
        grey = [one for one in series if str(one.format.line.color.rgb) == theme.MIST]
        assert (chart.has_legend, len(labelled), len(grey)) == (False, named, count - named)


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("ru", "Публикаций в неделю, по аккаунтам; 12 крупнейших по подписчикам, ещё 2 не показаны"),
        ("en", "Posts per week, by account; the 12 with the most followers, 2 more are not shown"),
    ],
)
def test_of_many_bars_those_of_the_largest_accounts_are_drawn(language: str, title: str) -> None:
    """No day is known of all of them, so that each has a pace of its own."""
    apart = pages(many(14, (JANUARY_AND_FEBRUARY, SINCE_MARCH)), language)
    (chart,) = [chart for chart in charts(apart["volume"]) if chart.kind is ChartKind.BARS]
    assert text(chart.title, language) == title
    assert [text((name,), language).split(" (")[0] for name in chart.categories][:3] == ["Page 3", "Page 4", "Page 5"]
