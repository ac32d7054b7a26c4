"""Columns that name the network of their figures: each goes to an account there, and to none of another network."""

import pytest

from smmstrategy.metrics.imports.reading.columns.headers import signature
from smmstrategy.metrics.imports.reading.kinds.network_columns import columns, network_column
from tests.imports.forms_of_files import accounts, days, rejected, said, workbook

ROWS = "01.09.2026;10;20\n02.09.2026;11;21\n"
BOTH = f"Дата;VK подписчики;Telegram подписчики\n{ROWS}"
GROUPS = (
    "Дата;ВКонтакте;ВКонтакте;Telegram;Telegram\n;Подписчики;Просмотры;Подписчики;Просмотры\n"
    "01.09.2026;10;100;20;200\n02.09.2026;11;101;21;201\n"
)
WITH_REACH = f"Дата;Охват;VK подписчики\n{ROWS}"


def numbers(found):
    return {f"{one['network']}:{one['handle']}": [value[4] for value in one["values"]] for one in found["subjects"]}


def test_each_column_goes_to_the_account_named_in_its_network(understood):
    found = understood(BOTH, accounts_by_network={"vk": "aaa", "telegram": "bbb"})
    assert (numbers(found), said(found), found["question"]) == (
        {"vk:aaa": ["10", "11"], "telegram:bbb": ["20", "21"]},
        "A table has columns of several networks: a row counts once for each network that it has figures of "
        "(rows of the table: 2, counted: 4).",
        {},
    )


def test_each_part_is_shown_with_its_own_columns_as_the_file_calls_them(understood):
    shown = [(table["name"], table["header"], table["columns"], table["sample"][0]) for table in understood(BOTH)["tables"]]
    assert shown == [
        ("VK", ["Дата", "VK подписчики"], {"Дата": "day", "VK подписчики": "followers"}, ["B2", ["01.09.2026", "10"]]),
        (
            "Telegram",
            ["Дата", "Telegram подписчики"],
            {"Дата": "day", "Telegram подписчики": "followers"},
            ["C2", ["01.09.2026", "20"]],
        ),
    ]


def test_visitors_of_pages_are_no_site_s_in_english_either(understood):
    found = understood(f"Date;VK visitors;Telegram visitors\n{ROWS}", accounts_by_network={"vk": "aaa", "telegram": "bbb"})
    assert numbers(found) == {"vk:aaa": ["10", "11"], "telegram:bbb": ["20", "21"]}


def test_a_sheet_and_a_network_name_a_part_that_is_asked_about(understood):
    head = ["Дата", "Рубрика", "Подписчики VK", "Подписчики TG"]
    rows = [["2026-05-01", "а", 1, 2], ["2026-05-01", "б", 3, 4]]
    found = understood(
        workbook([head, *rows], [["Заметки"]], names=["Май", "Прочее"]), accounts_by_network={"vk": "a", "telegram": "b"}
    )
    assert [table["name"] for table in found["tables"][:2]] == ["Май · VK", "Май · TG"]
    assert "Table «Май · VK». These columns are new" in said(found)


def test_so_does_each_under_the_network_above_it(understood):
    assert numbers(understood(GROUPS, accounts_by_network={"vk": "aaa", "telegram": "bbb"})) == {
        "vk:aaa": ["10", "100", "11", "101"],
        "telegram:bbb": ["20", "200", "21", "201"],
    }


@pytest.mark.parametrize(
    "head",
    [
        "Дата;ВК;Telegram\n;Подписчики;Просмотры\n",
        ";ВК;Telegram\nДата;Подписчики;Просмотры\n",
        "Сеть;ВК;Telegram\nДата;Подписчики;Просмотры\n",
        "ВК;;Telegram\nДата;Подписчики;Просмотры\n",
    ],
)
def test_so_does_one_whose_name_comes_once(understood, head):
    found = understood(head + ROWS, accounts_by_network={"vk": "aaa", "telegram": "bbb"})
    assert (numbers(found), said(found), found["question"]) == (
        {"vk:aaa": ["10", "11"], "telegram:bbb": ["20", "21"]},
        "A table has columns of several networks: a row counts once for each network that it has figures of "
        "(rows of the table: 2, counted: 4).",
        {},
    )


