"""The name at the end of a line that ends early stands where the fewest lines cross it."""

import pytest

from smmstrategy.reports.powerpoint.charts.endings import Field, freest_place, lift, places_of_value

FIELD = Field(1000.0, 200.0)  # ten months 100 points wide


def side(line: str, *others: str, name_width: float = 150.0) -> str:
    """Lines of ten tenths of the axis, «-» for a gap; where the name of the first stands."""
    lines = [FIELD.line([None if value == "-" else int(value) / 10 for value in one.split()]) for one in (line, *others)]
    end = [point for point in lines[0] if point][-1]
    return freest_place(FIELD, end, name_width, lines)[0]


def test_points_stand_in_the_middle_of_their_month_and_from_the_top():
    assert Field(200.0, 100.0).line([0.25, None]) == [(50.0, 75.0), None]


@pytest.mark.parametrize(
    ("line", "other", "where"),
    [
        ("5 5 5 5 5 - - - - -", "- - - - - 9 9 9 9 9", "r"),  # nothing passes right of the end
        ("5 5 5 5 5 - - - - -", "- - - - - 5 5 5 5 5", "t"),  # the other goes on at its height
        ("9 8 7 6 5 - - - - -", "- - - - - 5 5 5 5 5", "b"),  # above lies the line itself, on its way down
        ("1 2 3 4 5 - - - - -", "- - - - - 5 5 5 5 5", "t"),  # below lies the line itself, on its way up
        ("9 9 9 9 0 - - - - -", "- - - - - 0 0 0 0 0", "r"),  # the axis lifts it above the other
        ("5 5 5 5 5 - - - - -", "6 6 6 6 6 5 5 5 5 5", "b"),  # above lies the other
    ],
)
def test_a_name_stands_where_the_fewest_lines_cross_it(line, other, where):
    assert side(line, other) == where


def test_a_name_that_no_side_has_room_for_stands_where_least_is_crossed():
    """Above and below a line passes all along the name, right of the end one passes along its second half."""
    assert side("5 5 5 5 5 - - - - -", "6 6 6 6 6 6 6 6 6 6", "4 4 4 4 4 4 4 4 4 4", "- - - - - 5 5 5 5 5") == "r"


@pytest.mark.parametrize(
    ("down", "wide", "sides"),
    [(179.0, 40.0, "tbrlrl"), (180.0, 40.0, "trlrl"), (200.0, 63.0, "trlrl"), (50.0, 64.0, "tb")],
)
def test_a_value_stands_beside_its_point_where_it_ends_before_that_of_the_next(down, wide, sides):
    assert "".join(side for side, _raised in places_of_value(FIELD, (50.0, down), wide, 100.0)) == sides


def test_words_beside_a_point_at_the_axis_stand_above_the_axis():
    assert [lift(FIELD, (50.0, down), ("r", 0.0)) for down in (200.0, 195.0, 192.0, 0.0)] == [-8.0, -3.0, 0.0, 0.0]
    assert [lift(FIELD, (50.0, down), ("l", 5.0)) for down in (200.0, 195.0, 0.0)] == [-8.0, -5.0, -5.0]
    assert lift(FIELD, (50.0, 200.0), ("t", 0.0)) == 0.0


def test_a_short_name_has_room_where_a_long_one_has_none():
    line, other = "5 5 5 5 5 - - - - -", "- - - - - - 5 5 5 5"
    assert (side(line, other, name_width=150.0), side(line, other, name_width=300.0)) == ("r", "t")
