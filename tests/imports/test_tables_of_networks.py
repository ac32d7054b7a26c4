"""Several tables whose columns are of networks, below or beside each other, with titles and networks in rows of their own."""

import pytest

from tests.imports.forms_of_files import rejected, said, workbook
from tests.imports.test_parts_of_tables import merged

BOTH = {"accounts_by_network": {"vk": "a", "telegram": "b"}}
TWO = "Подписчики/Дата;ВК;ТГ/01.09.2026;1;2/02.09.2026;3;4/{}Охват/Дата;ВК;ТГ/01.08.2026;5;6/02.08.2026;7;8/"
DAYS = ("2026-09-01", "2026-09-02", "2026-08-01", "2026-08-02")
METRICS = ("followers", "followers", "account_reach", "account_reach")
OF_BOTH = {network: list(zip(METRICS, DAYS, told, strict=True)) for network, told in (("vk", "1357"), ("telegram", "2468"))}


def lines(text):
    return text.replace("/", "\n")


def by_network(found):
    return {one["network"]: [(value[1], value[2], value[4]) for value in one["values"]] for one in found["subjects"]}


@pytest.mark.parametrize("between", ["", "/", "/Охват/", "Охват/"])
def test_a_header_of_networks_begins_another_table_below(understood, between):
    first = "Дата;Подписчики ВК;Подписчики ТГ/01.09.2026;1;2/02.09.2026;3;4/"
    second = "Дата;Охват ВК;Охват ТГ/01.08.2026;5;6/02.08.2026;7;8/"
    found = understood(lines(first + between + second), **BOTH)
    assert (by_network(found), found["rows"], found["rejected"]) == (OF_BOTH, 8, [])


def test_so_does_one_of_figures_that_nobody_knows(understood):
    text = "Дата;Подписчики ВК;Подписчики ТГ/01.09.2026;1;2/Дата;Индекс ВК;Индекс ТГ/01.08.2026;5;6/"
    found = understood(lines(text), **BOTH)
    assert by_network(found) == {"vk": [("followers", "2026-09-01", "1")], "telegram": [("followers", "2026-09-01", "2")]}
    assert found["question"]["header"] == ["Дата", "Индекс ВК"]


@pytest.mark.parametrize("between", [";;", ";"])
def test_tables_of_networks_beside_each_other_keep_their_days(understood, between):
    head = f"Дата;Подписчики ВК;Подписчики ТГ{between}Дата;Охват ВК;Охват ТГ/"
    rows = f"01.09.2026;1;2{between}01.08.2026;5;6/02.09.2026;3;4{between}02.08.2026;7;8/"
    found = understood(lines(head + rows), **BOTH)
    assert (by_network(found), found["rows"], found["rejected"]) == (OF_BOTH, 8, [])


def test_a_table_of_each_network_may_be_longer_than_the_one_beside_it(understood):
    text = "Дата;Подписчики ВК;;Дата;Подписчики ТГ/01.09.2026;1;;01.08.2026;5/;;;02.08.2026;6/"
    found = understood(lines(text), **BOTH)
    assert (by_network(found), found["rejected"]) == (
        {
            "vk": [("followers", "2026-09-01", "1")],
            "telegram": [("followers", "2026-08-01", "5"), ("followers", "2026-08-02", "6")],
        },
        [],
    )


def test_posts_of_networks_beside_each_other_keep_theirs(understood):
    head = "Дата;Ссылка ВК;Лайки ВК;;Дата;Ссылка ТГ;Лайки ТГ\n"
    found = understood(f"{head}01.09.2026;https://vk.com/wall-1_2;1;;01.08.2026;https://t.me/abc/5;3\n", account="vk:club1")
    assert {one["network"]: [post[3][:10] for post in one["posts"]] for one in found["subjects"]} == {
        "vk": ["2026-09-01"],
        "telegram": ["2026-08-01"],
    }


@pytest.mark.parametrize("other", ["Дата;Средний охват", "Неделя;Подписчики"])
def test_a_column_of_days_that_comes_again_begins_a_table_whatever_is_beside_it(understood, other):
    day = other.partition(";")[0]
    found = understood(lines(f"{day};Подписчики;;{other}/01.09.2026;1;;01.08.2026;5/"), account="vk:a")
    assert [table["header"] for table in found["tables"]] == [[day, "Подписчики", ""], other.split(";")]


