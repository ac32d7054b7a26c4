"""Numbers as they come in the wild: in any dress, broken, whole or not, percent and shares."""

import pytest
from django.utils import translation

from smmstrategy.metrics.imports.queries import sentence
from smmstrategy.metrics.imports.reading.tables import marks
from tests.imports.forms_of_files import days, posts, rejected, said, values, workbook

NBSP, NARROW = "\u00a0", "\u202f"
FOLLOWERS = "Дата;Подписчики\n"
PERIOD = {"period": "2026-09-01:2026-09-30"}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1 234", "1234"),
        (f"1{NBSP}234{NBSP}567", "1234567"),
        (f"12{NARROW}345", "12345"),
        ("1,2 тыс.", "1200"),
        ("3.4 млн", "3400000"),
        ("1.2K", "1200"),
        ("1,5M", "1500000"),
        ("1234.0", "1234"),
        ("1.234.567", "1234567"),
        ("1'234", "1234"),
        ("1,2E+05", "120000"),
        ('"=""1236"""', "1236"),
    ],
)
def test_a_number_in_any_dress(understood, text, number):
    assert days(understood(f"{FOLLOWERS}01.09.2026;{text}\n", "vk.csv")) == [("followers", "2026-09-01", number)]


@pytest.mark.parametrize("text", ["", "-", "—", "–", "н/д", "N/A", "-1", "#REF!", "#ЗНАЧ!", "#DIV/0!", "null", "нет данных"])
def test_no_number_is_no_value_and_no_zero(understood, text):
    found = understood(f"Дата;Подписчики;Охват\n01.09.2026;5;{text}\n", "vk.csv")
    assert (days(found), rejected(found)) == ([("followers", "2026-09-01", "5")], [])


@pytest.mark.parametrize(
    ("cells", "taken"),
    [
        (("12,5", "1,240"), []),
        (("1.5", "7"), ["7"]),
        (("1,2345 тыс.", "2,0"), ["1234", "2"]),
        (("1234.0", "1,240"), ["1234", "1240"]),
    ],
)
def test_a_count_is_whole_and_a_fraction_makes_no_thousands_of_its_neighbours(understood, cells, taken):
    found = understood(f"{FOLLOWERS}01.09.2026;{cells[0]}\n02.09.2026;{cells[1]}\n", "vk.csv")
    assert [number for _metric, _day, number in days(found)] == taken
    assert len(rejected(found)) == 2 - len(taken)


def test_a_part_of_a_conversion_is_kept(understood):
    found = understood("Source,Sessions,Key events\nvk,10,2.5\n", **PERIOD)
    assert [value[3] for value in values(found)] == ["10", "2.5"]


@pytest.mark.parametrize("text", ["10+", "<10", "12*", "> 1 000", "7?"])
def test_a_number_that_is_not_exact_is_left_out_and_said_and_its_row_is_kept(understood, text):
    found = understood(f"Дата;Ссылка;Просмотры;Комментарии\n01.09.2026;https://vk.com/wall-1_2;5;{text}\n")
    (post,) = found["subjects"][0]["posts"]
    assert (post[10], rejected(found), found["rows"]) == ({"views": "5"}, [], 1)
    assert said(found) == f"1 cell of «Комментарии» says no exact number (row 2 «{text}»); it counts as empty."


@pytest.mark.parametrize(
    ("column", "text"),
    [
        *[("Длительность", text) for text in ("~1:20", "≈ 0:01:20", "1:20+", "<1:20", "~80", "1:20*")],
        *[("Среднее время просмотра", text) for text in ("1:20+", "<1:20", "1:20*")],
    ],
)
def test_a_time_that_is_not_exact_is_left_out_and_said_and_its_row_is_kept(understood, text, column):
    found = understood(f"Дата;Ссылка;Просмотры;{column}\n01.09.2026;https://vk.com/wall-1_2;5;{text}\n")
    (post,) = found["subjects"][0]["posts"]
    assert (post[8], post[10], rejected(found)) == (None, {"views": "5"}, [])
    assert said(found) == f"1 cell of «{column}» says no exact number (row 2 «{text}»); it counts as empty."


@pytest.mark.parametrize("text", ["много", "10 мин", "3/4", "<b>", "+", "*", "~1:20", "12:30*"])
def test_words_in_a_column_of_numbers_may_have_moved_the_others(understood, text):
    found = understood(f"Дата;Ссылка;Просмотры;Комментарии\n01.09.2026;https://vk.com/wall-1_2;5;{text}\n")
    assert rejected(found) == ["2"]


def test_a_formula_that_broke_is_said(understood):
    assert "#REF!" in said(understood("Дата;Подписчики;Охват\n01.09.2026;5;#REF!\n", "vk.csv"))


@pytest.mark.parametrize(
    ("cells", "shares"),
    [
        (("3,16 %", "0,5%"), ["0.0316", "0.005"]),
        (("3,16", "0,5"), ["0.0316", "0.005"]),
        (("0,0316", "0,5"), ["0.0316", "0.5"]),
    ],
)
def test_percent_are_shares_whichever_way_they_are_written(understood, cells, shares):
    text = f"Дата;Визиты;Отказы\n01.09.2026;10;{cells[0]}\n02.09.2026;20;{cells[1]}\n"
    assert [value[3] for value in values(understood(text)) if value[0] == "bounce_rate"] == shares


