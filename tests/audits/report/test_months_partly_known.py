"""A bar of a month of which not all days are known says so: none of eight days is not none of thirty-one."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from audits.evidence import Number, Segment
from audits.findings import findings
from audits.measures.assembly import assemble
from audits.report import names
from audits.report.facts import About, Facts
from audits.report.pages import volume
from audits.report.partly_known import partly_known
from audits.report.telling import Telling
from smmstrategy.metrics.periods import Period
from smmstrategy.reports.document import Chart
from smmstrategy.reports.formats import write
from tests.audits.report import builder
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


MAY = Period(date(2026, 5, 1), date(2026, 5, 10))


def parts_of(*numbers: int) -> list[Period]:
    """Twenty-one days of each of these months of the year."""
    return [Period(date(2026, n, 10), date(2026, n, 30)) for n in numbers]


@pytest.mark.parametrize(
    ("language", "heading"),
    [
        ("ru", "По месяцам; известны не все дни: мар–июн (от 32 %)"),
        ("en", "By month; not all days known: Mar–Jun (from 32%)"),
    ],
)
def test_many_months_partly_known_are_named_with_the_share_of_the_least_known(language: str, heading: str) -> None:
    """January is known, of February nothing is."""
    known = [Period(date(2026, 1, 1), date(2026, 1, 31)), *parts_of(3, 4), MAY, *parts_of(6)]
    assert months(*known, language=language)[0] == heading


def test_months_that_do_not_follow_each_other_are_named_one_by_one() -> None:
    known = [*parts_of(1), Period(date(2026, 2, 1), date(2026, 2, 28)), *parts_of(3, 4), MAY]
    assert months(*known)[0] == "By month; not all days known: Jan, Mar–May (from 32%)"


def test_months_that_have_no_room_in_a_heading_are_counted() -> None:
    """Every other month of two years, the first the least known."""
    known = [Decimal(1) if n % 2 else Decimal(50 + n) / 100 for n in range(24)]
    cut = [Number(f"n{n}", Decimal(9), "visits@1", coverage=share) for n, share in enumerate(known)]
    drawn = [Segment(f"{2024 + n // 12}-{n % 12 + 1:02}", {"visits": number}) for n, number in enumerate(cut)]
    telling = Telling(builder.full(), "en")
    heading = partly_known(telling, drawn, "visits", tuple(names.months([month.key for month in drawn], "en")))
    assert write(heading, "en").replace("\u00a0", " ") == "not all days of 12 months are known, least of all of Jan 2024, 50%"
