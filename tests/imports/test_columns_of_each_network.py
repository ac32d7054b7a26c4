"""Columns that name the network of their figures: each goes to an account there, and to none of another network."""

import pytest

from smmstrategy.metrics.imports.reading.by_network import columns, named
from smmstrategy.metrics.imports.reading.columns.headers import signature
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
    found = understood(BOTH, accounts={"vk": "aaa", "telegram": "bbb"})
    assert (numbers(found), said(found), found["question"]) == (
        {"vk:aaa": ["10", "11"], "telegram:bbb": ["20", "21"]},
        "A table has columns of several networks: a row counts once for each network that it has figures of "
        "(rows of the table: 2, counted: 4).",
        {},
    )


def test_each_part_is_shown_with_its_own_columns_as_the_file_calls_them(understood):
    shown = [(table["name"], table["header"], table["columns"], table["sample"][0]) for table in understood(BOTH)["tables"]]
    assert shown == [
        ("VK", ["Дата", "VK подписчики"], {"Дата": "day", "VK подписчики": "followers"}, ["2", ["01.09.2026", "10"]]),
        (
            "Telegram",
            ["Дата", "Telegram подписчики"],
            {"Дата": "day", "Telegram подписчики": "followers"},
            ["C2", ["01.09.2026", "20"]],
        ),
    ]


def test_visitors_of_pages_are_no_site_s_in_english_either(understood):
    found = understood(f"Date;VK visitors;Telegram visitors\n{ROWS}", accounts={"vk": "aaa", "telegram": "bbb"})
    assert numbers(found) == {"vk:aaa": ["10", "11"], "telegram:bbb": ["20", "21"]}


def test_a_sheet_and_a_network_name_a_part_that_is_asked_about(understood):
    head = ["Дата", "Рубрика", "Подписчики VK", "Подписчики TG"]
    rows = [["2026-05-01", "а", 1, 2], ["2026-05-01", "б", 3, 4]]
    found = understood(workbook([head, *rows], [["Заметки"]], names=["Май", "Прочее"]), accounts={"vk": "a", "telegram": "b"})
    assert [table["name"] for table in found["tables"][:2]] == ["Май · VK", "Май · TG"]
    assert "Table «Май · VK». These columns are new" in said(found)