@pytest.mark.parametrize("header", ["Отказы", "Отказы, %"])
def test_cells_a_workbook_shows_as_percent_are_percent(understood, header):
    book = workbook([["Дата", "Визиты", header], ["01.09.2026", 10, 0.053], ["02.09.2026", 20, 0.45]], formats={2: "0.0%"})
    found = understood(book, "site.xlsx")
    assert [value[3] for value in values(found) if value[0] == "bounce_rate"] == ["0.053", "0.45"]
    assert "above 1" not in said(found)


@pytest.mark.parametrize(
    ("code", "shows"), [("0.0%", True), ('0"%"', False), ("0\\%", False), ("[Red]0%;-0%", True), ("General", False)]
)
def test_a_format_shows_percent(code, shows):
    assert marks.shows_percent(code) is shows


def test_rows_of_a_sheet_that_begins_lower_and_further_right_keep_their_numbers(understood):
    book = workbook([[], [], ["", "Дата", "Визиты", "Отказы"], ["", "01.09.2026", 10, 0.053], ["", "x", 1, 0.1]], formats={3: "0%"})
    found = understood(book, "site.xlsx")
    assert ([value[3] for value in values(found)], rejected(found)) == (["10", "0.053"], ["5"])


def test_a_share_that_might_be_percent_is_said(understood):
    assert "taken for shares: 0.5 is 50 %" in said(understood("Дата;Визиты;Отказы\n01.09.2026;10;0,5\n"))


@pytest.mark.parametrize(("text", "hours"), [("0,005", "18"), ("1234,567", "4444441.2"), ("1.5", "5400"), ("2,5", "9000")])
def test_a_decimal_sign_that_a_number_shows_by_itself_is_believed(understood, text, hours):
    found = understood(f'Date,Views,Watch time (hours)\n2026-09-01,5,"{text}"\n2026-09-02,5,"7.25"\n')
    assert values(found)[1][3] == hours


@pytest.mark.parametrize("clock", ["12:30:00", "12:30", "12,5"])
def test_a_clock_in_a_column_of_hours_is_no_number_of_hours(understood, clock):
    found = understood(f'Date,Views,Watch time (hours)\n2026-09-01,5,"{clock}"\n')
    assert values(found)[1][3] == "45000"


def test_a_formula_of_a_workbook_that_broke_is_said(understood):
    found = understood(workbook([["Дата", "Подписчики", "Охват"], ["01.09.2026", 5, ("=1/0", "#DIV/0!")]]), "vk.xlsx")
    assert (days(found), "(#DIV/0!)" in said(found)) == ([("followers", "2026-09-01", "5")], True)


def test_a_number_in_brackets_is_below_zero(understood):
    found = understood(
        "Дата;Прирост;Отписки\n01.05.2026;(12);\n02.05.2026;(1);\n03.05.2026;(1,234);\n04.05.2026;5;(12)\n05.05.2026;5;(1)\n",
        account="vk:a",
    )
    assert days(found) == [("followers_net", f"2026-05-0{n}", value) for n, value in enumerate(["-12", "-1", "-1234"], 1)]
    assert [(row, reason["text"], reason["params"]["value"]) for row, reason in found["rejected"]] == [
        ("5", "«{value}» in the column «{column}» is not a number it can hold.", "(12)"),
        ("6", "«{value}» in the column «{column}» is not a number it can hold.", "(1)"),
    ]


TIKTOK = (
    "Video title,Video link,Post time,Total likes,Total comments,Total shares,Total views,Total play time,Average watch time\n"
    "V,https://www.tiktok.com/@brand/video/7300000000000000001,2026-01-05 10:00,5,4,3,200,0h:20m:5s,5.2s\n"
    "V,https://www.tiktok.com/@brand/video/7300000000000000002,2026-01-06 10:00,5,4,3,200,долго,7s\n"
)


def test_times_with_units_are_read_and_one_that_is_none_costs_its_row_nothing(understood):
    found = understood(TIKTOK)
    first, second = (post[10] for post in found["subjects"][0]["posts"])
    assert (first["views"], first["watch_seconds"], first["avg_view_s"], found["rejected"]) == ("200", "1205", "5.2", [])
    assert (second["views"], "watch_seconds" in second, second["avg_view_s"]) == ("200", False, "7")
    assert said(found) == "1 cell of «Total play time» says no exact number (row 3 «долго»); it counts as empty."


@pytest.mark.parametrize("written", ["1 мин 5 с", "1m5s", "PT1M5S", "0:01:05"])
def test_a_duration_is_read_in_any_writing(understood, written):
    head, row = "Дата,Ссылка,Длительность,Просмотры", "2026-01-05,https://vk.com/wall-1_1,{},9"
    (post,) = understood(f"{head}\n{row.format(written)}\n", account="vk:brand")["subjects"][0]["posts"]
    assert (post[8], post[10]) == (65, {"views": "9"})


def test_a_day_among_counts_is_a_row_rejected_with_its_reason(understood):
    found = understood(
        "Ссылка;Дата;Лайки;Просмотры\n"
        "https://vk.com/wall-1_1;01.06.2026;3;1.240\n"
        "https://vk.com/wall-1_2;02.06.2026;01.06.2026;100\n"
        "https://vk.com/wall-1_3;03.06.2026;3;12.5.2026\n"
    )
    assert [post[10] for post in posts(found)] == [{"likes": "3", "views": "1240"}]
    with translation.override("en"):
        reasons = {int(row): sentence(reason) for row, reason in found["rejected"]}
    assert reasons == {
        3: "«01.06.2026» in the column «Лайки» is not a number it can hold.",
        4: "«12.5.2026» in the column «Просмотры» is not a number it can hold.",
    }
