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


def in_one_network(
    change: Callable[[pd.DataFrame], pd.DataFrame], *, own: int = 1, rivals: int = 2, unwatched: tuple[int, ...] = ()
) -> Evidence:
    """The brand's pages and one of each competitor, all of them in VK, with the same 120 posts: each as `change` leaves it.

    Of no day of those `unwatched` it is known whether all its posts are.
    """
    base = records(3, own=own, competitors=rivals, posts=120)
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
    why = "; ER and interactions do not compare: the brand’s are reactions, comments and shares, others are counted of Page 3"
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
        "Views, median",
    ]
    followers = "Followers at the end: the brand ranks 1 of 3 on shared networks, 10.1K against the next one’s 10.0K"
    assert said(found["competitors"].title) == followers
    assert write(found["competitors"].subtitle, "en").startswith(
        "On the shared networks: VK; ER and interactions do not compare: "
        "the brand’s are reactions, comments and shares, others are counted of Page 2 and Page 3"
    )
    assert {s.measure for s in evidence.comparisons[0].standings} == {
        "followers_end",
        "growth_rate",
        "posts_per_week",
        "views.median",
    }


def test_where_the_brand_counts_fewer_interactions_it_is_said_of_the_brand_which() -> None:
    subtitle = write(pages(in_one_network(likes_alone(OWN)), "ru")["competitors"].subtitle, "ru").replace("\u00a0", " ")
    assert subtitle.startswith(
        "По общим площадкам: ВКонтакте; ER и взаимодействия не сравнить: у бренда посчитаны реакции, иначе — у Page 2 и Page 3"
    )


def test_where_nothing_is_known_of_the_brand_s_interactions_it_is_said_of_the_brand() -> None:
    def change(posts: pd.DataFrame) -> pd.DataFrame:
        return posts.assign(**{code: posts[code].mask(posts["account_id"] == OWN) for code in ("likes", "comments", "shares")})

    subtitle = write(pages(in_one_network(change))["competitors"].subtitle, "en")
    assert subtitle == "On the shared networks: VK; ER and interactions do not compare: the brand’s are not known"


def test_a_competitor_of_whom_only_likes_are_known_has_no_place_and_no_share_in_interactions() -> None:
    evidence = in_one_network(likes_alone(LIKES_ONLY))
    ranked = {s.measure: [rank.subject for rank in s.ranks] for s in evidence.comparisons[0].standings}
    among_those_who_count_alike = ["competitor-1", "own"]
    counted = ("er_view.median", "interactions.median", "interactions", "soe")
    assert {code: ranked[code] for code in counted} == dict.fromkeys(counted, among_those_who_count_alike)
    assert sorted(ranked["followers_end"]) == ["competitor-1", "competitor-2", "own"]
    assert evidence.comparisons[0].own["soe"].value == Decimal("0.5")


