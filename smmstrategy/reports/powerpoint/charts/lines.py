"""Lines: gaps stay gaps; up to five are named at their ends, in their own colours, moved apart where they would collide."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from smmstrategy.reports import theme
from smmstrategy.reports.document import Chart
from smmstrategy.reports.formats import write
from smmstrategy.reports.powerpoint.boxes import POINT, Box
from smmstrategy.reports.powerpoint.charts import parts
from smmstrategy.reports.powerpoint.charts.bars import category_room, is_whole, tick_code, tick_width
from smmstrategy.reports.powerpoint.charts.data import DrawnSeries, known, most
from smmstrategy.reports.powerpoint.charts.endings import Field, freest_place, lift, places_of_value
from smmstrategy.reports.powerpoint.charts.scale import Scale, scale
from smmstrategy.reports.powerpoint.drawingml import solid
from smmstrategy.reports.powerpoint.typesetting import width

_OVER = parts.LABEL + 10.0  # points above the axes that a value at their top may take
_NAMED = 5  # lines with their names at their ends
_FEW = 14  # points of a single line that get a value each


def lines_xml(block: Chart, all_drawn: Sequence[DrawnSeries], names: Sequence[str], box: Box, language: str) -> str:
    axis = scale(known(all_drawn), from_zero=False, whole=is_whole(block), most=most(block.series[0].values))
    single, named = len(all_drawn) == 1, [drawn for drawn in all_drawn if drawn.is_named]
    legend = len(named) > _NAMED
    left = tick_width(block, axis, language) + 8
    right = 12 if single or legend else _end_room(block, named, language, box.width / POINT - left)
    room = category_room(names, box.width / POINT - left - right)
    plot = parts.plot_inside(box, left, 16, right, room.down + (24 if legend else 0))
    shifts = _moved_apart(all_drawn, axis, plot.height, box)
    field = Field(plot.width * box.width / POINT, plot.height * box.height / POINT)
    sides = _sides(block, all_drawn, axis, field, language)
    elsewhere = _elsewhere(block, all_drawn[0], axis, replace(field, over=_OVER), box, language) if single else {}
    labels = [
        _labels(drawn, single, shifts[n], sides[n], elsewhere) if drawn.is_named and not legend else ""
        for n, drawn in enumerate(all_drawn)
    ]
    series = "".join(_series(drawn, n, names, labels[n]) for n, drawn in enumerate(all_drawn))
    chart = (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}<c:marker val="1"/>'
        '<c:axId val="1"/><c:axId val="2"/></c:lineChart>'
    )
    axes = parts.category_axis("b", room, low=axis.low < 0) + parts.value_axis(
        axis,
        tick_code(block, axis, language),
        "l",
    )
    return parts.chart_space(chart, axes, plot, language, legend=legend)


def _end_room(block: Chart, all_drawn: Sequence[DrawnSeries], language: str, across: float) -> float:
    """Points right of the plot for the names at the ends of the lines; they begin half a slot inside it."""
    values = [width(write(figure, language), parts.LABEL, True) for series in block.series for figure in series.values]
    names = [width(drawn.name, parts.LABEL, True) for drawn in all_drawn]
    wanted = min(max(names) + max(values) + 26, across * 0.42)
    half = 1 / (2 * max(len(block.categories), 1))
    return max((wanted - across * half) / (1 - half), 12)


def _labels(drawn: DrawnSeries, single: bool, shift: float, side: str, elsewhere: Mapping[int, tuple[str, float]]) -> str:
    last = drawn.last()
    if last is None:
        return ""
    if not single:
        color = drawn.color if drawn.accent else theme.mixed(drawn.color, theme.INK, 0.6)
        end = parts.label(last, drawn, color, side, show="name value", shift=(0, shift))
        return parts.labels(drawn, color, side, single=end, show="none")
    if len(drawn.values) <= _FEW:
        return parts.labels(drawn, theme.INK, "t", elsewhere=elsewhere, bold=True)
    where, down = elsewhere.get(last, ("t", 0.0))
    end = parts.label(last, drawn, theme.INK, where, shift=(0, down))
    return parts.labels(drawn, theme.INK, "t", single=end, show="none")


def _elsewhere(
    block: Chart, drawn: DrawnSeries, axis: Scale, field: Field, box: Box, language: str
) -> dict[int, tuple[str, float]]:
    """The points of a single line that itself passes above them: on which side the value stands, and how far down in the box."""
    line = field.line([None if value is None else axis.share(value) for value in drawn.values])
    slot = field.width / max(len(line), 1)
    places = {}
    for n, (point, figure) in enumerate(zip(line, block.series[0].values, strict=True)):
        if point:
            wide = width(write(figure, language), parts.LABEL, True)
            place = freest_place(field, point, wide, [line], places_of_value(field, point, wide, slot))
            places[n] = (place[0], lift(field, point, place) * POINT / box.height)
    return {n: place for n, place in places.items() if place[0] != "t"}


def _moved_apart(all_drawn: Sequence[DrawnSeries], axis: Scale, height: float, box: Box) -> list[float]:
    """How far down each label at the right edge goes, in shares of the chart, so that none stands on another."""
    pitch = (parts.LABEL + 4) * POINT / box.height
    places = {
        n: (1 - axis.share(drawn.values[-1])) * height
        for n, drawn in enumerate(all_drawn)
        if drawn.is_named and _is_complete(drawn)
    }
    order = sorted(places, key=lambda n: places[n])
    moved = dict(places)
    for above, below in pairwise(order):
        moved[below] = max(moved[below], moved[above] + pitch)
    floor = height
    for n in reversed(order):
        moved[n] = min(moved[n], floor)
        floor = moved[n] - pitch
    return [moved[n] - places[n] if n in places else _lifted(drawn, axis, height, pitch) for n, drawn in enumerate(all_drawn)]


def _lifted(drawn: DrawnSeries, axis: Scale, height: float, pitch: float) -> float:
    """A name beside a line that ends early, on the axis, stands above the names of months."""
    last = drawn.last()
    place = 0.0 if last is None else (1 - axis.share(drawn.values[last])) * height
    return min(height - pitch / 2 - place, 0.0)


def _sides(block: Chart, all_drawn: Sequence[DrawnSeries], axis: Scale, field: Field, language: str) -> list[str]:
    """Where the name of each line stands at its end: right of the plot, or inside it where lines leave room."""
    lines = [field.line([None if value is None else axis.share(value) for value in drawn.values]) for drawn in all_drawn]
    sides = []
    for drawn, line, series in zip(all_drawn, lines, block.series, strict=True):
        last = drawn.last()
        if last is None or _is_complete(drawn):
            sides.append("r")
        else:
            name = f"{drawn.name}  {write(series.values[last], language)}"
            sides.append(freest_place(field, line[last], width(name, parts.LABEL, True), lines)[0])
    return sides


def _is_complete(drawn: DrawnSeries) -> bool:
    """Whether the line reaches the right edge."""
    return drawn.last() == len(drawn.values) - 1


def _series(drawn: DrawnSeries, position: int, names: Sequence[str], labels: str) -> str:
    thick = 12_700 if not drawn.is_named else 34_925 if drawn.accent or drawn.color == theme.ACCENT else 25_400
    stroke = f'<c:spPr><a:ln w="{thick}" cap="rnd">{solid(drawn.color)}<a:round/></a:ln></c:spPr>'
    marker = f'<c:marker><c:symbol val="circle"/><c:size val="{5 if drawn.is_named else 3}"/>{parts.paint(drawn.color)}</c:marker>'
    return (
        f"{parts.series_start(drawn, position)}{stroke}{marker}"
        f"{labels}{parts.categories_reference(names)}{parts.numbers_reference('val', drawn, position + 1)}"
        '<c:smooth val="0"/></c:ser>'
    )
