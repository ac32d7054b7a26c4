"""Tables by day that name their accounts: in a column, or in the title above them."""

import pytest
from django.utils import translation

from smmstrategy.metrics.imports.queries import sentence
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
PASSED_OVER = (
    "The title above the rows names another account than the one you named ({}), without saying that it is about that one alone: "
    "whose the rows are was not taken from it."
)
IN_WORDS = "The rows call their account «{}», which is no handle: they were taken for the account the whole table is about."


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


@pytest.mark.parametrize("title", ["Статистика @other", "Вопросы: hello@acme.ru", "Подготовлено для acme"])
def test_a_title_that_names_no_other_account_tells_nothing(understood, title):
    found = understood(workbook([[title], [], ["Дата", "Подписчики"], ["2026-05-01", 5]]), account="telegram:other")
    assert (accounts(found), found["warnings"]) == (["telegram:other"], [])


@pytest.mark.parametrize(
    ("title", "pages"),
    [
        ("Статистика @beta за май", "telegram:beta"),
        ("Каналы @acme и @beta", "telegram:acme, telegram:beta"),
        ("Каналы @other и @beta", "telegram:beta"),
        ("Канал @beta, отчёт @smm_agency", "telegram:beta, telegram:smm_agency"),
    ],
)
def test_a_title_that_names_another_account_is_not_passed_over_in_silence(understood, title, pages):
    found = understood(workbook([[title], [], ["Дата", "Подписчики"], ["2026-05-01", 5]]), account="telegram:other")
    assert (accounts(found), said(found)) == (["telegram:other"], PASSED_OVER.format(pages))


def test_a_title_is_not_said_to_be_passed_over_where_all_rows_name_their_accounts(understood):
    table = [["Отчёт @smm_agency"], [], ["Дата", "Аккаунт", "Подписчики"], ["2026-05-01", "acme", 5]]
    assert said(understood(workbook(table), account="telegram:acme")) == ""


def test_a_title_may_name_the_account_that_a_person_has_named_in_another_network(understood):
    table = [["Отчёт: t.me/gamma"], [], ["Дата", "Подписчики"], ["2026-05-01", 5]]
    found = understood(workbook(table), account="vk:acme", accounts={"telegram": "gamma"})
    assert (accounts(found), said(found)) == (["vk:acme"], "")


def test_a_site_is_not_called_by_a_handle(understood):
    found = understood(workbook([["Отчёт для @acme"], [], ["Дата", "Визиты"], ["2026-05-01", 5]]), account="website:acme.ru")
    assert (accounts(found), found["warnings"]) == (["website:acme.ru"], [])


def test_posts_whose_rows_name_nobody_are_of_the_account_in_the_title(understood):
    links = [["2026-05-01", "https://www.instagram.com/p/A/", 5], ["2026-05-02", "https://www.instagram.com/p/B/", 6]]
    found = understood(workbook([["Публикации @acme"], [], ["Дата", "Ссылка", "Лайки"], *links]))
    assert (accounts(found), found["question"]) == (["instagram:acme"], {})


ON_A_DAY = "Дата;{column};Подписчики\n01.05.2026;{0};50\n01.05.2026;{1};20\n"
LEFT_OUT = "This row is the total of the others; it was left out."
NAMES_NONE = "The row names no account, and others name several: it may be their total."


def reasons(found):
    with translation.override("en"):
        return [(row, sentence(reason)) for row, reason in found["rejected"]]


@pytest.mark.parametrize("told", [{}, {"account": "vk:acme"}])
@pytest.mark.parametrize(
    ("name", "reason"), [("", NAMES_NONE), ("—", NAMES_NONE), ("Всего", LEFT_OUT), ("Total", LEFT_OUT), ("Все аккаунты", LEFT_OUT)]
)
def test_a_row_that_adds_up_several_accounts_is_none_of_them(understood, told, name, reason):
    found = understood(ON_A_DAY.format("acme", "beta", column="Аккаунт") + f"01.05.2026;{name};70\n", "vk.csv", **told)
    assert wholes(found) == {"acme": [["followers", "2026-05-01", "50"]], "beta": [["followers", "2026-05-01", "20"]]}
    assert (reasons(found), found["question"]) == ([("4", reason)], {})


