"""Weeks written from their first day to their last under a heading of their own."""

from datetime import date

import pytest

from smmstrategy.metrics.imports.reading.columns import years
from tests.imports.forms_of_files import days, rejected, said

WEEKS = "{};Подписчики;Охват\n31.08-06.09{year};100;500\n07.09-13.09{year};110;600\n"
READ = [
    ("followers", "2026-08-31", "100"),
    ("account_reach", "2026-08-31", "500"),
    ("followers", "2026-09-07", "110"),
    ("account_reach", "2026-09-07", "600"),
]


@pytest.mark.parametrize("header", ["Неделя", "Недели", "Даты", "Week", "Дата", "Период"])
def test_weeks_from_day_to_day_are_those_of_their_rows_under_any_such_heading(understood, header):
    found = understood(WEEKS.format(header, year=".2026"), account="vk:iva")
    assert (days(found), said(found)) == (READ, "")


def test_they_may_have_the_year_of_the_file(understood):
    assert days(understood(WEEKS.format("Неделя", year=""), "ВК 2026.csv", account="vk:iva")) == READ


def test_the_weeks_around_both_new_years_are_in_the_file_of_a_year(understood):
    weeks = ("29.12–04.01", "05.01–11.01", "21.12–27.12", "28.12–03.01")
    text = "Неделя;Подписчики\n" + "".join(f"{week};10{n}\n" for n, week in enumerate(weeks))
    found = understood(text, "2026.csv", account="vk:iva", context={"today": date(2027, 2, 1)})
    assert ([day for _code, day, _number in days(found)], found["rejected"]) == (
        ["2025-12-29", "2026-01-05", "2026-12-21", "2026-12-28"],
        [],
    )


def test_single_days_say_nothing_of_where_weeks_begin():
    texts = ["06.05", "29.12–04.01", "05.01–11.01"]
    assert years.completed(texts, years.Between(date(2026, 1, 1), date(2026, 12, 31))) == [
        "06.05.2026",
        "29.12–04.01.2026",
        "05.01–11.01.2026",
    ]


def test_a_week_that_may_lie_around_either_new_year_has_no_year(understood):
    found = understood("Неделя;Подписчики\n29.12–04.01;100\n", "2026.csv", account="vk:iva")
    assert (days(found), rejected(found)) == ([], ["2"])


@pytest.mark.parametrize("first", [1, 8])
def test_a_week_may_begin_before_the_days_of_the_file(understood, first):
    found = understood("Неделя;Подписчики\n29.06–05.07;100\n", account="vk:iva", period=f"2026-07-0{first}:2026-07-31")
    assert days(found) == [("followers", "2026-06-29", "100")]


@pytest.mark.parametrize("cells", [("36", "37"), ("36 неделя", "37 неделя"), ("31.08-06.09.2026", "36")])
def test_numbers_of_weeks_are_asked_about(understood, cells):
    text = "Неделя;Подписчики\n{};100\n{};110\n".format(*cells)
    assert understood(text, account="vk:iva")["question"]["asks"] == "columns"
