"""Lists of accounts: whose network their name says, and columns that call pages by names."""

import pytest

from tests.imports.forms_of_files import accounts, numbers_of, others

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


@pytest.mark.parametrize("column", ["Конкурент", "Competitor"])
def test_a_list_of_competitors_is_known_by_its_heading_and_makes_them_competitors(understood, column):
    found = understood(f"{column};Ссылка;Подписчики\nДаблби;https://vk.com/dablby;5\nHauz;https://vk.com/hauz_coffee;6\n")
    assert (accounts(found), others(found)) == (["vk:dablby", "vk:hauz_coffee"], {"vk:dablby", "vk:hauz_coffee"})
    assert [one["name"] for one in found["subjects"]] == ["Даблби", "Hauz"]
    found = understood(f"{column};Соцсеть;Подписчики\nДаблби;ВК;5\nHauz;ТГ;6\n")
    assert (found["kind"], others(found)) == ("accounts", {"vk:Даблби", "telegram:Hauz"})
    assert numbers_of(found) == {"vk:Даблби": ["5"], "telegram:Hauz": ["6"]}


@pytest.mark.parametrize("column", ["Бренд", "Brand", "Компания"])
def test_a_list_of_brands_with_the_brand_itself_tells_its_own_account_from_competitors(understood, column):
    table = f"{column};Соцсеть;Подписчики\n«Кофейня Зерно»;ВК;5\nДаблби;ВК;6\n"
    found = understood(table, context={"brand": "кофейня зерно"}, account="vk:zerno")
    assert (numbers_of(found), others(found)) == ({"vk:zerno": ["5"], "vk:Даблби": ["6"]}, {"vk:Даблби"})
    assert others(understood(table)) == set()


def test_the_roles_of_such_lists_are_those_of_their_headings_and_else_asked(import_export, tmp_path):
    (tmp_path / "list.csv").write_text("Конкурент;Соцсеть;Подписчики\nДаблби;ВК;5\nbrand;ВК;7\n")
    done = import_export(tmp_path / "list.csv", "--dry-run")
    assert (done["status"], done["files"][0]["roles"]) == (0, {"vk:Даблби": "competitor", "vk:brand": "own"})
    (tmp_path / "list.csv").write_text("Бренд;Соцсеть;Подписчики\nHauz;ВК;5\nХауз;ВК;7\n")
    asked = import_export(tmp_path / "list.csv")
    assert (asked["status"], "what the new ones are to the brand: vk:Hauz, vk:Хауз." in asked["files"][0]["error"]) == (1, True)
    done = import_export(tmp_path / "list.csv", "--role", "competitor", "--own", "vk:hauz", "--dry-run")
    assert (done["status"], done["files"][0]["roles"]) == (0, {"vk:Hauz": "own", "vk:Хауз": "competitor"})


@pytest.mark.parametrize("column", ["Аккаунт", "Бренд", "Конкурент"])
def test_a_table_by_week_is_no_list(understood, column):
    assert understood(f"Неделя;{column};Подписчики\n22;nike;5\n23;nike;6\n", "ВК.csv")["question"]["asks"] == "columns"
