"""No day stands in two windows of an audit, and where a year earlier has none of its own, documents, form and page say so."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from audits.evidence import Evidence
from audits.findings import findings
from audits.measures.assembly import assemble
from audits.measures.calendar import why_one, windows
from audits.report import document
from audits.report.facts import About, Facts
from smmstrategy.metrics.periods import Period
from smmstrategy.numbers import words
from smmstrategy.numbers.choice import choice
from smmstrategy.reports.document import Document, Grid, Table, Text
from smmstrategy.reports.formats import write
from tests.audits.synthetic import COLLECTED, records

UNTIL = date(2026, 6, 30)


def of_months(count: int) -> Period:
    return Period.months(UNTIL, count)


@pytest.mark.parametrize("count", range(1, 25))
def test_no_window_shares_a_day_with_another(count: int) -> None:
    periods = sorted(windows(of_months(count)).values())
    assert all(one.last < other.first for one, other in pairwise(periods))


def test_a_year_earlier_is_a_window_up_to_six_months() -> None:
    assert windows(of_months(6)) == {
        "now": Period(date(2026, 1, 1), UNTIL),
        "before": Period(date(2025, 7, 1), date(2025, 12, 31)),
        "year_earlier": Period(date(2025, 1, 1), date(2025, 6, 30)),
    }
    assert {count: why_one(of_months(count)) for count in (3, 6, 7, 9, 12, 18)} == {
        3: "",
        6: "",
        7: "overlap",
        9: "overlap",
        12: "same",
        18: "overlap",
    }
    assert windows(of_months(12))["before"] == Period(date(2024, 7, 1), date(2025, 6, 30))


def test_own_days_follow_the_same_rule() -> None:
    spring = Period(date(2026, 3, 10), date(2026, 4, 8))
    assert windows(spring) == {
        "now": spring,
        "before": Period(date(2026, 2, 8), date(2026, 3, 9)),
        "year_earlier": Period(date(2025, 3, 10), date(2025, 4, 8)),
    }
    year = Period(date(2025, 3, 10), date(2026, 3, 9))
    assert (windows(year)["before"], why_one(year)) == (Period(date(2024, 3, 10), date(2025, 3, 9)), "same")


def audited(count: int) -> Evidence:
    """Of months up to June 2026; posts are known from July 2024 on, and the first is of January 2025."""
    base = records(5, own=1, competitors=0, posts=600)
    rows = replace(base.rows, watched={1: (Period(date(2024, 7, 1), UNTIL),)})
    return assemble(replace(base, periods=windows(of_months(count)), month_count=count, rows=rows))


def test_a_question_about_a_whole_year_is_asked_once() -> None:
    evidence = audited(12)
    assert (evidence.before, evidence.year_earlier) == (Period(date(2024, 7, 1), date(2025, 6, 30)), None)
    assert [question for question in evidence.trials if question.startswith("own.views.")] == ["own.views.before"]
    assert [change.against for change in evidence.own.changes if change.measure == "views.median"] == ["before"]


def told(count: int) -> Document:
    evidence = audited(count)
    facts = Facts(About(1), evidence, findings(evidence)).to_facts()
    return document(facts, "en", sealed_at=COLLECTED, sha256="0" * 64)


def text(said: Text | str) -> str:
    return said if isinstance(said, str) else write(said, "en").replace("\u00a0", " ")


def scorecard(made: Document) -> tuple[list[str], str]:
    """The heads of its table, and its subtitle."""
    page = next(page for page in made.pages if page.key == "scorecard")
    table = next(block for block in page.blocks if isinstance(block, Table))
    return [text(column.title) for column in table.columns], text(page.subtitle)


def sheet(made: Document, name: str) -> Grid:
    return next(sheet for sheet in made.sheets if sheet.name == name).grids[0]


def passport(made: Document) -> dict[str, str]:
    """What it says of the windows."""
    rows = sheet(made, "Passport").rows
    return {text(name): text(cell) for name, cell in rows if text(name).startswith(("Compared", "A year"))}


def test_the_documents_of_a_whole_year_compare_it_with_a_year_earlier_alone() -> None:
    made = told(12)
    assert scorecard(made)[0] == ["Measure", "Now", "vs a year earlier"]
    assert [field.title for field in sheet(made, "Summary").fields][:4] == ["Measure", "Now", "A year earlier", "Δ"]
    assert passport(made) == {
        "Compared with a year earlier": "1 July 2024 — 30 June 2025",
        "A year earlier": "the same days as the previous period: compared once",
    }


def test_the_documents_of_nine_months_say_why_there_is_no_year_earlier() -> None:
    made = told(9)
    assert scorecard(made)[0] == ["Measure", "Now", "vs previous period"]
    assert "a year earlier overlap the previous period: only that is compared" in scorecard(made)[1]
    assert passport(made) == {
        "Compared with previous period": "1 January — 30 September 2025",
        "A year earlier": "overlaps the previous period: only that is compared",
    }


def test_the_page_offers_what_the_period_can_be_compared_with() -> None:
    year = choice({"period": "custom", "first": "2025-07-01", "last": "2026-06-30", "against": "year_earlier"}, UNTIL, UNTIL)
    assert (year.offered, year.window) == (("before", "nothing"), "before")
    assert year.compared == Period(date(2024, 7, 1), date(2025, 6, 30))
    assert words.one_window(year.period) == "The same days a year earlier are the period before: they are compared once."
    half = choice({"against": "year_earlier"}, UNTIL, UNTIL)
    assert (half.offered, half.window, words.one_window(half.period)) == (("before", "year_earlier", "nothing"), "year_earlier", "")