def test_a_total_beside_the_only_account_named_is_not_its_row(understood):
    found = understood("Дата;Аккаунт;Подписчики\n01.05.2026;acme;50\n02.05.2026;;51\n02.05.2026;Всего;70\n", "vk.csv")
    assert wholes(found) == {"acme": [["followers", "2026-05-01", "50"], ["followers", "2026-05-02", "51"]]}
    assert reasons(found) == [("4", LEFT_OUT)]


@pytest.mark.parametrize("name", ["Telegram", "t.me", "Всего", "Organic"])
def test_a_word_that_is_no_handle_makes_no_account(understood, name):
    found = understood(f"Дата;Канал;Подписчики\n01.05.2026;{name};50\n02.05.2026;{name};51\n", account="telegram:acme")
    assert (accounts(found), found["warnings"], found["question"], rejected(found)) == (["telegram:acme"], [], {}, [])


@pytest.mark.parametrize("name", ["Кофейня Зерно", "/about"])
def test_rows_that_name_one_account_in_words_go_to_the_one_named_and_that_is_said(understood, name):
    found = understood(f"Дата;Канал;Подписчики\n01.05.2026;{name};50\n02.05.2026;{name};51\n", account="telegram:acme")
    assert (accounts(found), said(found), rejected(found)) == (["telegram:acme"], IN_WORDS.format(name), [])


def test_of_whom_a_table_is_that_names_its_page_in_words_alone_is_said(understood):
    found = understood("Дата;Сообщество;Подписчики\n01.05.2026;Кофейня Зерно;50\n02.05.2026;Кофейня Зерно;51\n", "vk.csv")
    assert (accounts(found), "taken for vk:brand" in said(found)) == (["vk:brand"], True)


@pytest.mark.parametrize(
    "names", [("Organic", "Paid"), ("Telegram", "ВКонтакте"), ("Реклама", "Органика"), ("acme", "Кофейня Зерно")]
)
def test_words_that_tell_the_rows_of_a_day_apart_are_asked_about(understood, names):
    found = understood(ON_A_DAY.format(*names, column="Channel"), account="youtube:acme")
    assert (accounts(found), found["question"]["asks"]) == ([], "columns")


@pytest.mark.parametrize("names", [("Акме", "Бета"), ("Telegram", "ВКонтакте"), ("Organic", "Paid")])
def test_several_names_that_are_no_handles_are_asked_about_also_on_days_of_their_own(understood, names):
    text = "Дата;Канал;Подписчики\n30.04.2026;{};10000\n01.05.2026;{};500\n".format(*names)
    found = understood(text, account="telegram:acme")
    assert (accounts(found), found["question"]["asks"]) == ([], "columns")


@pytest.mark.parametrize(
    ("network", "first", "second"), [("vk", "-123", "-124"), ("telegram", "-1001234567890", "-1007654321098"), ("vk", "-9", "acme")]
)
def test_numbers_of_walls_and_chats_are_accounts(understood, network, first, second):
    rows = f"{first};30.04.2026;10000\n{second};01.05.2026;500\n"
    found = understood(f"Аккаунт;Дата;Подписчики\n{rows}", account=f"{network}:other")
    assert wholes(found) == {first: [["followers", "2026-04-30", "10000"]], second: [["followers", "2026-05-01", "500"]]}


@pytest.mark.parametrize(
    ("account", "number", "goes_to"),
    [
        ("vk:acme", "-123", "vk:acme"),
        ("vk:club123", "-123", "vk:club123"),
        ("vk:club124", "-123", "vk:-123"),
        ("telegram:1234567890", "-1001234567890", "telegram:1234567890"),
        ("telegram:23456789", "-1000023456789", "telegram:23456789"),
        ("telegram:1234567891", "-1001234567890", "telegram:-1001234567890"),
    ],
)
def test_the_number_of_a_wall_or_chat_may_be_that_of_the_account_named(understood, account, number, goes_to):
    found = understood(f"Аккаунт;Дата;Подписчики\n{number};30.04.2026;10000\n{number};01.05.2026;10001\n", account=account)
    assert accounts(found) == [goes_to]


