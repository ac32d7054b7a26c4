"""Figures are of days that are over: a week, month or quarter that has begun and not ended is refused with the way out."""

from datetime import timedelta

import pytest

from tests.imports.conftest import TODAY
from tests.imports.forms_of_files import posts, values


@pytest.mark.parametrize(
    ("heading", "over", "begun", "to_come"),
    [
        ("Неделя", "09.11.2026-15.11.2026", "16.11.2026-23.11.2026", "23.11.2026-29.11.2026"),
        ("Месяц", "Октябрь 2026", "Ноябрь 2026", "Декабрь 2026"),
        ("Месяц", "01.10.2026", "01.11.2026", "01.12.2026"),
        ("Период", "Q3 2026", "Q4 2026", "Q1 2027"),
    ],
)
def test_days_of_which_some_are_to_come_are_refused_for_that(understood, heading, over, begun, to_come):
    found = understood(f"{heading};Подписчики\n{over};100\n{begun};110\n{to_come};120\n", account="vk:a")
    assert [(row, why["text"].partition(":")[0]) for row, why in found["rejected"]] == [
        ("3", "The days of the row are not over yet"),
        ("4", "The date lies in the future."),
    ]


def test_figures_of_a_month_so_far_are_taken_as_of_its_days_that_are_said(understood):
    found = understood("Период;Просмотры\nОктябрь 2026;100\n01.11.2026-21.11.2026;70\n", account="vk:a")
    assert [value[1:4] for value in values(found)] == [["2026-10-01", "2026-10-31", "100"], ["2026-11-01", "2026-11-21", "70"]]


@pytest.mark.parametrize("day", ["Ноябрь 2026", "16.11.2026-23.11.2026"])
def test_a_post_within_days_of_which_some_are_to_come_is_one(understood, day):
    found = understood(f"Дата;Ссылка;Лайки\n{day};https://vk.com/wall-1_2;5\n", account="vk:a")
    assert ([post[3] for post in posts(found)], found["rejected"]) == ([None], [])


@pytest.mark.parametrize(("figures", "is_said"), [("100;7", True), (";7", True), ("0;0", False), (";", False), ("-;", False)])
def test_days_filled_down_are_doubted_where_figures_stand_on_days_to_come(understood, figures, is_said):
    days = [TODAY + timedelta(days=n) for n in range(-30, 90)]
    rows = "".join(f"{day:%d.%m.%Y};{'100;7' if day <= TODAY else figures}\n" for day in days)
    found = understood(f"Дата;Подписчики;Просмотры\n{rows}", account="vk:a")
    told = [one["params"] for one in found["warnings"] if one["text"].startswith("The dates run on day by day from {day} into")]
    assert (told, len(found["rejected"])) == ([{"day": days[0].isoformat()}] if is_said else [], 89)


def test_days_in_months_are_not_filled_down(understood):
    rows = "".join(f"{month} 2026;10{n}\n" for n, month in enumerate(["Сентябрь", "Октябрь", "Ноябрь", "Декабрь"]))
    assert understood(f"Месяц;Подписчики\n{rows}", account="vk:a")["warnings"] == []
