"""Who has a place by medians beside the brand, and who is said to have none: by those of the page alone."""

from collections.abc import Callable

import pandas as pd
import pytest

from audits.evidence import Evidence
from audits.report.sheets import sheets
from smmstrategy.reports.document import Page
from tests.audits.report.test_competitors import LIKES_ONLY, OWN, columns, in_one_network, pages, said, telling
from tests.audits.synthetic import NOW


def who_has_none(page: Page, language: str) -> str:
    """The subtitle up to what the colour means."""
    return said(page.subtitle, language).partition("; бренд")[0].partition("; the brand")[0]


def of_page_3(kept: int) -> Callable[[pd.DataFrame], pd.DataFrame]:
    """Of its posts of the period the first so many remain, and they got twice as much."""

    def change(posts: pd.DataFrame) -> pd.DataFrame:
        theirs = (posts["account_id"] == LIKES_ONLY) & (posts["day"] >= NOW.first)
        likes = posts["likes"].where(posts["account_id"] != LIKES_ONLY, 230.0)
        return posts.assign(likes=likes)[~theirs | (theirs.cumsum() <= kept)]

    return change


@pytest.mark.parametrize(
    ("language", "title", "why"),
    [
        (
            "ru",
            "ER по просмотрам, медиана: бренд на 1-м месте из 2 на общих площадках наравне с 1 конкурентом, 13,00 %",
            "; места по медианам нет, публикаций мало: Page 3",
        ),
        (
            "en",
            "ER by views, median: the brand ranks 1 of 2 on shared networks, level with 1 competitor at 13.00%",
            "; no place by medians, too few posts: Page 3",
        ),
    ],
)
def test_who_has_too_few_posts_for_a_median_to_hold_has_no_place_by_it_and_the_slide_says_so(
    language: str, title: str, why: str
) -> None:
    """Nine posts of 260 in 1000 are in the table, not before the brand's 130; a tenth gives the first place."""
    evidence = in_one_network(of_page_3(9))
    found = pages(evidence, language)
    assert said(found["competitors_rank"].title, language) == title
    assert all(who_has_none(page, language).endswith(why) for page in found.values())
    assert "26.00%" in columns(pages(evidence)["competitors"])["ER by views, median"]
    assert [" · n = 81 · " in said(found["competitors"].footer, language)] + [
        " · n = 72 · " in said(found[drawn].footer, language) for drawn in ("competitors_map", "competitors_rank")
    ] == [True, True, True]
    places = {s.measure: (s.own_place.value, s.of.value) for s in evidence.comparisons[0].standings}
    assert (places["er_view.median"], places["views.median"], places["followers_end"]) == ((1, 2), (1, 2), (1, 3))
    ten = in_one_network(of_page_3(10))
    places = {s.measure: (s.own_place.value, s.of.value) for s in ten.comparisons[0].standings}
    assert places["er_view.median"] == (2, 3)
    assert not any(why in said(page.subtitle, language) for page in pages(ten, language).values())


def test_a_brand_of_few_posts_has_no_place_by_medians_and_is_named() -> None:
    def nine(posts: pd.DataFrame) -> pd.DataFrame:
        mine = (posts["account_id"] == OWN) & (posts["day"] >= NOW.first)
        return posts[~mine | (mine.cumsum() <= 9)]

    evidence = in_one_network(nine)
    assert not [s.measure for s in evidence.comparisons[0].standings if s.measure.endswith(".median")]
    assert said(pages(evidence)["competitors"].subtitle).endswith("; no place by medians, too few posts: Brand")


def ranked(evidence: Evidence) -> dict[str, int]:
    """How many have a place by each median."""
    (one,) = evidence.comparisons
    return {s.measure: len(s.ranks) for s in one.standings if s.measure.endswith(".median")}


def intro(evidence: Evidence, language: str) -> str:
    (book,) = (sheet for sheet in sheets(telling(evidence, language)) if sheet.name in ("Competitors", "Конкуренты"))
    return said(book.intro[0], language)


def known_of(metric: str, kept: int) -> Evidence:
    """Of page 3 the metric is known of the last so many of its posts, of all the others everything."""

    def change(posts: pd.DataFrame) -> pd.DataFrame:
        theirs = posts.index[posts["account_id"] == LIKES_ONLY]
        return posts.assign(**{metric: posts[metric].mask(posts.index.isin(theirs[:-kept]))})

    return in_one_network(change)


@pytest.mark.parametrize(
    ("language", "lead", "of_book"),
    [
        ("ru", "По общим площадкам: ВКонтакте", "; места по медиане (просмотры) нет, мало публикаций с данными: Page 3"),
        ("en", "On the shared networks: VK", "; no place by median views, too few posts with data: Page 3"),
    ],
)
def test_a_median_that_a_page_does_not_show_makes_nobody_named_there(language: str, lead: str, of_book: str) -> None:
    """Of page 3 the views of five posts are known. Slides show the rate by followers and interactions, where it has its places;
    the workbook lists the place by views too."""
    evidence = known_of("views", 5)
    assert ranked(evidence) == {"er_post.median": 3, "interactions.median": 3, "views.median": 2}
    assert [who_has_none(page, language) for page in pages(evidence, language).values()] == [lead] * 3
    assert intro(evidence, language) == lead + of_book


@pytest.mark.parametrize(
    ("language", "why"),
    [
        (
            "ru",
            {
                "competitors": "; места по медиане (взаимодействия и ER по просмотрам) нет, мало публикаций с данными: Page 3"
                "; прочерк — данных нет или мало дней",
                "competitors_map": "; места по медиане (ER по просмотрам) нет, мало публикаций с данными: Page 3",
                "competitors_rank": "; места по медиане (ER по просмотрам и взаимодействия) нет, мало публикаций с данными: Page 3",
            },
        ),
        (
            "en",
            {
                "competitors": "; no place by median interactions and ER by views, too few posts with data: Page 3"
                "; a dash means no data or too few days",
                "competitors_map": "; no place by median ER by views, too few posts with data: Page 3",
                "competitors_rank": "; no place by median ER by views and interactions, too few posts with data: Page 3",
            },
        ),
    ],
)
def test_who_has_a_place_by_another_median_is_named_with_those_it_has_none_by(language: str, why: dict[str, str]) -> None:
    """Of page 3 the likes of five posts are known, and with them interactions and the rate; its views have a place, on no slide."""
    evidence = known_of("likes", 5)
    assert ranked(evidence) == {"er_view.median": 2, "interactions.median": 2, "views.median": 3}
    told = {key: who_has_none(page, language).partition("; ") for key, page in pages(evidence, language).items()}
    assert {key: mark + rest for key, (_, mark, rest) in told.items()} == why
