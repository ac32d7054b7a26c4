"""The parts of a table with columns of several networks: what is unknown, common or of all of them together."""

import io
from urllib.parse import quote

import pytest
import xlsxwriter

from smmstrategy.metrics.imports.reading.tables.layout import Table
from tests.imports.forms_of_files import said, workbook
from tests.imports.test_columns_of_each_network import numbers

UNEQUAL = [
    ("Подписчики VK;Подписчики TG;Подписчики OK;Просмотры YT", {"vk": 1, "telegram": 2, "ok": 3, "youtube": 4}),
    ("ОК подписчики;ОК охват;VK просмотры;YT просмотры", {"ok": 2, "vk": 3, "youtube": 4}),
    ("IG подписчики;YT подписчики;YT просмотры;IG охват", {"instagram": 4, "youtube": 3}),
]


@pytest.mark.parametrize(("header", "last"), UNEQUAL)
def test_a_short_name_beside_another_network_is_one_whatever_its_figures(understood, header, last):
    found = understood(f"Месяц;{header}\n09.2026;1;2;3;4\n")
    assert {network: told[-1] for network, told in by_network(found).items()} == {name: str(n) for name, n in last.items()}


def by_network(found):
    return {one["network"]: [value[4] for value in one["values"]] for one in found["subjects"]}


UNKNOWN = (
    "Неделя;Подписчики VK;Недельный охват VK;Подписчики TG;Недельный охват TG\n07.09.2026;10;100;20;200\n14.09.2026;11;101;21;201\n"
)
OF_WEEKS = [("VK", ["Неделя", "Подписчики VK", "Недельный охват VK"]), ("TG", ["Неделя", "Подписчики TG", "Недельный охват TG"])]


def answered(understood, text, told, **options):
    """What comes of answering each question with what is said of its columns; None takes the guess."""
    known: dict[str, object] = {}
    while True:
        found = understood(text, context={"mappings": known}, **options)
        question = found["question"]
        if question.get("asks") != "columns" or question["signature"] in known:
            return found
        known[question["signature"]] = told or question["guess"]


def test_what_is_unknown_of_a_network_is_asked_about_with_its_figures_in_the_words_of_the_file(understood):
    first = understood(UNKNOWN)
    assert [(table["name"], table["header"]) for table in first["tables"]] == OF_WEEKS
    assert first["question"]["header"] == OF_WEEKS[0][1]
    assert first["question"]["guess"]["fields"] == {
        "Неделя": "day",
        "Подписчики VK": "followers",
        "Недельный охват VK": "account_reach",
    }


