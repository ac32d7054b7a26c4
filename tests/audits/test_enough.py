"""Data is called enough only where nearly all that an audit looks for is known."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from audits.findings import findings
from audits.measures.assembly import assemble
from audits.measures.series import Days
from smmstrategy.metrics.periods import Period
from tests.audits.synthetic import NOW, records

ALL = Period(date(2024, 12, 1), NOW.last)
AUTUMN = Period(date(2025, 7, 1), date(2025, 12, 31))


def about_data(*, followers: Period) -> list[tuple[str, str, Decimal]]:
    """Of an account with four hundred posts and all their views, likes, comments and shares: what is said, and the coverage."""
    base = records(5, own=1, competitors=0, posts=400)
    days: Days = {key: one.within(followers) for key, one in base.rows.days.items()}
    found = assemble(replace(base, rows=replace(base.rows, days=days)))
    return [(f.code, f.severity, round(f.numbers["coverage"].value, 2)) for f in findings(found) if "coverage" in f.numbers]


@pytest.mark.parametrize(
    ("followers", "said"),
    [
        (ALL, [("data_enough", "neutral", Decimal("1.00"))]),
        (AUTUMN, [("data_in_part", "warning", Decimal("0.83"))]),  # followers none of six: posts, views, likes, comments, shares
    ],
)
def test_enough_posts_with_measures_missing_are_no_enough_data(followers: Period, said: list) -> None:
    assert about_data(followers=followers) == said
