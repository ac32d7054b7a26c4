"""Dates that name no year, and those that stand as a number beside their time."""

from datetime import date

import pytest

from smmstrategy.metrics.imports.reading.columns import years
from tests.imports.forms_of_files import rejected, said, workbook

HEADER = ["Дата", "Ссылка", "Просмотры"]
POST = "https://vk.com/wall-1_{}"


def months(**sheets: str) -> bytes:
    """A workbook of one post to a sheet, under the date given for it."""
    return workbook(*([HEADER, [day, POST.format(n), 5]] for n, day in enumerate(sheets.values(), 1)), names=list(sheets))


def published(found: dict) -> list[str]:
    return [post[3][:10] for subject in found["subjects"] for post in subject["posts"]]


@pytest.mark.parametrize("day", ["02.08", "2.8.", "2 августа", "2 авг.", "02.08 14:30", "2 августа в 14:30"])
def test_the_year_is_asked_and_answered_with_the_days_of_the_file(understood, day):
    file = months(Август=day, Сентябрь="03.09")
    assert (understood(file)["question"]["asks"], understood(file)["question"]["option"]) == ("period", "--period")
    found = understood(file, period="2026-08-01:2026-10-31")
    assert (published(found), found["question"], rejected(found)) == (["2026-08-02", "2026-09-03"], {}, [])


@pytest.mark.parametrize("name", ["VK 2026.xlsx", "VK 2026-08-01_2026-10-31.xlsx", "отчёт за 2026 год.xlsx"])
def test_the_name_of_the_file_may_say_the_year(understood, name):
    assert published(understood(months(Август="02.08"), name)) == ["2026-08-02"]


def test_each_sheet_may_say_its_year(understood):
    assert published(understood(months(**{"Декабрь 2025": "30.12", "Январь 2026": "05.01"}))) == ["2025-12-30", "2026-01-05"]


@pytest.mark.parametrize("name", ["VK.xlsx", "VK 2026-11-20.xlsx", "VK 2025 и 2026.xlsx", "VK 120263.xlsx"])
def test_a_name_of_no_year_or_of_several_says_none(understood, name):
    assert understood(months(Август="02.08"), name)["question"]["asks"] == "period"


def test_each_year_of_a_period_has_its_months():
    texts = ["30.12", "05.01 в 9:00", "Март", "15.07", "05.01.2024"]
    assert years.completed(texts, (date(2025, 11, 15), date(2026, 4, 30))) == [
        *("30.12.2025", "05.01.2026 в 9:00", "Март 2026", "15.07", "05.01.2024"),
    ]


def test_one_date_without_a_year_among_others_is_no_date(understood):
    rows = "".join(f"0{n}.08.2026;{POST.format(n)};5\n" for n in range(1, 4))
    found = understood(f"Дата;Ссылка;Просмотры\n{rows}04.08;{POST.format(4)};5\n")
    assert (found["question"], rejected(found), said(found)) == ({}, ["5"], "")
    assert found["rejected"][0][1]["text"] == "«{value}» has no year, and the days of the file do not tell it."


def test_a_day_that_is_in_no_year_of_the_period_is_refused(understood):
    found = understood(months(Декабрь="30.12", Январь="05.01"), period="2025-01-01:2025-08-31")
    assert (published(found), rejected(found), found["question"]) == (["2025-01-05"], ["Декабрь:2"], {})


@pytest.mark.parametrize(
    ("day", "clock"), [("46143", "12:57"), ("46143", "0,54"), ("46143.54", ""), ("20260501", "12:57"), ("46143", "9:57 AM")]
)
def test_a_day_as_a_number_has_its_time_beside_it(understood, day, clock):
    found = understood(f"Дата;Время;Ссылка;Просмотры\n{day};{clock};{POST.format(1)};5\n")
    assert (published(found), found["subjects"][0]["posts"][0][4], rejected(found)) == (["2026-05-01"], True, [])
