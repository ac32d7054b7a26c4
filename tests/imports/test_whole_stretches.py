"""Days under a heading of months, weeks or quarters are these, and of several such columns the finest says when a row is."""

from datetime import date

import pytest

from smmstrategy.metrics.imports.reading.columns import scaled
from smmstrategy.metrics.imports.reading.tables.marks import shows_month
from tests.imports.forms_of_files import posts, rejected, said, values, workbook

SEPTEMBER, OCTOBER = ["2026-09-01", "2026-09-30"], ["2026-10-01", "2026-10-31"]


def spans(found: dict) -> list[list[str]]:
    """The first and the last day of each row that says how many followers there were."""
    return [value[1:3] for value in values(found) if value[0] == "followers"]


def read(understood, text: str, **options: object) -> dict:
    """What is understood of a table of VK, the guess being taken where its columns are asked about."""
    found = understood(text, account="vk:a", **options)
    guess = found["question"].get("guess")
    return understood(text, account="vk:a", columns=guess, **options) if guess else found


@pytest.mark.parametrize(
    ("heading", "days", "expected"),
    [
        ("Месяц", ["01.09.2026", "01.10.2026"], [SEPTEMBER, OCTOBER]),
        ("Month", ["2026-09-01 00:00:00", "2026-10-01 00:00:00"], [SEPTEMBER, OCTOBER]),
        ("Месяц", ["01/09/2026", "01/10/2026"], [SEPTEMBER, OCTOBER]),
        ("Month", ["9/1/2026", "10/1/2026"], [SEPTEMBER, OCTOBER]),
        ("Отчётный месяц", ["30.09.2026", "31.10.2026"], [SEPTEMBER, OCTOBER]),
        ("Квартал", ["01.04.2026", "01.07.2026"], [["2026-04-01", "2026-06-30"], ["2026-07-01", "2026-09-30"]]),
        ("Неделя", ["05.10.2026", "12.10.2026"], [["2026-10-05", "2026-10-11"], ["2026-10-12", "2026-10-18"]]),
        ("Week", ["2026-10-07", "2026-10-14"], [["2026-10-07", "2026-10-13"], ["2026-10-14", "2026-10-20"]]),
        ("Дата", ["01.09.2026", "01.10.2026"], [["2026-09-01"] * 2, ["2026-10-01"] * 2]),
    ],
)
def test_a_day_stands_for_the_stretch_its_heading_says(understood, heading, days, expected):
    found = read(understood, f"{heading};Охват;Подписчики\n{days[0]};1000;2\n{days[1]};3000;4\n")
    assert (spans(found), found["rejected"]) == (expected, [])


@pytest.mark.parametrize(
    ("heading", "days"),
    [
        ("Месяц", ["01.09.2026", "15.10.2026"]),
        ("Квартал", ["01.07.2026", "01.08.2026"]),
        ("Неделя", ["01.10.2026", "05.10.2026"]),
        ("Неделя", ["04.10.2026", "11.10.2026"]),
    ],
)
def test_days_that_begin_no_such_stretch_are_refused_with_the_way_out(understood, heading, days):
    found = read(understood, f"{heading};Охват;Подписчики\n{days[0]};1000;2\n{days[1]};3000;4\n")
    assert (values(found), rejected(found)) == ([], ["2", "3"])
    assert "call the column «Date» if its rows are days" in found["rejected"][0][1]["text"]


def test_weeks_and_months_of_a_counter_are_whole(understood):
    for heading, days, expected in (
        ("Месяц визита", "2026-09-01", SEPTEMBER),
        ("Неделя визита", "2026-09-28", ["2026-09-28", "2026-10-04"]),
    ):
        text = f"{heading};Визиты;Посетители\n{days};1000;900\n"
        found = understood(text, account="website:a.ru")
        found = understood(text, account="website:a.ru", columns=found["question"]["guess"]) if found["question"] else found
        assert [value[1:3] for value in values(found)] == [expected] * 2, heading


def test_a_figure_of_its_period_stays_in_a_row_that_is_one(understood):
    found = read(understood, "Месяц;Охват за период;Подписчики\n01.09.2026;1000;2\n01.10.2026;3000;4\n")
    assert sorted(value[0] for value in values(found)) == ["account_reach", "account_reach", "followers", "followers"]


