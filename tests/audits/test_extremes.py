"""Best and worst posts are measured against the median of their account, and a median of nought measures nothing."""

from dataclasses import replace

import pandas as pd

from audits.evidence import Evidence, Window
from audits.findings import findings
from audits.measures.assembly import assemble
from tests.audits.synthetic import NOW, records

QUIET, LOUD = 1, 2


def window(quiet: list[int], loud: list[int]) -> Window:
    return evidence(quiet, loud).own.now


def evidence(quiet: list[int], loud: list[int]) -> Evidence:
    """Two own accounts with a post for each of these numbers of likes, which are all their interactions."""
    base = records(1, own=2, competitors=0, posts=120)
    inside = base.rows.posts[base.rows.posts["day"] >= NOW.first].drop(columns=["comments", "shares"])
    parts = [
        inside[inside["account_id"] == account].head(len(likes)).assign(likes=[float(n) for n in likes])
        for account, likes in ((QUIET, quiet), (LOUD, loud))
    ]
    return assemble(replace(base, rows=replace(base.rows, posts=pd.concat(parts, ignore_index=True))))


def test_a_post_of_an_account_that_usually_gets_nothing_does_not_outrank_four_times_the_median_of_another() -> None:
    now = window([0, 0, 0, 0, 8], [100, 100, 100, 100, 100, 100, 400])
    assert [post.number.value for post in now.best[:2]] == [400, 100]
    assert [post.times_median.value for post in now.best] == [4, 1, 1, 1, 1]
    assert {post.times_median.value for post in now.worst[:2]} == {1}


def test_where_most_posts_get_nothing_the_others_come_after_by_what_they_got() -> None:
    now = window([0, 0, 0, 0, 0, 3, 8], [10, 10, 40])
    assert [post.number.value for post in now.best] == [40, 10, 10, 8, 3]
    assert [post.times_median.value for post in now.best] == [4, 1, 1, None, None]
    assert [post.number.value for post in now.worst] == [0, 0, 0, 0, 0]


def carried(quiet: list[int], loud: list[int]) -> list[str]:
    return [finding.subject for finding in findings(evidence(quiet, loud)) if finding.code == "outliers"]


def test_few_posts_carry_an_account_and_never_one_account_the_brand() -> None:
    assert carried([2] * 20, [388] * 10) == []
    assert carried([2] * 20, [388] * 19 + [38_800]) == [f"account-{LOUD}"]
