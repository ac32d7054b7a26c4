"""Scatter and radar: where brands or dimensions stand."""

from collections.abc import Sequence

from smmstrategy.reports import theme
from smmstrategy.reports.document import Chart
from smmstrategy.reports.formats import tick_format
from smmstrategy.reports.powerpoint.boxes import POINT, Box
from smmstrategy.reports.powerpoint.charts import parts
from smmstrategy.reports.powerpoint.charts.bars import has_legend, tick_code, tick_width
from smmstrategy.reports.powerpoint.charts.data import DrawnSeries, kind, known, most
from smmstrategy.reports.powerpoint.charts.scale import Scale, scale
from smmstrategy.reports.powerpoint.typesetting import width

_MARKER = 11


def scatter_xml(block: Chart, all_drawn: Sequence[DrawnSeries], names: Sequence[str], box: Box, language: str) -> str:
    first, found = block.series[0], [value for drawn in all_drawn for value in drawn.x.values if value is not None]
    across = scale(found, from_zero=False, most=most(first.x))
    down = scale(known(all_drawn), from_zero=False, most=most(first.values))
    plot = parts.plot_inside(box, tick_width(block, down, language) + 30, 14, 40, 46)
    sides = _label_sides(all_drawn, across, down, plot, box)
    series = "".join(_scatter_series(drawn, n, sides.get(n, "")) for n, drawn in enumerate(all_drawn))
    chart = (
        f'<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>{series}'
        '<c:axId val="1"/><c:axId val="2"/></c:scatterChart>'
    )
    code = tick_format(kind(first.x), across.high, across.step, language)
    axes = parts.value_axis(across, code, "b", title=block.x_title, identity=1, between="midCat") + parts.value_axis(
        down, tick_code(block, down, language), "l", title=block.y_title, between="midCat"
    )
    return parts.chart_space(chart, axes, plot, language, legend=_is_cloud(all_drawn))


def _is_cloud(all_drawn: Sequence[DrawnSeries]) -> bool:
    return any(len(drawn.values) > 1 for drawn in all_drawn)


def _label_sides(all_drawn: Sequence[DrawnSeries], across: Scale, down: Scale, plot: parts.Plot, box: Box) -> dict[int, str]:
    """For each lone point a side of it where its name has room and covers no marker and no other name, the accent first."""
    if _is_cloud(all_drawn):
        return {}
    spots = {
        n: (across.share(drawn.x.values[0]) * plot.width * box.width, (1 - down.share(drawn.values[0])) * plot.height * box.height)
        for n, drawn in enumerate(all_drawn)
        if drawn.values and drawn.values[0] is not None and drawn.x.values[0] is not None
    }
    spots = {n: (x / POINT, y / POINT) for n, (x, y) in spots.items()}
    taken = [(x - _MARKER / 2, y - _MARKER / 2, x + _MARKER / 2, y + _MARKER / 2) for x, y in spots.values()]
    right = (1 - plot.x) * box.width / POINT
    sides = {}
    for n in sorted(spots, key=lambda n: not all_drawn[n].accent):
        places = _places(*spots[n], width(all_drawn[n].name, parts.LABEL, True))
        roomy = {side: place for side, place in places.items() if place[0] >= 0 and place[2] <= right}
        sides[n] = next((side for side, place in roomy.items() if not any(_meet(place, other) for other in taken)), "r")
        taken.append(places[sides[n]])
    return sides


def _places(x: float, y: float, wide: float) -> dict[str, tuple[float, float, float, float]]:
    """Where a name would stand right, above, below and left of its point: left, top, right, bottom in points."""
    return {
        "r": (x + 8, y - 7, x + 8 + wide, y + 7),
        "t": (x - wide / 2, y - 22, x + wide / 2, y - 8),
        "b": (x - wide / 2, y + 8, x + wide / 2, y + 22),
        "l": (x - 8 - wide, y - 7, x - 8, y + 7),
    }


def _meet(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _scatter_series(drawn: DrawnSeries, position: int, side: str) -> str:
    size = _MARKER + 3 if drawn.accent else _MARKER
    marker = f'<c:marker><c:symbol val="circle"/><c:size val="{size}"/>{parts.paint(drawn.color)}</c:marker>'
    color = theme.ACCENT if drawn.accent else theme.INK
    labels = parts.labels(drawn, color, side, bold=drawn.accent, show="name") if side else ""
    return (
        parts.series_start(drawn, position, 2 * position + 1) + f"<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>{marker}{labels}"
        f"{parts.numbers_reference('xVal', drawn.x, 2 * position)}"
        f'{parts.numbers_reference("yVal", drawn, 2 * position + 1)}<c:smooth val="0"/></c:ser>'
    )


def radar_xml(block: Chart, all_drawn: Sequence[DrawnSeries], names: Sequence[str], box: Box, language: str) -> str:
    axis = scale(known(all_drawn))
    series = "".join(_radar_series(drawn, n, names) for n, drawn in enumerate(all_drawn))
    chart = (
        f'<c:radarChart><c:radarStyle val="marker"/><c:varyColors val="0"/>{series}'
        '<c:axId val="1"/><c:axId val="2"/></c:radarChart>'
    )
    axes = parts.category_axis("b") + parts.value_axis(axis, tick_code(block, axis, language), "l", words=False)
    return parts.chart_space(chart, axes, None, language, legend=has_legend(all_drawn))


def _radar_series(drawn: DrawnSeries, position: int, names: Sequence[str]) -> str:
    thick = 34_925 if position == 0 else 19_050
    stroke = f'<c:spPr><a:ln w="{thick}"><a:solidFill><a:srgbClr val="{drawn.color}"/></a:solidFill></a:ln></c:spPr>'
    marker = f'<c:marker><c:symbol val="circle"/><c:size val="6"/>{parts.paint(drawn.color)}</c:marker>'
    return (
        f"{parts.series_start(drawn, position)}{stroke}{marker}"
        f"{parts.categories_reference(names)}{parts.numbers_reference('val', drawn, position + 1)}</c:ser>"
    )
