"""Where posts are enough and none differs, no number of posts is the reason that nothing is compared."""

from collections.abc import Callable
from dataclasses import replace

import pandas as pd
import pytest

from audits.evidence import Evidence
from audits.measures.assembly import assemble
from tests.audits.report.test_one_story import pages, text
from tests.audits.synthetic import NOW, records


def of_posts(change: Callable[[pd.DataFrame], pd.DataFrame], *, posts: int = 90, own: int = 1) -> Evidence:
    """So many posts of each account in the period, seen 100 times each, of two lengths in turn, as `change` leaves them."""
    base = records(5, own=own, competitors=0, posts=600)
    now = base.rows.posts[base.rows.posts["day"] >= NOW.first].groupby("account_id").head(posts).reset_index(drop=True)
    now = now.assign(views=100.0, comments=0.0, shares=0.0, text_length=[(50, 300)[n % 2] for n in now.index])
    return assemble(replace(base, rows=replace(base.rows, posts=change(now))))


def nobody_acted(posts: pd.DataFrame) -> pd.DataFrame:
    return posts.assign(likes=0.0)


def alike_in_each_account(posts: pd.DataFrame) -> pd.DataFrame:
    """Five of a hundred in the first account, ten in the second."""
    return posts.assign(likes=5.0 * posts["account_id"])


def titles(evidence: Evidence, language: str) -> list[str]:
    found = pages(evidence, language)
    return [text(found[key].title, language) for key in ("hours", "lengths")]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "ru",
            [
                "У всех публикаций ER по просмотрам — 0,00 %: время выхода не сравнить, n = 90",
                "У всех публикаций ER по просмотрам — 0,00 %; поровну чаще всего: 1–199 и 200–499, по n = 45",
            ],
        ),
        (
            "en",
            [
                "Every post has the same ER by views, 0.00%: no time of posting to tell apart, n = 90",
                "Every post has the same ER by views, 0.00%; equally common: 1–199 and 200–499, n = 45 each",
            ],
        ),
    ],
)
def test_posts_that_are_all_alike_are_said_to_be(language: str, told: list[str]) -> None:
    assert titles(of_posts(nobody_acted), language) == told


def every_fourth_more_than_seen(posts: pd.DataFrame) -> pd.DataFrame:
    """Whose rate no formula counts."""
    return posts.assign(likes=[500.0 if n % 4 == 0 else 0.0 for n in range(len(posts))])


def every_fourth_unknown(posts: pd.DataFrame) -> pd.DataFrame:
    acts = [None if n % 4 == 0 else 0.0 for n in range(len(posts))]
    return posts.assign(likes=acts, comments=acts, shares=acts)


@pytest.mark.parametrize("change", [every_fourth_more_than_seen, every_fourth_unknown])
@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "ru",
            [
                "У всех 67 посчитанных публикаций ER по просмотрам — 0,00 %: время выхода не сравнить, n = 67",
                "У всех 67 посчитанных публикаций ER по просмотрам — 0,00 %; чаще всего — 200–499 знаков, n = 45",
            ],
        ),
        (
            "en",
            [
                "All 67 counted posts have the same ER by views, 0.00%: no time of posting to tell apart, n = 67",
                "All 67 counted posts have the same ER by views, 0.00%; most common: 200–499 characters, n = 45",
            ],
        ),
    ],
)
def test_of_posts_that_are_not_all_counted_these_are_said_to_be(
    language: str, told: list[str], change: Callable[[pd.DataFrame], pd.DataFrame]
) -> None:
    assert titles(of_posts(change), language) == told


def test_the_counted_posts_agree_with_their_number() -> None:
    """81 of 108."""
    title, _ = titles(of_posts(every_fourth_unknown, posts=108), "ru")
    assert title == "У всех 81 посчитанной публикации ER по просмотрам — 0,00 %: время выхода не сравнить, n = 81"


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "ru",
            [
                "Внутри аккаунта и месяца сравнивать время выхода не по чему: n = 180",
                "Внутри аккаунта и месяца сравнивать длину текста не по чему; 2 длины поровну, по n = 90",
            ],
        ),
        (
            "en",
            [
                "Within an account and a month nothing tells times of posting apart: n = 180",
                "Within an account and a month nothing tells lengths of text apart; 2 lengths alike, n = 90 each",
            ],
        ),
    ],
)
def test_posts_that_differ_by_account_alone_are_said_to_be(language: str, told: list[str]) -> None:
    assert titles(of_posts(alike_in_each_account, own=2), language) == told


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "ru",
            [
                "Время выхода сравнивать рано: n = 12 публикаций",
                "Сравнивать длину текста рано; поровну чаще всего: 1–199 и 200–499, по n = 6",
            ],
        ),
        (
            "en",
            [
                "Too early to compare times of posting: n = 12 posts",
                "Too few posts to compare lengths of text; equally common: 1–199 and 200–499, n = 6 each",
            ],
        ),
    ],
)
def test_few_posts_are_said_to_be_few(language: str, told: list[str]) -> None:
    def one_by_one(posts: pd.DataFrame) -> pd.DataFrame:
        return posts.assign(likes=[float(n) for n in posts.index])

    assert titles(of_posts(one_by_one, posts=12), language) == told
