"""A week by its number in the year, as ISO 8601 counts it, is its days from Monday to Sunday."""

import pytest

from tests.imports.forms_of_files import values


@pytest.mark.parametrize(
    "week",
    [
        "2026-W23",
        "2026W23",
        "2026 W23",
        "W23 2026",
        "W23-2026",
        "23 неделя 2026",
        "23-я неделя 2026 г.",
        "неделя 23 2026",
        "23 нед. 2026",
    ],
)
def test_a_week_by_its_number_is_its_days(understood, week):
    found = understood(f"Дата;Подписчики\n{week};100\n", account="vk:aaa")
    assert values(found) == [["followers", "2026-06-01", "2026-06-07", "100", "", False]]


def test_the_first_week_of_a_year_may_begin_in_the_year_before(understood):
    found = understood("Дата;Подписчики\n2026-W01;100\n2026-W02;101\n", account="vk:aaa")
    assert [value[1:3] for value in values(found)] == [["2025-12-29", "2026-01-04"], ["2026-01-05", "2026-01-11"]]


@pytest.mark.parametrize("week", ["2026-W00", "2026-W54", "2025-W53", "W23", "2026-W23-1"])
def test_what_is_no_week_of_a_year_is_no_date(understood, week):
    assert values(understood(f"Дата;Подписчики\n01.06.2026;99\n{week};100\n", account="vk:aaa"))[1:] == []