def test_so_does_each_under_the_network_above_it(understood):
    assert numbers(understood(GROUPS, accounts={"vk": "aaa", "telegram": "bbb"})) == {
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
    found = understood(head + ROWS, accounts={"vk": "aaa", "telegram": "bbb"})
    assert (numbers(found), said(found), found["question"]) == (
        {"vk:aaa": ["10", "11"], "telegram:bbb": ["20", "21"]},
        "A table has columns of several networks: a row counts once for each network that it has figures of "
        "(rows of the table: 2, counted: 4).",
        {},
    )


def test_groups_of_other_things_leave_names_that_come_once_as_they_are(understood):
    found = understood(f";Мин;Макс\nДата;Подписчики;Просмотры\n{ROWS}", account="vk:aaa")
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
    found = understood("Дата;Текст;Лайки VK;Лайки (ТГ)\n01.05.2026;a;1;2\n", accounts={"vk": "a", "telegram": "b"})
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
    found = named(header)
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


def test_what_a_maximum_is_of_is_proposed_where_the_columns_are_asked_about(understood):
    question = understood("Дата;Max охват\n01.09.2026;10\n", account="vk:aaa")["question"]
    assert (question["asks"], question["guess"]["fields"]) == ("columns", {"Дата": "day", "Max охват": "account_reach"})


def test_beside_another_network_max_is_one(understood):
    found = understood("Дата;Max охват;VK охват\n01.09.2026;10;20\n", accounts={"max": "aaa", "vk": "bbb"})
    assert numbers(found) == {"max:aaa": ["10"], "vk:bbb": ["20"]}


def test_two_columns_of_one_name_are_not_said_to_be_unknown(understood):
    found = understood("Дата;Подписчики;Лайки;Лайки\n01.09.2026;1;5;6\n", account="vk:aaa")
    assert said(found) == "The column «Лайки» stands twice with different values; the first counts."


def test_a_row_without_a_figure_of_a_network_says_nothing_of_it(understood):
    text = "Дата;Текст;Лайки VK;Лайки TG\n01.05.2026;a;1;\n02.05.2026;b;;4\n03.05.2026;c;5;6\n04.05.2026;d;;—\n"
    found = understood(text, accounts={"vk": "a", "telegram": "b"})
    assert ({one["network"]: [post[10] for post in one["posts"]] for one in found["subjects"]}, rejected(found)) == (
        {"vk": [{"likes": "1"}, {"likes": "5"}], "telegram": [{"likes": "4"}, {"likes": "6"}]},
        ["5"],
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
    assert (found["rows"], sorted(taken), sorted(rejected(found))) == (6, ["2", "3", "C3"], ["4", "5", "C4"])


@pytest.mark.parametrize("options", [{"account": "telegram:b"}, {"accounts": {"vk": "a", "telegram": "b"}}])
def test_networks_above_two_rows_of_names_are_kept_and_no_figure_of_another_is_proposed(understood, options):
    found = understood(
        ";ВКонтакте;;Telegram;\n;Аудитория;Активность;Аудитория;Активность\nДата;Подписчики;Лайки;Подписчики;Лайки\n"
        "01.09.2026;10;100;20;200\n",
        **options,
    )
    of_vk = {"ВКонтакте Аудитория Подписчики": "followers", "ВКонтакте Активность Лайки": "likes"}
    assert (found["subjects"], found["question"]["guess"]["fields"]) == ([], {"Дата": "day"} | of_vk)
    assert (found["question"]["table"], found["question"]["header"]) == ("ВКонтакте", ["Дата", *of_vk])


def test_links_and_numbers_of_each_network_go_with_its_figures(understood):
    text = (
        "Дата;Ссылка VK;Лайки VK;Ссылка TG;Лайки TG\n01.05.2026;https://vk.com/wall-1_2;1;https://t.me/abc/5;2\n"
        "02.05.2026;https://vk.com/wall-1_3;3;https://t.me/abc/6;4\n"
    )
    found = understood(text, account="vk:club1")
    assert {f"{one['network']}:{one['handle']}": [(post[1], post[10]) for post in one["posts"]] for one in found["subjects"]} == {
        "vk:club1": [("-1_2", {"likes": "1"}), ("-1_3", {"likes": "3"})],
        "telegram:abc": [("5", {"likes": "2"}), ("6", {"likes": "4"})],
    }


def test_a_link_that_all_share_gives_no_post_the_figures_of_another_network(understood):
    text = (
        "Дата;Ссылка;Текст;Лайки VK;Лайки TG\n01.05.2026;https://vk.com/wall-1_2;a;1;2\n02.05.2026;https://vk.com/wall-1_3;b;3;4\n"
    )
    found = understood(text, account="vk:club1")
    assert [(one["network"], [post[10] for post in one["posts"]]) for one in found["subjects"]] == [
        ("vk", [{"likes": "1"}, {"likes": "3"}])
    ]
    assert rejected(found) == ["E2", "E3"]


def test_followers_of_networks_are_none_of_a_site(understood):
    found = understood(BOTH, account="website:a.ru")
    assert (found["subjects"], found["question"]["asks"]) == ([], "columns")


WITH_TOTAL = "Дата;VK подписчики;Telegram подписчики;Подписчики\n01.09.2026;10;20;30\n02.09.2026;11;21;32\n"
NOT_USED = "A column was not used, because it may be of several networks together: «Подписчики»."


@pytest.mark.parametrize("account", ["vk:aaa", "telegram:aaa"])
def test_a_total_of_the_networks_goes_to_none(understood, account):
    network = account.partition(":")[0]
    other = {"vk": "telegram", "telegram": "vk"}[network]
    own = {"vk": ["10", "11"], "telegram": ["20", "21"]}
    found = understood(WITH_TOTAL, account=account)
    assert numbers(found) == {account: own[network], f"{other}:brand": own[other]}
    assert NOT_USED in said(found)


def test_beside_one_network_a_figure_of_none_may_be_of_the_account_named_in_another(understood):
    found = understood("Дата;Подписчики;Подписчики Telegram\n01.09.2026;10;20\n", account="vk:aaa")
    assert (numbers(found), NOT_USED in said(found)) == ({"vk:aaa": ["10"]}, False)


def test_nor_does_it_beside_figures_of_no_network(understood):
    text = "Дата;Охват;Подписчики;VK подписчики\n01.09.2026;5;30;10\n"
    found = understood(text, account="vk:aaa")
    assert (days(found), NOT_USED in said(found)) == (
        [("account_reach", "2026-09-01", "5"), ("followers", "2026-09-01", "10")],
        True,
    )


def test_a_column_that_links_contradict_is_none_of_the_networks_that_others_name(understood):
    text = (
        "Дата;Площадка;Ссылка;Лайки VK\n01.05.2026;Telegram;https://vk.com/wall-1_2;1\n"
        "02.05.2026;YouTube;https://vk.com/wall-1_3;2\n"
    )
    found = understood(text, account="vk:club1")
    assert [(one["network"], [post[10] for post in one["posts"]]) for one in found["subjects"]] == [
        ("vk", [{"likes": "1"}, {"likes": "2"}])
    ]


def test_an_empty_column_of_networks_gives_way_to_the_names_of_others(understood):
    found = understood("Дата;Соцсеть;VK подписчики;Telegram подписчики\n01.09.2026;;10;20\n", account="vk:aaa")
    assert (numbers(found), "stands twice" in said(found)) == ({"vk:aaa": ["10"], "telegram:brand": ["20"]}, False)


def test_a_word_that_may_mean_something_else_names_a_network_for_what_another_has(understood):
    of_max = "Дата;Max подписчики;VK подписчики\n01.09.2026;10;20\n"
    assert numbers(understood(of_max, accounts={"max": "a", "vk": "b"})) == {"max:a": ["10"], "vk:b": ["20"]}
    assert numbers(understood("Дата;Max охват;VK подписчики\n01.09.2026;10;20\n", account="vk:b")) == {"vk:b": ["20"]}
