"""Tables by day that name their accounts in a column."""

import pytest
from django.utils import translation

from smmstrategy.metrics.imports.queries import sentence
from tests.imports.forms_of_files import accounts, rejected, said

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
IN_WORDS = "The rows call their account «{}», by which nobody knows one: they were taken for the account the whole table is about."
KNOWN = {"own": {"instagram": ["acme"]}}
NOBODY_KNOWN = (
    "The column «Channel» may be one of accounts or of something else: «{}», «{}». If each is an account, say so "
    '(--columns "Channel=account", and --name NAME=NETWORK:HANDLE for one that its address calls otherwise); if not, say what the '
    'other columns mean and name the account (--columns "HEADER=FIELD;…" --account NETWORK:HANDLE).'
)


def wholes(found):
    """By handle: metric, first day and number of each value that is of the whole account."""
    return {
        subject["handle"]: [[value[1], value[2], value[4]] for value in subject["values"] if not value[5]]
        for subject in found["subjects"]
    }


def test_each_row_goes_to_the_account_it_names(understood):
    found = understood(LIVEDUNE, "instagram.csv", context=KNOWN)
    assert (wholes(found), found["warnings"], found["question"]) == (OF_TWO, [], {})


def test_rows_of_another_account_than_the_one_named_go_to_it_and_that_is_said(understood):
    found = understood(LIVEDUNE, account="instagram:acme")
    assert (wholes(found), f"{ANOTHER} (instagram:beta)" in said(found)) == (OF_TWO, True)
    only = understood("Дата;Аккаунт;Подписчики\n01.05.2026;@acme;5\n02.05.2026;@acme;6\n", account="instagram:other")
    assert (accounts(only), f"{ANOTHER} (instagram:acme)" in said(only)) == (["instagram:acme"], True)


def test_the_network_of_handles_is_asked_for(understood):
    found = understood(LIVEDUNE, context=KNOWN)
    assert (accounts(found), found["question"]["asks"]) == ([], "account")


def test_addresses_say_the_network_of_their_accounts(understood):
    found = understood("Страница;Месяц;Охват\nhttps://vk.com/acme;2026-04;7\nhttps://t.me/acme;2026-04;8\n")
    assert accounts(found) == ["vk:acme", "telegram:acme"]


def test_one_day_of_several_accounts_is_no_sign_of_posts(understood):
    text = "Канал;Дата;Лайки;Комментарии\nacme;30.04.2026;5;1\nbeta;30.04.2026;6;1\nacme;01.05.2026;7;1\nbeta;01.05.2026;8;1\n"
    found = understood(text, account="telegram:acme")
    assert (accounts(found), found["question"]) == (["telegram:acme", "telegram:beta"], {})


def test_a_column_explained_as_the_account_tells_whose_rows_they_are(understood):
    fields = {"Кто": "account", "Когда": "day", "Сколько": "followers"}
    text = "Кто;Когда;Сколько\nacme;2026-05-01;5\nbeta;2026-05-01;6\n"
    found = understood(text, columns={"rows": "values", "fields": fields}, account="vk:acme")
    assert wholes(found) == {"acme": [["followers", "2026-05-01", "5"]], "beta": [["followers", "2026-05-01", "6"]]}


def test_days_of_two_accounts_in_two_hours_are_days(understood):
    rows = "acme;2026-05-01 12:00;5\nbeta;2026-05-01 13:00;6\n"
    assert rejected(understood(f"Аккаунт;Дата;Подписались\n{rows}", "vk.csv")) == []


ON_A_DAY = "Дата;{column};Подписчики\n01.05.2026;{0};50\n01.05.2026;{1};20\n"
TOTAL = "This row is the total of the others; it was not counted."
NAMES_NONE = "The row names no account, and others name several: it may be their total."


def reasons(found):
    with translation.override("en"):
        return [(row, sentence(reason)) for row, reason in found["rejected"]]


@pytest.mark.parametrize("told", [{"context": {"own": {"vk": ["beta"]}}}, {"account": "vk:acme"}])
@pytest.mark.parametrize(
    ("name", "reason"), [("", NAMES_NONE), ("—", NAMES_NONE), ("Всего", TOTAL), ("Total", TOTAL), ("Все аккаунты", TOTAL)]
)
def test_a_row_that_adds_up_several_accounts_is_none_of_them(understood, told, name, reason):
    found = understood(ON_A_DAY.format("acme", "beta", column="Аккаунт") + f"01.05.2026;{name};70\n", "vk.csv", **told)
    assert wholes(found) == {"acme": [["followers", "2026-05-01", "50"]], "beta": [["followers", "2026-05-01", "20"]]}
    assert (reasons(found), found["question"]) == ([("4", reason)], {})


def test_a_total_beside_the_only_account_named_is_not_its_row(understood):
    found = understood("Дата;Аккаунт;Подписчики\n01.05.2026;acme;50\n02.05.2026;;51\n02.05.2026;Всего;70\n", account="vk:acme")
    assert wholes(found) == {"acme": [["followers", "2026-05-01", "50"], ["followers", "2026-05-02", "51"]]}
    assert reasons(found) == [("4", TOTAL)]


@pytest.mark.parametrize("name", ["Telegram", "t.me"])
def test_a_network_makes_no_account(understood, name):
    found = understood(f"Дата;Канал;Подписчики\n01.05.2026;{name};50\n02.05.2026;{name};51\n", account="telegram:acme")
    assert (accounts(found), found["warnings"], found["question"], rejected(found)) == (["telegram:acme"], [], {}, [])


