"""Figures for each month under a name that says no days: these are its months, or are asked about, never added up in silence."""

import pytest

from tests.imports.forms_of_files import days

SITE = "website:iva.ru"
BY_MONTH = (
    "{},Session source / medium,Sessions\n202505,google / organic,11\n202505,vk / social,7\n"
    "202506,google / organic,13\n202506,vk / social,8\n"
)
OF_MONTHS = [
    ("visits", "2025-05-01", "11"),
    ("visits", "2025-05-01", "7"),
    ("visits", "2025-06-01", "13"),
    ("visits", "2025-06-01", "8"),
]


@pytest.mark.parametrize("name", ["Month of Year", "Month of the year", "Год и месяц", "Month", "Year month"])
def test_months_of_analytics_are_days_by_their_names(understood, name):
    found = understood(BY_MONTH.format(name), account=SITE)
    assert (days(found), found["question"], found["warnings"]) == (OF_MONTHS, {}, [])


@pytest.mark.parametrize("months", [("202505", "202506"), ("05.2025", "06.2025"), ("май 2025", "июнь 2025")])
def test_months_under_any_other_name_are_asked_about(understood, months):
    text = BY_MONTH.format("Отрезок").replace("202505", months[0]).replace("202506", months[1])
    question = understood(text, account=SITE)["question"]
    assert question["message"]["params"] == {"column": "Отрезок"}
    assert question["guess"]["fields"]["Отрезок"] == "day"
    assert days(understood(text, columns=question["guess"], account=SITE)) == OF_MONTHS


def test_they_are_guessed_to_be_the_days_of_a_table_that_nobody_knows(understood):
    text = "Отрезок;Сообщество;Подписчиков у нас\n202505;Хлеб;11\n202505;Соль;7\n202506;Хлеб;13\n202506;Соль;8\n"
    assert understood(text, account="vk:iva")["question"]["guess"]["fields"]["Отрезок"] == "day"


def test_months_that_are_the_same_in_each_row_or_tell_no_rows_apart_are_not_asked_about(understood):
    once = "Отрезок,Session source / medium,Sessions\n202505,google / organic,11\n202506,vk / social,7\n"
    assert understood(once, account=SITE, period="2025-05-01:2025-06-30")["question"] == {}
