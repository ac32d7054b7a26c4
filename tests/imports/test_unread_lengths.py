"""Columns of lengths, and of numbers of which Excel has made days, are said where nothing is taken from them."""

import pytest

from tests.imports.forms_of_files import posts, said

VIDEOS = "Дата;Ссылка;{name};Просмотры\n01.09.2026;https://vk.com/video-123_1;{first};100\n02.09.2026;https://vk.com/video-123_2;{second};90\n"


@pytest.mark.parametrize(("first", "second"), [("4:10", "0:45"), ("12 мин 5 сек", "45 сек")])
def test_lengths_of_an_unknown_name_are_said(understood, first, second):
    found = understood(VIDEOS.format(name="Длина", first=first, second=second))
    assert (said(found), [post[8] for post in posts(found)]) == (
        "A column of lengths or times was not used: «Длина».",
        [None, None],
    )


def test_lengths_of_a_known_name_are_those_of_the_videos(understood):
    found = understood(VIDEOS.format(name="Хронометраж", first="4:10", second="0:45"))
    assert (said(found), [post[8] for post in posts(found)]) == ("", [250, 45])


@pytest.mark.parametrize("name", ["Duration (sec)", "Длительность (сек.)", "Длительность, сек.", "Продолжительность (с)"])
def test_lengths_are_those_of_the_videos_with_their_unit_in_the_name(understood, name):
    found = understood(VIDEOS.format(name=name, first="15", second="45"))
    assert (said(found), [post[8] for post in posts(found)]) == ("", [15, 45])


@pytest.mark.parametrize("second", ["03.сен", "сен.26", "03.09.2026"])
def test_numbers_beside_a_day_that_excel_made_of_one_are_said(understood, second):
    found = understood(VIDEOS.format(name="Глубина", first="4,5", second=second))
    assert said(found) == "A column of numbers was not used, because its name is not known: «Глубина»."
