"""The names under a chart: none left out where they have room smaller or upright, and all of months broken alike."""

import pytest

from smmstrategy.reports.powerpoint.charts.bars import category_room
from smmstrategy.reports.powerpoint.charts.parts import LABEL, SMALL_LABEL
from smmstrategy.reports.powerpoint.typesetting import width

YEAR = [f"{month} 2025" for month in ["янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"]]


def room(slot: float, names: list[str] = YEAR) -> tuple[int, float, bool]:
    found = category_room(names, slot * len(names))
    return found.skip, found.size, found.upright


def test_months_of_a_year_are_words_of_nearly_one_width():
    widths = [round(width(name, LABEL)) for name in YEAR]
    assert (min(widths), max(widths)) == (39, 45)


@pytest.mark.parametrize(
    ("slot", "size"),
    [
        (60, LABEL),  # all stand on one line
        (48, SMALL_LABEL),  # some would be too wide for their slots in the larger size
        (38, LABEL),  # all stand on two
        (25, SMALL_LABEL),  # the year alone is as wide as its slot in the larger size
    ],
)
def test_months_with_their_years_stand_all_on_one_line_or_all_on_two(slot, size):
    assert room(slot) == (1, size, False)


def test_names_of_one_word_beside_others_are_not_made_smaller_for_their_breaks():
    assert room(70, ["видео", "короткие видео", "без формата", "картинки"]) == (1, LABEL, False)


def test_where_no_size_has_room_all_names_stand_upright():
    assert room(15) == (1, SMALL_LABEL, True)


def test_where_not_even_upright_ones_have_room_every_second_name_is_written():
    """A line of the smaller size is 10.8 points high."""
    assert room(8) == (2, SMALL_LABEL, True)
