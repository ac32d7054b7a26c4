"""Who is ahead of the brand or behind it: on which networks, in a title that fits."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from audits.evidence import Evidence, Finding
from audits.findings import findings
from audits.measures.assembly import assemble
from audits.report.titles import TITLE_LIMIT, titled
from tests.audits.report.test_competitors import pages, said, telling
from tests.audits.synthetic import records

LIKED = {3: 500.0, 4: 900.0}  # of the others each post has 100 likes


def each_in_a_network_of_its_own(first: str = "Page 3") -> Evidence:
    """The brand is in VK and Telegram, one competitor in VK, another in Telegram; all have the same posts of 1000 views."""
    base = records(3, own=2, competitors=2, posts=120)
    posts = base.rows.posts
    mine = posts[posts["account_id"] == 1].assign(views=1000.0, comments=20.0, shares=10.0)
    alike = pd.concat([mine.assign(account_id=a.id, likes=LIKED.get(a.id, 100.0)) for a in base.accounts], ignore_index=True)
    alike = alike.assign(post_id=np.arange(1, len(alike) + 1))
    where = zip(base.accounts, ("vk", "telegram", "vk", "telegram"), ("", "", first, "Page 4"), strict=True)
    accounts = tuple(replace(account, network=network, group=group) for account, network, group in where)
    return assemble(replace(base, accounts=accounts, rows=replace(base.rows, posts=alike)))


def over(finding: Finding, networks: str) -> Finding:
    """The same of other networks."""
    own = replace(finding.numbers["own"], accounts=())
    return replace(finding, numbers=finding.numbers | {"own": own}, words=finding.words | {"networks": networks})


@pytest.mark.parametrize(
    ("language", "vk", "telegram"),
    [
        (
            "ru",
            "Page 3 впереди (ВКонтакте): ER по просмотрам в медиане 53,00 % против 13,00 % у бренда",
            "Page 4 впереди (Telegram): ER по просмотрам в медиане 93,00 % против 13,00 % у бренда",
        ),
        (
            "en",
            "Page 3 is ahead (VK): median ER by views 53.00% against the brand’s 13.00%",
            "Page 4 is ahead (Telegram): median ER by views 93.00% against the brand’s 13.00%",
        ),
    ],
)
def test_where_the_brand_is_compared_on_several_networks_whoever_is_ahead_is_so_on_a_named_one(
    language: str, vk: str, telegram: str
) -> None:
    found = pages(each_in_a_network_of_its_own(), language)
    assert {said(page.title, language) for key, page in found.items() if key.startswith("competitors_map")} == {vk, telegram}


def test_places_are_titled_by_the_place_where_somebody_is_ahead_by_the_same_measure() -> None:
    found = pages(each_in_a_network_of_its_own())
    assert all("ranks 2 of 2" in said(page.title) for key, page in found.items() if key.startswith("competitors_rank"))


@pytest.mark.parametrize(
    ("networks", "language", "title"),
    [
        ("vk", "ru", "Боб и Ко — свежая обжарка впереди (ВКонтакте): ER по просмотрам в медиане 53,00 % против 13,00 % у бренда"),
        (
            "vk telegram ok",
            "ru",
            "Боб и Ко — свежая обжарка впереди (ВКонтакте, Telegram, Одноклассники): 53,00 % против 13,00 %",
        ),
        ("vk telegram ok", "en", "Боб и Ко — свежая обжарка is ahead (VK, Telegram, Odnoklassniki): 53.00% against 13.00%"),
    ],
)
def test_a_title_of_who_is_ahead_says_less_where_names_are_long(networks: str, language: str, title: str) -> None:
    evidence = each_in_a_network_of_its_own("Боб и Ко — свежая обжарка")
    ahead = next(f for f in findings(evidence) if f.code == "competitor_ahead" and f.words["networks"] == "vk")
    written = said(titled(telling(evidence, language), over(ahead, networks)), language)
    assert written == title
    assert len(written) <= TITLE_LIMIT


@pytest.mark.parametrize(
    ("networks", "language", "title"),
    [
        ("vk telegram ok", "ru", "ER по просмотрам, медиана: бренд на 2-м месте из 2 (ВКонтакте, Telegram, Одноклассники)"),
        ("vk telegram ok", "en", "ER by views, median: the brand ranks 2 of 2 (VK, Telegram, Odnoklassniki)"),
        ("vk telegram ok youtube instagram facebook", "ru", "ER по просмотрам, медиана: бренд на 2-м месте из 2"),
    ],
)
def test_a_title_of_a_place_says_less_where_the_networks_are_many(networks: str, language: str, title: str) -> None:
    evidence = each_in_a_network_of_its_own()
    rank = next(f for f in findings(evidence) if f.code == "rank" and f.words["measure"] == "er_view.median")
    found = titled(telling(evidence, language), over(rank, networks))
    assert said(found, language) == title


def test_on_shared_networks_a_long_name_leaves_out_whose_the_second_rate_is() -> None:
    evidence = each_in_a_network_of_its_own("Боб и Ко — свежая обжарка")
    ahead = next(f for f in findings(evidence) if f.code == "competitor_ahead" and f.words["networks"] == "vk")
    with_one = tuple(s for s in evidence.subjects if s.kind != "competitor" or s.key == ahead.subject)
    alone = replace(evidence, subjects=with_one, comparisons=(evidence.comparison(ahead.subject),))
    written = said(titled(telling(alone, "ru"), ahead), "ru")
    assert written == "Боб и Ко — свежая обжарка впереди на общих площадках: ER по просмотрам в медиане 53,00 % против 13,00 %"
