"""Times of day in a column beside days, and stretches of the day."""

import pytest

from smmstrategy.metrics.imports.reading.cells import clocks
from tests.imports.forms_of_files import posts, rejected, said, workbook


def plan(*times):
    return "Дата;Время;Текст;Лайки;Охват\n" + "".join(f"0{n}.09.2026;{time};пост {n};5;100\n" for n, time in enumerate(times, 1))


@pytest.mark.parametrize(
    ("text", "time"),
    [
        *[("10:00", "10:00"), ("9:30 PM", "9:30 PM"), ("10:00 МСК", "10:00 МСК"), ("10:00 (UTC+3)", "10:00 (UTC+3)")],
        *[("10.00", "10:00"), ("18.30", "18:30"), ("10-00", "10:00"), ("10-45", "10:45"), ("9", "9:00"), ("10ч", "10:00")],
        *[("10 ч. 30 мин", "10:30"), ("в 9", "9:00"), ("19h", "19:00"), ("0.4375", "10:30:00")],
        *[("9 AM", "9:00 AM"), ("9pm", "9:00 pm"), ("12 a.m.", "12:00 a.m."), ("13 PM", ""), ("0 AM", "")],
        *[
            ("утро", ""),
            ("12-14", ""),
            ("25", ""),
            ("10.75", ""),
            ("18.3", ""),
            ("25:00", ""),
            ("10:75", ""),
            ("весь день", ""),
            ("", ""),
        ],
        *[
            ("18-21", ""),
            ("22-24", ""),
            ("10-25", "10:25"),
            ("0.25", ""),
            ("0.30", ""),
            ("0.5", "12:00:00"),
            ("0.99999999", "23:59:59"),
        ],
    ],
)
def test_a_time_is_read_as_people_write_it(text, time):
    assert clocks.plain(text, clocks.writing([text])) == time


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        *[("01.09.2026 18:00-20:00", "01.09.2026 18:00"), ("10:00 – 12:00", "10:00"), ("10:00-11:00 МСК", "10:00 МСК")],
        *[("с 10:00 до 12:00", "10:00"), ("10.00-12.00", "10:00")],
        *[
            (text, text)
            for text in (
                "2026-09-26 14:05-03:00",
                "01:00:00-03:00",
                "18:00-03:00",
                "2026-09-01T00:30-03:00",
                "01.09-07.09.2026",
                "12:30",
            )
        ],
    ],
)
def test_of_a_stretch_of_the_day_the_beginning_is_told(text, begins):
    assert clocks.without_end(text, clocks.writing([text])) == begins


@pytest.mark.parametrize(
    ("texts", "times"),
    [
        (["0.25", "0.375", "0,5", "0"], ["6:00:00", "9:00:00", "12:00:00", "0:00"]),
        (["0.25", "0.5", "10-30"], ["6:00:00", "12:00:00", "10:30"]),
        (["0.25", "9.30", "18,05"], ["0:25", "9:30", "18:05"]),
        (["0.25", "10:00"], ["", "10:00"]),
        (["0.25", "9.30", "0.375"], ["", "9:30", "9:00:00"]),
        (["18:00-20:00", "22:00-02:00"], ["18:00", "22:00"]),
        (["10:00-11:00", "22:00-02:00"], ["10:00", "22:00"]),
        (["22:00 – 02:00", "23:00-01:00"], ["22:00", "23:00"]),
        (["01:05-03:00", "22:10-03:00", "14:00-02:00"], ["01:05-03:00", "22:10-03:00", "14:00-02:00"]),
        (["21:30-02:00", "22:30-04:00"], ["21:30", "22:30"]),
    ],
    ids=[
        "parts of a day",
        "with a dash",
        "parted",
        "nothing tells",
        "both",
        "stretches",
        "no one zone",
        "no zone stands so",
        "zones",
        "two hours are no summer time",
    ],
)
def test_what_may_be_this_or_that_is_what_the_others_of_its_column_are(texts, times):
    how = clocks.writing(texts)
    assert [clocks.told(text, how) for text in texts] == times