@pytest.mark.parametrize(
    ("language", "busy", "first"),
    [
        (
            "ru",
            "Конкурент публикует так же часто, как бренд: {} в неделю",
            "ER по просмотрам, медиана: бренд на 1-м месте из 2 на общих площадках наравне с 1 конкурентом, 13,00 %",
        ),
        (
            "en",
            "The competitor posts as often as the brand: {} a week",
            "ER by views, median: the brand ranks 1 of 2 on shared networks, level with 1 competitor at 13.00%",
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
    assert said(page.title) == "Views, median: the brand ranks 1 of 3 on shared networks, level with 2 competitors at 1,000"


def test_the_title_of_the_map_names_nobody_who_has_no_place_on_it() -> None:
    """Page 3 is far ahead: 500 likes a post, where the others have 100."""
    liked = lambda posts: posts.assign(likes=posts["likes"].mask(posts["account_id"] == LIKES_ONLY, 500.0))  # noqa: E731
    known, unknown = in_one_network(liked), in_one_network(liked, unwatched=(LIKES_ONLY,))
    assert {one.code for one in findings(known)} & {one.code for one in findings(unknown)} >= {"competitor_ahead"}
    title, points = mapped(known)
    assert title == "Page 3 is ahead on shared networks: median ER by views 53.00% against the brand’s 13.00%"
    assert points == ["Brand", "Page 2", "Page 3"]
    title, points = mapped(unknown)
    assert title.startswith("The competitor posts as often as the brand")
    assert points == ["Brand", "Page 2"]


def test_a_competitor_in_another_network_of_the_brand_is_compared_there() -> None:
    """Pages are in VK, Telegram and YouTube by turns: own are the first three, of the competitors the first is in VK, the second in
    Telegram, the third in YouTube."""
    evidence = assemble(records(3, own=3, competitors=3, posts=120))
    found = pages(evidence)
    kinds = ("competitors", "competitors_map", "competitors_rank")
    assert list(found) == [f"{kind}{of}" for of in ("", ":vk", ":youtube") for kind in kinds]
    tables = [columns(found[f"competitors{of}"]) for of in ("", ":vk", ":youtube")]
    assert [sorted(one["Brand"]) for one in tables] == [["Brand", "Page 5"], ["Brand", "Page 4"], ["Brand", "Page 6"]]
    assert [one["Networks"] for one in tables] == [["Telegram"] * 2, ["VK"] * 2, ["YouTube"] * 2]
    assert not any("—" in cells for one in tables for cells in one.values())
    assert "(VK)" in said(found["competitors_rank:vk"].title)
    (book,) = (sheet for sheet in sheets(telling(evidence)) if sheet.name == "Competitors")
    assert [write(line, "en") for line in book.intro] == [f"On the shared networks: {n}" for n in ("Telegram", "VK", "YouTube")]


def test_who_is_in_no_network_of_the_brand_is_said_to_be() -> None:
    """The brand is in VK as page 4 is; pages 2, 3 and 5 are in Telegram and YouTube."""
    found = pages(assemble(records(3, own=1, competitors=4, posts=120)))
    assert {said(page.subtitle).split("; ")[1] for page in found.values()} == {"on other networks: Page 2, Page 3 and Page 5"}


def test_the_row_of_the_brand_says_on_how_many_of_its_pages_there_it_stands() -> None:
    """Of its second page in VK nobody knows on which days all posts are known: the pace is of one, the median of both."""
    shown = columns(pages(in_one_network(lambda posts: posts, own=2, rivals=1, unwatched=(OTHER,)))["competitors"])
    row = {head: cells[shown["Brand"].index("Brand")] for head, cells in shown.items()}
    assert row["Posts per week"].replace("\u00a0", " ").endswith(" in 1 of 2 accounts")
    assert row["Interactions, median"] == "130"


def test_where_one_place_alone_is_known_the_table_does_not_say_that_there_is_little_to_compare_by() -> None:
    """Of followers nothing is known, of posts nothing but views, and of no day whether all posts are."""
    nothing = dict.fromkeys(("likes", "comments", "shares"), np.nan)
    evidence = in_one_network(lambda posts: posts.assign(**nothing), rivals=1, unwatched=(OWN, OTHER))
    (one,) = evidence.comparisons
    alone = replace(one, standings=tuple(s for s in one.standings if s.measure == "views.median"))
    found = pages(replace(evidence, comparisons=(alone,)))
    assert said(found["competitors"].title) == "1 competitor compared, the brand’s place is known by 1 measure"
    assert said(found["competitors_rank"].title).startswith("Views, median: the brand ranks 1 of 2 ")


def test_whose_numbers_are_of_other_networks_than_the_brand_s_has_no_point_on_the_map() -> None:
    """Brand and competitor are in VK and Telegram, and of the competitor's Telegram no day is known."""
    base = records(3, own=2, competitors=2, posts=120)
    networks, groups = ("vk", "telegram", "vk", "telegram"), ("", "", "Rival", "Rival")
    each = zip(base.accounts, networks, groups, strict=True)
    accounts = tuple(replace(account, network=network, group=group) for account, network, group in each)
    rows = replace(base.rows, watched=base.rows.watched | {4: ()})
    found = pages(assemble(replace(base, accounts=accounts, rows=rows)))
    shown = columns(found["competitors"])
    pace = shown["Posts per week"][shown["Brand"].index("Rival")]
    assert pace.replace("\u00a0", " ").endswith(" in 1 of 2 accounts")
    assert "competitors_map" not in found
