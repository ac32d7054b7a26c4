"""What a guess holds back: the figures of columns that speak of a network in any words."""

import pytest

from smmstrategy.metrics.imports.reading import by_network
from smmstrategy.metrics.imports.reading.columns.headers import signature

HELD_BACK = [
    "vk_followers",
    "Подписчики в Телеграме",
    "Подписчики в нашем Телеграмчике",
    "Подписчики Ютуба",
    "Подписчики X (Twitter)",
    "Подписчики ОК",
    "Подписчики Viber",
    "viber_followers",
    "Охват поста в Вайбере",
]


@pytest.mark.parametrize("name", HELD_BACK)
def test_a_name_that_speaks_of_a_network_is_not_guessed_from(understood, name):
    found = understood(f"Неделя;{name};Охват\n01.09.2026;10;20\n", account="dzen:me")
    assert found["question"]["guess"]["fields"] == {"Неделя": "day", "Охват": "account_reach"}


@pytest.mark.parametrize("name", ["Подписчики наши", "Охват x2", "Экономия охвата", "Okay reach"])
def test_other_words_hold_nothing_back(name):
    assert by_network.may_be_guessed([name]) == [True]


@pytest.mark.parametrize(
    ("name", "network"),
    [
        ("vk_followers", "vk"),
        ("ТГ_подписчики", "telegram"),
        ("Подписчики в Одноклассниках", "ok"),
        ("Подписчики Ютуба", "youtube"),
        ("Подписчики Дзена", "dzen"),
        ("Подписчики в инсте", "instagram"),
        ("Подписчики X (Twitter)", "x"),
    ],
)
def test_networks_are_named_in_any_case_and_joined_by_underscores(name, network):
    assert (by_network.network_column(name).network, by_network.network_column(name).metrics) == (network, {"followers"})


@pytest.mark.parametrize(("account", "asks"), [("vk:a", ""), ("telegram:b", "columns")])
def test_what_is_remembered_takes_no_figures_of_another_network_than_that_of_the_account(understood, account, asks):
    told = {"rows": "values", "fields": {"Неделя": "day", "Сила ВК": "followers"}}
    known = {"mappings": {signature(["Неделя", "Сила ВК", "Число"]): told}}
    assert (
        understood("Неделя;Сила ВК;Число\n01.09.2026;10;20\n", account=account, context=known)["question"].get("asks", "") == asks
    )
