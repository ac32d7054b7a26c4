"""Days and months as people write them in tables of their own: with days of the week, «г.», years of two digits."""

from datetime import date

import pytest

from smmstrategy.metrics.imports.reading.cells import dates
from smmstrategy.metrics.imports.reading.cells.dates import Moment, Order
from tests.imports.forms_of_files import days, posts, said, workbook

VK = {"account": "vk:iva"}


@pytest.mark.parametrize(
    "text",
    [
        *["01.09.2026 (вт)", "вт, 01.09.2026", "1 сентября 2026, вторник", "вт 1 сентября 2026 г.", "Tue, Sep 1, 2026"],
        *["01.09.2026г.", "01.09.2026 г.", "01.09.2026 года", "2026-09-01 Tue"],
    ],
)
def test_a_day_of_the_week_beside_a_date_says_nothing_more(text):
    assert (dates.parse(text, Order()), dates.are_days([text])) == (Moment(date(2026, 9, 1)), True)


@pytest.mark.parametrize("text", ["сен.2026", "сен-26", "сентябрь 26", "сент. 26", "сен'26", "09.2026", "Sep-2026"])
def test_a_month_is_a_month_in_any_writing(text):
    assert dates.parse(text, Order()) == Moment(date(2026, 9, 1), is_month=True)


@pytest.mark.parametrize("text", ["вторник", "Пт 2026", "5 средняя 2026", "Sep 26", "Sep-26", "09.26"])
def test_what_may_be_a_day_is_no_month(text):
    with pytest.raises(dates.NotADate):
        dates.parse(text, Order())


def test_days_of_the_week_beside_days_without_a_year_and_a_time(understood):
    text = "Дата;Время;Текст;Лайки;Охват\n1 сентября (вт);10:00;Раз;5;100\nчт, 3 сентября;11:00;Два;6;100\n"
    found = understood(text, "КП сентябрь 2026.csv", **VK)
    assert [post[3] for post in posts(found)] == ["2026-09-01T07:00:00+00:00", "2026-09-03T08:00:00+00:00"]


@pytest.mark.parametrize("months", [("Jan-26", "Feb-26", "Mar-26"), ("01.26", "02.26", "03.26")])
@pytest.mark.parametrize("header", ["Месяц", "Дата"])
def test_a_column_of_months_has_years_of_two_digits(understood, header, months):
    rows = "".join(f"{month};{n}00\n" for n, month in enumerate(months, 1))
    found = understood(f"{header};Подписчики\n{rows}", **VK)
    assert days(found) == [("followers", f"2026-0{n}-01", f"{n}00") for n in (1, 2, 3)]


@pytest.mark.parametrize("texts", [("Sep-24", "Sep-25", "Sep-26"), ("Jan-05", "Feb-12", "Mar-19"), ("01.09", "02.09", "03.09")])
def test_what_may_be_days_of_months_is_no_column_of_months(understood, texts):
    rows = "".join(f"{text};{n}00\n" for n, text in enumerate(texts, 1))
    assert days(understood(f"Дата;Подписчики\n{rows}", **VK)) == []


NUMBERED = "Дата;Подписчики\nSep-24;100\nSep-25;101\nSep-26;102\n"


def test_of_a_month_with_numbers_it_is_asked_which_days_the_file_is_about(understood):
    assert understood(NUMBERED, **VK)["question"]["asks"] == "period"


@pytest.mark.parametrize(
    ("period", "read"),
    [
        ("2026-09-01:2026-09-30", ["2026-09-24", "2026-09-25", "2026-09-26"]),
        ("2024-01-01:2026-10-31", ["2024-09-01", "2025-09-01", "2026-09-01"]),
    ],
)
def test_the_days_of_the_file_tell_such_days_from_months(understood, period, read):
    assert [day for _code, day, _number in days(understood(NUMBERED, period=period, **VK))] == read


@pytest.mark.parametrize(
    "texts",
    [("Sep-24", "Sep-25", "Sep-26"), ("Sep-24", "Oct-24"), ("Sep-26",), ("09.24", "09.25")],
    ids=["years of a month or days", "months of another year or days", "one alone", "digits"],
)
def test_a_year_in_a_name_does_not_tell_days_from_months(understood, texts):
    rows = "".join(f"{text};100\n" for text in texts)
    found = understood(f"Дата;Подписчики\n{rows}", "2026.csv", **VK)
    assert (days(found), found["question"]["asks"]) == ([], "period")
    assert said(found) == (
        ", ".join(f"«{text}»" for text in texts)
        + " may be days of a month, or months with their years. Say which days the file is "
        "about (--period YYYY-MM-DD:YYYY-MM-DD), or write the dates in full."
    )


def test_what_is_either_between_the_days_that_are_said_is_refused_with_the_way_out(understood):
    found = understood("Дата;Подписчики\nSep-26;100\n", period="2026-01-01:2026-12-31", **VK)
    assert [(row, why["text"].partition(":")[2]) for row, why in found["rejected"]] == [("2", " write it in full.")]


def test_days_that_are_no_recent_months_have_the_year_of_a_name(understood):
    found = understood("Дата;Подписчики\nSep-29;100\nSep-30;101\nOct-01;102\n", "2026.csv", **VK)
    assert [day for _code, day, _number in days(found)] == ["2026-09-29", "2026-09-30", "2026-10-01"]


def test_sheets_called_by_a_month_give_their_days_its_year(understood):
    sheets = [
        [["Дата", "Подписчики"], ["30.07", 100], ["31.07", 101]],
        [["Дата", "Подписчики"], ["01.08", 102], ["02.08", 103]],
    ]
    for names in (["Июль 26", "Август 26"], ["07.2026", "08.2026"]):
        found = understood(workbook(*sheets, names=names), "ВК.xlsx", **VK)
        assert [day for _code, day, _number in days(found)] == ["2026-07-30", "2026-07-31", "2026-08-01", "2026-08-02"]
        assert "The dates name no year: they were taken for those of 2026" in said(found)
