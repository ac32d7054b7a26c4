"""A brand of which nothing but its website is known: what is said of it is said of its traffic."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from audits.evidence import Evidence, Missing
from audits.findings import findings
from audits.measures.assembly import TrackedAccount, assemble
from audits.measures.days import series
from audits.measures.traffic import Stretch, pageviews
from audits.report import document
from audits.report.facts import About, Facts
from smmstrategy.reports.document import Page
from smmstrategy.reports.formats import write
from tests.audits.synthetic import COLLECTED, NOW, records

SITE = TrackedAccount(1, "website", "site", "", "", "own", "")
JANUARY, FEBRUARY = (date(2026, 1, 1), date(2026, 1, 31)), (date(2026, 2, 1), date(2026, 2, 28))


def part(value: int, days: tuple[date, date] = (NOW.first, NOW.last), metric: str = "pageviews", **slice: str) -> Stretch:
    return Stretch(1, metric, *days, slice, Decimal(value))


def evidence(slices: tuple[Stretch, ...] = (), **by_day: int) -> Evidence:
    base = records(1, own=1, competitors=0, posts=1)
    known = [(1, code, NOW.first + timedelta(n), Decimal(value)) for code, value in by_day.items() for n in range(181)]
    rows = replace(base.rows, posts=base.rows.posts.iloc[:0], watched={}, days=series(known), slices=slices)
    return assemble(replace(base, accounts=(SITE,), rows=rows))


def pages(found: Evidence, language: str = "en") -> dict[str, Page]:
    facts = Facts(About(1), found, findings(found)).to_facts()
    return {page.key: page for page in document(facts, language, sealed_at=COLLECTED, sha256="0" * 64).pages}


def titles(found: Evidence, language: str = "en") -> dict[str, str]:
    return {key: write(page.title, language).replace("\u00a0", " ") for key, page in pages(found, language).items()}


def test_page_views_alone_open_the_deck_and_have_a_slide() -> None:
    said = titles(evidence(pageviews=10))
    assert {key: said[key] for key in ("summary", "scorecard", "data", "traffic")} == {
        "summary": "First measurement: Page views 1,810",
        "scorecard": "A starting point: page views 1,810, nothing to compare it with yet",
        "data": "Data suffices: 100% of the wanted measures known",
        "traffic": "The website had 1,810 page views in the period",
    }


def test_visits_not_imported_are_missing_but_do_not_halve_what_is_known() -> None:
    found = evidence(pageviews=10)
    rows = {row.metric: (row.known, row.reason) for row in found.coverage}
    assert rows == {"visits": (0, Missing.NOT_IMPORTED), "pageviews": (181, "")}
    assert found.totals["coverage"].value == 1


def test_page_views_are_looked_for_only_where_there_are_any() -> None:
    found = evidence(visits=10)
    assert [row.metric for row in found.coverage] == ["visits"]
    assert titles(found)["traffic"] == "The website had 1,810 visits"


def test_without_a_total_nothing_is_called_enough() -> None:
    found = evidence((part(5, metric="visits", utm_source="vk"),))
    assert "data_enough" not in {finding.code for finding in findings(found)}
    assert [(row.metric, row.reason) for row in found.coverage] == [("visits", Missing.IN_PARTS)]
    assert "traffic" not in pages(found)


@pytest.mark.parametrize(
    ("slices", "value", "days"),
    [
        ([part(5, page="/", source="a"), part(7, page="/b", source="b", social_network="vk")], 12, 181),
        ([part(5, page="/", source="a"), part(7, page="/", source="b"), part(12, page="/")], 12, 181),  # with a subtotal
        ([part(5, page="/", country="a"), part(5, page="/", source="b")], 5, 181),  # the same views told twice
        ([part(5, JANUARY, page="/"), part(7, FEBRUARY, page="/")], 12, 59),
        ([part(5, JANUARY, page="/"), part(70, page="/")], 70, 181),
        ([part(5, source="a"), part(7, metric="visits", page="/")], None, 0),
    ],
)
def test_a_view_is_of_one_page_so_that_pages_add_up(slices: list[Stretch], value: int | None, days: int) -> None:
    found = pageviews("own.now", slices, (1,), NOW)
    assert {code: (n.value, n.n) for code, n in found.items()} == ({"pageviews": (value, days)} if days else {})


def test_a_report_by_page_of_the_whole_period_has_a_slide_without_months() -> None:
    found = evidence((part(5, page="/"), part(7, page="/b"), part(3, metric="visits", page="/")))
    assert len(pages(found)["traffic"].blocks) == 1
    assert titles(found)["traffic"] == "The website had 12 page views in the period"
    assert titles(found, "ru")["traffic"] == "За период на сайте 12 просмотров страниц"
    assert found.totals["coverage"].value == 1
