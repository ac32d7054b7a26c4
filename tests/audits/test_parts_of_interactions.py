"""What makes up a real share of the interactions is never dropped in silence, and what is dropped is named."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from audits.evidence import Evidence, Missing
from audits.findings import findings
from audits.measures.assembly import assemble
from audits.measures.rates import interaction_parts, left_out
from audits.report.facts import About, Facts
from audits.report.gaps import gaps
from audits.report.pages import appendix
from audits.report.reasons import reason
from audits.report.telling import Telling
from smmstrategy.reports.formats import write
from tests.audits.synthetic import NOW, records


def frame(**columns: list[float | None]) -> pd.DataFrame:
    return pd.DataFrame({"account_id": 1, **{code: pd.Series(values, dtype=float) for code, values in columns.items()}})


LIKES_OF_TWO_IN_THREE = {"likes": [26, 30, None] * 12, "comments": [4] * 36, "shares": [2] * 36}


@pytest.mark.parametrize(
    ("columns", "counted", "dropped"),
    [
        (LIKES_OF_TWO_IN_THREE, ("likes", "comments", "shares"), ()),
        ({"likes": [40] * 10, "comments": [10] * 5 + [None] * 5}, ("likes", "comments"), ()),
        ({"likes": [41] * 10, "comments": [10] * 5 + [None] * 5}, ("likes",), ("comments",)),
        ({"likes": [41] * 10, "comments": [1] * 8 + [None] * 2}, ("likes", "comments"), ()),
        ({"likes": [41] * 10, "saves": [None] * 10}, ("likes",), ()),
        ({"likes": [None] * 3, "shares": [None] * 3}, (), ()),
        ({"likes": [0] * 10, "comments": [0] * 5 + [None] * 5}, ("likes",), ("comments",)),
    ],
)
def test_a_fifth_of_the_sum_counts_however_few_posts_it_is_known_of(columns: dict, counted: tuple, dropped: tuple) -> None:
    posts = frame(**columns)
    parts = interaction_parts(posts)
    assert parts == {1: counted}
    assert left_out(posts, parts) == ({1: dropped} if dropped else {})


def evidence(*codes: str) -> Evidence:
    """One account, of whose posts these parts are known of every second one."""
    base = records(1, own=1, competitors=0, posts=40)
    posts = base.rows.posts.assign(comments=2.0, shares=2.0)
    for code in codes:
        posts[code] = np.where(np.arange(len(posts)) % 2, np.nan, posts[code])
    return assemble(replace(base, rows=replace(base.rows, posts=posts)))


def test_posts_without_their_reactions_lower_the_coverage_of_interactions() -> None:
    now = evidence("likes").own.now.numbers
    assert now["interactions"].value == now["likes"].value + 4 * now["likes"].n
    assert now["interactions"].coverage == now["likes"].coverage < now["comments"].coverage
    assert now["interactions"].metric == "interactions@2"


def test_a_small_part_left_out_is_named_by_the_number_the_gaps_and_the_method() -> None:
    found = evidence("shares")
    now = found.own.now.numbers
    assert now["interactions"].value == now["likes"].value + now["comments"].value
    for code in ("interactions", "interactions.median", "er_view.median", "er_view.total", "er_day"):
        assert now[code].inputs[-1] == ("account-1 without", "shares")
    assert now["likes"].inputs == (("n", str(now["likes"].n)),)
    telling = Telling(Facts(About(1), found, findings(found)), "en")
    assert [(row.metric, row.reason) for row in gaps(telling) if row.level == "post" and row.known] == [
        ("shares", Missing.LEFT_OUT)
    ]
    telling.figure(now["interactions"])
    telling.figure(now["er_view.median"])
    method = next(page for page in appendix.pages(telling) if page.key == "method")
    assert write(method.subtitle, "en").endswith("; left out as known of too few posts: shares (VK)")


def test_all_parts_left_out_of_an_account_are_one_input() -> None:
    """The list of KPIs keeps inputs by their names."""
    interactions = evidence("comments", "shares").own.now.numbers["interactions"]
    assert dict(interactions.inputs)["account-1 without"] == "comments, shares"


def test_a_part_left_out_for_the_months_before_is_named_though_known_of_every_post_now() -> None:
    base = records(1, own=1, competitors=0, posts=40)
    posts = base.rows.posts.assign(likes=100.0, comments=2.0, shares=2.0)
    posts.loc[posts["day"] < NOW.first, "shares"] = np.nan
    found = assemble(replace(base, rows=replace(base.rows, posts=posts)))
    telling = Telling(Facts(About(1), found, findings(found)), "en")
    assert [row.metric for row in gaps(telling) if row.reason == Missing.LEFT_OUT] == ["shares"]


def test_hidden_values_are_a_possible_reason_of_a_gap() -> None:
    assert reason(Missing.PARTLY_GIVEN, "en") == "the other posts have no value or hide it"
