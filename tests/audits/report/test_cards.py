"""What a card says beside its number: of how many posts it is, where it is not of all."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import numpy as np

from audits.measures.assembly import assemble
from audits.measures.series import series
from audits.report.blocks import card
from audits.report.telling import Telling
from smmstrategy.reports.document import Cards
from tests.audits.report import builder
from tests.audits.report.test_one_story import evidence_of, pages, text
from tests.audits.synthetic import NOW, records


def test_a_sum_of_some_posts_says_beside_it_of_how_many() -> None:
    def change(posts):
        return posts.assign(**{code: posts[code].where(np.arange(len(posts)) % 2 == 0) for code in ("likes", "comments", "shares")})

    evidence = evidence_of(change)
    known, posts = (evidence.own.now.numbers[code] for code in ("interactions", "posts"))
    (cards,) = (block for block in pages(evidence)["summary"].blocks if isinstance(block, Cards))
    notes = {text(card.label): text(card.note) for card in cards.cards}
    assert (notes["Interactions"], notes["Views"]) == (f"{known.n} of {posts.value} posts", "")


def test_the_days_behind_a_flow_are_not_called_posts() -> None:
    """Revenue of twenty days stands beside far more posts."""
    base = records(3, own=1, competitors=0, posts=500)
    days = series((1, "revenue", NOW.first + timedelta(n), Decimal(900)) for n in range(20))
    evidence = assemble(replace(base, rows=replace(base.rows, days=days)))
    revenue, posts = (evidence.own.now.numbers[code] for code in ("revenue", "posts"))
    assert (revenue.n, posts.value > 20) == (20, True)
    assert card(Telling(replace(builder.full(), evidence=evidence), "en"), evidence.own, "revenue").note == ()
