"""Columns, stacked columns and bars: from zero, values written on them where they fit, otherwise an axis."""

from collections.abc import Sequence
from decimal import Decimal
from math import ceil

from smmstrategy.reports import theme
from smmstrategy.reports.document import Chart, Figure, Shown
from smmstrategy.reports.formats import RATES, tick_format, write
from smmstrategy.reports.powerpoint.boxes import POINT, Box
from smmstrategy.reports.powerpoint.charts import parts
from smmstrategy.reports.powerpoint.charts.data import DrawnSeries, kind, known
from smmstrategy.reports.powerpoint.charts.scale import ALL, Scale, scale, tight
from smmstrategy.reports.powerpoint.typesetting import LEADING, Paragraph, Run, line_count, width

_GAP = 55  # per cent of a column's width between groups
_FILLED = 0.9  # of a slot, by the words on a line
_LINE = parts.LABEL * 1.25
_MOST_UPRIGHT = 100  # points


def columns_xml(block: Chart, found: Sequence[DrawnSeries], names: Sequence[str], box: Box, language: str) -> str:
    labelled = _labels_fit(block, found, names, box, language)
    axis = tight(known(found)) if labelled else scale(known(found), whole=is_whole(block))
    left = 4 if labelled else tick_width(block, axis, language) + 8
    room = category_room(names, box.width / POINT - left - 4)
    plot = parts.plot_inside(box, left, 20, 4, room.down)
    series = "".join(_series(drawn, n, names, _outside_labels(drawn, found) if labelled else "") for n, drawn in enumerate(found))
    axes = parts.category_axis("b", room, low=axis.low < 0) + parts.value_axis(
        axis, tick_code(block, axis, language), "l", hidden=labelled
    )
    return parts.chart_space(_bar_chart("col", "clustered", series, 0), axes, plot, language, legend=has_legend(found))


def _labels_fit(block: Chart, found: Sequence[DrawnSeries], names: Sequence[str], box: Box, language: str) -> bool:
    """Whether the widest value is no wider than a column, or than its slot when it stands alone."""
    slot = box.width / POINT / max(len(names), 1)
    return _widest(block, language) <= (slot * 0.95 if len(found) == 1 else slot / (len(found) + _GAP / 100))


def _outside_labels(drawn: DrawnSeries, found: Sequence[DrawnSeries]) -> str:
    return parts.labels(drawn, theme.INK, "outEnd", bold=len(found) == 1)


def stacked_xml(block: Chart, found: Sequence[DrawnSeries], names: Sequence[str], box: Box, language: str) -> str:
    totals = [sum(drawn.values[n] or 0 for drawn in found) for n in range(len(names))]
    axis = scale(totals, whole=is_whole(block))
    left = tick_width(block, axis, language) + 8
    room = category_room(names, box.width / POINT - left - 4)
    plot = parts.plot_inside(box, left, 10, 4, room.down)
    fits = _widest(block, language) <= plot.width * box.width / POINT / len(names) / (1 + _GAP / 100)
    least = 15 / (plot.height * box.height / POINT) * (axis.high - axis.low)
    series = "".join(_series(drawn, n, names, _inside_labels(drawn, fits, least)) for n, drawn in enumerate(found))
    axes = parts.category_axis("b", room) + parts.value_axis(axis, tick_code(block, axis, language), "l")
    return parts.chart_space(_bar_chart("col", "stacked", series, 100), axes, plot, language, legend=has_legend(found))


def bars_xml(block: Chart, found: Sequence[DrawnSeries], names: Sequence[str], box: Box, language: str) -> str:
    axis = ALL if block.of_all else tight(known(found))
    plot = parts.plot_inside(box, names_beside(names, box), 4, _widest(block, language) + 14, 4)
    series = "".join(_series(drawn, n, names, _outside_labels(drawn, found)) for n, drawn in enumerate(found))
    values = parts.value_axis(axis, tick_code(block, axis, language), "b", hidden=True, crosses="max")
    axes = parts.category_axis("l", reverse=True, low=axis.low < 0) + values
    return parts.chart_space(
        _bar_chart("bar", "clustered", series, 100 if _one_each(found) else 0), axes, plot, language, legend=has_legend(found)
    )


def names_beside(names: Sequence[str], box: Box) -> float:
    """Points that the names of bars take at their left."""
    return min(max((width(name, parts.LABEL) for name in names), default=0) * 1.05 + 10, box.width / POINT * 0.4)