def test_words_beside_handles_are_asked_about_also_on_days_of_their_own(understood):
    found = understood("Дата;Аккаунт;Подписчики\n01.05.2026;beta;50\n02.05.2026;Кофейня Зерно;51\n", account="vk:acme")
    assert (accounts(found), found["question"]["asks"]) == ([], "columns")


def test_accounts_are_named_in_words_where_a_person_has_said_so_but_not_by_networks(understood):
    told = {"rows": "values", "fields": {"Сообщество": "account", "Дата": "day", "Подписчики": "followers"}}
    found = understood(ON_A_DAY.format("Кофейня Зерно", "Пекарня", column="Сообщество"), "vk.csv", columns=told)
    assert wholes(found) == {"Кофейня Зерно": [["followers", "2026-05-01", "50"]], "Пекарня": [["followers", "2026-05-01", "20"]]}
    of_networks = understood(ON_A_DAY.format("Telegram", "ВКонтакте", column="Сообщество"), "vk.csv", columns=told)
    assert (accounts(of_networks), of_networks["question"]["asks"]) == ([], "columns")


OF_POSTS = [["Дата", "Ссылка", "Лайки"], ["2026-05-01", "https://www.instagram.com/p/A/", 5]]


@pytest.mark.parametrize(
    "title", ["Отчёт подготовил @smm_agency", "Аккаунт-менеджер @smm_agency", "Report by instagram.com/smm_agency"]
)
def test_who_wrote_a_report_is_not_the_account_it_is_about(understood, title):
    posts = understood(workbook([[title], [], *OF_POSTS]), "report.xlsx", account="instagram:acme")
    days = understood(workbook([[title], [], ["Дата", "Подписчики"], ["2026-05-01", 5]]), "report.xlsx", account="instagram:acme")
    passed_over = PASSED_OVER.format("instagram:smm_agency")
    assert (accounts(posts), said(posts)) == (accounts(days), said(days)) == (["instagram:acme"], passed_over)


@pytest.mark.parametrize(
    "title",
    [
        "Менеджер страницы @smm_anna",
        "Администратор группы @smm_anna",
        "SMM-менеджер нашего Telegram-канала «Акме» @smm_anna",
        "Вопросы к администратору канала @smm_anna",
        "Manager of the page @smm_anna",
    ],
)
def test_whoever_runs_a_page_is_not_that_page(understood, title):
    found = understood(workbook([[title], [], ["Дата", "Подписчики"], ["2026-05-01", 5]]), account="telegram:acme")
    assert (accounts(found), said(found)) == (["telegram:acme"], PASSED_OVER.format("telegram:smm_anna"))


@pytest.mark.parametrize("title", ["Менеджер: Анна, канал @beta", "Авторский канал @beta", "Администрация города: группа @beta"])
def test_a_page_beside_a_person_or_of_authors_is_what_a_title_is_about(understood, title):
    found = understood(workbook([[title], [], ["Дата", "Подписчики"], ["2026-05-01", 5]]), account="telegram:acme")
    assert accounts(found) == ["telegram:beta"]


@pytest.mark.parametrize("title", ["@beta", "Аккаунт в Instagram @beta", "Page: @beta, May", "Профиль «Бета» (instagram.com/beta)"])
def test_a_title_about_another_page_than_the_one_named_tells_whose_the_posts_are(understood, title):
    found = understood(workbook([[title], [], *OF_POSTS]), "report.xlsx", account="instagram:acme")
    assert (accounts(found), f"{ANOTHER} (instagram:beta)" in said(found)) == (["instagram:beta"], True)


def test_who_wrote_a_report_is_not_the_account_named_for_its_network(understood):
    table = [["Telegram, отчёт подготовил @smm_agency"], [], ["Дата", "Подписчики"], ["2026-05-01", 5]]
    named = {"account": "vk:acme", "accounts": {"telegram": "gamma"}}
    assert accounts(understood(workbook(table), "report.xlsx", **named)) == ["telegram:gamma"]
