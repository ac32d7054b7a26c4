"""Tables of days in which each row has the address of its account: none goes to another."""

import pytest

from tests.imports.forms_of_files import accounts, rejected, said, workbook

ROWS = (
    "01.05.2026;https://vk.com/odin;100\n01.05.2026;https://t.me/dva;200\n"
    "02.05.2026;https://vk.com/odin;101\n02.05.2026;https://t.me/dva;201\n"
)
EACH = {"vk:odin": ["100", "101"], "telegram:dva": ["200", "201"]}


def numbers(found):
    return {f"{one['network']}:{one['handle']}": [value[4] for value in one["values"]] for one in found["subjects"]}


@pytest.mark.parametrize("name", ["Ссылка", "Ссылка на сообщество", "Адрес страницы", "Площадка", "Соцсеть", "Сообщество"])
def test_each_row_goes_to_the_account_of_its_address(understood, name):
    found = understood(f"Дата;{name};Подписчики\n{ROWS}")
    assert (numbers(found), found["question"]) == (EACH, {})


def test_an_address_says_more_than_a_name_and_than_the_account_named_on_import(understood):
    rows = ROWS.replace(";https", ";Моя страница;https")
    found = understood(f"Дата;Сообщество;Ссылка;Подписчики\n{rows}", account="vk:odin")
    assert numbers(found) == EACH
    assert "Rows name another account than the one you named (telegram:dva)" in said(found)


def test_so_does_one_behind_the_words_of_a_cell(understood):
    rows = [
        ["2026-05-01", (address, "страница"), number] for address, number in (("https://vk.com/odin", 1), ("https://t.me/dva", 2))
    ]
    found = understood(workbook([["Дата", "Ссылка", "Подписчики"], *rows]))
    assert numbers(found) == {"vk:odin": ["1"], "telegram:dva": ["2"]}


def test_a_list_of_several_periods_is_one_of_days(understood):
    found = understood("Период;Ссылка;Подписчики\n2026-04;https://vk.com/odin;5\n2026-05;https://vk.com/odin;6\n")
    assert (numbers(found), rejected(found)) == ({"vk:odin": ["5", "6"]}, [])


@pytest.mark.parametrize("head", ["Дата;Паблики;Подписчики", "Дата;Ссылка;Охват", "Дата;Ссылка;Сила"])
def test_where_they_may_be_something_else_it_is_asked_with_the_account_as_the_guess(understood, head):
    found = understood(f"{head}\n{ROWS}")
    assert (accounts(found), found["question"]["asks"]) == ([], "columns")
    guess = found["question"]["guess"]
    assert (guess["rows"], [guess["fields"][name] for name in head.split(";")[:2]]) == ("values", ["day", "account"])


def test_what_a_person_calls_the_address_of_the_account_is_one(understood):
    fields = {"Дата": "day", "Паблики": "account_url", "Подписчики": "followers"}
    found = understood(f"Дата;Паблики;Подписчики\n{ROWS}", columns={"rows": "values", "network": "", "fields": fields})
    assert numbers(found) == EACH


def test_an_account_of_no_known_network_is_never_the_only_other(understood):
    found = understood("Дата;Сообщество;Подписчики\n01.05.2026;https://vk.com/odin;100\n01.05.2026;@dva;200\n")
    assert (numbers(found), found["question"]["asks"]) == ({"vk:odin": ["100"]}, "account")


def test_addresses_of_a_site_say_nothing_of_whose_rows_are(understood):
    rows = "01.05.2026;https://brand.ru/a;100\n02.05.2026;https://brand.ru/b;200\n"
    assert accounts(understood(f"Дата;Ссылка;Подписчики\n{rows}", account="vk:odin")) == ["vk:odin"]
