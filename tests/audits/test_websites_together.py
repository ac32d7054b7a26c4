"""A title, its chart and a table of traffic stand on the same websites, and name them where these are not all."""

from dataclasses import replace
from decimal import Decimal

import pytest

from audits.evidence import Evidence
from audits.findings import findings
from audits.measures.assembly import assemble
from audits.measures.traffic import Stretch
from audits.opportunities import recommendation
from audits.report.sheets import traffic
from audits.report.telling import Telling
from smmstrategy.reports.document import Chart, Table
from tests.audits.report.test_one_story import facts, pages, text
from tests.audits.synthetic import NOW
from tests.audits.test_growth_by_month import flow
from tests.audits.test_same_accounts import SITES, VK, daily, measured

FIRST, SECOND = (site.id for site in SITES)
VK_SUMMER, TELEGRAM = {"source": "vk", "medium": "social", "campaign": "summer"}, {"source": "tg", "medium": "ads", "campaign": "x"}


def whole(site: int, value: int, code: str = "visits", **slice: str) -> Stretch:
    """Of the whole period."""
    return Stretch(site, code, NOW.first, NOW.last, slice, Decimal(value))


def by_day(site: int, value: int, **slice: str) -> list[Stretch]:
    return [Stretch(site, "visits", day, day, slice, Decimal(value)) for day in NOW.each_day()]


def evidence(*slices: Stretch, totals: tuple[Stretch, ...] = (), days: tuple = (), sites: tuple = SITES) -> Evidence:
    made = measured([daily(1, NOW, views=100.0)], days, (VK, *sites))
    return assemble(replace(made, rows=replace(made.rows, slices=slices, stretches=totals)))


def of_two_kinds() -> Evidence:
    """Of a.ru all 4,600 visits of the period and their sources; of b.ru visits of each day by tag, 15 a day, 2,715 in all."""
    once = (
        whole(FIRST, 3000, source="(direct)"),
        whole(FIRST, 1600, source="shop.ru"),
        whole(FIRST, 59, "goal_visits", source="vk"),
    )
    return evidence(*once, *by_day(SECOND, 10, **VK_SUMMER), *by_day(SECOND, 5, **TELEGRAM), totals=(whole(FIRST, 4600),))


def cells(found: Evidence, language: str = "en") -> list[list[str]]:
    (shown,) = (block for block in pages(found, language)["sources"].blocks if isinstance(block, Table))
    return [[text(cell, language) for cell in row.cells] for row in shown.rows]


def drawn(found: Evidence, key: str) -> list[Decimal]:
    chart = next(block for block in pages(found)[key].blocks if isinstance(block, Chart))
    return [figure.value for one in chart.series for figure in one.values if figure.value is not None]


def test_the_title_the_months_and_the_sources_are_of_one_website_and_name_it() -> None:
    found = of_two_kinds()
    assert {number.accounts for number in found.own.now.numbers.values() if number.id.endswith(".visits")} == {(SECOND,)}
    assert text(pages(found)["traffic"].title) == (
        "The parts of a breakdown add up to 2,715 visits to the website, in 1 of 2 websites, b.ru"
    )
    assert text(pages(found, "ru")["traffic"].title, "ru") == (
        "По разбивке на сайт пришло в сумме 2 715 визитов, по 1 из 2 сайтов, b.ru"
    )
    assert (sum(drawn(found, "traffic")), sum(drawn(found, "sources"))) == (2715, 2715)
    assert [row[1] for row in cells(found)] == ["1,810", "905", "2,715"]


def test_what_is_known_of_the_other_website_stands_apart_in_the_workbook() -> None:
    found = of_two_kinds()
    sheet = traffic.sheet(Telling(facts(found), "en"))
    assert text(sheet.intro[0]).startswith(
        "Visits to the website and what came of them, in 1 of 2 websites, b.ru; sum of a breakdown"
    )
    others = {grid.title: grid.rows for grid in sheet.grids if "other" in grid.title}
    assert list(others) == [
        "Over the whole period, other websites",
        "By source, other websites",
        "By tag, as in the files, other websites",
    ]
    assert [(text((site,)), visits.value) for site, visits, *_goals in next(iter(others.values()))] == [("a.ru (Website)", 4600)]
    rows = [
        (text((site,)), text((source,)), visits.value) for site, source, visits, _goals in others["By source, other websites"][:2]
    ]
    assert rows == [("a.ru (Website)", "Direct visits", 3000), ("a.ru (Website)", "shop.ru", 1600)]


def by_day_and_by_source() -> Evidence:
    """A hundred visits a day to a.ru; of b.ru sources alone, and goals."""
    brought = {"vk / social": 1830, "yandex / organic": 2000, "(direct) / (none)": 300}
    of_second = [whole(SECOND, visits, source=source) for source, visits in brought.items()]
    return evidence(*of_second, whole(SECOND, 39, "goal_reaches", source="vk / social"), days=tuple(flow(FIRST, "visits", 100)))


