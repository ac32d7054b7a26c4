"""What a guess holds back: the figures of columns that speak of a network in any words."""

import pytest

from smmstrategy.metrics.imports.reading.columns.headers import signature
from smmstrategy.metrics.imports.reading.kinds import network_columns
from tests.imports.forms_of_files import posts, said, values, workbook

HELD_BACK = [
    "vk_followers",
    "Подписчики в Телеграме",
    "Подписчики в нашем Телеграмчике",
    "Подписчики Ютуба",
    "Подписчики X (Twitter)",
    "Подписчики ОК",
    "Подписчики Viber",
    "viber_followers",
    "Охват поста в Вайбере",
]


@pytest.mark.parametrize("name", HELD_BACK)
def test_a_name_that_speaks_of_a_network_is_not_guessed_from(understood, name):
    found = understood(f"Неделя;{name};Охват\n01.09.2026;10;20\n", account="dzen:me")
    assert found["question"]["guess"]["fields"] == {"Неделя": "day", "Охват": "account_reach"}


@pytest.mark.parametrize("name", ["Подписчики наши", "Охват x2", "Экономия охвата", "Okay reach"])
def test_other_words_hold_nothing_back(name):
    assert network_columns.may_be_guessed([name]) == [True]


@pytest.mark.parametrize(
    ("name", "network"),
    [
        ("vk_followers", "vk"),
        ("ТГ_подписчики", "telegram"),
        ("Подписчики в Одноклассниках", "ok"),
        ("Подписчики Ютуба", "youtube"),
        ("Подписчики Дзена", "dzen"),
        ("Подписчики в инсте", "instagram"),
        ("Подписчики X (Twitter)", "x"),
    ],
)
def test_networks_are_named_in_any_case_and_joined_by_underscores(name, network):
    assert (network_columns.network_column(name).network, network_columns.network_column(name).metrics) == (network, {"followers"})


@pytest.mark.parametrize(("account", "asks"), [("vk:a", ""), ("telegram:b", "columns")])
def test_what_is_remembered_takes_no_figures_of_another_network_than_that_of_the_account(understood, account, asks):
    told = {"rows": "values", "fields": {"Неделя": "day", "Сила ВК": "followers"}}
    known = {"mappings": {signature(["Неделя", "Сила ВК", "Число"]): told}}
    assert (
        understood("Неделя;Сила ВК;Число\n01.09.2026;10;20\n", account=account, context=known)["question"].get("asks", "") == asks
    )


@pytest.mark.parametrize(
    "name",
    [
        *(
            "Подписчики план",
            "Охват (прогноз)",
            "Цель охват",
            "Подписчики KPI",
            "Целевой охват",
            "Reach target",
            "Охват макс",
            "Охват Мин",
        ),
        *(
            "Средний охват",
            "Подписчики конкурентов",
            "Подписчики на 01.05",
            "Охват апрель",
            "Охват Q2",
            "Было Охват",
            "Стало: охват",
        ),
        *("Подписчики, изменение", "Охват 2025", "Подписчики 1 мая"),
    ],
)
@pytest.mark.parametrize("network", ["", " ВК"])
def test_what_stands_beside_a_metric_may_make_another_figure_of_it(understood, name, network):
    found = understood(f"Неделя;{name}{network};Показы{network}\n01.09.2026;10;20\n", account="vk:a")
    assert list(found["question"]["guess"]["fields"].values()) == ["day", "account_impressions"]


@pytest.mark.parametrize(
    ("cells", "spans"),
    [
        (["01.06-07.06", "08.06-14.06"], [("2026-06-01", "2026-06-07"), ("2026-06-08", "2026-06-14")]),
        (["1 квартал 2026", "Q2 2026"], [("2026-01-01", "2026-03-31"), ("2026-04-01", "2026-06-30")]),
        (["2026 г., II кв.", "3-й квартал 2026 года"], [("2026-04-01", "2026-06-30"), ("2026-07-01", "2026-09-30")]),
    ],
)
@pytest.mark.parametrize("name", ["Неделя", "Период", "Когда"])
def test_stretches_of_days_are_those_of_rows_whatever_their_column_is_called(understood, cells, spans, name):
    rows = f"{name};Подписчики\n" + "".join(f"{cell};{n}\n" for n, cell in enumerate(cells, 1))
    asked = understood(rows, "отчёт 2026.csv", account="vk:a")["question"]
    known = {"mappings": {asked["signature"]: asked["guess"]}} if asked else {}
    found = understood(rows, "отчёт 2026.csv", account="vk:a", context=known)
    assert [tuple(value[1:3]) for value in values(found)] == spans