def test_rows_of_tables_beside_each_other_are_called_apart(understood):
    text = (
        "Дата;Лайки;Подписчики ВК;Подписчики ТГ;;Дата;Лайки;Охват ВК;Охват ТГ/01.09.2026;5;10;20;;01.08.2026;6;100;ошибка/"
        "02.09.2026;5;11;ошибка;;02.08.2026;6;101;201/"
    )
    found = understood(lines(text), **BOTH)
    assert (found["rows"], rejected(found)) == (8, ["D3", "I2"])


def test_and_so_are_those_of_networks_of_one_table(understood):
    text = "Дата;Охват;;Ссылка ТГ;Лайки ВК;Лайки ТГ\n01.09.2026;5;;https://t.me/abc/5;1;ошибка\n"
    found = understood(text, account="vk:a")
    assert (found["rows"], rejected(found)) == (3, ["F2"])


NETWORKS_BELOW = [
    ("Дата;Подписчики;Подписчики/;ВК;ТГ/01.09.2026;1;2/", ["1"], ["2"]),
    ("Дата;Подписчики;Охват;Подписчики;Охват/;ВК;ВК;ТГ;ТГ/01.09.2026;1;2;3;4/", ["1", "2"], ["3", "4"]),
    ("Дата;Подписчики;Подписчики;Охват;Охват/Дата;ВК;ТГ;ВК;ТГ/01.09.2026;1;2;3;4/", ["1", "3"], ["2", "4"]),
    ("Дата;Подписчики;Подписчики/Площадка;ВК;ТГ/01.09.2026;1;2/", ["1"], ["2"]),
    ("Дата;Подписчики;Охват/;ВК;ТГ/01.09.2026;1;2/", ["1"], ["2"]),
    ("Дата;Подписчики;Подписчики;Подписчики/;ВК;ТГ;Всего/01.09.2026;1;2;3/", ["1"], ["2"]),
    ("Дата;Подписчики;Подписчики;Посты/;ВК;ТГ/01.09.2026;1;2;9/", ["1"], ["2"]),
]


@pytest.mark.parametrize(("text", "vk", "telegram"), NETWORKS_BELOW)
def test_networks_stand_below_figures_that_are_written_over_each_column(understood, text, vk, telegram):
    found = understood(lines(text), account="telegram:b")
    assert {network: [value[2] for value in values] for network, values in by_network(found).items()} == {
        "vk": vk,
        "telegram": telegram,
    }


def test_below_figures_that_nobody_knows_they_stay_with_their_names(understood):
    found = understood(lines("Дата;Индекс;Индекс/;ВК;ТГ/01.09.2026;1;2/"), account="telegram:b")
    assert found["question"]["header"] == ["Дата", "Индекс ВК"]


def test_words_of_posts_are_no_second_row_of_names(understood):
    found = understood(lines("Соцсеть;Текст;Лайки/ВК;привет;/Телеграм;пока;2/"), **BOTH)
    assert [(one["network"], len(one["posts"])) for one in found["subjects"]] == [("vk", 1), ("telegram", 1)]


@pytest.mark.parametrize("between", ["", "/", "//Отчёт 2026/"])
def test_a_title_says_what_columns_that_are_called_as_networks_alone_hold(understood, between):
    found = understood(lines(TWO.format(between)), **BOTH)
    assert by_network(found) == OF_BOTH
    assert [table["header"] for table in found["tables"]] == [
        ["Дата", "Подписчики ВК"],
        ["Дата", "Подписчики ТГ"],
        ["Дата", "Охват ВК"],
        ["Дата", "Охват ТГ"],
    ]


def test_it_does_so_above_another_number_of_networks(understood):
    found = understood(lines("Подписчики/Дата;ВК;ТГ/01.09.2026;1;2//Охват/Дата;ВК;ТГ;YouTube/01.08.2026;5;6;7/"), **BOTH)
    assert by_network(found) == {
        "vk": [("followers", "2026-09-01", "1"), ("account_reach", "2026-08-01", "5")],
        "telegram": [("followers", "2026-09-01", "2"), ("account_reach", "2026-08-01", "6")],
        "youtube": [("account_reach", "2026-08-01", "7")],
    }