def test_visits_of_one_website_have_no_goals_of_the_other_beside_them() -> None:
    found = by_day_and_by_source()
    assert [code for code in ("visits", "goal_reaches") if code in found.own.now.numbers] == ["visits"]
    assert text(pages(found)["traffic"].title) == "The website had 18.1K visits, in 1 of 2 websites, a.ru"


def test_sources_known_of_the_other_website_alone_are_told_as_its_own() -> None:
    found = by_day_and_by_source()
    assert text(pages(found)["sources"].title) == (
        "Visits: no clear leader, 2 sources give between 1,830 and 2,000, b.ru (Website)"
    )
    assert cells(found)[-1][:2] == ["Sum of the breakdown", "4,130"]


def test_websites_of_which_the_same_is_known_are_told_together() -> None:
    days = (*flow(FIRST, "visits", 100), *flow(SECOND, "visits", 50))
    found = evidence(days=days)
    assert [text(pages(found, one)["traffic"].title, one) for one in ("en", "ru")] == [
        "The websites had 27.2K visits",
        "Сайты получили 27,2 тыс. визитов",
    ]


def test_sources_of_websites_that_name_them_differently_are_not_in_one_table() -> None:
    """«google» of one and the organic search of the other are one source, and so are the direct visits of both."""
    named = (whole(FIRST, 9000, source="google"), whole(FIRST, 2980, source="(direct)"))
    grouped = (whole(SECOND, 4000, traffic_source="Organic Search"), whole(SECOND, 1000, traffic_source="Direct"))
    found = evidence(*named, *grouped, totals=(whole(FIRST, 12000), whole(SECOND, 5000)))
    assert found.own.now.numbers["visits"].value == 17000
    assert [row[:2] for row in cells(found)] == [
        ["google", "9,000"],
        ["Direct visits", "2,980"],
        ["No source named", "20"],
        ["Total where sources are known", "12,000"],
    ]
    assert text(pages(found)["sources"].title).endswith("9,000 of 12.0K, in 1 of 2 websites, a.ru")


def test_direct_visits_are_one_source_whatever_a_report_calls_them() -> None:
    named = (whole(FIRST, 100, source="(direct)", medium="(none)"), whole(FIRST, 100, source="google", medium="cpc"))
    grouped = (whole(FIRST, 60, traffic_source="Direct"), whole(FIRST, 30, traffic_source="Прямые заходы"))
    found = evidence(*named, *grouped, totals=(whole(FIRST, 500),), sites=SITES[:1])
    assert [row[0] for row in cells(found)].count("Direct visits") == 1


def test_sources_that_add_up_to_more_than_the_total_say_so() -> None:
    found = evidence(*(whole(FIRST, n, source=source) for source, n in (("a", 700), ("b", 313))), totals=(whole(FIRST, 1000),))
    assert [text(pages(found, one)["sources"].subtitle, one).partition("; ")[2] for one in ("en", "ru")] == [
        "the first gives 70% of all; the sources add up to 1,013: their report disagrees with the total",
        "первый из них — 70 % всего; в сумме источников 1 013: их отчёт расходится с итогом",
    ]


def test_bars_by_tag_are_those_of_one_breakdown() -> None:
    """Of 3,000 visits of VK by source and medium 1,086 have a campaign: they are among the 3,000."""
    coarse = [whole(FIRST, n, source=source, medium="social") for source, n in (("vk", 3000), ("tg", 500))]
    found = evidence(*coarse, *by_day(FIRST, 6, **VK_SUMMER), totals=(whole(FIRST, 4000),), sites=SITES[:1])
    assert drawn(found, "sources") == [3000, 500]


def test_of_breakdowns_of_as_many_visits_the_finest_is_drawn() -> None:
    coarse = [whole(FIRST, 6 * NOW.days, source="vk", medium="social")]
    fine = [*by_day(FIRST, 4, **VK_SUMMER), *by_day(FIRST, 2, **VK_SUMMER | {"campaign": "autumn"})]
    found = evidence(*coarse, *fine, totals=(whole(FIRST, 4000),), sites=SITES[:1])
    assert drawn(found, "sources") == [4 * NOW.days, 2 * NOW.days]


@pytest.mark.parametrize(
    ("slice", "advises"),
    [
        ({"source": "(direct)", "medium": "(none)"}, False),
        ({"traffic_source": "Прямые заходы"}, False),
        ({"traffic_source": "Внутренние переходы"}, False),
        ({"source": "(not set)"}, False),
        ({"utm_source": "undefined"}, False),
        ({"source": "google"}, True),
        ({"utm_source": "vk"}, True),
    ],
)
def test_a_source_is_to_be_strengthened_where_it_can_be(slice: dict[str, str], advises: bool) -> None:
    found = evidence(whole(FIRST, 3000, **slice), totals=(whole(FIRST, 4000),), sites=SITES[:1])
    (one,) = (finding for finding in findings(found) if finding.code == "traffic_source")
    assert (recommendation(one) is not None) == advises
