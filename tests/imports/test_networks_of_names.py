"""The network of a name in words is that of its row, else of its table: its kind, title, sheet or file, or the account named."""

import pytest

from smmstrategy.metrics.imports.reading.columns import headers
from tests.imports.forms_of_files import numbers_of, others, said, workbook

ROWS = [["Дата", "{}", "Текст", "Лайки"]] + [
    [f"0{day}.05.2026", who, f"Пост {day}", day] for day, who in enumerate(["Даблби", "Кофе Хауз"] * 2, 1)
]
OWN = {"own": {"vk": ["zerno"], "telegram": ["zerno"]}}
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


AUTHORS = "Дата;Автор;Соцсеть;Текст;Лайки\n" + "".join(
    f"0{day}.05.2026;{who};ВК;Пост {day};{day}\n" for day, who in enumerate(["Иванова", "Петров"] * 2, 1)
)


@pytest.mark.parametrize("table", [AUTHORS, AUTHORS.replace("Автор", "Канал"), rows("Автор", ["Иванова", "Петров"])])
def test_whether_authors_are_accounts_is_asked(understood, table):
    found = understood(table, "vk.csv", context=OWN)
    assert (numbers_of(found), found["question"]["asks"]) == ({}, "columns")
    assert "may be one of accounts or of something else: «Иванова», «Петров»." in said(found)


@pytest.mark.parametrize("table", [AUTHORS, rows("Автор", ["Иванова", "Петров"])])
def test_what_a_person_says_of_authors_holds_here_and_for_later_files(understood, table):
    guess = understood(table, "vk.csv", context=OWN)["question"]["guess"]
    signature = headers.signature(table.partition("\n")[0].split(";"))
    accounts = guess | {"fields": guess["fields"] | {"Автор": "account"}}
    for answer, expected in ((guess, {"vk:zerno": 4}), (accounts, {"vk:Иванова": 2, "vk:Петров": 2})):
        assert numbers_of(understood(table, "vk.csv", columns=answer, context=OWN)) == expected
        assert numbers_of(understood(table, "vk.csv", context=OWN | {"mappings": {signature: answer}})) == expected
    assert {*numbers_of(understood(table, "vk.csv", fields_by_header={"Автор": "account"}))} == {"vk:Иванова", "vk:Петров"}


def test_authors_write_for_the_account_named_and_it_is_said(understood):
    found = understood(AUTHORS, account="vk:zerno")
    assert (numbers_of(found), said(found)) == (
        {"vk:zerno": 4},
        "The column «Автор» was not taken for one of accounts («Иванова», «Петров»): its rows are those of one. If each is an "
        'account, say so (--columns "Автор=account").',
    )


def test_one_author_writes_for_the_known_account_and_it_is_said(understood):
    found = understood(AUTHORS.replace("Петров", "Иванова"), context=OWN)
    assert (numbers_of(found), "call their account «Иванова», by which nobody knows one" in said(found)) == ({"vk:zerno": 4}, True)


def test_the_author_of_linked_posts_is_no_name_of_their_account(understood):
    linked = "Дата;Автор;Ссылка;Лайки\n01.05.2026;Иванова;https://t.me/zerno/1;5\n"
    (found,) = understood(linked)["subjects"]
    assert (found["handle"], found["name"], found["other_names"]) == ("zerno", "", [])
    (found,) = understood(linked.replace("Автор", "Канал"))["subjects"]
    assert (found["name"], found["other_names"]) == ("Иванова", ["Иванова"])


def test_authors_known_as_accounts_or_spelt_like_them_are_asked_about_no_more(understood):
    known = OWN | {"names": {"vk": {"иванова": "club1", "петров": "club2"}}}
    assert numbers_of(understood(AUTHORS, context=known)) == {"vk:club1": 2, "vk:club2": 2}
    spelt = AUTHORS.replace("Иванова", "@ivanova").replace("Петров", "@petrov")
    assert {*numbers_of(understood(spelt, context=OWN))} == {"vk:ivanova", "vk:petrov"}


@pytest.mark.parametrize("told", [{}, {"of_others": True}])
def test_the_network_of_competitors_that_nothing_says_is_asked_for(understood, told):
    for table in (rows("Конкурент"), "Месяц;Конкурент;Подписчики\nиюль 2026;Даблби;1\nиюль 2026;Кофе Хауз;2\n"):
        asked = understood(table, context=told)
        assert (numbers_of(asked), asked["question"]["asks"]) == ({}, "network")
        assert {*numbers_of(understood(table, account="vk:any", context=told))} == {*EACH}


@pytest.mark.parametrize("note", ["конкуренты", "план", "реклама"])
def test_a_network_with_a_note_that_it_is_something_else_is_refused_and_one_with_another_name_is_read(understood, note):
    lines = [f"01.09.2026;{network};{count}\n" for network, count in ((f"ВК ({note})", 1), ("Мессенджер (MAX)", 2), ("ВК", 3))]
    found = understood(f"Дата;Соцсеть;Подписчики\n{''.join(lines)}", "smm.csv")
    assert numbers_of(found) == {"max:brand": ["2"], "vk:brand": ["3"]}
    assert [row for row, _reason in found["rejected"]] == ["2"]
