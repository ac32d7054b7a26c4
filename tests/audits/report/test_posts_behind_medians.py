"""Hours and lengths of text count the posts their medians stand on, not those of which the measure is not known."""

from functools import cache

import numpy as np
import pandas as pd

from audits.evidence import Evidence
from smmstrategy.reports.document import Heatmap, Page, Table
from smmstrategy.reports.formats import write
from tests.audits.report.test_one_story import evidence_of, pages, text
from tests.audits.synthetic import NOW, RESPONSE


def every_fourth(posts: pd.DataFrame) -> pd.DataFrame:
    """Forty posts of Tuesdays: 36 at 13:00 with 300 characters, four at 18:00 with 50; the response to every fourth is known."""
    some, number = posts[posts["day"] >= NOW.first].head(40), np.arange(40)
    known = {code: some[code].where(number % 4 == 0) for code in RESPONSE}
    is_early = number < 36
    return some.assign(weekday=1, hour=np.where(is_early, 13.0, 18.0), text_length=np.where(is_early, 300, 50), **known)


def of_three_lengths(posts: pd.DataFrame) -> pd.DataFrame:
    return every_fourth(posts).assign(text_length=np.repeat((300, 700, 50), (20, 16, 4)))


def no_response_to_most(posts: pd.DataFrame) -> pd.DataFrame:
    """Of ten known posts of 100 views each one has 100 likes."""
    some = of_three_lengths(posts)
    known = some["views"].notna()
    likes = known.map({True: 0.0}).mask((some["text_length"] == 50) & known, 100.0)
    return some.assign(likes=likes, views=known.map({True: 100.0}), comments=likes * 0, shares=likes * 0)


@cache
def evidence() -> Evidence:
    return evidence_of(every_fourth)


def page(key: str) -> Page:
    return pages(evidence())[key]


def footer(key: str) -> str:
    return text(page(key).footer)


def test_a_cell_of_hours_says_on_how_many_posts_its_median_stands() -> None:
    """A cell of one post is drawn as one of too few."""
    (heatmap,) = (block for block in page("hours").blocks if isinstance(block, Heatmap))
    assert heatmap.counts[1] == (9, 0, 0, 0, 0, 1)
    assert heatmap.enough == 3


def test_the_slides_of_hours_and_of_engagement_say_the_same_coverage() -> None:
    assert [footer(key).endswith("method er_view@2 · coverage 25%") for key in ("engagement", "hours")] == [True, True]
    assert ["n = 10 · " in footer(key) for key in ("engagement", "hours", "lengths")] == [True, True, True]


def test_a_length_is_drawn_where_its_median_stands_on_enough_posts() -> None:
    """The table has all three."""
    chart, table = pages(evidence_of(of_three_lengths))["lengths"].blocks
    assert chart.categories == ("200–499", "500–999")
    assert [row.cells[1].value for row in table.rows[:3]] == [1, 5, 4]


def test_lengths_that_a_chart_would_show_alike_have_a_table_alone() -> None:
    """A length of one post is not drawn, and the others have no response in the middle; or it leaves one length alone."""
    (table,) = pages(evidence_of(no_response_to_most))["lengths"].blocks
    assert [[write(cell, "en") for cell in row.cells] for row in table.rows] == [
        ["1–199", "1", "100.00%"],
        ["200–499", "5", "0.00%"],
        ["500–999", "4", "0.00%"],
        ["All", "10", "0.00%"],
    ]
    assert [type(block) for block in page("lengths").blocks] == [Table]


def test_the_most_common_length_is_that_of_most_posts_that_can_be_compared() -> None:
    assert text(page("lengths").title) == "9 of 10 posts are of one length (200–499), so there is nothing to compare"