def test_a_stretch_of_the_day_is_no_zone_and_its_beginning_is_taken_and_said(understood):
    found = understood(plan("10:00-11:00", "18:00-20:00", "10:00 - 12:00", "12:00–14:00"), account="vk:iva")
    assert [post[3] for post in posts(found)] == [
        "2026-09-01T07:00:00+00:00",
        "2026-09-02T15:00:00+00:00",
        "2026-09-03T07:00:00+00:00",
        "2026-09-04T09:00:00+00:00",
    ]
    assert "4 times are stretches of the day (rows 2 «10:00-11:00», 3 «18:00-20:00», 4 «10:00 - 12:00»" in said(found)


def test_a_stretch_behind_the_day_in_one_cell_is_read_too(understood):
    found = understood("Дата;Текст;Лайки\n01.09.2026 18:00-20:00;пост;5\n02.09.2026 10:00;ещё;5\n", account="vk:iva")
    assert [post[3] for post in posts(found)] == ["2026-09-01T15:00:00+00:00", "2026-09-02T07:00:00+00:00"]


@pytest.mark.parametrize(
    ("moments", "read"),
    [
        (("2026-09-01T10:30-03:00", "2026-09-02T11:15-05:00"), ["2026-09-01T13:30", "2026-09-02T16:15"]),
        (("2026-09-01T00:30-03:00", "2026-09-02T01:15-03:00"), ["2026-09-01T03:30", "2026-09-02T04:15"]),
    ],
)
def test_behind_the_t_of_a_date_stands_a_time_in_its_zone_and_no_stretch(understood, moments, read):
    found = understood("Дата;Текст;Лайки\n" + "".join(f"{moment};пост {moment};5\n" for moment in moments), account="vk:iva")
    assert ([post[3][:16] for post in posts(found)], said(found)) == (read, "")


def test_times_without_colons_are_read(understood):
    found = understood(plan("10.00", "10-30", "9", "10ч", "9 PM"), account="vk:iva")
    assert [post[3][11:16] for post in posts(found)] == ["07:00", "07:30", "06:00", "07:00", "18:00"]


def test_a_post_whose_time_cannot_be_read_is_of_its_day_and_that_is_said(understood):
    found = understood(plan("10:00", "утро", "12-14", "—"), account="vk:iva")
    assert ([post[3:5] for post in posts(found)][1:], rejected(found)) == (
        [[f"2026-09-0{n}T09:00:00+00:00", False] for n in (2, 3, 4)],
        [],
    )
    assert "2 cells say no time of day (rows 3 «утро», 4 «12-14»): the rows are of their days alone." in said(found)


def test_a_stretch_over_midnight_is_of_the_day_on_which_it_begins(understood):
    found = understood(plan("18:00-20:00", "22:00-02:00"), account="vk:iva")
    assert [post[3] for post in posts(found)] == ["2026-09-01T15:00:00+00:00", "2026-09-02T19:00:00+00:00"]
    found = understood("Дата;Текст;Лайки\n01.09.2026 10:00-11:00;пост;5\n02.09.2026 22:00-02:00;ещё;5\n", account="vk:iva")
    assert [post[3] for post in posts(found)] == ["2026-09-01T07:00:00+00:00", "2026-09-02T19:00:00+00:00"]


@pytest.mark.parametrize("parts", [(0.25, 0.375, 0.5), (0.25,)])
def test_parts_of_a_day_are_read_as_a_spreadsheet_writes_them(understood, parts):
    rows = [[46265 + n, part, f"пост {n}", 5] for n, part in enumerate(parts, 1)]
    found = understood(workbook([["Дата", "Время", "Текст", "Лайки"], *rows]), "plan.xlsx", account="vk:iva")
    assert [post[3][11:16] for post in posts(found)] == ["03:00", "06:00", "09:00"][: len(parts)]


@pytest.mark.parametrize("day", ["Дата", "Дата публикации"])
@pytest.mark.parametrize(
    ("times", "read"),
    [
        (("18.30", "09.15", "9"), ["15:30", "06:15", "06:00"]),
        (("18:00-20:00", "10:00-11:00", "12:00"), ["15:00", "07:00", "09:00"]),
        (("18:30", "9 ч 15 мин", "—"), ["15:30", "06:15", "09:00"]),
        (("18.30", "с 10 до 12", "утро"), ["15:30", "09:00", "09:00"]),
    ],
)
def test_a_time_under_publish_time_is_one_as_under_time(understood, day, times, read):
    found = understood(plan(*times).replace("Дата;Время", f"{day};Время публикации"), account="vk:iva")
    assert ([post[3][11:16] for post in posts(found)], rejected(found)) == (read, [])


