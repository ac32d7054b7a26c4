"""Tables by day whose figures are of advertising, of a plan or of a part are asked about, not taken for the whole account's."""

import pytest

from smmstrategy.metrics.imports.reading.answers import by_command
from tests.imports.forms_of_files import days, said, values, workbook

A = {"account": "vk:iva"}
DAYS = "01.10.2026;1000;900\n02.10.2026;1100;950\n"
ADS = [
    "Дата;Кампания;Показы;Охват;Клики;CTR;Расход, ₽\n01.10.2026;Осень;1000;900;10;1%;500\n02.10.2026;Осень;1100;950;11;1%;550\n",
    "Day,Campaign name,Reach,Impressions\n2026-10-01,Autumn,900,1000\n2026-10-02,Autumn,950,1100\n",
    "Дата;Название объявления;Охват;Показы\n01.10.2026;Осень 1;900;1000\n02.10.2026;Осень 1;950;1100\n",
    "Дата;Показы;Охват;Расход, ₽\n01.10.2026;1000;900;500\n02.10.2026;1100;950;550\n",
]


def asked(found):
    """What is asked, and that nothing is taken meanwhile."""
    assert found["subjects"] == []
    return found["question"]["asks"]


@pytest.mark.parametrize("text", ADS, ids=["campaign", "Campaign name", "ad", "cost"])
def test_figures_of_advertising_are_asked_about(understood, text):
    found = understood(text, **A)
    assert (asked(found), "are of advertising" in said(found)) == ("columns", True)


@pytest.mark.parametrize("title", ["Реклама ВКонтакте", "Таргет", "VK Ads", "Рекламный кабинет"])
def test_a_title_of_advertising_is_asked_about(understood, title):
    found = understood(f"{title}\nДата;Показы;Охват\n{DAYS}", **A)
    assert (asked(found), said(found).startswith(f"The table «{title}")) == ("columns", True)


def test_the_only_table_is_left_out_with_its_file_and_one_beside_others_by_itself(understood):
    ads, days = ADS[3], "Дата;Подписчики\n01.10.2026;500\n02.10.2026;510\n"
    alone = understood(ads, **A)
    of_several = understood(workbook(*([line.split(";") for line in one.splitlines()] for one in (ads, days))), "a.xlsx", **A)
    ways = ("dismiss the file", "leave the table out (--leave-out NAME)")
    assert [[way in said(found) for way in ways] for found in (alone, of_several)] == [[True, False], [False, True]]


@pytest.mark.parametrize("title", ["Охват без рекламы", "Рекламисты года", "Downloads", "ВКонтакте"])
def test_other_titles_say_nothing_of_advertising(understood, title):
    assert len(values(understood(f"{title}\nДата;Показы;Охват\n{DAYS}", **A))) == 4


def test_costs_beside_what_only_accounts_have_are_a_report(understood):
    found = understood("Месяц;Подписчики;Охват;Расход, ₽\nСентябрь 2026;1000;900;500\nОктябрь 2026;1100;950;550\n", **A)
    assert len(values(found)) == 4


@pytest.mark.parametrize(
    "text",
    [
        "Дата;Возраст;Подписчики\n01.10.2026;18-24;500\n02.10.2026;18-24;510\n",
        "Дата;Тип охвата;Охват\n01.10.2026;Рекламный;500\n02.10.2026;Рекламный;510\n",
        "Дата;Город;Охват\n01.10.2026;Пермь;500\n02.10.2026;Пермь;510\n",
        "Дата;Устройство;Охват\n01.10.2026;Телефон;500\n02.10.2026;Компьютер;510\n",
        "Месяц;Формат;Охват\nСентябрь 2026;Reels;1000\nОктябрь 2026;Посты;2000\n",
        "Дата;Рубрика;Охват;Лайки\n01.10.2026;Польза;500;5\n02.10.2026;Юмор;510;6\n03.10.2026;Польза;520;7\n",
        "Дата;Чьи это читатели;Охват\n01.10.2026;свои;500\n02.10.2026;чужие;510\n03.10.2026;свои;520\n",
        "Дата;Кому;Охват\n01.10.2026;45+;500\n02.10.2026;до 18;510\n",
        "Дата;Кампания;Подписчики\n01.10.2026;Осень;500\n02.10.2026;Осень;510\n",
    ],
    ids=["age", "kind of reach", "city", "device", "format", "rubric", "of few words", "of ages", "campaign"],
)
def test_a_part_is_asked_about(understood, text):
    found = understood(text, **A)
    assert asked(found) == "columns"


def test_a_part_may_be_taken_for_a_slice_or_for_the_whole(understood):
    text = "Дата;Город;Охват\n01.10.2026;Perm;500\n02.10.2026;Perm;510\n"
    question = understood(text, **A)["question"]
    whole = by_command.completed({"Город": "-"}, question["known"])
    of_slices, as_whole = (values(understood(text, columns=columns, **A)) for columns in (question["guess"], whole))
    assert [value[3:5] for value in of_slices] == [["500", "city=Perm"], ["510", "city=Perm"]]
    assert [value[3:5] for value in as_whole] == [["500", ""], ["510", ""]]


