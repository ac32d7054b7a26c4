"""Native charts: cache, workbook and document say the same; text never becomes a formula; a gap stays a gap."""

from dataclasses import replace

import pytest
from pptx.chart.plot import LinePlot

from smmstrategy.reports import theme
from smmstrategy.reports.document import Chart, ChartKind, Figure, Layout, Series, Shown
from smmstrategy.reports.lint import strays
from smmstrategy.reports.manifest import manifest
from smmstrategy.reports.powerpoint import draw
from smmstrategy.reports.powerpoint.charts.data import drawn_series, numbers
from smmstrategy.reports.powerpoint.charts.waterfall import waterfall_columns
from smmstrategy.reports.powerpoint.slide import Palette
from tests.reports.powerpoint import reading, sample
from tests.reports.powerpoint.sample.saying import Saying


def cell_values(chart) -> list[list[object]]:
    return [list(row) for row in reading.workbook(chart).active.iter_rows(values_only=True)]


def drawn_charts(content: bytes) -> list:
    """Those of a deck of the sample: one for each of its blocks."""
    charts = [chart for slide in reading.opened(content).slides for chart in reading.charts(slide)]
    blocks = [block for page in sample.document().pages for block in page.blocks if isinstance(block, Chart)]
    assert len(charts) == len(blocks) > len(ChartKind)
    return charts


def test_edit_data_shows_what_the_chart_shows(deck):
    for chart in drawn_charts(deck.content):
        cells = {value if isinstance(value, str) else repr(float(value)) for row in cell_values(chart) for value in row if value}
        points = {as_stored(point) for point in reading.cached(chart) if point not in ("", "0.0")}
        assert set() < points <= cells


def as_stored(text: str) -> str:
    try:
        return repr(float(text))
    except ValueError:
        return text


def test_no_cell_of_an_embedded_workbook_is_a_formula(deck):
    for chart in drawn_charts(deck.content):
        cells = [cell for row in reading.workbook(chart).active for cell in row]
        assert cells
        assert [cell.value for cell in cells if cell.data_type == "f"] == []


def test_references_point_at_the_values_they_cache():
    for chart in drawn_charts(draw(sample.document("en")).content):
        sheet, references = reading.workbook(chart).active, list(chart.part._element.iter("{*}numRef"))
        assert references
        for series in references:
            place = series.findtext("{*}f").removeprefix("Data!").replace("$", "")
            cells = [row[0].value for row in sheet[place]]
            cached = {int(point.get("idx")): float(point.findtext("{*}v")) for point in series.iter("{*}pt")}
            assert {n: float(value) for n, value in enumerate(cells) if value is not None} == cached


def test_the_values_are_those_of_the_document():
    document = sample.document("en")
    blocks = [block for page in document.pages for block in page.blocks if isinstance(block, Chart)]
    charts = [chart for slide in reading.opened(draw(document).content).slides for chart in reading.charts(slide)]
    assert len(charts) == len(blocks)
    for block, chart in zip(blocks, charts, strict=True):
        if block.kind is not ChartKind.WATERFALL:
            assert [tuple(series.values) for series in chart.plots[0].series] == [numbers(series.values) for series in block.series]


def test_a_gap_breaks_the_line():
    slides = reading.opened(draw(sample.document("en")).content).slides
    line = next(chart for slide in slides for chart in reading.charts(slide) if isinstance(chart.plots[0], LinePlot))
    assert line.plots[0].series[0].values[1:4] == (0.033, None, 0.029)
    assert 'dispBlanksAs val="gap"' in line.part.blob.decode()


def drawn_alone(block: Chart, s: Saying):
    drawn = draw(replace(sample.document("en"), pages=(s.page("d", ("D",), block),)))
    (chart,) = reading.charts(reading.opened(drawn.content).slides[0])
    return chart


def nearly_all(s: Saying) -> tuple[Figure, ...]:
    """A half, 226 of 227 (99.56 %, which without digits would read 100 %) and a whole."""
    return tuple(s.f(value, Shown.PERCENT, places=0) for value in ("0.5", "0.9956", "1"))


