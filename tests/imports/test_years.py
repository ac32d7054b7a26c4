"""Dates that name no year, and those that stand as a number beside their time."""

from datetime import date

import pytest

from smmstrategy.metrics.imports.reading.columns import years
from tests.imports.forms_of_files import posts, rejected, said, values, workbook, xml_cell, xml_spreadsheet

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
    assert understood(file)["question"]["asks"] == "period"
    found = understood(file, period="2026-08-01:2026-10-31")
    assert (published(found), found["question"], rejected(found)) == (["2026-08-02", "2026-09-03"], {}, [])


@pytest.mark.parametrize(
    "name", ["VK 2026.xlsx", "VK 2026-08-01_2026-10-31.xlsx", "отчёт за 2026 год.xlsx", "vk_2026_posts.xlsx", "отчёт-2026г.xlsx"]
)
def test_the_name_of_the_file_may_say_the_year(understood, name):
    assert published(understood(months(Август="02.08"), name)) == ["2026-08-02"]


def test_each_sheet_may_say_its_year(understood):
    assert published(understood(months(**{"Декабрь 2025": "30.12", "Январь 2026": "05.01"}))) == ["2025-12-30", "2026-01-05"]


@pytest.mark.parametrize(
    "name",
    [
        *("VK.xlsx", "VK 2026-11-20.xlsx", "VK 2025 и 2026.xlsx", "VK 120263.xlsx"),
        *("coffee2018.xlsx", "vk_brand2020_posts.xlsx", "club2024.xlsx", "2024club.xlsx"),
        *("Топ 2000 постов.xlsx", "VK 2005.xlsx", "VK 2027.xlsx", "VK 2099.xlsx"),
        *("posts 2023_24.xlsx", "VK 2023-2024.xlsx", "VK 2025-26.xlsx", "VK 2024–25 гг.xlsx"),
    ],
)
def test_a_name_of_no_year_or_of_several_says_none(understood, name):
    assert understood(months(Август="02.08"), name)["question"]["asks"] == "period"


@pytest.mark.parametrize("name", ["VK 2025-08.xlsx", "VK 2025_12.xlsx"])
def test_a_month_behind_the_year_is_no_year(understood, name):
    assert published(understood(months(Август="02.08"), name)) == ["2025-08-02"]


TAKEN = (
    "The dates name no year: they were taken for those of {}, as the {} says. "
    "If they are of other days, say of which (--period YYYY-MM-DD:YYYY-MM-DD)."
)


@pytest.mark.parametrize("name", ["Топ 2024 постов.csv", "club_2024.csv", "Экспо-2024 посты.csv"])
def test_that_a_name_alone_tells_the_year_is_said(understood, name):
    days = table(["02.08", "03.08"])
    assert said(understood(days, name, account="vk:club1")) == TAKEN.format(2024, "name of the file")
    assert said(understood(days, name, account="vk:club1", period="2026-08-01:2026-08-31")) == ""
    assert said(understood(table(["02.08.2026", "03.08.2026"]), name, account="vk:club1")) == ""


def test_that_titles_alone_tell_the_year_is_said_once_for_each(understood):
    found = understood(months(**{"Июль 2025": "02.07", "Август 2025": "02.08", "Январь 2026": "02.01"}), account="vk:club1")
    assert [sentence for sentence in said(found).split(". ") if sentence.startswith("The dates")] == [
        TAKEN.format(year, "title of the table or its sheet").split(". ")[0] for year in (2025, 2026)
    ]


def test_each_year_of_a_period_has_its_months():
    texts = ["30.12", "05.01 в 9:00", "Март", "15.07", "05.01.2024"]
    assert years.completed(texts, years.Between(date(2025, 11, 15), date(2026, 4, 30))) == [
        *("30.12.2025", "05.01.2026 в 9:00", "Март 2026", "15.07", "05.01.2024"),
    ]


def table(days: list[str], header: str = "Дата;Ссылка;Просмотры", row: str = "{day};https://vk.com/wall-1_{n};5") -> str:
    return "\n".join([header, *(row.format(n=n, day=day) for n, day in enumerate(days, 1))]) + "\n"


