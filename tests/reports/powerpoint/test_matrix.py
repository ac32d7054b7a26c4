"""The matrix of effort and impact: the coloured field holds what stands out, and nothing else."""

from dataclasses import replace

import pytest

from smmstrategy.reports import theme
from smmstrategy.reports.document import Matrix
from smmstrategy.reports.powerpoint import draw
from tests.reports.powerpoint import reading, sample
from tests.reports.powerpoint.test_geometry import box


def shapes(*places: tuple[int, int]):
    """All that stands on the slide of a matrix with these dots."""
    document = sample.document("en")
    items = tuple((("A step",), effort, impact) for effort, impact in places)
    block = Matrix(items, "Effort", "Impact", "matrix", little=2, much=4)
    page = replace(next(page for page in document.pages if page.key == "matrix"), blocks=(block,))
    return list(reading.opened(draw(replace(document, pages=(page,))).content).slides[0].shapes)


def drawn(*places: tuple[int, int]):
    """The field, and the dots in their order."""
    found = shapes(*places)
    [field] = [box(shape) for shape in found if shape.name.startswith("Field")]
    return field, [shape for shape in found if shape.name.startswith("Dot")]


def is_inside(dot, field) -> bool:
    return (
        field.x <= dot.left and dot.left + dot.width <= field.right and field.y <= dot.top and dot.top + dot.height <= field.bottom
    )


def is_outside(dot, field) -> bool:
    return dot.left >= field.right or dot.top >= field.bottom


@pytest.mark.parametrize("together", [1, 3, 4, 8, 10])
def test_dots_of_one_place_that_are_pushed_apart_stay_on_their_side_of_the_line(together):
    field, dots = drawn(*[(2, 4)] * together)
    assert [is_inside(dot, field) for dot in dots] == [True] * together
    for beside in ((2, 3), (3, 4)):
        field, dots = drawn(*[beside] * together)
        assert [is_outside(dot, field) for dot in dots] == [True] * together


def test_dots_have_the_colour_of_the_field_they_stand_in():
    _field, dots = drawn((1, 5), (2, 4), (2, 3), (3, 5), (5, 1))
    colours = [f"{dot.fill.fore_color.rgb}" for dot in dots]
    assert colours == [theme.ACCENT, theme.ACCENT, theme.SLATE, theme.SLATE, theme.SLATE]


def test_no_dot_stands_on_the_name_of_an_axis():
    found = shapes(*[(1, 5)] * 5, *[(5, 1)] * 5)
    dots = [box(shape) for shape in found if shape.name.startswith("Dot")]
    above, below = (box(shape) for shape in found if shape.name.startswith("Axis"))
    steps = [box(shape) for shape in found if shape.name.startswith("Step")]
    assert above.bottom <= min(dot.y for dot in dots)
    assert below.y >= max(dot.bottom for dot in dots)
    assert below.y >= max(step.bottom for step in steps)
