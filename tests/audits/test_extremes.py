"""Best and worst posts are measured against the median of their account, and a median of nought measures nothing."""

from dataclasses import replace

import pandas as pd

from audits.evidence import Evidence, Window
from audits.findings import findings
from audits.measures.assembly import assemble
from audits.report.facts import About, Facts
from audits.report.pages import content
from audits.report.telling import Telling
from smmstrategy.reports.document import Gallery
from smmstrategy.reports.formats import write
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


def test_a_small_multiple_of_the_median_is_not_rounded_to_none() -> None:
    found = evidence([0, 0, 0, 0, 3, 3, 3, 3, 3], [1, 4, *[100] * 8])
    telling = Telling(Facts(About(1), found, findings(found)), "en")
    page = next(page for page in content.pages(telling) if page.key == "posts")
    labels = [write(tile.label, "en") for gallery in page.blocks if isinstance(gallery, Gallery) for tile in gallery.tiles]
    assert labels[-5:] == ["×0 the median"] * 4 + ["×0.01 the median"]