def _one_each(found: Sequence[DrawnSeries]) -> bool:
    """Whether no two series have a value in the same place: then each bar may take the whole place."""
    return all(sum(value is not None for value in values) < 2 for values in zip(*(drawn.values for drawn in found), strict=True))


def has_legend(found: Sequence[DrawnSeries]) -> bool:
    """Up to four series are named in their own colours above the chart."""
    return len(found) > 4


def is_whole(block: Chart) -> bool:
    return kind(block.series[0].values) is Shown.INTEGER


def tick_code(block: Chart, axis: Scale, language: str) -> str:
    return tick_format(kind(block.series[0].values), max(abs(axis.low), abs(axis.high)), axis.step, language)


def tick_width(block: Chart, axis: Scale, language: str) -> float:
    """Points, with room to spare: the highest and the lowest tick as they would be written in full."""
    shown = kind(block.series[0].values)
    ticks = (axis.high, axis.step) if shown in RATES else (int(axis.high),)
    written = [write(Figure("", Decimal(repr(tick)), shown), language) for tick in ticks]
    return min(max(width(tick, parts.LABEL) for tick in (f"{axis.high:.6g}", *written)), 60)


def category_room(names: Sequence[str], across: float) -> parts.Room:
    """Under a plot of so many points.

    Words are written smaller before they stand upright, and that before any is left out, which not every program does.
    """
    slot = across / max(len(names), 1)
    fitting = [size for size in (parts.LABEL, parts.SMALL_LABEL) if _lie_level(names, slot, size)]
    if not fitting:
        size = parts.SMALL_LABEL
        down = min(max(width(name, size) for name in names), _MOST_UPRIGHT) + 10
        return parts.Room(max(ceil(size * LEADING / slot), 1), size, down, upright=True)
    size = next((size for size in fitting if _break_alike(names, slot, size)), fitting[0])
    return parts.Room(1, size, category_lines(names, slot * POINT) * _LINE + 8)


def _lie_level(names: Sequence[str], slot: float, size: float) -> bool:
    """Whether no word is wider than its slot of so many points; of names that are mostly empty the others stand apart by choice."""
    if sum(map(bool, names)) * 2 < len(names):
        return True
    return max((max(width(word, size) for word in name.split(" ")) for name in names), default=0) + 6 <= slot


def _break_alike(names: Sequence[str], slot: float, size: float) -> bool:
    """Whether names of several words each, as months of a year are, stand all on one line or none of them does."""
    widths = [width(name, size) for name in names if " " in name]
    return len(widths) < len(names) or max(widths, default=0) <= slot * _FILLED or min(widths) > slot


def category_lines(names: Sequence[str], across: float) -> int:
    """Lines that the longest category takes in a slot `across` EMU wide, three at most."""
    room = int(across * _FILLED)
    return min(max((line_count(Paragraph((Run(name),), parts.LABEL), room) for name in names), default=1), 3)


def _widest(block: Chart, language: str) -> float:
    return max(
        (width(write(figure, language), parts.LABEL, True) for series in block.series for figure in series.values), default=0
    )


def _inside_labels(drawn: DrawnSeries, fits: bool, least: float) -> str:
    """White or dark on the colour of the segment; none on segments lower than a line."""
    if not fits:
        return ""
    hidden = [n for n, value in enumerate(drawn.values) if value is not None and value < least]
    return parts.labels(drawn, _ink_on(drawn.color), "ctr", hidden=hidden)


def _ink_on(color: str) -> str:
    red, green, blue = bytes.fromhex(color)
    return theme.INK if 0.299 * red + 0.587 * green + 0.114 * blue > 150 else theme.WHITE


def _bar_chart(direction: str, grouping: str, series: str, overlap: int) -> str:
    return (
        f'<c:barChart><c:barDir val="{direction}"/><c:grouping val="{grouping}"/><c:varyColors val="0"/>{series}'
        f'<c:gapWidth val="{_GAP}"/><c:overlap val="{overlap}"/><c:axId val="1"/><c:axId val="2"/></c:barChart>'
    )


def _series(drawn: DrawnSeries, position: int, names: Sequence[str], labels: str) -> str:
    return (
        f"{parts.series_start(drawn, position)}{parts.paint(drawn.color)}"
        f'<c:invertIfNegative val="0"/>{labels}{parts.categories_reference(names)}'
        f"{parts.numbers_reference('val', drawn, position + 1)}</c:ser>"
    )
