"""Reach, and who joined and left, under the words that people write over them."""

import pytest

from tests.imports.forms_of_files import days, posts, rejected

MONTH = "Месяц;Подписчики;{}\nАвгуст 2026;12801;350\n"


@pytest.mark.parametrize(
    ("name", "metric"),
    [
        ("Охват полный", "account_reach"),
        ("Охваченные аккаунты", "account_reach"),
        ("Вступило", "followers_gained"),
        ("Подписалось", "followers_gained"),
        ("Вышло", "followers_lost"),
        ("Отписалось", "followers_lost"),
    ],
)
def test_of_days(understood, name, metric):
    found = understood(MONTH.format(name), account="vk:brand")
    assert days(found) == [("followers", "2026-08-01", "12801"), (metric, "2026-08-01", "350")]


@pytest.mark.parametrize("name", ["Охват полный", "Суммарный охват", "Охваченные аккаунты"])
def test_of_posts(understood, name):
    found = understood(f"Дата;Ссылка;{name}\n01.09.2026;https://vk.com/wall-1_2;900\n")
    assert [post[10] for post in posts(found)] == [{"reach": "900"}]


def test_a_sum_of_reach_is_no_reach_of_days(understood):
    found = understood(MONTH.format("Суммарный охват"), account="vk:brand")
    assert days(found) == [("followers", "2026-08-01", "12801")]


def test_who_left_may_be_written_with_a_minus(understood):
    found = understood("Месяц;Вступило;Вышло;Подписчики\nАвгуст 2026;350;-109;12801\n", account="vk:brand")
    assert (days(found), rejected(found)) == (
        [("followers_gained", "2026-08-01", "350"), ("followers_lost", "2026-08-01", "109"), ("followers", "2026-08-01", "12801")],
        [],
    )
