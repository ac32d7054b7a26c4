"""Reach taken apart into organic, viral and paid, post by post, and promoted posts beside the others."""

from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest

from audits.evidence import Evidence, Verdict
from audits.findings import findings
from audits.measures.assembly import assemble
from audits.report import document
from audits.report.facts import About, Facts
from smmstrategy.reports.document import Callout, Chart, Document, Page
from smmstrategy.reports.formats import write
from tests.audits.synthetic import COLLECTED, NOW, records


def evidence(before: float = 100, now: float = 100, viral: float = 50, own: int = 1) -> Evidence:
    """Each post of the first account reaches 500 people, of whom ads so many in the period and before it; every second has no ads.

    Of others nobody knows their reach.
    """
    base = records(3, own=own, competitors=0, posts=500)
    posts, even = base.rows.posts, np.arange(500 * own) % 2 == 0
    paid = np.where(even, 0.0, np.where(posts["day"] >= NOW.first, now, before))
    posts = posts.assign(reach=500.0, reach_paid=paid, reach_viral=viral, is_paid=~even)
    posts.loc[posts["account_id"] > 1, ["reach", "reach_paid", "reach_viral"]] = np.nan
    return assemble(replace(base, rows=replace(base.rows, posts=posts)))


def told(one: Evidence, language: str = "en") -> Document:
    facts = Facts(About(1), one, findings(one))
    return document(facts.to_facts(), language, sealed_at=COLLECTED, sha256="0" * 64)


def page(one: Evidence) -> Page | None:
    return next((page for page in told(one).pages if page.key == "reach_parts"), None)


def text(said: tuple) -> str:
    return write(said, "en").replace("\u00a0", " ")


def test_what_ads_and_friends_leave_of_the_reach_of_a_post_is_organic() -> None:
    now = evidence().own.now
    even, odd = (next(part.numbers for part in now.promotion if part.key == key) for key in ("organic", "paid"))
    assert (even["organic_share.mean"].value, even["direct_share.mean"].value) == (1, Decimal("0.9"))
    assert (odd["organic_share.mean"].value, odd["direct_share.mean"].value) == (Decimal("0.8"), Decimal("0.7"))
    assert even["posts_share"].value + odd["posts_share"].value == 1


def test_parts_that_come_to_more_than_the_reach_overlap_and_are_no_parts() -> None:
    now = evidence(now=480, viral=50).own.now
    organic, direct = now.numbers["organic_share.mean"], now.numbers["direct_share.mean"]
    assert organic.n == now.numbers["posts"].value > direct.n
    chart = next(block for block in page(evidence(now=480, viral=50)).blocks if isinstance(block, Chart))
    assert [series.name for series in chart.series] == ["Organic", "Paid"]


def test_the_slide_shows_parts_that_come_to_the_whole_in_each_month() -> None:
    shown = page(evidence())
    chart = next(block for block in shown.blocks if isinstance(block, Chart))
    assert [series.name for series in chart.series] == ["Direct organic", "Viral", "Paid"]
    months = [sum(part.value for part in month) for month in zip(*(series.values for series in chart.series), strict=True)]
    assert months == [1] * 12
    assert text(shown.title) == "Organic reach is 90% of a post’s reach on average, paid reach 10%"


def test_the_title_names_the_account_whose_reach_is_known_where_it_is_one_of_several() -> None:
    assert text(page(evidence(own=2)).title) == "VK: organic reach is 90% of a post’s reach on average, paid reach 10%"


def test_a_share_that_fell_beyond_chance_is_the_title() -> None:
    base = records(3, own=1, competitors=0, posts=500)
    rng, is_now = np.random.default_rng(1), base.rows.posts["day"] >= NOW.first
    paid = np.round(rng.uniform(50, 150, 500) + np.where(is_now, 100, 0))
    posts = base.rows.posts.assign(reach=500.0, reach_paid=paid)
    one = assemble(replace(base, rows=replace(base.rows, posts=posts)))
    assert one.own.change("organic_share.median").verdict is Verdict.MOVED
    assert text(page(one).title).startswith("Organic share of reach of the median post fell from 81% to 60%")


def test_what_promoted_posts_of_an_account_get_is_said_beside_what_its_others_get() -> None:
    one = evidence()
    code = f"{one.own.judged_by}.median"
    paid, organic = (next(p.numbers[code] for p in one.own.now.promotion if p.key == key) for key in ("paid", "organic"))
    said = next(text(block.text) for block in page(one).blocks if isinstance(block, Callout))
    assert f"for promoted posts (n = {paid.n})" in said and f"for others (n = {organic.n})" in said


def test_the_workbook_has_the_parts_by_month_and_the_promoted_posts() -> None:
    one = evidence()
    by_month, promoted = next(sheet for sheet in told(one).sheets if sheet.name == "Organic and paid").grids
    assert len(by_month.rows) == 6
    assert [sum(cell.value for cell in row[3:]) for row in by_month.rows] == [1] * 6
    assert [row[1] for row in promoted.rows] == ["not promoted", "promoted"]


@pytest.mark.parametrize("missing", [["reach_paid"], ["reach"]])
def test_without_the_reach_of_ads_nothing_is_said(missing: list[str]) -> None:
    base = records(3, own=1, competitors=0, posts=100)
    posts = base.rows.posts.assign(reach=500.0, reach_paid=100.0).drop(columns=missing)
    assert page(assemble(replace(base, rows=replace(base.rows, posts=posts)))) is None
