"""Rows of a file that were not taken are a gap beside the days it knows."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from audits.evidence import Evidence, Missing
from audits.measures.assembly import assemble
from audits.measures.calendar import Rejected
from audits.measures.changes import uncompared
from audits.measures.glance import glanced
from audits.report.digest import digests
from smmstrategy.metrics.periods import Period
from smmstrategy.numbers.measures import known as known_of
from tests.audits.report.test_one_story import facts
from tests.audits.synthetic import NOW, records

ACCOUNT = 1


def evidence(rejected: Rejected) -> Evidence:
    """An account of which sixty-two posts are known in the period."""
    base = records(5, own=1, competitors=0, posts=180)
    return assemble(replace(base, rows=replace(base.rows, rejected=rejected)))


def known(rejected: Rejected) -> list[tuple[str, str, int, int, Decimal, str]]:
    """Coverage of posts and rows of that account."""
    found = evidence(rejected)
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
    whole, less = (evidence(rejected) for rejected in ({}, {ACCOUNT: [(NOW, 18)]}))
    assert (whole.totals["coverage"].value, less.totals["coverage"].value) == (1, Decimal("0.9625"))


def test_a_count_of_posts_is_not_wholly_known_where_rows_of_them_were_not_taken() -> None:
    """Of 80 rows 62 were taken: of days all is known, of posts, their pace and the sum of their views 0.775."""
    own = evidence({ACCOUNT: [(NOW, 18)]}).own
    codes = ("posts", "posts_per_week", "active_days", "views", "views.median")
    known = {code: own.now.numbers[code].coverage for code in codes}
    assert known == dict.fromkeys(codes[:4], Decimal("0.775")) | {"views.median": 1}
    assert own.windows["before"].numbers["posts"].coverage == 1
    assert {month.numbers["posts"].coverage for month in own.now.months} == {Decimal("0.775")}


def test_fewer_posts_are_no_change_where_the_others_may_be_among_the_rows_not_taken() -> None:
    own = evidence({ACCOUNT: [(NOW, 18)]}).own
    assert (own.change("posts"), uncompared(own, "posts", "before")) == (None, "coverage")


def test_a_figure_names_the_days_it_is_known_of_only_where_nothing_else_is_missing() -> None:
    known = {
        lost: next(figure for figure in told["en"]["figures"] if figure["label"] == "Posts")["known"]
        for lost in (0, 18)
        for told in [digests(facts(evidence({ACCOUNT: [(NOW, lost)]})).to_facts(), ["en"])]
    }
    assert known == {
        0: {"share": "100%", "days": 181, "of": 181, "poor": False},
        18: {"share": "78%", "days": None, "of": None, "poor": True},
    }


def test_the_page_of_numbers_says_how_many_rows_were_taken() -> None:
    base = records(5, own=1, competitors=0, posts=180)
    glance = glanced(replace(base, rows=replace(base.rows, rejected={ACCOUNT: [(NOW, 18)]})), None, ("now",))
    found = {code: known_of(code, glance) for code in ("posts", "views", "interactions.median")}
    assert {code: (one.share, one.words) for code, one in found.items()} == {
        "posts": (Decimal("0.775"), "181 of 181 days, 62 of 80 rows taken"),
        "views": (Decimal("0.775"), "62 of 62 posts, 62 of 80 rows taken"),
        "interactions.median": (1, "62 of 62 posts"),
    }
