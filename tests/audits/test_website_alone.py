"""A brand of which nothing but its website is known: what is said of it is said of its traffic."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from audits.evidence import Evidence, Missing, Verdict
from audits.findings import findings
from audits.measures.assembly import TrackedAccount, assemble
from audits.measures.changes import uncompared
from audits.measures.series import series
from audits.measures.traffic import Stretch, added
from audits.report import document
from audits.report.facts import About, Facts
from smmstrategy.metrics.periods import Period
from smmstrategy.reports.document import Page, Table, Text
from smmstrategy.reports.formats import write
from tests.audits.synthetic import BEFORE, COLLECTED, NOW, records

SITE = TrackedAccount(1, "website", "site", "", "", "own", "")
JANUARY, FEBRUARY = (date(2026, 1, 1), date(2026, 1, 31)), (date(2026, 2, 1), date(2026, 2, 28))
JUNE = (date(2026, 6, 1), date(2026, 6, 30))


def part(value: int, days: tuple[date, date] = (NOW.first, NOW.last), metric: str = "pageviews", **slice: str) -> Stretch:
    return Stretch(1, metric, *days, slice, Decimal(value))


def evidence(slices: tuple[Stretch, ...] = (), **by_day: int) -> Evidence:
    return evidence_of((), slices, **by_day)


def evidence_of(earlier: Iterable[tuple], slices: tuple[Stretch, ...], wider: dict | None = None, **by_day: int) -> Evidence:
    base = records(1, own=1, competitors=0, posts=1)
    known = [(1, code, NOW.first + timedelta(n), Decimal(value)) for code, value in by_day.items() for n in range(181)]
    days = series([*earlier, *known])
    rows = replace(base.rows, posts=base.rows.posts.iloc[:0], watched={}, days=days, slices=slices, wider=wider or {})
    return assemble(replace(base, accounts=(SITE,), rows=rows))


def pages(found: Evidence, language: str = "en") -> dict[str, Page]:
    facts = Facts(About(1), found, findings(found)).to_facts()
    return {page.key: page for page in document(facts, language, sealed_at=COLLECTED, sha256="0" * 64).pages}


def titles(found: Evidence, language: str = "en") -> dict[str, str]:
    return {key: plain(page.title, language) for key, page in pages(found, language).items()}


def plain(text: Text, language: str = "en") -> str:
    return write(text, language).replace("\u00a0", " ")


def table_of(found: Evidence) -> Table:
    return next(block for block in pages(found)["sources"].blocks if isinstance(block, Table))


def test_a_website_alone_has_one_summary_in_place_of_four_slides() -> None:
    found = pages(evidence(pageviews=10))
    assert list(found)[:2] == ["cover", "summary"] and not found.keys() & {"scorecard", "data", "traffic"}
    assert titles(evidence(pageviews=10))["cover"] == "Brand: website audit"
    assert titles(evidence(pageviews=10))["summary"] == "First measurement: page views 1,810"
    assert [type(block).__name__ for block in found["summary"].blocks] == ["Cards", "Chart", "Bullets", "Bullets"]


def test_visits_not_imported_are_missing_but_do_not_halve_what_is_known() -> None:
    found = evidence(pageviews=10)
    rows = {row.metric: (row.known, row.reason) for row in found.coverage}
    assert rows == {"visits": (0, Missing.NOT_IMPORTED), "pageviews": (181, "")}
    assert found.totals["coverage"].value == 1


def test_page_views_are_looked_for_only_where_there_are_any() -> None:
    found = evidence(visits=10)
    assert [row.metric for row in found.coverage] == ["visits"]
    assert titles(found)["summary"] == "First measurement: visits 1,810"


def test_sources_of_which_nothing_that_is_drawn_is_known_leave_no_picture() -> None:
    """Visits are known of the whole period alone, of sources only who came."""
    base = records(1, own=1, competitors=0, posts=1)
    whole, visitors = Stretch(1, "visits", NOW.first, NOW.last, {}, Decimal(900)), part(5, metric="visitors", utm_source="vk")
    rows = replace(base.rows, posts=base.rows.posts.iloc[:0], watched={}, days={}, stretches=(whole,), slices=(visitors,))
    found = assemble(replace(base, accounts=(SITE,), rows=rows))
    assert (found.own.now.numbers["visits"].value, len(found.own.now.sources)) == (900, 1)
    assert "Chart" not in [type(block).__name__ for block in pages(found)["summary"].blocks]


def test_the_sum_of_a_breakdown_is_called_so_and_never_enough() -> None:
    found = evidence((part(5, metric="visits", utm_source="vk"),))
    assert "data_enough" not in {finding.code for finding in findings(found)}
    assert [(row.metric, row.known, row.reason) for row in found.coverage] == [("visits", 181, Missing.IN_PARTS)]
    cards, _chart, missing, _to_do = pages(found)["summary"].blocks
    assert [write(card.note, "en") for card in cards.cards] == ["sum of a breakdown", "of 6", ""]
    assert [plain(item) for item in missing.items] == ["Visits: given only broken down, without its total"]
    assert titles(found)["sources"] == "“VK” brings 100% of traffic: 5 of 5"


@pytest.mark.parametrize(("name", "changes"), [("utm_source", [("visits", 400, 600)]), ("page", [])])
def test_half_years_of_one_breakdown_are_compared_and_of_two_are_not(name: str, changes: list) -> None:
    earlier = part(400, (BEFORE.first, BEFORE.last), "visits", **{name: "vk"})
    found = evidence((part(600, metric="visits", utm_source="vk"), earlier))
    assert [(c.measure, c.then.value, c.now.value) for c in found.own.changes] == changes
    assert changes or uncompared(found.own, "visits", "before") == "breakdown"


@pytest.mark.parametrize(
    ("slices", "value", "days"),
    [
        ([part(5, page="/", source="a"), part(7, page="/b", source="b", social_network="vk")], 12, 181),
        ([part(5, page="/", source="a"), part(7, page="/", source="b"), part(12, page="/")], 12, 181),  # with a subtotal
        ([part(5, page="/", country="a"), part(6, page="/", source="b")], 6, 181),  # the same views told twice
        ([part(5, JANUARY, page="/"), part(7, FEBRUARY, page="/")], 12, 59),
        ([part(5, JANUARY, page="/"), part(70, page="/")], 70, 181),
        ([part(5, source="a"), part(7, source="b", metric="visitors")], 5, 181),
    ],
)
def test_parts_add_up(slices: list[Stretch], value: int, days: int) -> None:
    found = added("own.now", slices, (1,), NOW)
    assert {code: (n.value, n.n) for code, n in found.items()} == {"pageviews": (value, days)}


def test_no_rate_is_made_of_a_total_and_of_parts() -> None:
    slices = tuple(part(n, metric=code, utm_source="vk") for code, n in (("visits", 10), ("goal_visits", 1)))
    assert {code: number.value for code, number in evidence(slices).own.now.numbers.items() if code in ("visits", "cr")} == {
        "visits": 10,
        "cr": Decimal("0.1"),
    }
    assert "cr" not in evidence(slices, visits=10).own.now.numbers


def test_a_report_by_page_source_and_country_gives_sources() -> None:
    """Five pages × three sources: 300 visits, 50 of google, 100 of t.co, 150 without a source."""
    parts = [(page, source, n) for page in "abcde" for source, n in (("google", 10), ("t.co", 20), ("(direct)", 30))]
    slices = (part(n, metric="visits", page=page, source=source, country="Spain") for page, source, n in parts)
    found = evidence(tuple(slices))
    assert found.own.now.numbers["visits"].value == 300
    assert {part.key: part.numbers["visits"].value for part in found.own.now.sources} == {
        "source=%28direct%29": 150,
        "social_network=x": 100,
        "source=google": 50,
    }


def test_sources_that_tie_are_counted_and_those_without_a_row_added_up() -> None:
    slices = tuple(part(60 if n < 3 else 10, metric="visits", source=f"s{n}", campaign=f"c{n}") for n in range(11))
    found = evidence(slices)
    assert titles(found)["sources"] == "Visits: 3 sources give the most, 60 each"
    rows = [[plain((cell,) if not isinstance(cell, tuple) else cell) for cell in row.cells] for row in table_of(found).rows]
    assert rows[-2:] == [["3 others", "30"], ["Sum of the breakdown", "260"]]


def test_page_views_by_day_are_tested_like_visits() -> None:
    before = [(1, "pageviews", BEFORE.first + timedelta(n), Decimal(100 + n % 7)) for n in range(184)]
    base = evidence_of(before, (), pageviews=40)
    assert [(change.measure, change.verdict) for change in base.own.changes] == [("pageviews", Verdict.WORSE)]
    assert titles(base)["summary"] == "Page views fell from 18.9K to 7,240 on the previous half-year"


def test_a_total_that_cannot_be_cut_to_the_months_says_which_to_ask_for() -> None:
    found = evidence_of((), (), wider={1: [Period(date(2025, 3, 1), date(2026, 2, 28))]})
    assert titles(found)["summary"] == (
        "Website: only a total of 1 March 2025 — 28 February 2026; ask for 1 January — 30 June by month"
    )
    steps = pages(found)["summary"].blocks[-1]
    assert [plain(step) for step in steps.items] == [
        "Export the same report for each month of the period: a total of other days cannot be cut into months"
    ]


def rows_of(found: Evidence) -> list[list[str]]:
    return [[plain(cell if isinstance(cell, tuple) else (cell,)) for cell in row.cells] for row in table_of(found).rows]


def test_visits_of_the_days_of_the_sources_that_no_source_has_stand_in_a_row_of_their_own() -> None:
    """Four visits a day make 124 in January."""
    slices = (part(60, JANUARY, "visits", source="google"), part(30, JANUARY, "visits", utm_source="vk"))
    assert rows_of(evidence(slices, visits=4)) == [
        ["google", "60"],
        ["VK", "30"],
        ["No source named", "34"],
        ["Total where sources are known", "124"],
    ]


OF_JUNE = tuple(part(n, JUNE, "visits", source=source) for source, n in (("google", 1800), ("vk", 1200)))


def test_sources_of_one_month_are_shares_of_that_month() -> None:
    """A hundred visits a day make 18,100 in the half-year and 3,000 in June."""
    found = evidence(OF_JUNE, visits=100)
    assert titles(found)["sources"] == "On 30 of 181 days “google” brought 60% of traffic: 1,800 of 3,000"
    assert rows_of(found) == [["google", "1,800"], ["VK", "1,200"], ["Total where sources are known", "3,000"]]
    assert found.own.now.sources[0].numbers["visits"].coverage == Decimal("0.165745856354")  # 30 ÷ 181
    assert found.own.now.of_sources["visits"].coverage == Decimal("0.165745856354")
    facts = Facts(About(1), found, findings(found)).to_facts()
    sheets = document(facts, "en", sealed_at=COLLECTED, sha256="0" * 64).sheets
    (intro,) = next(sheet.intro for sheet in sheets if sheet.name == "Traffic")
    assert plain(intro) == "Visits to the website and what came of them; sources are not known of all days, coverage from 17%"


def test_sources_of_the_whole_period_are_shares_of_all_visits() -> None:
    found = evidence((part(181, metric="visits", source="google"), part(543, metric="visits", source="vk")), visits=10)
    assert titles(found)["sources"] == "“VK” brings 30% of traffic: 543 of 1,810"
    assert rows_of(found) == [["VK", "543"], ["google", "181"], ["No source named", "1,086"], ["Total", "1,810"]]


def test_of_sources_about_as_big_none_is_the_main_one() -> None:
    """Chance decides which of 5,613, 5,527 and 5,281 visits are more."""
    found = evidence(tuple(part(n, metric="visits", source=s) for s, n in (("a", 5613), ("b", 5527), ("c", 5281))), visits=100)
    assert [one.code for one in findings(found) if one.code == "traffic_source"] == []
    assert titles(found)["sources"] == "Visits: no clear leader, 3 sources give between 5,281 and 5,613"


def test_no_share_is_claimed_where_visits_of_the_days_of_the_sources_are_not_known() -> None:
    until_may = [(1, "visits", NOW.first + timedelta(n), Decimal(100)) for n in range(151)]
    found = evidence_of(until_may, OF_JUNE)
    assert [one.code for one in findings(found) if one.code == "traffic_source"] == []
    assert titles(found)["sources"] == "Visits: the biggest source is “google” with 1,800"
    assert rows_of(found) == [["google", "1,800"], ["VK", "1,200"]]


def test_days_on_which_nobody_came_by_a_tag_are_days_of_the_sources_too() -> None:
    """Ten tagged visits on every tenth day: 180 of the 1,810 of the half-year."""
    tagged = tuple(part(10, (day, day), "visits", utm_source="vk") for n in range(1, 181, 10) if (day := NOW.first + timedelta(n)))
    assert rows_of(evidence(tagged, visits=10)) == [["VK", "180"], ["No source named", "1,630"], ["Total", "1,810"]]


def test_the_formulas_of_a_website_explain_no_interactions() -> None:
    found = pages(evidence(visits=10, goal_visits=1))
    (formulas,) = (block for block in found["method"].blocks if isinstance(block, Table))
    assert [row.cells[0] for row in formulas.rows] == ["cr@1"]
    assert plain(found["method"].subtitle) == ""
