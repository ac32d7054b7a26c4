"""Weeks written from their first day to their last under a heading of their own."""

import pytest

from tests.imports.forms_of_files import days, said

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


@pytest.mark.parametrize("cells", [("36", "37"), ("36 неделя", "37 неделя"), ("31.08-06.09.2026", "36")])
def test_numbers_of_weeks_are_asked_about(understood, cells):
    text = "Неделя;Подписчики\n{};100\n{};110\n".format(*cells)
    assert understood(text, account="vk:iva")["question"]["asks"] == "columns"
