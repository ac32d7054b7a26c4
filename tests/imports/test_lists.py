"""Lists of accounts: whose network their name says, and columns that call pages by names."""

import pytest

from tests.imports.forms_of_files import accounts

LIST = "Аккаунт;Подписчики\nzerno;100\ndablby;20\n"


@pytest.mark.parametrize(("name", "above"), [("ВК.csv", ""), ("конкуренты.csv", "ВК;\n"), ("вк конкуренты.csv", "")])
def test_the_network_of_a_list_is_that_of_its_title_or_file(understood, name, above):
    found = understood(above + LIST, name)
    assert (accounts(found), found["question"]) == (["vk:zerno", "vk:dablby"], {})


def test_a_network_told_or_of_an_address_says_more_than_the_name_of_the_file(understood):
    assert accounts(understood(LIST, "ВК.csv", account="telegram:any")) == ["telegram:zerno", "telegram:dablby"]
    found = understood("Аккаунт;Подписчики;Ссылка\nzerno;100;https://t.me/zerno\ndablby;20;https://t.me/dablby\n", "ВК.csv")
    assert accounts(found) == ["telegram:zerno", "telegram:dablby"]


NAMES = "Название;Соцсеть;Подписчики;Охват\nЗерно;ВК;100;10\nДаблби;ВК;200;20\nЗерно;ТГ;10;1\n"


def test_names_of_pages_with_their_followers_are_guessed_to_be_accounts_not_titles_of_posts(understood):
    guess = understood(NAMES)["question"]["guess"]
    assert guess == {"rows": "account", "fields": {"Название": "account", "Соцсеть": "network", "Подписчики": "followers"}}
    known = {"names": {"vk": {"зерно": "zerno"}}}
    assert accounts(understood(NAMES, columns=guess, context=known)) == ["vk:zerno", "vk:Даблби", "telegram:Зерно"]
