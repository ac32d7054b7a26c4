"""Numbers with something beside them that leaves them what they are: a unit, a change, that they are about so many."""

import pytest

from smmstrategy.metrics.imports.reading.cells import dressed
from smmstrategy.metrics.imports.reading.cells.dressed import Dressed
from tests.imports.forms_of_files import days, rejected, said, values

MONTHS = "Месяц;Подписчики;Охват\n"
WITH_CHANGES = MONTHS + "Июль 2026;12 340 (+120);45 200\nАвгуст 2026;12 560 (+220);51 030 (+12,9%)\n"
COMPETITORS = (
    "Конкурент;Ссылка;Подписчики\nКофе Дом;https://vk.com/coffeehouse;~25 000\n"
    "Бариста;https://vk.com/barista_msk;8 120+\nЗерно;https://vk.com/zerno;н/д\n"
)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("12 340 (+120)", Dressed("12 340", has_change=True)),
        ("51 030 (−12,9 %)", Dressed("51 030", has_change=True)),
        ("1,2K [↑5%]", Dressed("1,2K", has_change=True)),
        ("12 340 (0)", Dressed("12 340", has_change=True)),
        ("~25 000", Dressed("25 000", is_about=True)),
        ("около 25 тыс.", Dressed("25 тыс.", is_about=True)),
        ("≈ 12 560 чел. (+20)", Dressed("12 560", is_about=True, has_change=True)),
        ("12 801 подписчиков", Dressed("12 801")),
        ("10 шт", Dressed("10")),
        *[(text, Dressed(text)) for text in ("12 340", "(12)", "12 (5)", "12 340 (план)", "~много", "чел.", "8 120+", "3/4")],
    ],
)
def test_a_number_is_parted_from_what_stands_beside_it(text, read):
    assert dressed.read(text, is_count=True) == read


def test_a_change_in_brackets_is_left_out_and_said(understood):
    found = understood(WITH_CHANGES, account="vk:iva")
    assert sorted(days(found)) == [
        ("account_reach", "2026-07-01", "45200"),
        ("account_reach", "2026-08-01", "51030"),
        ("followers", "2026-07-01", "12340"),
        ("followers", "2026-08-01", "12560"),
    ]
    assert said(found) == (
        "2 cells of «Подписчики» have a change beside the number (rows 2 «12 340 (+120)», 3 «12 560 (+220)»): the changes were "
        "left out. 1 cell of «Охват» has a change beside the number (row 3 «51 030 (+12,9%)»): the change was left out."
    )


def test_a_unit_behind_a_number_is_none_of_it(understood):
    found = understood(f"{MONTHS}Август 2026;12 560 чел.;51 030\nСентябрь 2026;12 801 чел.;48 900\n", account="vk:iva")
    assert [number for code, _day, number in days(found) if code == "followers"] == ["12560", "12801"]


def test_about_so_many_followers_are_a_rounded_number_and_that_is_said(understood):
    found = understood(COMPETITORS, "конкуренты сентябрь 2026.csv")
    assert [(value[3], value[5]) for value in values(found)] == [("25000", True)]
    assert "1 cell of «Подписчики» says about how many (row 2 «~25 000»): the number is kept as a rounded one." in said(found)


@pytest.mark.parametrize(("text", "seconds"), [("~1:20", "80"), ("≈ 0:01:20", "80"), ("~80", "80")])
def test_about_so_long_an_average_view_is_a_rounded_time(understood, text, seconds):
    found = understood(f"Дата;Ссылка;Просмотры;Среднее время просмотра\n01.09.2026;https://vk.com/wall-1_2;5;{text}\n")
    (post,) = found["subjects"][0]["posts"]
    assert (post[10], post[11], rejected(found)) == ({"views": "5", "avg_view_s": seconds}, ["avg_view_s"], [])