@pytest.mark.parametrize("name", ["Кофейня Зерно", "/about", "Organic", "acme_old", "Всего", "Все аккаунты"])
def test_rows_that_all_call_their_account_by_what_nobody_knows_go_to_the_one_named_and_that_is_said(understood, name):
    found = understood(f"Дата;Канал;Подписчики\n01.05.2026;{name};50\n02.05.2026;{name};51\n", account="telegram:acme")
    assert (accounts(found), said(found), rejected(found)) == (["telegram:acme"], IN_WORDS.format(name), [])


def test_of_whom_a_table_is_that_names_its_page_in_words_alone_is_said(understood):
    found = understood("Дата;Сообщество;Подписчики\n01.05.2026;Кофейня Зерно;50\n02.05.2026;Кофейня Зерно;51\n", "vk.csv")
    assert (accounts(found), "taken for vk:brand" in said(found)) == (["vk:brand"], True)


@pytest.mark.parametrize(
    "names",
    [
        ("Organic", "Paid"),
        ("Органика", "Реклама"),
        ("acme", "Кофейня Зерно"),
        ("Browse", "External"),
        ("Reels", "Stories"),
        ("18-24", "25-34"),
        ("KZ", "RU"),
    ],
)
def test_words_that_tell_the_rows_of_a_day_apart_are_asked_about(understood, names):
    found = understood(ON_A_DAY.format(*names, column="Channel"), account="youtube:acme")
    with translation.override("en"):
        asked = sentence(found["question"]["message"])
    assert (accounts(found), found["question"]["asks"], asked) == ([], "columns", NOBODY_KNOWN.format(*names))


@pytest.mark.parametrize("names", [("Акме", "Бета"), ("Telegram", "ВКонтакте"), ("Organic", "Paid")])
def test_several_names_that_are_no_handles_are_asked_about_also_on_days_of_their_own(understood, names):
    text = "Дата;Канал;Подписчики\n30.04.2026;{};10000\n01.05.2026;{};500\n".format(*names)
    found = understood(text, account="telegram:acme")
    assert (accounts(found), found["question"]["asks"]) == ([], "columns")


@pytest.mark.parametrize(
    ("network", "rows", "handles"),
    [
        ("vk", ("-123", "public124"), ("club123", "club124")),
        ("telegram", ("-1001234567890", "-1007654321098"), ("1234567890", "7654321098")),
        ("vk", ("-9", "acme"), ("club9", "acme")),
    ],
)
def test_numbers_of_walls_and_chats_are_accounts(understood, network, rows, handles):
    text = "Аккаунт;Дата;Подписчики\n{};30.04.2026;10000\n{};01.05.2026;500\n".format(*rows)
    values = [[["followers", "2026-04-30", "10000"]], [["followers", "2026-05-01", "500"]]]
    assert wholes(understood(text, account=f"{network}:other")) == dict(zip(handles, values, strict=True))


@pytest.mark.parametrize(
    ("account", "number", "goes_to"),
    [
        ("vk:acme", "-123", "vk:acme"),
        ("vk:club123", "-123", "vk:club123"),
        ("vk:club124", "-123", "vk:club123"),
        ("telegram:1234567890", "-1001234567890", "telegram:1234567890"),
        ("telegram:23456789", "-1000023456789", "telegram:23456789"),
        ("telegram:1234567891", "-1001234567890", "telegram:1234567890"),
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


def test_several_handles_of_which_none_is_known_are_asked_about(understood):
    found = understood(LIVEDUNE, "instagram.csv", account="instagram:other")
    assert (accounts(found), found["question"]["asks"]) == ([], "columns")


def test_the_name_of_an_account_of_the_brand_is_that_account(understood):
    names = {"vk": {"кофейня зерно": "zerno"}}
    found = understood(ON_A_DAY.format("Кофейня Зерно", "beta", column="Сообщество"), "vk.csv", context={"names": names})
    assert wholes(found) == {"zerno": [["followers", "2026-05-01", "50"]], "beta": [["followers", "2026-05-01", "20"]]}


def test_the_numbers_of_a_page_named_by_its_wall_are_its_rows_in_whatever_spelling(understood):
    for number in ("-123", "club123", "public123", "123"):
        rows = f"{number};30.04.2026;10000\n-124;30.04.2026;500\n"
        found = understood(f"Аккаунт;Дата;Подписчики\n{rows}", account="vk:acme", context={"walls": ["club123"]})
        assert wholes(found) == {"acme": [["followers", "2026-04-30", "10000"]], "club124": [["followers", "2026-04-30", "500"]]}


def test_one_word_that_nobody_knows_is_what_is_proposed(understood):
    found = understood("Дата;Аккаунт;Подписчики\n01.05.2026;acme;50\n02.05.2026;acme;51\n", "vk.csv")
    assert (accounts(found), found["question"]["asks"], found["question"]["choices"]) == ([], "account", ["vk:acme"])


def test_a_total_beside_one_word_that_nobody_knows_is_left_out(understood):
    text = "Дата;Аккаунт;Подписчики\n01.05.2026;acme;50\n01.05.2026;Всего;70\n"
    found = understood(text, account="vk:other")
    assert (wholes(found), reasons(found)) == ({"other": [["followers", "2026-05-01", "50"]]}, [("3", TOTAL)])
    assert said(found) == IN_WORDS.format("acme")


@pytest.mark.parametrize("days", [("01", "01"), ("01", "02")])
def test_a_column_of_accounts_that_names_networks_is_asked_about_as_one_of_networks(understood, days):
    text = "Дата;Канал;Подписчики\n2026-05-{};ВК;10\n2026-05-{};ТГ;20\n".format(*days)
    question = understood(text, account="vk:a")["question"]
    assert question["message"]["text"].startswith("The column «{column}» may name the network of each row")
    assert question["guess"]["fields"] == {"Дата": "day", "Канал": "network", "Подписчики": "followers"}
