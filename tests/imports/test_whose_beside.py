"""A table that says of nobody whose it is, beside one that does: the question proposes whom the other names."""

from tests.imports.forms_of_files import accounts, said, values

SIDE = (
    "Дата;Подписчики;;Дата публикации;Ссылка;Лайки\n"
    "01.05.2026;12008;;29.04.2026 20:00;https://vk.com/wall-12345678_1000;5\n"
    "02.05.2026;12020;;01.05.2026 02:00;https://vk.com/wall-12345678_1001;294\n"
)


def test_the_page_that_links_of_a_table_beside_name_is_proposed(understood):
    found = understood(SIDE)
    assert "It may be: vk:club12345678. Name it (--account NETWORK:HANDLE)." in said(found)
    assert (found["question"]["asks"], found["question"]["choices"]) == ("account", ["vk:club12345678"])


def test_and_naming_it_takes_both_tables(understood):
    found = understood(SIDE, account="vk:club12345678")
    assert (found["question"], accounts(found)) == ({}, ["vk:club12345678"])
    assert [value[3] for value in values(found)] == ["12008", "12020"]


def test_without_links_nobody_is_proposed(understood):
    assert understood("Дата;Подписчики\n01.05.2026;12008\n02.05.2026;12020\n")["question"]["choices"] == []


def test_where_only_the_network_was_said_rows_that_name_nobody_are_of_the_account_known_there(understood):
    known = {"own": {"vk": ["zerno"]}}
    assert accounts(understood("Дата;Подписчики\n01.05.2026;5\n", account="vk:any", context=known)) == ["vk:zerno"]
