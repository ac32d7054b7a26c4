"""A line inside a table that is a year alone: the months and days below it are of that year."""

import pytest

from tests.imports.forms_of_files import days, rejected, workbook


@pytest.mark.parametrize(("one", "other"), [(2025, 2026), ("2025 год", "2026 год"), ("2025 г.", "2026")])
def test_months_below_a_year_are_of_it(understood, one, other):
    rows = [[one], ["Ноябрь", 100], ["Декабрь", 110], [other], ["Январь", 120]]
    found = understood(workbook([["Месяц", "Подписчики"], *rows]), account="vk:iva")
    months = [("2025-11-01", "100"), ("2025-12-01", "110"), ("2026-01-01", "120")]
    assert days(found) == [("followers", *month) for month in months]
    assert (rejected(found), found["question"]) == (["2", "5"], {})


def test_a_day_that_names_its_year_keeps_it(understood):
    rows = [["31.12.2024", 90], [2025], ["30.12.2024", 100], ["02.01", 110]]
    found = understood(workbook([["Дата", "Подписчики"], *rows]), account="vk:iva")
    assert [(first, value) for _code, first, value in days(found)] == [
        ("2024-12-31", "90"),
        ("2024-12-30", "100"),
        ("2025-01-02", "110"),
    ]


def test_a_year_stands_under_the_days_or_first(understood):
    rows = [["", "01.12", 100], ["2025 год", "", ""], ["", "02.12", 110], ["", 2026, ""], ["", "03.01", 120]]
    found = understood(workbook([["Заметки", "Дата", "Подписчики"], *rows]), account="vk:iva", period="2024-11-01:2024-12-31")
    assert [first for _code, first, _value in days(found)] == ["2024-12-01", "2025-12-02", "2026-01-03"]


def test_a_year_with_figures_says_none_of_the_rows_below_and_ends_the_one_before(understood):
    rows = [[2024], ["Ноябрь", 90], ["Декабрь", 95], [2025, 100], ["Январь", 110]]
    found = understood(workbook([["Месяц", "Подписчики"], *rows]), account="vk:iva")
    assert [first for _code, first, _value in days(found)] == ["2024-11-01", "2024-12-01"]
    assert rejected(found) == ["2", "5", "6"]
    assert found["rejected"][-1][1]["params"] == {"value": "Январь"}


def test_a_year_among_years_is_a_row_without_figures(understood):
    found = understood(workbook([["Период", "Подписчики"], [2024, 90], [2025], [2026, 100]]), account="vk:iva")
    assert "This line says the year" not in str(found["rejected"])


def test_a_year_elsewhere_is_a_figure(understood):
    rows = [["01.03", 100, 5], ["", 2024, ""], ["03.03", 50, 6]]
    found = understood(workbook([["Дата", "Просмотры", "Подписчики"], *rows]), "Статистика 2026.xlsx", account="vk:iva")
    assert {first for _code, first, _value in days(found)} == {"2026-03-01", "2026-03-03"}


def test_beside_two_columns_of_days_a_year_says_nothing(understood):
    rows = [["Март", "01.03", 100], [2025], ["Апрель", "02.04", 50]]
    found = understood(workbook([["Месяц", "Дата", "Подписчики"], *rows]), "Статистика 2026.xlsx", account="vk:iva")
    assert ("This line says the year" in str(found["rejected"]), "2025" in str(days(found))) == (False, False)