OVER_NEW_YEAR = [
    ["30.12", "31.12", "01.01"],
    ["01.01", "31.12", "30.12"],
    ["31 декабря", "1 января"],
    ["30.12 в 9:00", "30.12 в 18:00", "02.01 в 9:00"],
    ["01.02", "01.05", "01.08", "01.11", "01.01"],
    ["01.03", *(f"{day:02}.01" for day in range(20, 0, -1)), "31.12"],
    ["01.02", *(f"{day:02}.03" for day in range(20, 0, -1)), "31.01", "31.12"],
    ["15.11", "28.11", "10.12", "20.12", "25.03", "30.03", "05.04", "10.05"],
    ["05.11", "10.11", "20.11", "25.03"],
    ["20.10", "15.02"],
    ["20.12", "22.12", "21.12", "25.12", "27.12", "30.12", "02.01", "05.01"],
    ["28.12", "05.01", "02.01", "30.12", "25.12"],
    [f"01.{month:02}" for month in (*range(7, 13), *range(1, 7))],
    ["30.12", "02.01", "15.12", "10.01"],
    ["28.12", "30.12", "02.01", "31.12", "03.01", "05.01"],
    ["05.01", "03.01", "31.12", "02.01", "30.12", "28.12"],
    ["30.12", "01.01", "31.12", "02.01"],
    ["02.01", "31.12", "01.01", "30.12"],
    ["15.12", "25.12", "20.12", "03.01", "30.12", "12.01", "08.01", "20.01"],
    ["10.12", "02.01", "31.12", *(f"{day:02}.01" for day in range(20, 0, -1)), "30.12", "05.12"],
    ["01.11", "05.12", "20.01", "15.12", "01.02", "25.12", "10.02", "01.03"],
    ["10.06", "01.12", "05.01", "20.12", "03.03"],
]


@pytest.mark.parametrize("days", OVER_NEW_YEAR)
def test_a_year_does_not_tell_the_days_that_run_through_a_new_year(understood, days):
    found = understood(table(days), "VK 2025.csv", account="vk:club1")
    assert found["question"]["asks"] == "period"
    assert f"run through a New Year ({found['question']['message']['params']['dates']})" in said(found)
    assert ([row for row, _reason in found["rejected"]], posts(found)) == ([str(n) for n in range(2, len(days) + 2)], [])


def test_the_days_around_a_new_year_are_named(understood):
    found = understood(table(["29.12", "31.12", "02.01", "03.01"]), "VK 2025.csv", account="vk:club1")
    assert found["question"]["message"]["params"] == {"dates": "«31.12», «02.01»"}
    swapped = understood(table(["05.01", "03.01", "31.12", "02.01", "30.12"]), "VK 2025.csv", account="vk:club1")
    assert swapped["question"]["message"]["params"] == {"dates": "«30.12», «02.01»"}


def test_days_of_a_person_or_a_name_tell_those_through_a_new_year(understood):
    days, period = table(["30.12", "31.12", "01.01"]), "2025-12-01:2026-01-31"
    answered = understood(days, "VK 2025.csv", account="vk:club1", period=period)
    named = understood(days, f"VK {period.replace(':', '_')}.csv", account="vk:club1")
    assert [(published(found), found["question"]) for found in (answered, named)] == [
        (["2025-12-30", "2025-12-31", "2026-01-01"], {})
    ] * 2


@pytest.mark.parametrize(
    "days",
    [
        ["05.01", "10.06", "31.12"],
        ["31.12", "10.06", "05.01"],
        ["10.06", "20.08", "05.01", "01.12", "03.03", "20.12", "15.02", "01.11", "05.05"],
        ["15.01", "20.08"],
        ["31.12", "31.12"],
        ["02.01", "01.01", "15.02", "10.06", "20.08", "31.12", "30.12"],
        ["31.12", "30.12", "10.06", "12.06", "01.06", "02.01", "03.01", "01.01"],
        ["01.01", "31.12", "02.06", "01.01", "01.06", "31.12"],
    ],
    ids=["a year", "from the newest", "by likes", "two far apart", "one day", "swapped", "swapped back", "a year twice"],
)
def test_days_in_any_other_order_are_of_the_year_named(understood, days):
    found = understood(table(days), "VK 2025.csv", account="vk:club1")
    assert (found["question"], [day[:4] for day in published(found)], found["rejected"]) == ({}, ["2025"] * len(days), [])


def test_days_of_one_account_after_those_of_another_run_through_no_new_year(understood):
    header, days = "Дата;Аккаунт;Подписчики", [f"{day:02}.{month:02}" for month in (1, 4, 7, 10, 12) for day in (1, 15, 31 - month)]
    rows = [f"{day};@{name};{n}" for name in ("one", "two") for n, day in enumerate(days)]
    found = understood("\n".join([header, *rows]) + "\n", "VK 2025.csv")
    assert (found["question"], found["rejected"]) == ({}, [])
    assert {value[2][:4] for subject in found["subjects"] for value in subject["values"]} == {"2025"}


MONTHS = [f"01.{month:02}" for month in range(1, 13)]
IN_BLOCKS = [
    ("сайт 2025.csv", "Дата;Источник трафика;Визиты", "{day};{block};7", ("Yandex", "Google"), ""),
    ("TG 2025.csv", "Дата;Ссылка;Просмотры", "{day};https://t.me/{block}/{n};5", ("one", "two"), ""),
    ("VK 2025.csv", "Дата;Тип;Ссылка;Просмотры", "{day};{block};https://vk.com/wall-1_{n};5", ("Клип", "Пост"), "vk:club1"),
]


