"""A bar of a month of which not all days are known says so: none of eight days is not none of thirty-one."""

from dataclasses import replace
from datetime import date

import pytest

from audits.findings import findings
from audits.measures.assembly import assemble
from audits.report.facts import About, Facts
from audits.report.pages import volume
from audits.report.telling import Telling
from smmstrategy.metrics.periods import Period
from smmstrategy.reports.document import Chart
from smmstrategy.reports.formats import write
from tests.audits.synthetic import NOW, records


def months(*watched: Period, language: str = "en") -> tuple[str, list[str]]:
    """The heading of the chart of posts by month, and its months, of an account of which these days are known."""
    base = records(6, own=1, competitors=0, posts=2000)
    posts = base.rows.posts[[any(one.first <= day <= one.last for one in watched) for day in base.rows.posts["day"]]]
    evidence = assemble(replace(base, rows=replace(base.rows, posts=posts, watched={1: watched}, days={})))
    (page,) = volume.pages(Telling(Facts(About(1), evidence, findings(evidence)), language))
    chart = [block for block in page.blocks if isinstance(block, Chart)][-1]
    return write(chart.title, language).replace("\u00a0", " "), [str(one) for one in chart.categories]


@pytest.mark.parametrize(
    ("language", "heading"),
    [("ru", "По месяцам; известны не все дни: дек — 26 %"), ("en", "By month; not all days known: Dec 26%")],
)
def test_a_month_of_which_eight_days_are_known_says_so(language: str, heading: str) -> None:
    """The file begins on the 24th of December."""
    title, named = months(Period(date(2025, 12, 24), NOW.last), language=language)
    assert (title, len(named)) == (heading, 7)


def test_a_month_of_which_all_days_are_known_says_nothing() -> None:
    assert months(Period(date(2025, 12, 1), NOW.last))[0] == "By month"


def test_a_month_of_which_no_day_is_known_has_no_bar_and_says_nothing() -> None:
    assert months(Period(date(2026, 1, 1), NOW.last)) == ("By month", ["Jan", "Feb", "Mar", "Apr", "May", "Jun"])


def test_many_months_partly_known_are_counted_and_the_least_known_is_named() -> None:
    """January is known; of March, April and June 21 days are, of May ten, and of February none."""
    watched = [Period(date(2026, n, 10), date(2026, n, 30)) for n in (3, 4, 6)]
    known = sorted([Period(date(2026, 1, 1), date(2026, 1, 31)), Period(date(2026, 5, 1), date(2026, 5, 10)), *watched])
    assert months(*known)[0] == "By month; not all days of 4 months are known, least of all of May, 32%"
