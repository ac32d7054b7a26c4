"""Lines: gaps stay gaps; up to four are named at their ends, in their own colours, moved apart where they would collide."""

from collections.abc import Sequence
from itertools import pairwise

from smmstrategy.reports import theme
from smmstrategy.reports.document import Chart
from smmstrategy.reports.formats import write
from smmstrategy.reports.powerpoint.boxes import POINT, Box
from smmstrategy.reports.powerpoint.charts import parts
from smmstrategy.reports.powerpoint.charts.bars import category_room, has_legend, is_whole, tick_code, tick_width
from smmstrategy.reports.powerpoint.charts.data import Column, known
from smmstrategy.reports.powerpoint.charts.scale import Scale, scale
from smmstrategy.reports.powerpoint.drawingml import solid
from smmstrategy.reports.powerpoint.typesetting import width

_FEW = 14  # points of a single line that get a value each
_CLOSE = 0.08  # of the axis: nearer to the end of a line, another one stands where its name would


def lines_xml(block: Chart, found: Sequence[Column], names: Sequence[str], box: Box, language: str) -> str:
    axis = scale(known(found), from_zero=False, whole=is_whole(block))
    single = len(found) == 1
    left = tick_width(block, axis, language) + 8
    right = 12 if single or has_legend(found) else _end_room(block, found, language, box.width / POINT - left)
    skip, size, bottom = category_room(names, box.width / POINT - left - right)
    plot = parts.plot_inside(box, left, 16, right, bottom + (24 if has_legend(found) else 0))
    shifts = _moved_apart(found, axis, plot.height, box)
    series = "".join(
        _series(column, n, names, _labels(column, len(found), shifts[n], _freer_side(column, found, axis)))
        for n, column in enumerate(found)
    )
    chart = (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}<c:marker val="1"/>'
        '<c:axId val="1"/><c:axId val="2"/></c:lineChart>'
    )
    axes = parts.category_axis("b", skip=skip, size=size, low=axis.low < 0) + parts.value_axis(
        axis,
        tick_code(block, axis, language),
        "l",
    )
    return parts.chart_space(chart, axes, plot, language, legend=has_legend(found))


def _end_room(block: Chart, found: Sequence[Column], language: str, across: float) -> float:
    """Points right of the plot for the names at the ends of the lines; they begin half a slot inside it."""
    values = [width(write(figure, language), parts.LABEL, True) for series in block.series for figure in series.values]
    names = [width(column.name, parts.LABEL, True) for column in found]
    wanted = min(max(names) + max(values) + 26, across * 0.42)
    half = 1 / (2 * max(len(block.categories), 1))
    return max((wanted - across * half) / (1 - half), 12)


def _labels(column: Column, count: int, shift: float, crowded: str) -> str:
    last = column.last()
    if last is None or count > 4:
        return ""
    if count > 1:
        color = column.color if column.accent else theme.mixed(column.color, theme.INK, 0.6)
        side = crowded or "r"
        end = parts.label(last, column.code, color, side, show="name value", shift=(0, shift))
        return parts.labels(column.code, color, side, single=end, show="none")
    if len(column.values) <= _FEW:
        return parts.labels(column.code, theme.INK, "t", bold=True)
    return parts.labels(column.code, theme.INK, "t", single=parts.label(last, column.code, theme.INK, "t"), show="none")


def _moved_apart(found: Sequence[Column], axis: Scale, height: float, box: Box) -> list[float]:
    """How far down each label at the right edge goes, in shares of the chart, so that none stands on another."""
    pitch = (parts.LABEL + 4) * POINT / box.height
    places = {n: (1 - axis.share(column.values[-1])) * height for n, column in enumerate(found) if _is_complete(column)}
    order = sorted(places, key=lambda n: places[n])
    moved = dict(places)
    for above, below in pairwise(order):
        moved[below] = max(moved[below], moved[above] + pitch)
    floor = height
    for n in reversed(order):
        moved[n] = min(moved[n], floor)
        floor = moved[n] - pitch
    return [moved[n] - places[n] if n in places else 0.0 for n in range(len(found))]


def _freer_side(column: Column, found: Sequence[Column], axis: Scale) -> str:
    """Where the name of a line goes that ends before the right edge with other lines beside it: above («t») or below («b»)."""
    last = column.last()
    if last is None or _is_complete(column):
        return ""
    end = axis.share(column.values[last])
    others = [other.values for other in found if other is not column]
    right = [value for values in others for value in values[last : last + 4]]
    if not any(abs(axis.share(value) - end) < _CLOSE for value in right if value is not None):
        return ""
    around = [*column.values[max(last - 1, 0) : last], *(value for values in others for value in values[last : last + 3])]
    apart = [axis.share(value) - end for value in around if value is not None]
    above = min([distance for distance in apart if distance >= 0] + [1 - end])
    below = min([-distance for distance in apart if distance < 0] + [end])
    return "t" if above >= below else "b"


def _is_complete(column: Column) -> bool:
    """Whether the line reaches the right edge."""
    return column.last() == len(column.values) - 1


def _series(column: Column, position: int, names: Sequence[str], labels: str) -> str:
    thick = 34_925 if column.accent or column.color == theme.ACCENT else 25_400
    stroke = f'<c:spPr><a:ln w="{thick}" cap="rnd">{solid(column.color)}<a:round/></a:ln></c:spPr>'
    marker = f'<c:marker><c:symbol val="circle"/><c:size val="5"/>{parts.paint(column.color)}</c:marker>'
    return (
        f"{parts.series_start(column, position)}{stroke}{marker}"
        f"{labels}{parts.categories_reference(names)}{parts.numbers_reference('val', column.values, column.code, position + 1)}"
        '<c:smooth val="0"/></c:ser>'
    )
