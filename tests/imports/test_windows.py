"""Tables without dates, whose sheet, title or file is called by a whole month or quarter: that is the window they are about."""

import pytest

from smmstrategy.metrics.imports.reading.cells.windows import whole_in
from smmstrategy.metrics.imports.reading.options import Options
from tests.imports.conftest import TODAY
from tests.imports.forms_of_files import said, values, workbook

SOURCES = "Источник;Визиты\nvk;5\ntelegram;6\n"
OF_FILE = (
    "A table has no dates: its figures were taken for those of 1 May 2026 – 31 May 2026, as the name of the file says. "
    "If they are of other days, say of which (--period YYYY-MM-DD:YYYY-MM-DD)."
)
OF_SHEET = "A table has no dates: its figures were taken for those of 1 {0} 2026 – {1} {0} 2026, as the title or its sheet says."


def windows(found):
    return sorted({value[1:3] for value in map(tuple, values(found))})


def guessed(understood, content, name, **options):
    """The plan of a file for whose columns the guesses were taken."""
    told = Options(**options)
    while (found := understood(content, name, **told.as_json()))["question"].get("asks") == "columns":
        told = told.explained(found["question"], found["question"]["guess"])
    return found


@pytest.mark.parametrize(
    ("first", "last", "names"),
    [
        (5, 31, ["май 2026", "Май_2026", "Сайт за май 2026 г.csv", "May 2026", "2026 май"]),
        (5, 31, ["vk_2026-05.csv", "05.2026", "club7 мая 2026 (1)"]),
        (4, 30, ["Q2 2026", "2 квартал 2026", "II квартал 2026", "2кв2026", "2026-q2", "2 кв. 2026 года"]),
    ],
)
def test_a_name_says_a_whole_month_or_quarter(first, last, names):
    for name in names:
        begins, ends = whole_in(name, TODAY)
        assert (begins.month, begins.day, ends.month, ends.day, ends.year) == (first, 1, 6 if first == 4 else 5, last, 2026), name


@pytest.mark.parametrize(
    "name",
    [
        *("май", "2026", "с мая 2026", "по май 2026", "3 мая 2026", "1-15 мая 2026", "май 2026 (1-15)", "вторая неделя мая 2026"),
        *("май-июнь 2026", "май 2026 и май 2025", "Q1-Q2 2026", "I-III квартал 2026", "май 2026-2027"),
        *("2026-05_06", "2026-05–2026-07", "YTD май 2026", "до Q2 2026", "Q1, Q2 2026", "I и II квартал 2026", "Q2 2026 H1"),
        *("План май 2026", "май 2026 прогноз", "Forecast May 2026", "Бюджет Q2 2026", "Цели на май 2026", "KPI май 2026"),
        *("Средний охват май 2026", "avg 2026-05"),
        *("2026-05-31", "1.05.2026", "2026-13", "топ 10 2026", "mayor 2026", "ноябрь 2026", "декабрь 2026", "Q4 2026"),
    ],
)
def test_a_part_several_and_what_is_not_over_are_none(name):
    assert whole_in(name, TODAY) is None


def test_the_name_of_the_file_says_the_window_until_a_person_does(understood):
    found = understood(SOURCES, "сайт май 2026.csv", account="website:a.ru")
    assert (windows(found), found["question"], said(found)) == ([("2026-05-01", "2026-05-31")], {}, OF_FILE)
    told = understood(SOURCES, "сайт май 2026.csv", account="website:a.ru", period="2026-04-01:2026-04-30")
    assert (windows(told), said(told)) == ([("2026-04-01", "2026-04-30")], "")


@pytest.mark.parametrize("name", ["2026-01-01_2026-12-31.xlsx", "сайт апрель 2026.xlsx", "сайт.xlsx"])
def test_each_sheet_says_its_own(understood, name):
    sheet = [["Источник", "Визиты"], ["vk", 5]]
    found = understood(workbook(sheet, sheet, names=["Май 2026", "Июнь 2026"]), name, account="website:a.ru")
    assert windows(found) == [("2026-05-01", "2026-05-31"), ("2026-06-01", "2026-06-30")]
    assert said(found) == f"{OF_SHEET.format('May', 31)} {OF_SHEET.format('June', 30)}"


def test_days_named_for_other_tables_change_no_sheet_that_says_its_own(understood):
    sheet = [["Источник", "Визиты"], ["vk", 5]]
    file = workbook(sheet, sheet, names=["Май 2026", "Прочее"])
    found = understood(file, account="website:a.ru", period="2026-04-01:2026-04-30")
    assert windows(found) == [("2026-04-01", "2026-04-30"), ("2026-05-01", "2026-05-31")]
    assert said(found) == (
        "A table says itself that it is about 2026-05-01 to 2026-05-31: the days you named hold for tables that say none."
    )


def test_the_days_of_a_table_beside_it_are_nearer_than_the_name_of_the_file(understood):
    days = [["Дата", "Визиты"], ["2026-05-01", 5], ["2026-05-20", 5]]
    file = workbook(days, [["Источник", "Визиты"], ["vk", 10]], names=["Дни", "Источники"])
    found = understood(file, "сайт май 2026.xlsx", account="website:a.ru")
    assert (windows(found)[1], said(found)) == (("2026-05-01", "2026-05-20"), "")


def test_rows_with_dates_are_of_these_whatever_the_name_says(understood):
    found = understood("Дата;Подписчики\n2026-07-01;5\n", "май 2026.csv", account="vk:a")
    assert (windows(found), said(found)) == ([("2026-07-01", "2026-07-01")], "")