def test_a_share_that_is_nearly_all_is_labelled_with_the_digits_its_words_have():
    s = Saying("en")
    bars = Chart(ChartKind.BARS, (), ("Views", "Likes", "Reach"), (Series("Known", nearly_all(s)),), "known", of_all=True)
    labels = drawn_alone(bars, s).part._element.find(".//{*}dLbls")
    own = {label.find("{*}idx").get("val"): label.find("{*}numFmt").get("formatCode") for label in labels.findall("{*}dLbl")}
    assert labels.find("{*}numFmt").get("formatCode") == "[$-409]0%"
    assert own == {"1": "[$-409]0.0%"}


@pytest.mark.parametrize(
    ("kind", "across", "cells"),
    [(ChartKind.BARS, (), ["B2", "B3", "B4"]), (ChartKind.SCATTER, nearly_all, ["A2", "A3", "A4", "B2", "B3", "B4"])],
)
def test_a_share_that_is_nearly_all_keeps_its_digits_in_the_chart_s_own_data(kind, across, cells):
    s = Saying("en")
    series = Series("Known", nearly_all(s), x=across and across(s))
    chart = drawn_alone(Chart(kind, (), ("Views", "Likes", "Reach"), (series,), "known"), s)
    sheet = reading.workbook(chart).active
    assert [sheet[cell].number_format for cell in cells] == ["[$-409]0%", "[$-409]0.0%", "[$-409]0%"] * (len(cells) // 3)
    points = [[point.get("formatCode") for point in cache.iter("{*}pt")] for cache in chart.part._element.iter("{*}numCache")]
    assert points == [[None, "[$-409]0.0%", None]] * (len(cells) // 3)


def test_a_total_of_a_waterfall_that_is_nearly_all_has_the_digits_its_words_have():
    s = Saying("en")
    figures = (s.f("0.5", Shown.PERCENT, places=0), s.f("0.4956", Shown.POINTS), s.f("0.9956", Shown.PERCENT, places=0))
    chart = Chart(ChartKind.WATERFALL, (), ("Before", "Likes", "Now"), (Series("n", figures),), "")
    totals = next(column for column in waterfall_columns(chart, "en") if column.name == "total")
    assert (totals.code, totals.own_codes) == ("[$-409]0\\%", {2: "[$-409]0.0\\%"})


def waterfall(*values: int) -> dict[str, list[tuple[float | None, ...]]]:
    series = Saying("en").series("n", " ".join(map(str, values)), Shown.INTEGER)
    block = Chart(ChartKind.WATERFALL, (), tuple("abcdefg"[: len(values)]), (series,), "")
    found: dict[str, list[tuple[float | None, ...]]] = {}
    for column in waterfall_columns(block, "en"):
        found.setdefault(column.name, []).append(column.values)
    return found


def test_a_waterfall_stands_on_an_invisible_base():
    assert waterfall(10, 5, -8, 7) == {
        "base": [(None, 10, 7, None)],
        "total": [(10, None, None, 7)],
        "up": [(None, 5, None, None)],
        "down": [(None, None, 8, None)],
    }


def test_a_waterfall_of_shares_has_totals_in_per_cent_and_steps_in_points():
    why = next(
        b for page in sample.document("ru").pages for b in page.blocks if isinstance(b, Chart) and b.kind is ChartKind.WATERFALL
    )
    drawn = {column.name: (column.values, column.code) for column in waterfall_columns(why, "ru")}
    assert drawn["итог"] == ((2.1, None, None, None, 2.9), '[$-419]0.00"\u00a0"\\%')
    assert drawn["снижение"] == ((None, None, 0.4, None, None), ";".join(['[$-419]"−"0.00"\u00a0п.п."'] * 2))


def test_a_step_across_zero_is_drawn_in_two_pieces():
    assert waterfall(3, -5, -2)["down"] == [(None, 3, None), (None, -2, None)]


def test_over_a_step_across_zero_stands_the_whole_of_it_and_the_lint_knows_it():
    s = Saying("en")
    chart = Chart(ChartKind.WATERFALL, (), tuple("abcde"), (s.series("n", "100 -600 525 -45 -20", Shown.INTEGER),), "")
    one = replace(sample.document("en"), pages=(s.page("w", ("A waterfall",), chart),), sheets=())
    drawn = draw(one)
    (shown,) = reading.charts(reading.opened(drawn.content).slides[0])
    assert [text.text for text in shown.part._element.iter("{*}t")] == ["+525", "−600", "−45"]
    codes = {label.find("{*}numFmt").get("formatCode") for label in shown.part._element.iter("{*}dLbl")}
    assert codes == {"[$-409]#,##0", '[$-409]"−"#,##0;[$-409]"−"#,##0', '[$-409]"+"#,##0;[$-409]"+"#,##0'}
    assert strays(drawn.content, manifest(one, drawn)) == []


@pytest.mark.parametrize(
    ("values", "directions", "moved"),
    [
        ("5732595 95362 69659 86691 81409 82727 -3000 6145443", ["bar", "l", "b"], ({1}, {0})),
        ("400000 -6000000 5250000 -450000 -200000 1000000 200000 200000", ["bar", "l", "b"], ({1}, {0})),
        ("40 -600 525 -45 -20 100 20 20", ["col", "b", "l"], ({0}, {-1})),
    ],
)
def test_values_too_wide_to_stand_side_by_side_over_columns_stand_at_the_right_of_columns_that_lie(values, directions, moved):
    s = Saying("ru")
    chart = Chart(ChartKind.WATERFALL, (), tuple("abcdefgh"), (s.series("n", values, Shown.INTEGER),), "")
    one = replace(sample.document("ru"), pages=(s.page("w", ("A waterfall",), chart, chart, layout=Layout.SPLIT),), sheets=())
    drawn = draw(one)
    _wide, narrow = reading.charts(reading.opened(drawn.content).slides[0])
    space = narrow.part._element
    assert [node.get("val") for tag in ("barDir", "axPos") for node in space.iter(f"{{*}}{tag}")] == directions
    shifts = [[float(node.get("val")) for node in space.iterfind(f".//{{*}}dLbl//{{*}}{axis}")] for axis in "xy"]
    assert tuple({(n > 0) - (n < 0) for n in along} for along in shifts) == moved
    assert [len(along) for along in shifts] == [8, 8]
    assert strays(drawn.content, manifest(one, drawn)) == []


def test_the_client_stands_out_and_a_key_keeps_its_colour():
    palette = Palette({"vk": "0000FF"}, ("111111", "222222"))
    charts = [block for page in sample.document("en").pages for block in page.blocks if isinstance(block, Chart)]
    line = next(block for block in charts if block.kind is ChartKind.LINE)
    assert [column.color for column in drawn_series(line, "en", palette)] == [theme.ACCENT, *theme.GREYS[:3]]
    assert [palette.color(key) for key in ("vk", "a", "b", "a", "vk")] == ["0000FF", "111111", "222222", "111111", "0000FF"]
    assert [palette.color(key) for key in "cdef"] == ["161619", "1F1F22", "7C7C7C", "858585"]  # darker, then lighter


def test_points_far_from_zero_are_set_apart_and_no_name_leaves_the_chart():
    """A name at the right of the first would leave it, one at the right of the third would cover the second."""
    s = Saying("en")
    spots = (("10.8", "0.0279"), ("8.9", "0.0318"), ("8.7", "0.0315"), ("8.1", "0.0321"), ("8", "0.03"), ("7.8", "0.0292"))
    lone = tuple(
        Series("A brand of a long name", (s.f(y, Shown.PERCENT),), (s.f(x, Shown.DECIMAL),), accent=y == "0.0279") for x, y in spots
    )
    page = s.page("map", ("A map",), Chart(ChartKind.SCATTER, (), (), lone, "map", x_title="Posts", y_title="ER"))
    (chart,) = reading.charts(reading.opened(draw(replace(sample.document("en"), pages=(page,))).content).slides[0])
    ends = [
        float(chart.part._element.findall(f".//{{*}}valAx/{{*}}scaling/{{*}}{end}")[n].get("val"))
        for n in (0, 1)
        for end in ("min", "max")
    ]
    assert ends == [7, 11, 0.026, 0.034]
    assert [side.get("val") for side in chart.part._element.iter("{*}dLblPos")] == ["t", "r", "b", "r", "r", "r"]


@pytest.mark.parametrize(("now", "side"), [("- - - - - 4 4 4 4 4", "b"), ("- - - - - 9 9 9 9 9", "r")])
def test_the_name_of_a_line_that_ends_beside_another_stands_where_there_is_room(now, side):
    """The first line comes down to 4, so that it lies above its end itself."""
    s = Saying("en")
    lines = (s.series("a name as long as two months", "9 8 7 6 4 - - - - -", Shown.INTEGER), s.series("now", now, Shown.INTEGER))
    page = s.page("line", ("A line",), Chart(ChartKind.LINE, ("Posts",), tuple("abcdefghij"), lines, "posts"))
    drawn = draw(replace(sample.document("en"), pages=(page,)))
    (chart,) = reading.charts(reading.opened(drawn.content).slides[0])
    assert [place.get("val") for place in chart.part._element.iter("{*}dLblPos")] == [side, "r"]


@pytest.mark.parametrize(("now", "is_lifted"), [("8 4 0 - -", True), ("8 4 2 - -", False)])
def test_the_name_of_a_line_that_ends_early_on_the_axis_stands_above_the_months(now, is_lifted):
    s = Saying("en")
    lines = (s.series("before", "9 9 9 9 9", Shown.INTEGER), s.series("now", now, Shown.INTEGER))
    page = s.page("line", ("A line",), Chart(ChartKind.LINE, ("Posts",), s.months[:5], lines, "posts"))
    (chart,) = reading.charts(reading.opened(draw(replace(sample.document("en"), pages=(page,))).content).slides[0])
    name = chart.part._element.findall(".//{*}dLbl")[-1]
    assert [float(y.get("val")) < 0 for y in name.iter("{*}y")] == [True] * is_lifted


def test_a_value_stands_below_its_point_where_the_line_passes_above():
    """At a low point and at either end of a slope; above at a high one, even of the axis, and where it is flat or breaks off."""
    s = Saying("en")
    line = (s.series("ER", "9 5 9 5 5 5 10 - 5 3", Shown.DECIMAL),)
    page = s.page("line", ("A line",), Chart(ChartKind.LINE, ("ER",), tuple("abcdefghij"), line, "ER"))
    (chart,) = reading.charts(reading.opened(draw(replace(sample.document("en"), pages=(page,))).content).slides[0])
    places = {label.find("{*}idx").get("val"): label.find("{*}dLblPos").get("val") for label in chart.part._element.iter("{*}dLbl")}
    assert {point for point, place in places.items() if place == "b"} == {"1", "3", "5", "9"}


def test_a_value_at_the_axis_stands_beside_its_point_where_the_line_passes_above():
    """Below it are the names of months; where the line runs along the axis it stands above."""
    s = Saying("en")
    line = (s.series("ER", "10 0 10 0 0 0 10 8 9 0", Shown.DECIMAL),)
    page = s.page("line", ("A line",), Chart(ChartKind.LINE, ("ER",), tuple("abcdefghij"), line, "ER"))
    (chart,) = reading.charts(reading.opened(draw(replace(sample.document("en"), pages=(page,))).content).slides[0])
    labels = {int(label.find("{*}idx").get("val")): label for label in chart.part._element.iter("{*}dLbl")}
    beside = {n for n, label in labels.items() if label.find("{*}dLblPos").get("val") in "rl"}
    assert beside == {1, 3, 5, 9}
    assert [[float(y.get("val")) < 0 for y in labels[n].iter("{*}y")] for n in beside] == [[True]] * 4


def test_a_value_on_a_slope_stands_beside_its_point_above_the_line():
    """Above and below it the line passes."""
    s = Saying("en")
    line = (s.series("ER", "12000 10000 8000 6000 4000 2000 1000 4000 7000 9000 11000 13000", Shown.INTEGER),)
    page = s.page("line", ("A line",), Chart(ChartKind.LINE, ("ER",), tuple("abcdefghijkl"), line, "ER"))
    (chart,) = reading.charts(reading.opened(draw(replace(sample.document("en"), pages=(page,))).content).slides[0])
    labels = {int(label.find("{*}idx").get("val")): label for label in chart.part._element.iter("{*}dLbl")}
    sides = {n: label.find("{*}dLblPos").get("val") for n, label in labels.items()}
    assert sides == {1: "r", 2: "r", 3: "r", 4: "r", 5: "b", 6: "b", 7: "l", 8: "l", 9: "l", 10: "l"}
    assert {n for n, label in labels.items() for y in label.iter("{*}y") if float(y.get("val")) < 0} == sides.keys() - {5, 6}
