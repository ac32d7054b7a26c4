"""Tables by day that name their accounts: in a column, or in the title above them."""

import pytest

from tests.imports.forms_of_files import accounts, rejected, said, workbook

LIVEDUNE = (
    "Аккаунт;Дата;Подписчики;Охват;Лайки\nacme;30.04.2026;10000;1234;100\nbeta;30.04.2026;500;10;3\n"
    "acme;01.05.2026;10001;1234;100\nbeta;01.05.2026;501;10;3\n"
)
OF_TWO = {
    "acme": [["followers", "2026-04-30", "10000"], ["account_reach", "2026-04-30", "1234"], ["likes", "2026-04-30", "100"],
             ["followers", "2026-05-01", "10001"], ["account_reach", "2026-05-01", "1234"], ["likes", "2026-05-01", "100"]],
    "beta": [["followers", "2026-04-30", "500"], ["account_reach", "2026-04-30", "10"], ["likes", "2026-04-30", "3"],
             ["followers", "2026-05-01", "501"], ["account_reach", "2026-05-01", "10"], ["likes", "2026-05-01", "3"]],
}  # fmt: skip
ANOTHER = "name another account than the one you named"


def wholes(found):
    """By handle: metric, first day and number of each value that is of the whole account."""
    return {
        subject["handle"]: [[value[1], value[2], value[4]] for value in subject["values"] if not value[5]]
        for subject in found["subjects"]
    }


def test_each_row_goes_to_the_account_it_names(understood):
    found = understood(LIVEDUNE, "instagram.csv")
    assert (wholes(found), found["warnings"], found["question"]) == (OF_TWO, [], {})


def test_rows_of_another_account_than_the_one_named_go_to_it_and_that_is_said(understood):
    found = understood(LIVEDUNE, account="instagram:acme")
    assert (wholes(found), f"{ANOTHER} (instagram:beta)" in said(found)) == (OF_TWO, True)
    only = understood("Дата;Аккаунт;Подписчики\n01.05.2026;@acme;5\n02.05.2026;@acme;6\n", account="instagram:other")
    assert (accounts(only), f"{ANOTHER} (instagram:acme)" in said(only)) == (["instagram:acme"], True)


def test_the_network_of_handles_is_asked_for(understood):
    found = understood(LIVEDUNE)
    assert (accounts(found), found["question"]["asks"]) == ([], "account")


def test_addresses_say_the_network_of_their_accounts(understood):
    found = understood("Страница;Месяц;Охват\nhttps://vk.com/acme;2026-04;7\nhttps://t.me/acme;2026-04;8\n")
    assert accounts(found) == ["vk:acme", "telegram:acme"]


def test_one_day_of_several_accounts_is_no_sign_of_posts(understood):
    text = "Канал;Дата;Лайки;Комментарии\nacme;30.04.2026;5;1\nbeta;30.04.2026;6;1\nacme;01.05.2026;7;1\nbeta;01.05.2026;8;1\n"
    found = understood(text, "telegram.csv")
    assert (accounts(found), found["question"]) == (["telegram:acme", "telegram:beta"], {})


def test_a_column_explained_as_the_account_tells_whose_rows_they_are(understood):
    fields = {"Кто": "account", "Когда": "day", "Сколько": "followers"}
    text = "Кто;Когда;Сколько\nacme;2026-05-01;5\nbeta;2026-05-01;6\n"
    found = understood(text, columns={"rows": "values", "fields": fields}, account="vk:acme")
    assert wholes(found) == {"acme": [["followers", "2026-05-01", "5"]], "beta": [["followers", "2026-05-01", "6"]]}


def test_days_of_two_accounts_in_two_hours_are_days(understood):
    rows = "acme;2026-05-01 12:00;5\nbeta;2026-05-01 13:00;6\n"
    assert rejected(understood(f"Аккаунт;Дата;Подписались\n{rows}", "vk.csv")) == []


@pytest.mark.parametrize("title", ["Статистика канала @acme", "Канал «Акме» (https://t.me/acme), май"])
def test_a_table_is_of_the_account_in_its_title(understood, title):
    table = [[title], [], ["Дата", "Подписчики"], ["2026-05-01", 5], ["2026-05-02", 6]]
    found = understood(workbook(table), "report.xlsx", account="telegram:other")
    assert (accounts(found), f"{ANOTHER} (telegram:acme)" in said(found)) == (["telegram:acme"], True)


@pytest.mark.parametrize("title", ["Каналы @acme и @beta", "Вопросы: hello@acme.ru", "Подготовлено для acme"])
def test_a_title_that_names_no_account_or_several_tells_nothing(understood, title):
    found = understood(workbook([[title], [], ["Дата", "Подписчики"], ["2026-05-01", 5]]), account="telegram:other")
    assert (accounts(found), found["warnings"]) == (["telegram:other"], [])


def test_a_site_is_not_called_by_a_handle(understood):
    found = understood(workbook([["Отчёт для @acme"], [], ["Дата", "Визиты"], ["2026-05-01", 5]]), account="website:acme.ru")
    assert (accounts(found), found["warnings"]) == (["website:acme.ru"], [])


def test_posts_whose_rows_name_nobody_are_of_the_account_in_the_title(understood):
    links = [["2026-05-01", "https://www.instagram.com/p/A/", 5], ["2026-05-02", "https://www.instagram.com/p/B/", 6]]
    found = understood(workbook([["Публикации @acme"], [], ["Дата", "Ссылка", "Лайки"], *links]))
    assert (accounts(found), found["question"]) == (["instagram:acme"], {})
