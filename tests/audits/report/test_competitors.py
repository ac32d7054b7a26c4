"""The slides of the competitors: what may stand beside the brand's numbers there, and who is called first."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import numpy as np
import pandas as pd
import pytest

from audits.evidence import Evidence
from audits.findings import findings
from audits.measures.assembly import assemble
from audits.report.facts import About, Facts
from audits.report.pages import competitors
from audits.report.sheets import sheets
from audits.report.telling import Telling
from smmstrategy.reports.document import Chart, Page, Table, Text
from smmstrategy.reports.formats import write
from tests.audits.synthetic import records

OWN, OTHER, LIKES_ONLY = 1, 2, 3


def in_one_network(change: Callable[[pd.DataFrame], pd.DataFrame], *, rivals: int = 2, unwatched: tuple[int, ...] = ()) -> Evidence:
    """The brand's page and one of each competitor, all of them in VK, with the same 120 posts: each as `change` leaves it.

    Of no day of those `unwatched` it is known whether all its posts are.
    """
    base = records(3, own=1, competitors=rivals, posts=120)
    posts = base.rows.posts
    mine = posts[posts["account_id"] == OWN]
    alike = pd.concat([mine.assign(account_id=account.id) for account in base.accounts], ignore_index=True)
    alike = alike.assign(post_id=np.arange(1, len(alike) + 1), views=1000.0, likes=100.0, comments=20.0, shares=10.0)
    accounts = tuple(replace(account, network="vk") for account in base.accounts)
    watched = {account: () if account in unwatched else days for account, days in base.rows.watched.items()}
    return assemble(replace(base, accounts=accounts, rows=replace(base.rows, posts=change(alike), watched=watched)))


def likes_alone(*accounts: int) -> Callable[[pd.DataFrame], pd.DataFrame]:
    def change(posts: pd.DataFrame) -> pd.DataFrame:
        unknown = posts["account_id"].isin(accounts)
        return posts.assign(**{code: posts[code].mask(unknown) for code in ("comments", "shares")})

    return change


def telling(evidence: Evidence, language: str = "en") -> Telling:
    return Telling(Facts(About(1), evidence, findings(evidence)), language)


def pages(evidence: Evidence, language: str = "en") -> dict[str, Page]:
    return {page.key: page for page in competitors.pages(telling(evidence, language))}


def said(text: Text, language: str = "en") -> str:
    return write(text, language).replace("\u00a0", " ")


def mapped(evidence: Evidence) -> tuple[str, list[str]]:
    """The title of the map, and whose points it has."""
    page = pages(evidence)["competitors_map"]
    (chart,) = (block for block in page.blocks if isinstance(block, Chart))
    return said(page.title), [write(one.name, "en") for one in chart.series if one.x[0].value is not None]


def columns(page: Page) -> dict[str, list[str]]:
    (shown,) = (block for block in page.blocks if isinstance(block, Table))
    heads = [write(column.title, "en") for column in shown.columns]
    return {head: [write(row.cells[n], "en") for row in shown.rows] for n, head in enumerate(heads)}


def test_who_does_not_count_the_same_interactions_has_a_dash_in_them_and_the_slide_says_why() -> None:
    """Of each post of the brand and of page 2 130 interactions of 1000 views are known, of page 3 the 100 likes."""
    found = pages(in_one_network(likes_alone(LIKES_ONLY)))
    shown = columns(found["competitors"])
    assert shown["Brand"] == ["Brand", "Page 2", "Page 3"]
    assert shown["Interactions, median"] == ["130", "130", "—"]
    assert shown["ER by views, median"] == ["13.00%", "13.00%", "—"]
    assert shown["Share of engagement"] == ["50.0%", "50.0%", "—"]
    why = "; ER and interactions do not compare, other ones are counted: Page 3"
    assert all(why in write(page.subtitle, "en") for page in found.values())
    assert write(found["competitors"].footer, "en").endswith("coverage 100%")
    assert said(found["competitors_map"].title).endswith("a week, and 2 of 2 post as often")
    (chart,) = (block for block in found["competitors_map"].blocks if hasattr(block, "series"))
    assert [write(series.name, "en") for series in chart.series] == ["Brand", "Page 2"]
    book = next(sheet for sheet in sheets(telling(in_one_network(likes_alone(LIKES_ONLY)))) if sheet.name == "Competitors")
    assert why in write(book.intro[0], "en")


def test_where_nobody_counts_the_same_interactions_there_is_no_map_and_no_column_of_them() -> None:
    evidence = in_one_network(likes_alone(OTHER, LIKES_ONLY))
    found = pages(evidence)
    assert list(found) == ["competitors", "competitors_rank"]
    assert list(columns(found["competitors"])) == [
        "Brand",
        "Networks",
        "Followers at the end",
        "Growth rate",
        "Posts per week",
    ]
    assert write(found["competitors"].subtitle, "en").startswith(
        "On the shared networks: VK; ER and interactions do not compare, other ones are counted: Page 2 and Page 3"
    )
    assert {s.measure for s in evidence.standings} == {"followers_end", "growth_rate", "posts_per_week", "views.median"}


def test_a_competitor_of_whom_only_likes_are_known_has_no_place_and_no_share_in_interactions() -> None:
    evidence = in_one_network(likes_alone(LIKES_ONLY))
    ranked = {s.measure: [rank.subject for rank in s.ranks] for s in evidence.standings}
    among_those_who_count_alike = ["competitor-1", "own"]
    counted = ("er_view.median", "interactions.median", "interactions", "soe")
    assert {code: ranked[code] for code in counted} == dict.fromkeys(counted, among_those_who_count_alike)
    assert sorted(ranked["followers_end"]) == ["competitor-1", "competitor-2", "own"]
    assert evidence.own.beside["soe"].value == Decimal("0.5")


@pytest.mark.parametrize(
    ("language", "busy", "first"),
    [
        (
            "ru",
            "Чаще бренда не публикует никто: {} в неделю, столько же — у 1 из 1 конкурента",
            "ER по просмотрам на общих площадках: бренд на 1-м месте из 2 наравне с 1 конкурентом, 13,00 %",
        ),
        (
            "en",
            "No competitor posts more often than the brand’s {} a week, and 1 of 1 posts as often",
            "ER by views on shared networks: the brand ranks 1 of 2, level with 1 competitor at 13.00%",
        ),
    ],
)
def test_a_tie_is_called_one(language: str, busy: str, first: str) -> None:
    evidence = in_one_network(lambda posts: posts, rivals=1)
    found = pages(evidence, language)
    told = {key: said(page.title, language) for key, page in found.items()}
    pace = write(telling(evidence).figure(evidence.own.now.numbers["posts_per_week"]), language)
    assert (told["competitors_map"], told["competitors_rank"]) == (busy.format(pace), first)


def test_places_are_titled_by_what_the_first_chart_shows() -> None:
    """Of nobody the interactions are known: the charts are of views and of the growth of followers."""
    page = pages(in_one_network(lambda posts: posts.assign(likes=np.nan, comments=np.nan, shares=np.nan)))["competitors_rank"]
    assert [write(block.title, "en") for block in page.blocks if hasattr(block, "series")] == [
        "Views, median",
        "Growth rate",
    ]
    assert said(page.title) == "Views on shared networks: the brand ranks 1 of 3, level with 2 competitors at 1,000"


def test_the_title_of_the_map_names_nobody_who_has_no_place_on_it() -> None:
    """Page 3 is far ahead: 500 likes a post, where the others have 100."""
    liked = lambda posts: posts.assign(likes=posts["likes"].mask(posts["account_id"] == LIKES_ONLY, 500.0))  # noqa: E731
    known, unknown = in_one_network(liked), in_one_network(liked, unwatched=(LIKES_ONLY,))
    assert {one.code for one in findings(known)} & {one.code for one in findings(unknown)} >= {"competitor_ahead"}
    title, points = mapped(known)
    assert title == "Page 3 is ahead on shared networks: ER by views 53.00% against the brand’s 13.00%"
    assert points == ["Brand", "Page 2", "Page 3"]
    title, points = mapped(unknown)
    assert title.endswith("a week, and 1 of 1 posts as often")
    assert points == ["Brand", "Page 2"]
