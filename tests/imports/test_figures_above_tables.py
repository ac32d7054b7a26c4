"""Names with their figures above a table, as a report begins: none is lost, with a header they are a table of their own."""

import pytest

from tests.imports.forms_of_files import days, posts, rejected, said, workbook

POSTS = [
    ["Дата", "Ссылка", "Охват", "Лайки"],
    ["01.09.2026", "https://vk.com/wall-123_10", 1200, 45],
    ["02.09.2026", "https://vk.com/wall-123_11", 1100, 40],
]
FIGURES = [["Подписчики", 12801], ["Охват", 48900], ["ER", "2,1%"]]


def test_figures_under_a_title_alone_are_said_to_be_left_out(understood):
    found = understood(workbook([["Отчёт за сентябрь 2026"], ["Период", "01.09.2026–30.09.2026"], *FIGURES, [], *POSTS]))
    assert [post[10]["reach"] for post in posts(found)] == ["1200", "1100"]
    assert (found["rows"], rejected(found)) == (5, ["3", "4", "5"])
    assert found["tables"][0]["title"] == "Sheet1 Отчёт за сентябрь 2026 Период 01.09.2026–30.09.2026"


@pytest.mark.parametrize("lines", [[["Подписчиков:", 12801], ["Охват:", 48900]], [["Подписчиков: 12801"], ["Охват: 48 900"]]])
@pytest.mark.parametrize("title", [[], [["Отчёт ВК за сентябрь 2026"]]])
@pytest.mark.parametrize("gap", [[], [[]]])
def test_figures_behind_a_colon_are_said_to_be_left_out(understood, lines, title, gap):
    found = understood(workbook([*title, *lines, *gap, *POSTS]))
    first = len(title) + 1
    assert (len(posts(found)), found["rows"], rejected(found)) == (2, 4, [str(first), str(first + 1)])


@pytest.mark.parametrize(
    "line",
    ["Подписчики: 12801, охват: 48900", "Подписчики – 12 801 чел.", "Охват за месяц: 5; охват = 48900", "Охват - 48,9"],
)
def test_figures_in_a_line_of_words_are_said_to_be_left_out(understood, line):
    found = understood(workbook([["Отчёт ВК – 2026"], [line], [], *POSTS]))
    assert (len(posts(found)), rejected(found), found["tables"][0]["title"]) == (2, ["2"], "Sheet1 Отчёт ВК – 2026")


def test_figures_of_a_plan_above_days_are_asked_about(understood):
    plan = [["KPI", "План", "Факт"], ["Подписчики", 13000, 12801], ["Охват", 50000, 48900], []]
    by_day = [["Дата", "Подписчики"], ["01.09.2026", 100], ["02.09.2026", 110]]
    found = understood(workbook([["ВК"], *plan, *by_day]), account="vk:iva")
    assert days(found) == [("followers", "2026-09-01", "100"), ("followers", "2026-09-02", "110")]
    assert (found["rows"], rejected(found), found["question"]["asks"]) == (4, ["B3"], "period")
    assert "The table with the columns «Подписчики», «Охват» has no dates." in said(found)


def test_lines_of_what_was_exported_are_no_figures(understood):
    found = understood(workbook([["Сообщество", "Ива"], ["Дата отчёта", "01.10.2026"], [], *POSTS]))
    assert (found["rows"], rejected(found)) == (2, [])
