"""Addresses of pages in columns that are called by their network alone, beside its figures: each row is of the page there."""

import pytest

from tests.imports.forms_of_files import numbers_of, others

LIST = (
    "Конкурент;{};Подписчики VK;{};Подписчики TG\nКофе Дом;https://vk.com/coffeehouse;25400;https://t.me/coffee;1200\n"
    "Бариста;https://vk.com/barista_msk;8120;-;-\n"
)
FOUND = {"vk:coffeehouse": ["25400"], "vk:barista_msk": ["8120"], "telegram:coffee": ["1200"]}
NAMES = [
    ("VK", "Telegram"),
    ("ВК", "ТГ"),
    ("VK (ссылка)", "TG (ссылка)"),
    ("VK [ссылка]", "TG: ссылка"),
    ("Ссылка VK", "Ссылка TG"),
]


@pytest.mark.parametrize("names", NAMES)
def test_competitors_are_known_by_their_addresses(understood, names):
    found = understood(LIST.format(*names), "Конкуренты 01.10.2026.csv")
    assert (numbers_of(found), others(found), {one["name"] for one in found["subjects"]}) == (
        FOUND,
        {*FOUND},
        {"Кофе Дом", "Бариста"},
    )


def test_they_are_beside_each_other_before_the_figures(understood):
    row = "Кофе Дом;https://vk.com/coffeehouse;https://t.me/coffee;25400;1200\n"
    found = understood(f"Конкурент;ВК;ТГ;Подписчики ВК;Подписчики ТГ\n{row}", "Конкуренты 01.10.2026.csv")
    assert numbers_of(found) == {"vk:coffeehouse": ["25400"], "telegram:coffee": ["1200"]}


def test_of_one_network_and_by_day(understood):
    rows = "".join(f"0{n}.10.2026;Кофе Дом;https://vk.com/coffeehouse;254{n}\n" for n in (1, 2))
    assert numbers_of(understood(f"Дата;Конкурент;VK;Подписчики VK\n{rows}")) == {"vk:coffeehouse": ["2541", "2542"]}


@pytest.mark.parametrize("name", ["VK (подписчики)", "VK [подписчики]", "Подписчики (VK)"])
def test_a_name_in_brackets_is_what_the_column_holds(understood, name):
    found = understood(f"Дата;{name}\n01.10.2026;5\n02.10.2026;6\n", account="vk:iva")
    assert numbers_of(found) == {"vk:iva": ["5", "6"]}


@pytest.mark.parametrize(
    ("vk", "telegram"),
    [
        (("coffeehouse", "barista_msk"), ("@coffee", "@barista")),
        (("https://vk.com/coffeehouse", "@barista_msk"), ("t.me/coffee", "@barista")),
    ],
)
def test_competitors_are_known_by_handles(understood, vk, telegram):
    rows = "".join(f"{name};{vk[n]};{n + 1}1;{telegram[n]};{n + 1}2\n" for n, name in enumerate(["Кофе Дом", "Бариста"]))
    found = understood(f"Конкурент;VK;Подписчики VK;TG;Подписчики TG\n{rows}", "Конкуренты 01.10.2026.csv")
    of_each = {"vk:coffeehouse": ["11"], "vk:barista_msk": ["21"], "telegram:coffee": ["12"], "telegram:barista": ["22"]}
    assert (numbers_of(found), others(found)) == (of_each, {*of_each})
    assert {one["name"] for one in found["subjects"]} == {"Кофе Дом", "Бариста"}


@pytest.mark.parametrize("cells", [("есть", "нет"), ("да", "да"), ("1", "2")])
def test_words_under_a_network_are_no_handles(understood, cells):
    rows = "".join(f"{name};{cell};10;20\n" for name, cell in zip(["Кофе Дом", "Бариста"], cells, strict=True))
    found = understood(f"Конкурент;VK;Подписчики VK;Подписчики TG\n{rows}", "Конкуренты 01.10.2026.csv")
    assert {*numbers_of(found)} == {"vk:Кофе Дом", "vk:Бариста", "telegram:Кофе Дом", "telegram:Бариста"}
