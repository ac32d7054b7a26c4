"""Where the axes of charts end."""

from dataclasses import replace

import pytest

from smmstrategy.reports.document import Chart, ChartKind, Series, Shown
from smmstrategy.reports.powerpoint import draw
from smmstrategy.reports.powerpoint.charts.scale import Scale, scale, tight
from tests.reports.powerpoint import reading, sample
from tests.reports.powerpoint.sample.saying import Saying


def ends(block: Chart) -> list[tuple[float, float]]:
    """Of each axis of values of a chart drawn alone."""
    s = Saying("en")
    drawn = draw(replace(sample.document("en"), pages=(s.page("data", ("Data",), block),)))
    (chart,) = reading.charts(reading.opened(drawn.content).slides[0])
    scalings = chart.part._element.findall(".//{*}valAx/{*}scaling")
    return [(float(scaling.find("{*}min").get("val")), float(scaling.find("{*}max").get("val"))) for scaling in scalings]


@pytest.mark.parametrize(
    ("values", "options", "axis"),
    [
        ([3, 17], {}, Scale(0, 20, 5)),
        ([-4, 11], {}, Scale(-5, 15, 5)),
        ([0.021, 0.033], {"from_zero": False}, Scale(0.02, 0.035, 0.005)),
        ([4523, 4529], {"from_zero": False, "whole": True}, Scale(4200, 4800, 200)),
        ([-4529, -4523], {"from_zero": False, "whole": True}, Scale(-4800, -4200, 200)),
        ([0.04523, 0.04529], {"from_zero": False}, Scale(0.042, 0.048, 0.002)),
        ([0.0452, 0.0452], {"from_zero": False}, Scale(0, 0.06, 0.02)),
        ([0.9999, 1], {"from_zero": False, "most": 1}, Scale(0.9, 1, 0.025)),
        ([0.97, 0.98], {"from_zero": False, "most": 1}, Scale(0.9, 1, 0.025)),
        ([1.02, 1.04], {"from_zero": False, "most": 1}, Scale(0.9, 1.05, 0.05)),
        ([1, 2], {"whole": True}, Scale(0, 2, 1)),
        ([0, 0], {}, Scale(0, 1, 0.25)),
        ([], {}, Scale(0, 1, 0.25)),
    ],
)
def test_axes_end_on_round_numbers(values, options, axis):
    assert scale(values, **options) == axis


def test_an_axis_that_is_not_drawn_ends_where_the_values_end():
    assert tight([3.0, 17.0]) == Scale(0.0, 17.0, 5.0)


@pytest.mark.parametrize(("of_all", "end"), [(True, 1), (False, 0.03)])
def test_bars_of_shares_of_a_whole_end_at_a_hundred_per_cent(of_all, end):
    shares = (Saying("en").series("Known", "0.03", Shown.PERCENT),)
    assert ends(Chart(ChartKind.BARS, (), ("Likes",), shares, "known", of_all=of_all)) == [(0, end)]


def test_an_axis_of_nearly_all_ends_at_a_hundred_per_cent_where_that_is_a_share():
    s = Saying("en")
    shares, counts = (s.series("Known", "0.9999 1", shown) for shown in (Shown.PERCENT, Shown.DECIMAL))
    lines = [Chart(ChartKind.LINE, (), ("May", "June"), (one,), "known") for one in (shares, counts)]
    places = Chart(ChartKind.SCATTER, (), (), (Series("Known", shares.values, x=shares.values),), "known")
    assert list(map(ends, [*lines, places])) == [[(0.9, 1)], [(0.925, 1.05)], [(0.9, 1), (0.9, 1)]]