@pytest.mark.parametrize(
    ("heading", "first"), [("Дата публикации", "10"), ("Дата и время публикации", "10"), ("Опубликовано", "01")]
)
def test_days_without_a_year_beside_whole_dates_are_no_times(understood, heading, first):
    text = f"Дата;{heading};Текст;Лайки\n01.09.2026;10.09;пост;5\n02.09.2026;11.09;ещё;5\n"
    found = understood(text, "сентябрь 2026.csv", account="vk:iva")
    assert posts(found)[0][3:5] == [f"2026-09-{first}T09:00:00+00:00", False]


def test_a_publish_time_that_says_days_is_no_time_of_others(understood):
    found = understood(plan("05.09.2026 18:00", "9").replace(";Время", ";Время публикации"), account="vk:iva")
    assert ([post[3][:16] for post in posts(found)], rejected(found)) == (["2026-09-05T15:00"], ["3"])


def beside(*cells):
    return "Дата;Время;Текст;Лайки\n" + "".join(f"{day};{time};пост {n};5\n" for n, (day, time) in enumerate(cells))


@pytest.mark.parametrize(
    ("midnight", "times"),
    [
        ("2026-09-0{} 00:00:00", ("10:30:00", "11:30:00")),
        ("2026-09-0{}T00:00:00.000Z", ("10:30", "11:30")),
        ("0{}.09.2026 0:00", ("10.30", "11 ч 30 мин")),
        ("Sep {}, 2026 12:00:00 AM", ("10:30 AM", "11:30 AM")),
    ],
)
def test_midnight_in_a_day_gives_way_to_the_clock_beside_it(understood, midnight, times):
    rows = [*zip([midnight.format(n) for n in (1, 2)], times, strict=True), (midnight.format(3), ""), (midnight.format(4), "утро")]
    found = understood(beside(*rows), account="vk:iva")
    assert [(post[3][:16], post[4]) for post in posts(found)] == [
        ("2026-09-01T07:30", True),
        ("2026-09-02T08:30", True),
        ("2026-09-03T09:00", False),
        ("2026-09-04T09:00", False),
    ]


@pytest.mark.parametrize("time", ["10:30", "11:45", "утро", "18:00-20:00"])
@pytest.mark.parametrize("day", ["01.09.2026 10:30", "2026-09-01T07:30:00Z", "1 сентября 2026 г., 10:30", "2026-09-01 10:30:00"])
def test_a_time_in_the_day_stands_whatever_is_beside_it(understood, day, time):
    found = understood(beside((day, time), ("02.09.2026 12:10", "12:10")), account="vk:iva")
    assert [post[3:5] for post in posts(found)] == [["2026-09-01T07:30:00+00:00", True], ["2026-09-02T09:10:00+00:00", True]]
    assert said(found) == ""


@pytest.mark.parametrize("clock", ["10:30", "утро"])
def test_a_number_with_a_fraction_has_the_time_of_its_day_already(understood, clock):
    rows = [["Дата", "Время", "Текст", "Лайки"], [46266.4375, clock, "пост", 5], [46267, "12:10", "ещё", 5]]
    found = understood(workbook(rows), "plan.xlsx", account="vk:iva")
    assert ([post[3][:16] for post in posts(found)], said(found)) == (["2026-09-01T07:30", "2026-09-02T09:10"], "")


def test_a_number_that_is_no_day_and_month_becomes_none_by_its_clock(understood):
    rows = [["Дата", "Время", "Текст", "Лайки"], [2.1, "10:30", "пост", 5], ["02.10.2026", "12:10", "ещё", 5]]
    found = understood(workbook(rows), "plan.xlsx", account="vk:iva", period="2026-01-01:2026-10-31")
    assert ([post[3][:10] for post in posts(found)], rejected(found)) == (["2026-10-02"], ["2"])


def test_days_under_a_heading_of_times_are_asked_about_where_no_other_column_has_days(understood):
    rows = "".join(f"0{n}.09.2026 18:00;https://vk.com/wall-1_{n};{n}\n" for n in (1, 2))
    question = understood("Время;Ссылка;Лайки\n" + rows, account="vk:iva")["question"]
    assert (question["asks"], question["guess"]["fields"]["Время"]) == ("columns", "published_at")