@pytest.mark.parametrize(("name", "header", "row", "blocks", "account"), IN_BLOCKS)
def test_blocks_of_a_year_each_run_through_no_new_year(understood, name, header, row, blocks, account):
    rows = [row.format(day=day, block=block, n=n) for block in blocks for n, day in enumerate(MONTHS, 1 + 12 * blocks.index(block))]
    found = understood("\n".join([header, *rows]) + "\n", name, **({"account": account} if account else {}))
    assert (found["question"], found["rejected"]) == ({}, [])
    dated = [*published(found), *(value[2] for subject in found["subjects"] for value in subject["values"])]
    assert (len(dated) >= 24, {day[:4] for day in dated}) == (True, {"2025"})


def test_a_new_year_is_named_only_within_an_account(understood):
    days = {"one": ["15.10", "01.11", "15.12"], "two": ["01.01", "15.02", "01.03"]}
    rows = [f"{day};@{name};{n}" for name in days for n, day in enumerate(days[name])]
    found = understood("\n".join(["Дата;Аккаунт;Подписчики", *rows]) + "\n", "VK.csv")
    assert said(found) == (
        "The dates name no year («15.10», «01.11», «15.12», …). Say which days the file is about (--period YYYY-MM-DD:YYYY-MM-DD)."
    )


def test_months_without_a_year_run_through_a_new_year(understood):
    text = "Месяц;Подписчики\nНоябрь;5\nДекабрь;6\nЯнварь;7\n"
    assert understood(text, "VK 2025.csv", account="vk:brand")["question"]["asks"] == "period"
    found = understood(text, "VK 2025.csv", account="vk:brand", period="2025-11-01:2026-01-31")
    assert [value[2] for value in found["subjects"][0]["values"]] == ["2025-11-01", "2025-12-01", "2026-01-01"]


@pytest.mark.parametrize("number", [2.1, 30.12, 2.08])
def test_a_number_in_a_workbook_is_no_day_and_month(understood, number):
    book = workbook([HEADER, [number, POST.format(1), 5], ["02.08", POST.format(2), 6]])
    found = understood(book, "VK 2025.xlsx")
    assert (published(found), rejected(found), found["question"]) == (["2025-08-02"], ["2"], {})
    assert found["rejected"][0][1] == {
        "text": "«{value}» is a number, not a day and a month: a spreadsheet makes 2.10 into 2.1. "
        "Type the days anew, with the year.",
        "params": {"value": str(number)},
    }


def test_numbers_do_not_outvote_the_texts_that_are_asked_about(understood):
    days = ["15.08", 2.08, "16.08", 3.09, 3.09]
    book = workbook([HEADER, *([day, POST.format(n), 5] for n, day in enumerate(days, 1))])
    asked = understood(book, "vk.xlsx")
    assert (asked["question"]["asks"], asked["question"]["message"]["params"]) == ("period", {"dates": "«15.08», «16.08»"})
    found = understood(book, "vk.xlsx", period="2026-08-01:2026-09-30")
    assert (published(found), rejected(found)) == (["2026-08-15", "2026-08-16"], ["3", "5", "6"])


def test_a_number_beside_its_time_is_no_day_and_month_either(understood):
    book = workbook([["Дата", "Время", *HEADER[1:]], *([2.1, "12:30", POST.format(n), 5] for n in (1, 2))])
    found = understood(book, "VK 2025.xlsx")
    assert (published(found), rejected(found)) == ([], ["2", "3"])


def test_a_number_in_an_xml_spreadsheet_is_no_day_and_month(understood):
    rows = [xml_cell(day, kind) + xml_cell(POST.format(n)) + xml_cell(5, "Number")
            for n, (day, kind) in enumerate([("2.1", "Number"), ("02.08", "String")], 1)]  # fmt: skip
    found = understood(xml_spreadsheet("".join(map(xml_cell, HEADER)), *rows), "VK 2025.xls")
    assert (published(found), rejected(found)) == (["2025-08-02"], ["2"])


@pytest.mark.parametrize("number", [46143.54, 46143])
def test_a_number_that_counts_days_is_a_day(understood, number):
    assert published(understood(workbook([HEADER, [number, POST.format(1), 5]]), "VK.xlsx")) == ["2026-05-01"]


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


WEEKS = "Период;Подписчики\n1-7 июня;1\n29.06-05.07;2\n"


def test_stretches_without_a_year_have_that_of_the_days_named(understood):
    found = understood(WEEKS, account="vk:a", period="2026-06-01:2026-07-31")
    assert values(found) == [
        ["followers", "2026-06-01", "2026-06-07", "1", "", False],
        ["followers", "2026-06-29", "2026-07-05", "2", "", False],
    ]


def test_without_them_these_are_asked_for(understood):
    assert understood(WEEKS, account="vk:a")["question"]["asks"] == "period"