@pytest.mark.parametrize("cells", [["1", "2"], ["1.5", "2.3"], ["неделя 1", "неделя 2"], ["1-2", "3-4"]])
def test_numbers_and_words_are_no_stretches(understood, cells):
    rows = "Замер;Подписчики;Охват\n" + "".join(f"{cell};{n};1\n" for n, cell in enumerate(cells, 1))
    assert "day" not in understood(rows, "отчёт 2026.csv", account="vk:a")["question"]["guess"]["fields"].values()


@pytest.mark.parametrize("group", ["План", "Прогноз на месяц", "Конкурент Ромашка", "Было", "Средние"])
def test_a_group_may_make_other_figures_of_known_names(understood, group):
    found = understood(f"Дата;{group};\n;Подписчики;Охват\n01.05.2026;1;2\n", account="vk:a")
    assert (values(found), found["question"]["guess"]["fields"]) == ([], {"Дата": "day"})


@pytest.mark.parametrize("group", ["Показатели", "Динамика", "MAX"])
def test_another_group_leaves_them_what_they_are(understood, group):
    found = understood(f"Дата;{group};\n;Подписчики;Охват\n01.05.2026;1;2\n", account="max:a")
    assert [value[0] for value in values(found)] == ["followers", "account_reach"]


@pytest.mark.parametrize(
    "name",
    ["Охват подписчиков", "Активность подписчиков", "Вовлеченные подписчики", "Активные подписчики", "Followers activity"],
)
def test_what_followers_do_is_not_how_many_there_are(understood, name):
    found = understood(f"Неделя;{name};Лайки\n01.09.2026;10;20\n", account="vk:me")
    assert found["question"]["guess"]["fields"] == {"Неделя": "day", "Лайки": "likes"}


@pytest.mark.parametrize(
    "name", ["Общее число подписчиков", "Подписчиков в сумме", "Подписчики группы", "Total number of followers"]
)
def test_how_many_there_are_is_said_in_many_ways(understood, name):
    found = understood(f"Неделя;{name};Лайки\n01.09.2026;10;20\n", account="vk:me")
    assert found["question"]["guess"]["fields"] == {"Неделя": "day", name: "followers", "Лайки": "likes"}


KNOWN = {"names": {"vk": {"лютик": "lutik", "ива": "iva"}}, "competitors": {"vk": ["lutik"]}, "own": {"vk": ["iva"]}}


def test_columns_that_name_another_account_are_not_guessed_for_the_one_named(understood):
    rows = [["", "Лютик", "", "Ива", ""], ["Дата", "Подписчики", "Охват", "Подписчики", "Охват"]]
    rows += [["01.10.2026", 900, 90, 100, 10], ["02.10.2026", 901, 91, 101, 11]]
    guess = understood(workbook(rows), "a.xlsx", account="vk:iva", context=KNOWN)["question"]["guess"]
    found = understood(workbook(rows), "a.xlsx", columns=guess, account="vk:iva", context=KNOWN)
    assert [value[3] for value in values(found)] == ["100", "10", "101", "11"]


@pytest.mark.parametrize("name", ["Подписчики Лютика", "Лютик подписчики", "Подписчики (Лютик)"])
@pytest.mark.parametrize("account", ["vk:iva", ""])
def test_the_name_of_a_competitor_in_any_case_holds_a_column_back(understood, name, account):
    found = understood(f"Дата;{name};Новое\n01.10.2026;900;1\n02.10.2026;901;2\n", account=account, context=KNOWN)
    assert found["question"]["guess"]["fields"] == {"Дата": "day"}


def test_the_name_of_the_account_named_holds_nothing_back(understood):
    text = "Дата;Подписчики Лютика;Новое\n01.10.2026;900;1\n02.10.2026;901;2\n"
    found = understood(text, account="vk:lutik", context=KNOWN)
    assert found["question"]["guess"]["fields"] == {"Дата": "day", "Подписчики Лютика": "followers"}


def test_posts_taken_without_any_figure_are_said_to_be(import_export, tmp_path):
    (path := tmp_path / "a.csv").write_text("Когда;Ссылка;Глубина\n01.02.2026;https://vk.com/wall-1_2;5\n")
    told = import_export(path, "--columns", "guess", "--account", "vk:sever")
    sentence = "  No column with figures is taken, only what the other columns say. Say which columns hold figures."
    assert (told["status"], told["new"], told["files"][0]["totals"], sentence in told["lines"]) == (0, 1, {}, True)


@pytest.mark.parametrize(
    ("likes", "views", "sentence"),
    [
        ("", "-", "The columns with figures are empty, and the posts were taken without: «Лайки», «Просмотры»."),
        ("0", "", ""),
    ],
)
def test_so_are_those_whose_columns_of_figures_are_empty(understood, likes, views, sentence):
    found = understood(f"Дата;Ссылка;Лайки;Просмотры\n01.02.2026;https://vk.com/wall-1_2;{likes};{views}\n")
    assert (said(found), len(posts(found))) == (sentence, 1)