@pytest.mark.parametrize("text", [ADS[1], f"План\nДата;Охват;Показы\n{DAYS}", f"Реклама\nДата;Охват;Показы\n{DAYS}"])
def test_what_is_asked_about_may_be_taken_all_the_same(understood, text):
    guess = understood(text, **A)["question"]["guess"]
    assert len(values(understood(text, columns=guess, **A))) == 4


@pytest.mark.parametrize(
    "column",
    [
        "Комментарий;Охват\n01.10.2026;розыгрыш;5\n02.10.2026;праздник;6",
        "День недели;Охват\n01.10.2026;Чт;5\n02.10.2026;Пт;6",
        "Ответственный;Охват\n01.10.2026;Анна;5\n02.10.2026;Анна;6",
        "Тип дня;Охват\n01.10.2026;будни;5\n02.10.2026;будни;6",
    ],
    ids=["note", "weekday", "person", "kind of day"],
)
def test_notes_and_days_of_the_week_make_no_part(understood, column):
    assert days(understood(f"Дата;{column}\n", **A)) == [
        ("account_reach", "2026-10-01", "5"),
        ("account_reach", "2026-10-02", "6"),
    ]


@pytest.mark.parametrize("title", ["План на октябрь", "Прогноз", "Цели на квартал", "Plan", "Forecast"])
def test_a_plan_is_asked_about(understood, title):
    found = understood(f"{title}\nДата;Охват;Подписчики\n{DAYS}", **A)
    assert (asked(found), "as a plan" in said(found)) == ("columns", True)


@pytest.mark.parametrize(
    ("names", "file_name"), [(["План"], "a.xlsx"), ([], "Прогноз KPI 2026.xlsx")], ids=["by its sheet", "by its file"]
)
def test_a_sheet_or_a_file_may_be_called_as_a_plan(understood, names, file_name):
    rows = [["Месяц", "Подписчики", "Охват"], ["Сентябрь 2026", 1000, 50000], ["Октябрь 2026", 2000, 60000]]
    assert asked(understood(workbook(rows, names=names), file_name=file_name, **A)) == "columns"


@pytest.mark.parametrize("title", ["План и факт", "Планета", "Контент-план", "Факт", "Целина"])
def test_other_titles_say_nothing_of_a_plan(understood, title):
    assert len(values(understood(f"{title}\nДата;Охват;Подписчики\n{DAYS}", **A))) == 4


@pytest.mark.parametrize(("title", "count"), [("Цели", 4), ("Goals overview", 4), ("План", 0), ("Прогноз визитов", 0)])
def test_goals_of_a_site_are_no_plan(understood, title, count):
    text = f"{title}\nДата визита;Визиты;Достижения цели\n2026-09-01;5;1\n2026-09-02;6;2\n"
    assert len(values(understood(text, account="website:iva.ru"))) == count


@pytest.mark.parametrize("file_name", ["Target_vk.csv", "plan-b statistics.csv"])
def test_a_file_called_by_its_account_is_no_plan(understood, file_name):
    text = f"Дата;Охват;Подписчики\n{DAYS}"
    assert len(values(understood(text, file_name, account="vk:target"))) == 4
    assert len(values(understood(text, file_name, context={"brand": "target"}, **A))) == 4
    assert asked(understood(text, "План target.csv", account="vk:target")) == "columns"


def test_a_list_of_influencers_called_as_targets_is_no_plan(understood):
    found = understood("Youtuber,Suscribers\nInna,500\nOlga,600\n", "Targets.csv")
    assert ([value[3] for value in values(found)], found["question"]) == (["500", "600"], {})


def test_a_sheet_of_facts_in_a_file_of_plans_is_taken(understood):
    rows = [["Месяц", "Подписчики", "Охват"], ["Сентябрь 2026", 1000, 50000], ["Октябрь 2026", 2000, 60000]]
    assert len(values(understood(workbook(rows, names=["Факт"]), file_name="План 2026.xlsx", **A))) == 4


NOTHING = {"rows": "values", "network": "", "fields": {}}


def test_what_is_said_of_a_plan_is_not_said_of_the_facts_with_its_header(understood):
    rows = [["Месяц", "Подписчики", "Охват"], ["Сентябрь 2026", 1000, 50000], ["Октябрь 2026", 2000, 60000]]
    book = workbook(rows, [rows[0], ["Сентябрь 2026", 5, 6], ["Октябрь 2026", 7, 8]], names=["Факт", "План"])
    found = understood(book, columns=NOTHING, **A)
    assert (found["question"], [value[3] for value in values(found)]) == ({}, ["1000", "50000", "2000", "60000"])
    question = understood(book, **A)["question"]
    assert question["signature"] not in {table[key] for table in found["tables"] for key in ("signature", "of_header")}
    assert said(understood(book, **A)).startswith("The table «План» is called as a plan")


def test_what_was_said_of_an_earlier_file_is_not_said_of_a_plan(understood):
    text = "Месяц;Читатели наши\nСентябрь 2026;1000\nОктябрь 2026;2000\n"
    answer = {"rows": "values", "network": "", "fields": {"Месяц": "day", "Читатели наши": "followers"}}
    remembered = {"mappings": {understood(text, **A)["question"]["signature"]: answer}}
    assert len(values(understood(text, "Факт.csv", context=remembered, **A))) == 2
    assert asked(understood(text, "План.csv", context=remembered, **A)) == "columns"
    assert len(values(understood(text, "План.csv", columns=answer, context=remembered, **A))) == 2
