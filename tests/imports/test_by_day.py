"""Posts whose figures a file gives day by day, as Meta exports them on request."""

from decimal import Decimal

import pytest

from smmstrategy.metrics.imports import queries
from smmstrategy.metrics.imports.reading.draft import FIGURES, KEY, ROUNDED
from smmstrategy.metrics.models import Post, PostObservation
from tests.imports.forms_of_files import posts, rejected, said
from tests.imports.test_actions import apply, brought, counts, taken  # noqa: F401

UNSEEN = "Post ID,Account username,Publish time,Permalink,Post type,Data comment,Date,Likes\n"
HEAD = "Post ID,Account username,Publish time,Permalink,Post type,Data comment,Date,Views,Reach,Likes,Saves\n"
POST = "1790000000000000{0},shop,10/13/2026 08:31,https://www.instagram.com/p/AB{0}/,IG image,,"


def file(*rows: str) -> str:
    """A row is the post's number and what its columns from «Date» on hold: «1 10/13/2026,100,80,10,1»."""
    return HEAD + "".join(f"{POST.format(number)}{cells}\n" for number, cells in (row.split(" ", 1) for row in rows))


BY_DAY = file(
    "1 10/13/2026,100,80,10,1",
    "1 10/14/2026,200,160,9,0",
    "1 10/15/2026,300,240,8,2",
    "2 10/13/2026,50,40,5,0",
    "3 Lifetime,70,60,7,1",
)


def stored() -> dict[str, Decimal]:
    return {row.metric: row.value for row in PostObservation.objects.all()}


def figures(found) -> dict[str, dict[str, str]]:
    return {post[KEY][-1]: post[FIGURES] for post in posts(found)}


def test_what_adds_up_is_the_sum_of_the_days_and_reach_is_known_of_the_whole_life_alone(understood):
    found = understood(BY_DAY)
    assert figures(found) == {
        "1": {"views": "600", "likes": "27", "saves": "3"},
        "2": {"views": "50", "likes": "5", "saves": "0"},
        "3": {"views": "70", "reach": "60", "likes": "7", "saves": "1"},
    }
    assert found["totals"] == {"views": "720", "likes": "39", "saves": "4"}


def test_a_day_that_two_rows_complete_counts_once(understood):
    found = understood(file("1 10/13/2026,100,,10,", "1 10/13/2026,,80,10,2", "1 10/14/2026,200,160,9,1"))
    assert [post[FIGURES] for post in posts(found)] == [{"views": "300", "likes": "19", "saves": "3"}] * 3
    assert found["totals"] == {"views": "300", "likes": "19", "saves": "3"}


def test_every_row_is_taken_and_the_preview_says_what_was_done(understood):
    found = understood(BY_DAY)
    assert (found["rows"], len(posts(found)), rejected(found), found["tables"][0]["columns"]["Date"]) == (5, 5, [], "day")
    assert said(found) == (
        "The file gives the figures of 2 posts by day: they were added up over the days it has. "
        "«Reach» of 2 posts given by day is not known: it never adds up. Export «Lifetime» to have it."
    )


def test_a_row_of_the_whole_life_counts_alone(understood):
    found = understood(file("1 10/13/2026,100,80,10,1", "1 Lifetime,700,500,30,", "1 10/14/2026,200,160,9,0"))
    assert figures(found) == {"1": {"views": "700", "reach": "500", "likes": "30"}}
    assert said(found) == "1 post has a row of its whole life beside those of its days: that row alone counts."


def test_a_sum_with_a_blank_day_is_not_known(understood):
    found = understood(file("1 10/13/2026,100,,10,1", "1 10/14/2026,,,9,0"))
    assert figures(found) == {"1": {"likes": "19", "saves": "1"}}
    assert "«Views» of 1 post is blank or refused on some of its days: what it comes to is not known." in said(found)


def test_a_sum_without_the_row_of_a_day_that_was_refused_is_not_known(understood):
    rows = ["1 10/13/2026,100,80,10,1", "1 10/14/2026,2x0,160,9,0", "1 10/15/2026,50,40,8,2", "2 10/13/2026,50,40,5,0"]
    found = understood(file(*rows))
    assert (figures(found), rejected(found)) == ({"1": {}, "2": {"views": "50", "likes": "5", "saves": "0"}}, ["3"])
    assert "«Views» of 1 post is blank or refused on some of its days: what it comes to is not known." in said(found)


def test_a_row_of_the_whole_life_counts_though_that_of_a_day_was_refused(understood):
    found = understood(file("1 10/13/2026,100,80,10,1", "1 10/14/2026,2x0,160,9,0", "1 Lifetime,700,500,30,3"))
    assert figures(found) == {"1": {"views": "700", "reach": "500", "likes": "30", "saves": "3"}}


def test_a_sum_with_a_rounded_day_is_rounded(understood):
    found = understood(file('1 10/13/2026,"1,2K",80,10,1', "1 10/14/2026,200,160,9,0"))
    assert [(post[FIGURES]["views"], post[ROUNDED]) for post in posts(found)] == [("1400", ["views"])] * 2


def test_of_two_rows_about_one_day_of_a_post_the_later_counts(understood):
    found = understood(file("1 10/13/2026,100,80,10,1", "1 10/14/2026,200,160,9,0", "1 10/13/2026,101,80,10,1"))
    assert (figures(found)["1"]["views"], rejected(found)) == ("301", ["2"])


def test_each_row_is_new_then_unchanged(brought, agency):  # noqa: F811
    first = brought(BY_DAY, "meta.csv")
    assert (counts(first), queries.preview(first)["accounts"][0]["posts"]) == ((5, 5, 0, 0, []), 3)
    apply(first, agency)
    assert (Post.objects.count(), counts(brought(BY_DAY, "again.csv"))) == (3, (5, 0, 0, 5, []))


def test_days_never_take_the_place_of_a_longer_time(brought, taken, agency):  # noqa: F811
    taken(file("1 Lifetime,900,700,40,5"), "life.csv")
    shown = brought(file("1 10/13/2026,100,80,10,1", "1 10/14/2026,200,160,9,0"), "days.csv")
    assert "1 post counts less here than is stored; its figures stay as they are." in said(shown.summary | {"question": {}})
    apply(shown, agency)
    assert stored() == {"views": 900, "reach": 700, "likes": 40, "saves": 5}


@pytest.mark.parametrize(
    "days",
    [
        file("1 10/13/2026,100,80,1,0", "1 10/14/2026,,160,1,0"),
        UNSEEN + POST.format(1) + "10/13/2026,1\n",
    ],
    ids=["views blank on a day", "no column of views"],
)
def test_nor_where_their_views_are_not_known(taken, days):  # noqa: F811
    taken(file("1 Lifetime,900,700,40,5"), "life.csv")
    taken(days, "days.csv")
    assert stored() == {"views": 900, "reach": 700, "likes": 40, "saves": 5}


def test_more_views_make_a_longer_time_though_a_like_was_taken_back(taken):  # noqa: F811
    taken(file("1 Lifetime,900,700,40,5"), "life.csv")
    taken(file("1 10/13/2026,500,80,20,3", "1 10/14/2026,500,160,19,3"), "days.csv")
    assert stored() == {"views": 1000, "reach": 700, "likes": 39, "saves": 6}
