"""The network of a name in words is that of its row, else of its table: its kind, title, sheet or file, or the account named."""

import pytest

from smmstrategy.metrics.imports.reading.columns import headers
from tests.imports.forms_of_files import numbers_of, others, said, workbook

ROWS = [["Дата", "{}", "Текст", "Лайки"]] + [
    [f"0{day}.05.2026", who, f"Пост {day}", day] for day, who in enumerate(["Даблби", "Кофе Хауз"] * 2, 1)
]
OWN = {"known_accounts": {"vk": ["zerno"], "telegram": ["zerno"]}}
EACH = {"vk:Даблби": 2, "vk:Кофе Хауз": 2}


def rows(column, names=("Даблби", "Кофе Хауз")):
    written = [f"0{day}.05.2026;{who};Пост {day};{day}\n" for day, who in enumerate([*names] * 2, 1)]
    return f"Дата;{column};Текст;Лайки\n" + "".join(written)


def test_posts_of_competitors_are_of_the_network_of_their_sheet(understood):
    sheet = [[cell.format("Конкурент") if isinstance(cell, str) else cell for cell in row] for row in ROWS]
    found = understood(workbook(sheet, sheet, names=["ВК", "Telegram"]), "posts.xlsx", context=OWN)
    assert numbers_of(found) == EACH | {"telegram:Даблби": 2, "telegram:Кофе Хауз": 2}
    assert (others(found), found["warnings"], found["question"]) == ({*numbers_of(found)}, [], {})


@pytest.mark.parametrize("told", [{}, {"context": {"of_others": True}}, {"context": OWN}])
def test_posts_of_competitors_are_of_the_network_of_their_file(understood, told):
    found = understood(rows("Конкурент"), "ВК конкуренты.csv", **told)
    assert (numbers_of(found), found["question"], found["warnings"]) == (EACH, {}, [])


def test_posts_of_competitors_are_of_the_network_of_the_account_named_but_not_its_own(understood):
    found = understood(rows("Конкурент"), account="vk:me")
    assert (numbers_of(found), "than the one you named (vk:Даблби, vk:Кофе Хауз)" in said(found)) == (EACH, True)


def test_posts_under_handles_are_of_the_network_of_their_sheet(understood):
    sheet = [["Дата", "Аккаунт", "Текст", "Лайки"], ["01.05.2026", "@dablby", "А", 1], ["02.05.2026", "@zerno", "Б", 2]]
    assert numbers_of(understood(workbook(sheet, names=["Telegram"]), "posts.xlsx", context=OWN)) == {
        "telegram:dablby": 1,
        "telegram:zerno": 1,
    }


def test_several_names_nobody_knows_are_asked_about_in_posts_as_in_values(understood):
    asked = understood(rows("Аккаунт"), "vk.csv")["question"]
    assert (asked["asks"], asked["guess"]["rows"], asked["guess"]["fields"]["Аккаунт"]) == ("columns", "post", "account")
    assert numbers_of(understood(rows("Аккаунт"), "vk.csv", columns=asked["guess"])) == EACH


def test_authors_of_posts_are_no_accounts(understood):
    found = understood(rows("Автор", ["Иван", "Мария"]), "vk.csv", context=OWN)
    assert (numbers_of(found), "«Автор» names 2 by which nobody knows an account" in said(found)) == ({"vk:zerno": 4}, True)
    guess = {"rows": "post", "fields": {"Дата": "published_at", "Автор": "account", "Текст": "text", "Лайки": "likes"}}
    signature = headers.signature(["Дата", "Автор", "Текст", "Лайки"])
    told = understood(rows("Автор", ["Иван", "Мария"]), "vk.csv", context=OWN | {"mappings": {signature: guess}})
    assert numbers_of(told) == {"vk:zerno": 4}
    assert {*numbers_of(understood(rows("Автор", ["acme", "Мария"]), "vk.csv", fields_by_header={"Автор": "account"}))} == {
        "vk:acme",
        "vk:Мария",
    }


@pytest.mark.parametrize("told", [{}, {"of_others": True}])
def test_the_network_of_competitors_that_nothing_says_is_asked_for(understood, told):
    for table in (rows("Конкурент"), "Месяц;Конкурент;Подписчики\nиюль 2026;Даблби;1\nиюль 2026;Кофе Хауз;2\n"):
        asked = understood(table, context=told)
        assert (numbers_of(asked), asked["question"]["asks"]) == ({}, "network")
        assert {*numbers_of(understood(table, account="vk:any", context=told))} == {*EACH}