@pytest.mark.parametrize(
    "rows",
    [
        *("Смена;{}\n01.06-07.06;5;6\n08.06-14.06;7;8\n", "Неделя;{}\n04.05;5;6\n11.05;7;8\n", "Число;{}\n1;5;6\n2;7;8\n"),
        *("Час;{}\n10;5;6\n11;7;8\n", "{}\n5;6\n5;6\n"),
    ],
)
def test_a_window_that_would_hold_two_rows_of_an_account_is_asked_about(understood, rows):
    columns = {"rows": "values", "fields": {"Подписчики": "followers", "Охват": "account_reach"}}
    found = understood(rows.format("Подписчики;Охват"), "июнь 2026.csv", columns=columns, account="vk:a")
    assert (found["question"]["asks"], values(found)) == ("period", [])
    assert "were taken for those of" not in said(found)


@pytest.mark.parametrize(
    ("sheets", "name", "asks_then"),
    [
        (["Факт май 2026", "План май 2026"], "отчёт.xlsx", "account"),
        (["Москва май 2026", "Казань май 2026"], "отчёт.xlsx", "account"),
        (["Москва", "Казань"], "май 2026.xlsx", "account"),
        (["План"], "май 2026.xlsx", None),
    ],
)
def test_sheets_that_would_share_a_window_are_asked_about_and_then_whose_they_are(understood, sheets, name, asks_then):
    tables = [[["Соцсеть", "Подписчики"], ["ВК", 10 + n], ["ТГ", 20 + n]] for n in range(len(sheets))]
    options = {"accounts_by_network": {"vk": "a", "telegram": "b"}}
    content = workbook(*tables, names=sheets)
    assert guessed(understood, content, name, **options)["question"]["asks"] == "period"
    found = guessed(understood, content, name, period="2026-05-01:2026-05-31", **options)
    assert (windows(found), found["question"].get("asks")) == ([("2026-05-01", "2026-05-31")], asks_then)


@pytest.mark.parametrize(("sheets", "last"), [(["Апрель", "Май"], "05-31"), (["Апрель"], "04-30")])
def test_a_month_of_the_year_of_the_file_is_that_of_its_sheet_alone(understood, sheets, last):
    content = workbook(*([["Соцсеть", "Подписчики"], ["ВК", 10 + n]] for n in range(len(sheets))), names=sheets)
    found = guessed(understood, content, "Q2 2026.xlsx", accounts_by_network={"vk": "a"})
    assert (windows(found)[0], windows(found)[-1][1], found["question"]) == (("2026-04-01", "2026-04-30"), f"2026-{last}", {})
    named = guessed(understood, content, "Q2 2026.xlsx", accounts_by_network={"vk": "a"}, period="2026-05-01:2026-05-31")
    assert (windows(named), named["question"]["asks"]) == ([("2026-05-01", "2026-05-31")][: len(sheets) - 1], "period")


def test_the_window_of_one_sheet_is_not_that_of_another(understood):
    tables = [["Соцсеть", "Подписчики"], ["ВК", 10]], [["Соцсеть", "Охват"], ["ВК", 20]]
    found = guessed(understood, workbook(*tables, names=["Май 2026", "Прочее"]), "отчёт.xlsx", accounts_by_network={"vk": "a"})
    assert (windows(found), found["question"]["asks"]) == ([("2026-05-01", "2026-05-31")], "period")


def test_rows_of_several_accounts_share_a_window(understood):
    rows = "Соцсеть;Подписчики\nВК;10\nТГ;20\n"
    found = guessed(understood, rows, "май 2026.csv", accounts_by_network={"vk": "a", "telegram": "b"})
    assert (len(values(found)), windows(found), found["question"]) == (2, [("2026-05-01", "2026-05-31")], {})


@pytest.mark.parametrize(
    ("sheet", "title", "file_name"),
    [
        ("Май 2026", "Отчёт за май 2026", "smm.xlsx"),
        ("Май", "Отчёт за май 2026", "smm.xlsx"),
        ("Май 2026", "Май", "smm.xlsx"),
        ("Май", "Отчёт за май", "smm 2026.xlsx"),
    ],
)
def test_a_month_that_the_sheet_and_the_title_both_say_is_said_once(understood, sheet, title, file_name):
    content = workbook([[title], [], ["Соцсеть", "Подписчики"], ["ВК", 10]], names=[sheet])
    found = guessed(understood, content, file_name, accounts_by_network={"vk": "a"})
    assert (windows(found), found["question"]) == ([("2026-05-01", "2026-05-31")], {})


def test_a_month_of_the_sheet_and_another_of_the_title_are_asked_about(understood):
    content = workbook([["Отчёт за июнь 2026"], [], ["Соцсеть", "Подписчики"], ["ВК", 10]], names=["Май 2026"])
    assert guessed(understood, content, "smm.xlsx", accounts_by_network={"vk": "a"})["question"]["asks"] == "period"


@pytest.mark.parametrize("period", ["", "2026-05-01:2026-06-30"])
def test_of_sheets_of_one_account_none_of_which_says_its_days_no_one_period_is_asked(understood, period):
    head = ["Соцсеть", "Подписчики", "Охват", "Публикаций"]
    tables = [[head, ["ВК", 10 + n, 20 + n, 30 + n], ["ТГ", 40 + n, 50 + n, 60 + n]] for n in range(2)]
    options = {"accounts_by_network": {"vk": "a", "telegram": "b"}, "period": period}
    found = guessed(understood, workbook(*tables, names=["Лист А", "Лист Б"]), "smm.xlsx", **options)
    assert said(found).endswith(
        "The tables «Лист А», «Лист Б» have no dates, and the same columns for one account: they are of different days, or of two "
        'accounts. Write the month and the year into the name of each sheet, say whose each is (--name "TABLE=NETWORK:HANDLE"), or '
        "import each of them by itself (--leave-out NAME for the others) and name its days (--period YYYY-MM-DD:YYYY-MM-DD)."
    )
