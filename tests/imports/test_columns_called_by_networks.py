"""Columns called by a network alone: what they count says a person, or the title of their table."""

import pytest

from smmstrategy.clients.isolation import scope
from smmstrategy.metrics.models import ColumnMapping, Observation
from tests.imports.forms_of_files import workbook

TABLE = "Дата;ВК;ТГ;ОК\n2026-05-01;10;20;30\n"
OF_EACH = [("vk", "10"), ("telegram", "20"), ("ok", "30")]
ACCOUNTS = ("--account", "vk:aaa", "--account", "telegram:bbb", "--account", "ok:ccc")


def figures(found: dict) -> list[tuple[str, str]]:
    return [(one["network"], value[4]) for one in found["subjects"] for value in one["values"] if value[1] == "followers"]


def stored() -> list[tuple[str, int]]:
    with scope("system"):
        return list(Observation.objects.order_by("value").values_list("account__handle", "value"))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("columns", "found"),
    [
        ("Дата=day;ВК=followers;ТГ=followers", [("aaa", 10), ("bbb", 20)]),
        ("ВК=followers;ТГ=followers;ОК=followers", [("aaa", 10), ("bbb", 20), ("ccc", 30)]),
        ("Дата=day;ВК=followers;ТГ=followers;ОК=followers", [("aaa", 10), ("bbb", 20), ("ccc", 30)]),
    ],
)
def test_one_figure_may_be_said_of_each_of_them(agency, import_export, tmp_path, columns, found):
    path = tmp_path / "followers.csv"
    path.write_text(TABLE)
    said = import_export(path, *ACCOUNTS, "--columns", columns, brand="brand-a")
    assert (said["status"], stored()) == (0, found)


@pytest.mark.django_db
@pytest.mark.parametrize("code", ["account_reach", "account_views"])
def test_figures_of_accounts_are_of_days(agency, import_export, tmp_path, code):
    path = tmp_path / "figures.csv"
    path.write_text("Дата;ВК;ТГ\n2026-05-01;10;20\n")
    said = import_export(path, *ACCOUNTS[:4], "--columns", f"ВК={code};ТГ={code}", brand="brand-a")
    with scope("system"):
        found = list(Observation.objects.order_by("value").values_list("metric", "starts_on__day"))
        assert (said["status"], stored(), found) == (0, [("aaa", 10), ("bbb", 20)], [(code, 1)] * 2)
        assert [kept.mapping["rows"] for kept in ColumnMapping.objects.all()] == ["values"] * 2


@pytest.mark.django_db
def test_what_was_said_for_the_account_of_one_network_is_not_taken_for_that_of_another(agency, import_export, tmp_path):
    path = tmp_path / "followers.csv"
    for month, accounts, columns in (
        ("05", ACCOUNTS[:2], ("--columns", "Дата=day;ВК=followers")),
        ("05", ACCOUNTS[:4], ("--columns", "Дата=day;ТГ=followers")),
        ("06", ACCOUNTS[:4], ()),
    ):
        path.write_text(TABLE.replace("2026-05", f"2026-{month}"))
        assert [file["error"] for file in import_export(path, *accounts, *columns, brand="brand-a")["files"]] == [""]
    assert stored() == [("aaa", 10), ("aaa", 10), ("bbb", 20), ("bbb", 20)]


@pytest.mark.parametrize("title", ["Подписчики", "Количество подписчиков, чел."])
def test_a_title_says_what_they_count(understood, title):
    found = understood(f"{title}\n\n{TABLE}")
    assert (figures(found), found["question"]) == (OF_EACH, {})


def test_a_sheet_says_what_they_count(understood):
    head, *rows = [line.split(";") for line in TABLE.split()]
    content = workbook([head, *([row[0], *map(int, row[1:])] for row in rows)], names=("Подписчики",))
    assert figures(understood(content, file_name="export.xlsx")) == OF_EACH


def test_where_nothing_says_what_they_count_no_guess_is_offered_that_takes_nothing(understood):
    question = understood(TABLE)["question"]
    assert (question["asks"], question["header"], "guess" in question["message"]["params"]["question"]["text"]) == (
        "columns",
        ["Дата", "ВК"],
        False,
    )


def test_letters_that_may_be_anything_name_no_networks(understood):
    assert understood("Дата;x;ok\n01.09.2026;1;2\n")["question"]["header"] == ["Дата", "x", "ok"]


@pytest.mark.parametrize(
    "rows",
    [
        [["", "ВК", "", "Мин", "", "Макс", ""], ["Дата", *["Подписчики", "Охват"] * 3]],
        [["", "ТГ", "", "Min", "", "Max", ""], ["Дата", *["Подписчики", "Охват"] * 3]],
        [["", "ВК", "", "Макс", "", "Среднее", ""], ["Дата", *["Подписчики", "Охват"] * 3]],
        [["", "Подписчики", "", "", "", "", ""], ["Дата", "ВК", "ТГ", "Мин", "Макс", "Среднее", "Медиана"]],
        [["Дата", "Подписчики ВК", "Подписчики ТГ", "Подписчики Avg", "Подписчики Max", "Подписчики Min", "Примечание"]],
    ],
)
def test_a_maximum_beside_other_statistics_is_no_network(understood, rows):
    found = understood(workbook([*rows, ["01.05.2026", 1, 2, 3, 4, 5, 6]]))
    assert (found["question"], {one["network"] for one in found["subjects"]} - {"vk", "telegram"}) == ({}, set())
    assert {value[4] for one in found["subjects"] for value in one["values"]} == {"1", "2"}


@pytest.mark.parametrize(
    "header",
    [
        "ВК подписчики;Макс подписчики;Среднее время просмотра",
        "Подписчики ВК;Подписчики MAX;Подписчики средние",
        "Подписчики ВК;Подписчики Макс;Охват мин",
    ],
)
def test_a_network_beside_statistics_of_something_else_stays_one(understood, header):
    found = understood(f"Дата;{header}\n01.05.2026;1;2;3\n")
    assert [(one["network"], one["values"][0][4]) for one in found["subjects"]] == [("vk", "1"), ("max", "2")]


@pytest.mark.parametrize("title", ["Вовлечение", "Сводка по площадкам"])
@pytest.mark.parametrize("words", [("ВК", "ТГ", "ОК"), ("ОК", "ВК", "YT"), ("IG", "FB", "ВК")])
def test_a_short_word_under_a_title_nobody_knows_is_a_network_beside_others(understood, title, words):
    found = understood(workbook([[title], ["Дата", *words], ["01.05.2026", 1, 2, 3]], names=["Лист"]))
    assert [table["header"] for table in found["tables"]] == [["Дата", f"{title} {word}"] for word in words]
    assert found["question"]["table"] == f"Лист · {words[0]}"


def test_a_word_that_may_mean_something_else_is_none_beside_other_names(understood):
    found = understood("Дата;Подписчики ВК;Подписчики ТГ;Вовлечение ВК;Проверка ОК\n01.05.2026;1;2;3;4\n")
    assert [table["header"][-1] for table in found["tables"]] == ["Проверка ОК", "Проверка ОК"]