def test_so_do_titles_beside_each_other_and_sheets(understood):
    beside = "Подписчики;;;;Охват;;/Дата;ВК;ТГ;;Дата;ВК;ТГ/01.09.2026;1;2;;01.08.2026;5;6/02.09.2026;3;4;;02.08.2026;7;8/"
    head = ["Дата", "ВК", "ТГ"]
    sheets = ([head, ["2026-09-01", 1, 2], ["2026-09-02", 3, 4]], [head, ["2026-08-01", 5, 6], ["2026-08-02", 7, 8]])
    for content in (lines(beside), workbook(*sheets, names=["Подписчики", "Охват"])):
        assert by_network(understood(content, "report.xlsx", **BOTH)) == OF_BOTH


@pytest.mark.parametrize(
    "head",
    ["Подписчики, тыс./Дата;ВК;ТГ/", "Дата;Подписчики, тыс.;/;ВК;ТГ/", "Дата;Подписчики, тыс. (ВК);Подписчики, тыс. ТГ/"],
)
def test_figures_in_thousands_stay_so_whatever_stands_behind_the_word(understood, head):
    found = understood(lines(f"{head}01.09.2026;1,5;2/"), **BOTH)
    assert by_network(found) == {"vk": [("followers", "2026-09-01", "1500")], "telegram": [("followers", "2026-09-01", "2000")]}


def test_tables_under_titles_that_nobody_knows_are_asked_about_apart(understood):
    text = lines("Индекс/Дата;ВК;ТГ/01.09.2026;1;2//Рейтинг/Дата;ВК;ТГ/01.09.2026;5;6/")
    found = understood(text, columns={"rows": "values", "fields": {"Дата": "day", "Индекс ВК": "followers"}}, account="vk:a")
    assert by_network(found) == {"vk": [("followers", "2026-09-01", "1")]}
    headers = {tuple(table["header"]) for table in found["tables"]}
    assert headers == {("Дата", f"{title} {network}") for title in ("Индекс", "Рейтинг") for network in ("ВК", "ТГ")}


def test_a_repeated_header_is_that_of_its_table(understood):
    found = understood(lines("Подписчики/Дата;ВК;ТГ/01.09.2026;1;2/Дата;ВК;ТГ/02.09.2026;3;4/"), **BOTH)
    assert ([value[2] for value in by_network(found)["vk"]], rejected(found)) == (["1", "3"], ["B4"])


@pytest.mark.parametrize("between", ["", "/"])
def test_a_table_that_nobody_knows_is_not_lost_above_one_that_is_known(understood, between):
    found = understood(lines(f"Дата;Индекс/01.09.2026;5/{between}Дата;Подписчики/02.09.2026;7/"), account="vk:a")
    assert (by_network(found), found["rows"]) == ({"vk": [("followers", "2026-09-02", "7")]}, 2)
    assert found["question"]["header"] == ["Дата", "Индекс"]


def test_lines_of_two_cells_above_a_table_are_none(understood):
    found = understood(lines("Период;июнь/Создан;01.07.2026/Дата;Подписчики;Охват/01.09.2026;5;6/"), account="vk:a")
    assert (len(found["tables"]), found["rows"], found["question"]) == (1, 1, {})


def test_a_group_beside_networks_holds_for_all_its_merged_columns(understood):
    names = ["", "Подписчики", "Охват", "Подписчики", "Охват", "Подписчики", "Охват"]
    areas = {"A1:A2": "Дата", "B1:C1": "ВК", "D1:E1": "ТГ", "F1:G1": "Итого"}
    found = understood(merged(([], names, ["01.09.2026", 1, 2, 3, 4, 5, 6]), areas), "report.xlsx", **BOTH)
    assert [values for _network, values in by_network(found).items()] == [
        [("followers", "2026-09-01", "1"), ("account_reach", "2026-09-01", "2")],
        [("followers", "2026-09-01", "3"), ("account_reach", "2026-09-01", "4")],
    ]
    assert "«Итого Подписчики», «Итого Охват»" in said(found)
