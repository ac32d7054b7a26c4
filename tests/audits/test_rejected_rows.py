"""Rows of a file that were not taken are a gap beside the days it knows."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from audits.evidence import Missing
from audits.measures.assembly import assemble
from audits.measures.calendar import Rejected
from smmstrategy.metrics.periods import Period
from tests.audits.synthetic import NOW, records

ACCOUNT = 1


def known(rejected: Rejected) -> list[tuple[str, str, int, int, Decimal, str]]:
    """Coverage of posts and rows of an account of which sixty-two posts are known in the period."""
    base = records(5, own=1, competitors=0, posts=180)
    found = assemble(replace(base, rows=replace(base.rows, rejected=rejected)))
    assert found.own.now.numbers["posts"].value == 62
    rows = (row for row in found.coverage if row.metric in ("posts", "rows"))
    return [(row.metric, row.level, row.known, row.expected, row.share.value, row.reason) for row in rows]


ALL_DAYS = ("posts", "account", 181, 181, Decimal(1), "")


@pytest.mark.parametrize(
    ("rejected", "rows"),
    [
        ({}, []),
        ({ACCOUNT: [(Period(date(2025, 1, 1), date(2025, 12, 31)), 18)]}, []),
        ({ACCOUNT: [(NOW, 18)]}, [("rows", "post", 62, 80, Decimal("0.775"), Missing.REJECTED)]),
        (  # two parts of the days of one file
            {ACCOUNT: [(Period(NOW.first, date(2026, 2, 1)), 18), (Period(date(2026, 3, 1), NOW.last), 18)]},
            [("rows", "post", 62, 80, Decimal("0.775"), Missing.REJECTED)],
        ),
    ],
)
def test_rows_that_were_not_taken_are_a_gap_of_their_days(rejected: Rejected, rows: list) -> None:
    assert known(rejected) == [ALL_DAYS, *rows]


def test_what_is_known_in_the_mean_is_less_by_the_rows_not_taken() -> None:
    """Of posts, followers, views, likes, comments and shares all are known but 18 of 80 rows of posts: (5 + 0.775) ÷ 6."""
    base = records(5, own=1, competitors=0, posts=180)
    whole, less = (assemble(replace(base, rows=replace(base.rows, rejected=r))) for r in ({}, {ACCOUNT: [(NOW, 18)]}))
    assert (whole.totals["coverage"].value, less.totals["coverage"].value) == (1, Decimal("0.9625"))
