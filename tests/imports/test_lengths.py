"""Lengths typed into Excel, which keeps «4:10» as hours and minutes."""

import pytest

from smmstrategy.metrics.imports.reading.columns import lengths
from smmstrategy.metrics.imports.reading.tables import marks
from smmstrategy.metrics.imports.reading.tables.grids import ShortClock
from tests.imports.forms_of_files import posts, said, values, workbook

MINUTE = 1 / 1440
LENGTH, AVERAGE, TOTAL = "Длительность", "Среднее время просмотра", "Время просмотра"
LINK = "https://www.youtube.com/watch?v=abcdefghij{}"


def book(header, *minutes, code="h:mm"):
    rows = [["01.09.2026", LINK.format(n), one * MINUTE, 100] for n, one in enumerate(minutes)]
    return workbook([["Дата", "Ссылка", header, "Просмотры"], *rows], formats={2: code})


def test_what_shows_as_minutes_and_seconds_is_as_long_as_in_a_csv(understood):
    found = understood(book(LENGTH, 250, 45), "v.xlsx")
    text = f"Дата;Ссылка;{LENGTH};Просмотры\n" + "".join(
        f"01.09.2026;{LINK.format(n)};{one};100\n" for n, one in enumerate(["4:10", "0:45"])
    )
    assert [post[8] for post in posts(found)] == [post[8] for post in posts(understood(text))] == [250, 45]


def test_beside_such_cells_one_of_more_than_a_day_was_typed_so_too():
    texts = [ShortClock("04:10:00"), "25:10:00", "01:02:03", "н/д"]
    assert lengths.as_typed(LENGTH, texts, are_sums=False)[0] == ["04:10", "25:10", "01:02:03", "н/д"]


def test_an_average_view_is_of_minutes_and_seconds(understood):
    assert [post[10]["avg_view_s"] for post in posts(understood(book(AVERAGE, 127), "v.xlsx"))] == ["127"]


def test_a_cell_that_shows_seconds_is_as_it_shows(understood):
    assert [post[8] for post in posts(understood(book(LENGTH, 4 + 10 / 60, code="h:mm:ss"), "v.xlsx"))] == [250]


MINUTES = (
    "«{}» has times of two parts, and they were taken for minutes and seconds: {}. If they are hours and minutes, write them as "
    "1:30:00 and import the file again."
)


def test_what_may_be_hours_as_well_as_minutes_is_said_to_be_minutes(understood):
    of_sums = understood(f"Месяц;Подписчики;{TOTAL}\nСентябрь 2026;12;120:30\n", account="vk:brand")
    assert (values(of_sums)[1][3], MINUTES.format(TOTAL, "120:30") in said(of_sums)) == ("7230", True)
    assert MINUTES.format(LENGTH, "01:30") in said(understood(book(LENGTH, 90), "v.xlsx"))
    assert "two parts" not in said(understood(book(LENGTH, 90, code="h:mm:ss"), "v.xlsx"))


def test_a_sum_of_times_may_be_of_hours_and_is_said_to_be(understood):
    found = understood(book(TOTAL, 250), "v.xlsx")
    assert [post[10]["watch_seconds"] for post in posts(found)] == ["15000"]
    assert (
        "«Время просмотра» shows hours and minutes, and its cells were taken so: 04:10:00 is hours, minutes, seconds. If minutes "
        "and seconds were typed there, write them as 0:04:10 and import the file again."
    ) in said(found)


@pytest.mark.parametrize(
    ("code", "shows"),
    [
        ("h:mm", True),
        ("[h]:mm;@", True),
        ("hh:mm", True),
        ("h:mm:ss", False),
        ("mm:ss", False),
        ("h:mm AM/PM", False),
        ("dd.mm.yyyy h:mm", False),
    ],
)
def test_a_format_shows_hours_and_minutes_alone(code, shows):
    assert marks.shows_clock(code) is shows