def test_groups_of_other_things_leave_names_that_come_once_as_they_are(understood):
    found = understood(f";Аудитория;Макс\nДата;Подписчики;Просмотры\n{ROWS}", account="vk:aaa")
    assert (numbers(found), found["warnings"]) == ({"vk:aaa": ["10", "20", "11", "21"]}, [])


@pytest.mark.parametrize(
    ("account", "found"),
    [
        ("telegram:bbb", {"vk:brand": ["10", "11"], "telegram:bbb": ["20", "21"]}),
        ("vk:aaa", {"vk:aaa": ["10", "11"], "telegram:brand": ["20", "21"]}),
    ],
)
def test_no_column_goes_to_the_account_named_in_another_network(understood, account, found):
    of_file = understood(BOTH, account=account)
    assert numbers(of_file) == found
    assert "Rows of another network than that of the account you named were not taken for it." in said(of_file)


def test_posts_have_the_figures_of_each_network_there(understood):
    found = understood("Дата;Текст;Лайки VK;Лайки (ТГ)\n01.05.2026;a;1;2\n", accounts_by_network={"vk": "a", "telegram": "b"})
    assert {one["network"]: [post[10] for post in one["posts"]] for one in found["subjects"]} == {
        "vk": [{"likes": "1"}],
        "telegram": [{"likes": "2"}],
    }


def test_beside_figures_of_no_network_a_column_of_another_is_not_taken(understood):
    found = understood(WITH_REACH, account="telegram:bbb")
    assert numbers(found) == {"telegram:bbb": ["10", "11"]}
    assert "A column was not used, because its name says that it is of one network alone: «VK подписчики»." in said(found)


def test_beside_them_a_column_of_the_network_of_the_account_is_taken(understood):
    assert days(understood(WITH_REACH, account="vk:aaa")) == [
        ("account_reach", "2026-09-01", "10"),
        ("followers", "2026-09-01", "20"),
        ("account_reach", "2026-09-02", "11"),
        ("followers", "2026-09-02", "21"),
    ]


def test_what_is_remembered_of_a_whole_table_moves_no_column_to_another_network(understood):
    fields = {"Дата": "day", "VK подписчики": "followers"}
    told = {signature(["Дата", "VK подписчики", "Telegram подписчики"]): {"rows": "values", "fields": fields}}
    found = understood(BOTH, account="telegram:bbb", context={"mappings": told})
    assert numbers(found) == {"vk:brand": ["10", "11"], "telegram:bbb": ["20", "21"]}


@pytest.mark.parametrize(
    ("header", "network", "rest"),
    [
        ("VK подписчики", "vk", "подписчики"),
        ("Подписчики (ВК)", "vk", "Подписчики"),
        ("Подписчики в Telegram", "telegram", "Подписчики"),
        ("Подписчики ТГ, тыс.", "telegram", "Подписчики, тыс."),
        ("Telegram: охват", "telegram", "охват"),
        ("MAX подписчики", "max", "подписчики"),
        ("Instagram-лайки", "instagram", "лайки"),
        ("Telegram-канал подписчики", "telegram", "подписчики"),
        ("Facebook Page followers", "facebook", "followers"),
        ("Подписчики группы VK", "vk", "Подписчики"),
        ("Ссылка VK", "vk", "Ссылка"),
    ],
)
def test_a_name_says_its_network_before_or_behind_the_figure(header, network, rest):
    found = network_column(header)
    assert (found.network, found.rest) == (network, rest)


@pytest.mark.parametrize(
    "header",
    ["Подписчики", "Переходы из VK", "Telegram", "VK реклама", "Охват подписчиков", "Просмотры VK Видео", "VK Видео просмотры"],
)
def test_other_names_say_none(header):
    assert columns([header]) == {}


def test_a_maximum_alone_makes_no_network(understood):
    found = understood("Дата;Max охват;Просмотры\n01.09.2026;10;20\n", account="vk:aaa")
    assert (numbers(found), said(found)) == (
        {"vk:aaa": ["20"]},
        "A column of numbers was not used, because its name is not known: «Max охват».",
    )


def test_what_a_maximum_is_of_is_not_proposed_where_the_columns_are_asked_about(understood):
    question = understood("Дата;Max охват\n01.09.2026;10\n", account="vk:aaa")["question"]
    assert (question["asks"], question["guess"]["fields"]) == ("columns", {"Дата": "day"})