@pytest.mark.parametrize("code", ["mmm yyyy", "mm.yyyy", "[$-419]mmmm yyyy;@", 'mmmm yyyy" г."'])
def test_a_date_that_a_workbook_shows_as_a_month_is_one(understood, code):
    days = [(date(2026, month, 1) - date(1899, 12, 30)).days for month in (9, 10)]
    book = workbook([["Период", "Охват", "Подписчики"], [days[0], 5, 6], [days[1], 7, 8]], formats={0: code})
    assert spans(understood(book, "a.xlsx", account="vk:a")) == [SEPTEMBER, OCTOBER]


@pytest.mark.parametrize("code", ["dd.mm.yyyy", "mm:ss", "h:mm", "0.00", "yyyy", "mmmm", "d mmm yyyy"])
def test_no_other_format_shows_a_month_of_a_year(code):
    assert not shows_month(code)


WEEKS = [["2026-09-28", "2026-10-04"], ["2026-10-05", "2026-10-11"]]


@pytest.mark.parametrize(
    ("head", "rows", "expected"),
    [
        ("Месяц;Неделя", ["Октябрь 2026;28.09.2026-04.10.2026", "Октябрь 2026;05.10.2026-11.10.2026"], WEEKS),
        ("Неделя;Месяц", ["28.09.2026;Октябрь 2026", "05.10.2026;Октябрь 2026"], WEEKS),
        (
            "Период;Дата",
            ["01.10.2026-31.10.2026;05.10.2026", "01.10.2026-31.10.2026;06.10.2026"],
            [["2026-10-05"] * 2, ["2026-10-06"] * 2],
        ),
        ("Квартал;Месяц", ["Q3 2026;Сентябрь 2026", "Q4 2026;Октябрь 2026"], [SEPTEMBER, OCTOBER]),
    ],
)
def test_of_two_columns_of_stretches_the_finer_is_that_of_the_rows(understood, head, rows, expected):
    found = read(understood, f"{head};Охват;Подписчики\n{rows[0]};100;5000\n{rows[1]};110;5010\n")
    assert (spans(found), found["rejected"]) == (expected, [])


def test_weeks_that_are_numbers_alone_beside_their_month_are_asked_about(understood):
    text = "Месяц;Неделя;Охват;Подписчики\nОктябрь 2026;1 неделя;100;5000\nОктябрь 2026;2 неделя;110;5010\n"
    found = understood(text, account="vk:a")
    assert (found["question"]["asks"], values(found)) == ("columns", [])


POSTS = ["5;a;https://vk.com/wall-1_1", "6;b;https://vk.com/wall-1_2"]


@pytest.mark.parametrize(
    ("clock", "moment"),
    [
        ("Время (UTC)", "2026-10-05T22:30:00+00:00"),
        ("Время UTC", "2026-10-05T22:30:00+00:00"),
        ("Время МСК", "2026-10-05T19:30:00+00:00"),
        ("Publish time (UTC)", "2026-10-05T22:30:00+00:00"),
        ("Время публикации", "2026-10-05T19:30:00+00:00"),
    ],
)
def test_a_clock_in_a_column_of_its_own_says_its_zone(understood, clock, moment):
    found = understood(
        f"Дата;{clock};Лайки;Текст;Ссылка\n05.10.2026;22:30;{POSTS[0]}\n05.10.2026;21:00;{POSTS[1]}\n", account="vk:a"
    )
    assert posts(found)[0][3:5] == [moment, True]


def test_a_figure_that_the_scale_of_its_column_makes_absurd_is_doubted(understood):
    found = understood("Дата;Подписчики (тыс.)\n05.10.2026;12,5\n06.10.2026;12500\n", account="vk:a")
    assert "counts in thousands or millions" in said(found)
    assert "«12500»" in said(found)


@pytest.mark.parametrize("texts", [["12,5", "12,6"], ["12", "12500"], ["0,5", "120"], ["1,2", "1 100"], ["12.5", "н/д"]])
def test_others_are_not(texts):
    doubted = {"1 100": ["1 100"]}.get(texts[1], [])
    assert scaled.by_scale("тыс", texts)[1] == doubted