@pytest.mark.parametrize(
    "told",
    [
        None,
        {
            "rows": "values",
            "fields": {"Неделя": "day"}
            | {f"Подписчики {name}": "followers" for name in ("VK", "TG")}
            | {f"Недельный охват {name}": "account_reach" for name in ("VK", "TG")},
        },
        {
            "rows": "values",
            "network": "vk",
            "fields": {"Неделя": "day", "Подписчики VK": "followers", "Подписчики TG": "followers"},
        },
    ],
)
def test_no_answer_gives_a_network_the_figures_of_another(understood, told):
    found = by_network(answered(understood, UNKNOWN, told, accounts_by_network={"vk": "a", "telegram": "b"}))
    assert {network: [int(value) // 100 or int(value) // 10 for value in values] for network, values in found.items()} == {
        "vk": [1] * len(found["vk"]),
        "telegram": [2] * len(found["vk"]),
    }


def merged(rows, areas):
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        sheet, bold = book.add_worksheet(), book.add_format({"bold": True})
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
        for area, text in areas.items():
            sheet.merge_range(area, text, bold)
    return content.getvalue()


def test_a_group_ends_where_its_cells_do(understood):
    rows = ([], ["Дата", "Подписчики", "Охват", "Подписчики", "Охват", "Посты"], ["01.09.2026", 1, 2, 3, 4, 9])
    found = understood(merged(rows, {"B1:C1": "ВКонтакте", "D1:E1": "Telegram"}), "report.xlsx")
    assert by_network(found) == {"vk": ["1", "2"], "telegram": ["3", "4"]}
    assert "several networks together: «Посты»" in said(found)


def test_groups_may_begin_in_the_row_of_other_names(understood):
    rows = (["Дата", "Текст"], ["", "", "Лайки", "Просмотры", "Лайки", "Просмотры"], ["01.05.2026", "a", 1, 2, 3, 4])
    found = understood(merged(rows, {"C1:D1": "VK", "E1:F1": "TG"}), "report.xlsx")
    assert {one["network"]: [post[10] for post in one["posts"]] for one in found["subjects"]} == {
        "vk": [{"likes": "1", "views": "2"}],
        "telegram": [{"likes": "3", "views": "4"}],
    }


@pytest.mark.parametrize("other", ["Threads", "VK Видео", "Конкурент", "Реклама"])
def test_a_group_beside_networks_keeps_its_figures_to_itself(understood, other):
    text = f"Дата;VK;;{other};\n;Подписчики;Охват;Подписчики;Просмотры\n01.09.2026;1;2;3;4\n"
    found = understood(text, account="vk:aaa")
    assert (by_network(found), "several networks" in said(found)) == ({"vk": ["1", "2"]}, False)


GROUPS_OF_FIGURES = [
    ("Дата;Посты;;Stories;\n;Охват;Лайки;Охват;Ответы\n01.09.2026;100;2;3;4\n", ["2"]),
    ("Дата;Подписчики;;Охват\n;Новые;Отписки;\n01.09.2026;7;2;3\n", ["2", "3"]),
    ("Дата;Охват;;Клики;\n;Орг.;Платн.;Орг.;Платн.\n01.09.2026;1;2;3;4\n", []),
]


@pytest.mark.parametrize(("text", "taken"), GROUPS_OF_FIGURES)
def test_a_figure_over_several_columns_is_none_of_them(understood, text, taken):
    found = understood(text, account="vk:aaa")
    assert [value[4] for one in found["subjects"] for value in one["values"]] == taken


@pytest.mark.parametrize("sheet", ["MAX", "ОК", "Инста", "ФБ", "Дзен"])
def test_a_sheet_called_by_a_short_name_of_a_network_is_none_of_another(understood, sheet):
    rows = [["Дата", "Подписчики", "Просмотры"], ["2026-09-01", 1, 2], ["2026-09-02", 3, 4]]
    found = understood(workbook(rows, names=[sheet]), "report.xlsx")
    network = {"MAX": "max", "ОК": "ok", "Инста": "instagram", "ФБ": "facebook", "Дзен": "dzen"}[sheet]
    assert {one["network"]: {value[1] for value in one["values"]} for one in found["subjects"]} == {
        network: {"followers", "account_views"}
    }


def test_a_sheet_says_more_than_the_account_named_for_another(understood):
    rows = [["Дата", "Подписчики TG", "Охват"], ["2026-09-01", 1, 2]]
    assert by_network(understood(workbook(rows, names=["Telegram"]), "report.xlsx", account="vk:aaa")) == {"telegram": ["1", "2"]}


ONE_NETWORK = "Дата;Клики VK\n01.09.2026;5\n02.09.2026;6\n"


@pytest.mark.parametrize("options", [{"account": "telegram:b"}, {"accounts_by_network": {"vk": "a", "telegram": "b"}}])
def test_an_answer_about_columns_of_one_network_moves_them_to_none(understood, options):
    assert by_network(answered(understood, ONE_NETWORK, None, **options)) == {"vk": ["5", "6"]}


def test_figures_without_days_are_asked_about_and_never_called_one_column(understood):
    found = understood("Подписчики VK;Подписчики TG\n1;2\n", period="2026-09-01:2026-09-30")
    assert found["question"]["asks"] == "columns"


@pytest.mark.parametrize("account", ["vk:a", "telegram:b"])
def test_networks_may_stand_under_their_figures(understood, account):
    found = understood("Дата;Подписчики;;Охват;\n;VK;TG;VK;TG\n01.09.2026;1;2;3;4\n", account=account)
    assert by_network(found) == {"vk": ["1", "3"], "telegram": ["2", "4"]}


def test_a_line_of_other_words_above_a_table_holds_no_groups(understood):
    found = understood("Аккаунт;Telegram;Acme\nДата;Подписчики;Охват\n01.09.2026;1;2\n", account="telegram:acme")
    assert numbers(found) == {"telegram:acme": ["1", "2"]}


def test_a_link_or_a_number_of_one_network_leaves_the_common_one_to_the_others(understood):
    text = (
        "Дата;Текст;Ссылка;Ссылка TG;Лайки VK;Лайки TG\n"
        "01.05.2026;a;https://vk.com/wall-1_2;https://t.me/abc/5;1;2\n02.05.2026;b;https://vk.com/wall-1_3;https://t.me/abc/6;3;4\n"
    )
    found = understood(text, account="vk:club1")
    assert {one["network"]: [post[1] for post in one["posts"]] for one in found["subjects"]} == {
        "vk": ["-1_2", "-1_3"],
        "telegram": ["5", "6"],
    }


@pytest.mark.parametrize("account", ["vk:e", "telegram:f"])
def test_a_figure_beside_those_of_several_networks_goes_to_none(understood, account):
    found = understood("Дата;Подписчики VK;Подписчики TG;Охват\n01.09.2026;1;2;3\n", account=account)
    assert (by_network(found), "several networks together: «Охват»" in said(found)) == ({"vk": ["1"], "telegram": ["2"]}, True)


def test_a_sheet_that_is_called_as_the_network_is_of_it(understood):
    found = understood(workbook([["Дата", "Подписчики VK", "Охват"], ["2026-09-01", 1, 3]], names=["VK"]), "report.xlsx")
    assert by_network(found) == {"vk": ["1", "3"]}


def test_visitors_of_a_site_are_told_apart_by_the_networks_their_columns_name(understood):
    text = "Дата;Посетители (ВКонтакте);Посетители (Telegram)\n01.09.2026;5;6\n"
    found = understood(text, account="website:a.ru")
    assert [tuple(value[1:2] + value[4:6]) for one in found["subjects"] for value in one["values"]] == [
        ("visitors", "5", "social_network=vk&source=" + quote("ВКонтакте")),
        ("visitors", "6", "social_network=telegram&source=Telegram"),
    ]


def test_a_part_is_called_as_the_file_writes_its_network(understood):
    parts = [understood(f"Месяц;Сила Instagram{star};Сила ВК\nиюнь 2026;1;2\n")["tables"] for star in ("*", "")]
    assert [[table["name"] for table in of] for of in parts] == [["Instagram*", "ВК"], ["Instagram", "ВК"]]


def test_an_answer_about_a_part_holds_whether_its_network_has_a_star_or_not():
    parts = [Table("", ["Месяц", "Сила"], [], part=part) for part in ("Instagram*", "Instagram")]
    assert parts[0].signed == parts[1].signed
