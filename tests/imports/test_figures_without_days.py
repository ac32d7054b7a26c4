"""Figures of accounts in a table without days: they are of the period that its sheet, its file, a line above or a person says."""

import pytest

from tests.imports.forms_of_files import accounts, days, said, values, workbook

NETWORKS = [["Соцсеть", "Подписчики", "Охват"], ["ВКонтакте", 12801, 48900], ["Telegram", 1801, 900]]
ONE_ROW = [["Подписчики", "Охват", "Публикации", "ER"], [12801, 48900, 19, "2,1%"]]
SEPTEMBER = ("2026-09-01", "2026-09-30")


@pytest.mark.parametrize(
    ("name", "sheet", "above"),
    [
        ("Отчет.xlsx", "Сентябрь 2026", []),
        ("Отчет сентябрь 2026.xlsx", "Лист1", []),
        ("Отчет.xlsx", "Лист1", ["Отчёт за 01.09.2026–30.09.2026"]),
    ],
    ids=["by the sheet", "by the file", "by a line above"],
)
def test_a_row_for_each_network_is_of_the_period_that_a_name_says(understood, name, sheet, above):
    found = understood(workbook([above, *NETWORKS] if above else NETWORKS, names=[sheet]), name)
    assert accounts(found) == ["vk:brand", "telegram:brand"]
    assert [value[3] for value in values(found)] == ["12801", "48900", "1801", "900"]
    assert ({tuple(value[1:3]) for value in values(found)}, found["question"]) == ({SEPTEMBER}, {})


def test_a_single_row_is_of_the_month_in_the_name_of_the_file(understood):
    found = understood(workbook(ONE_ROW), "ВК сентябрь 2026.xlsx", account="vk:iva")
    assert days(found) == [
        ("followers", "2026-09-01", "12801"),
        ("account_reach", "2026-09-01", "48900"),
        ("posts_published", "2026-09-01", "19"),
    ]
    assert "A column of percent was not used: «ER»." in said(found)


def test_where_no_name_says_it_the_days_are_asked(understood):
    found = understood(workbook(ONE_ROW), "ВК.xlsx", account="vk:iva")
    assert (found["subjects"], found["question"]["asks"]) == ([], "period")
    told = understood(workbook(ONE_ROW), "ВК.xlsx", account="vk:iva", period="2026-09-01:2026-09-30")
    assert {tuple(value[1:3]) for value in values(told)} == {SEPTEMBER}


@pytest.mark.parametrize(
    "rows",
    [
        [["Охват", "Лайки"], [1200, 45]],
        [["Подписчики", "Охват"], [1, 2], [3, 4]],
        [["Соцсеть", "Подписчики"], ["ВКонтакте", 12801], ["Telegram", 1801]],
        [["Соцсеть", "Подписчики", "Охват"], ["ВКонтакте", 1, 2], ["ВКонтакте", 3, 4]],
        [["Город", "Подписчики", "Охват"], ["Москва", 1, 2]],
    ],
    ids=["what posts have, too", "several rows", "one of each network", "a network twice", "of a part"],
)
def test_what_may_be_something_else_is_asked_about(understood, rows):
    found = understood(workbook(rows), "ВК сентябрь 2026.xlsx", account="vk:iva")
    assert (days(found), found["question"]["asks"]) == ([], "columns")