def test_beside_another_network_max_is_one(understood):
    found = understood("Дата;Max охват;VK охват\n01.09.2026;10;20\n", accounts_by_network={"max": "aaa", "vk": "bbb"})
    assert numbers(found) == {"max:aaa": ["10"], "vk:bbb": ["20"]}


@pytest.mark.parametrize("header", ["Max reach;VK reach", "Охват max;Охват ВК", "Макс. охват;Охват ВК"])
def test_what_reads_as_a_maximum_beside_another_network_is_none(understood, header):
    found = understood(f"Дата;{header}\n01.09.2026;10;20\n", account="vk:a")
    assert (numbers(found), said(found)) == (
        {"vk:a": ["20"]},
        f"A column of numbers was not used, because its name is not known: «{header.partition(';')[0]}».",
    )


@pytest.mark.parametrize("header", ["Охват MAX;Охват ВК", "max подписчики;vk подписчики", "Подписчики МАХ;Подписчики ВК"])
def test_what_stands_out_or_counts_followers_is_one(understood, header):
    found = understood(f"Дата;{header}\n01.09.2026;10;20\n", accounts_by_network={"max": "a", "vk": "b"})
    assert numbers(found) == {"max:a": ["10"], "vk:b": ["20"]}


def test_a_column_of_several_networks_together_is_not_said_to_be_of_one(understood):
    found = understood(
        "Дата;Подписчики ВК+ТГ;Подписчики ВК;Подписчики ТГ\n01.09.2026;3;1;2\n", accounts_by_network={"vk": "a", "telegram": "b"}
    )
    assert (numbers(found), "of one network alone" in said(found)) == ({"vk:a": ["1"], "telegram:b": ["2"]}, False)


def test_two_columns_of_one_name_are_not_said_to_be_unknown(understood):
    found = understood("Дата;Подписчики;Лайки;Лайки\n01.09.2026;1;5;6\n", account="vk:aaa")
    assert said(found) == "The column «Лайки» stands twice with different values; the first counts."


def test_a_row_without_a_figure_of_a_network_says_nothing_of_it(understood):
    text = "Дата;Текст;Лайки VK;Лайки TG\n01.05.2026;a;1;\n02.05.2026;b;;4\n03.05.2026;c;5;6\n04.05.2026;d;;—\n"
    found = understood(text, accounts_by_network={"vk": "a", "telegram": "b"})
    assert ({one["network"]: [post[10] for post in one["posts"]] for one in found["subjects"]}, rejected(found)) == (
        {"vk": [{"likes": "1"}, {"likes": "5"}], "telegram": [{"likes": "4"}, {"likes": "6"}]},
        ["C5"],
    )
    assert accounts(understood("Аккаунт;VK подписчики;Telegram подписчики\nalpha;10;20\nbeta;11;\n")) == [
        "vk:alpha",
        "vk:beta",
        "telegram:alpha",
    ]


def test_how_many_rows_are_counted_is_said_beside_how_many_there_are(understood):
    found = understood("Дата;Лайки VK;Лайки TG\n01.05.2026;1;\n02.05.2026;3;4\nскоро;5;6\n04.05.2026;—;\n", account="vk:a")
    taken = {value[0] for one in found["subjects"] for value in one["values"]}
    assert "(rows of the table: 4, counted: 6)." in said(found)
    assert (found["rows"], sorted(taken), sorted(rejected(found))) == (6, ["B2", "B3", "C3"], ["B4", "B5", "C4"])


def test_networks_above_two_rows_of_names_are_kept_and_each_is_asked_about_for_itself(understood):
    table = (
        ";ВКонтакте;;Telegram;\n;Аудитория;Активность;Аудитория;Активность\nДата;Подписчики;Лайки;Подписчики;Лайки\n"
        "01.09.2026;10;100;20;200\n"
    )
    accounts, answers = {"vk": "a", "telegram": "b"}, {}
    for _network in accounts:
        question = understood(table, accounts_by_network=accounts, context={"mappings": answers})["question"]
        answers[question["signature"]] = question["guess"]
    found = understood(table, accounts_by_network=accounts, context={"mappings": answers})
    assert [answer["fields"] for answer in answers.values()] == [
        {"Дата": "day", f"{network} Аудитория Подписчики": "followers", f"{network} Активность Лайки": "likes"}
        for network in ("ВКонтакте", "Telegram")
    ]
    assert numbers(found) == {"vk:a": ["10", "100"], "telegram:b": ["20", "200"]}
