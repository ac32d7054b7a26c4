"""Shares of posts are of all of them, and beside them it is said of how many a median is where it is of fewer."""

import pytest

from audits.evidence import Evidence
from audits.measures.assembly import assemble
from smmstrategy.metrics.periods import Period
from tests.audits.report.test_one_story import pages, text
from tests.audits.synthetic import NOW
from tests.audits.test_same_accounts import VK, daily, measured


def of_two_formats(**columns: object) -> Evidence:
    days = [Period(NOW.first, NOW.first.replace(month=3)), Period(NOW.first.replace(month=4), NOW.last)]
    images, videos = daily(1, days[0], views=100.0, likes=5.0), daily(1, days[1], **columns)
    return assemble(measured([images, videos.assign(format="video")], (), (VK,)))


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ({"views": 100.0, "likes": 4.0}, "Share of posts and share of interactions by format"),
        (
            {"likes": 4.0},
            "Share of posts and share of interactions by format; shares are of 151 posts, n of those whose measure is known",
        ),
    ],
    ids=["known of all", "known of images"],
)
def test_what_shares_and_n_are_of_is_said_where_they_differ(columns: dict[str, float], said: str) -> None:
    assert text(pages(of_two_formats(**columns))["formats"].subtitle) == said
