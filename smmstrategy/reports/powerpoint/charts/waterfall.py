"""The waterfall: stacked columns on an invisible base, from the first total over the steps to the last.

Where its values are too wide to stand beside each other over the columns these lie, and the values stand at their right.
Of shares the columns hold hundredths: totals are then written in per cent, steps in points.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from smmstrategy.reports import theme
from smmstrategy.reports.document import Chart, Figure, Shown
from smmstrategy.reports.formats import MINUS, in_cell, lasting_format, of_hundredths, write
from smmstrategy.reports.powerpoint.boxes import POINT, Box
from smmstrategy.reports.powerpoint.charts import parts
from smmstrategy.reports.powerpoint.charts.bars import category_room, names_beside, tick_code
from smmstrategy.reports.powerpoint.charts.data import DrawnSeries
from smmstrategy.reports.powerpoint.charts.scale import tidy, tight
from smmstrategy.reports.powerpoint.typesetting import width

_NAMES = {"ru": ("основание", "итог", "рост", "снижение"), "en": ("base", "total", "up", "down")}
_SIGNS = ("", "", "+", MINUS)
_COLORS = ("", theme.INK, theme.GOOD, theme.BAD)
_APART = 5  # points between a column that lies and its value


def waterfall_columns(block: Chart, language: str) -> list[DrawnSeries]:
    """Base, totals, rises and falls as columns that stack up; a step over the zero line is drawn in two pieces."""
    spans = _spans(_lengths(block))
    last = len(spans) - 1
    piles: dict[tuple[int, bool], dict[int, float]] = {}
    for n, (start, end) in enumerate(spans):
        role = 1 if n in (0, last) else 2 if end >= start else 3
        low, high = sorted((start, end))
        for below, (near, far) in ((False, (max(low, 0), max(high, 0))), (True, (min(high, 0), min(low, 0)))):
            if near:
                piles.setdefault((0, below), {})[n] = near
            if far != near:
                piles.setdefault((role, below), {})[n] = tidy(far - near)
    ordered = sorted(piles.items(), key=lambda pile: (pile[0][0], pile[0][1]))
    return [_series_of(role, language, values, block) for (role, _below), values in ordered]


def _lengths(block: Chart) -> list[float]:
    return [float(in_cell(figure.value or 0, Shown.POINTS if _of_shares(block) else None)) for figure in block.series[0].values]


def _of_shares(block: Chart) -> bool:
    return block.series[0].values[0].shown is Shown.PERCENT


def _spans(values: list[float]) -> list[tuple[float, float]]:
    """Where each column starts and ends: totals from zero, steps from where the one before ended."""
    levels = [tidy(level) for level in accumulate(values[:-1])]
    steps = pairwise(levels)
    return [(0.0, levels[0]), *steps, (0.0, values[-1])]


def _series_of(role: int, language: str, values: dict[int, float], block: Chart) -> DrawnSeries:
    figures = block.series[0].values
    plain = replace(figures[1 if len(figures) > 2 and role > 1 else 0], value=None, signed=False)
    usual = _code(plain, role, block, language)
    codes = {n: _code(replace(plain, value=figures[n].value), role, block, language) for n in values}
    return DrawnSeries(
        name=_NAMES[language][role],
        color=_COLORS[role],
        values=tuple(values.get(n) for n in range(len(figures))),
        code=usual,
        own_codes={n: code for n, code in codes.items() if code != usual},
    )


def _code(figure: Figure, role: int, block: Chart, language: str) -> str:
    code = lasting_format(figure, language, sign=_SIGNS[role])
    return of_hundredths(code) if _of_shares(block) else code


def waterfall_xml(block: Chart, found: Sequence[DrawnSeries], names: Sequence[str], box: Box, language: str) -> str:
    axis = tight([level for span in _spans(_lengths(block)) for level in span])
    widths = [width(write(figure, language), parts.LABEL, True) for figure in _signed(block)]
    lies = max(widths, default=0) > (box.width / POINT - 8) / max(len(names), 1)
    room = parts.Room() if lies else category_room(names, box.width / POINT - 8)
    left = names_beside(names, box) if lies else 4
    plot = parts.plot_inside(box, left, 4, max(widths) + 14, 4) if lies else parts.plot_inside(box, 4, 20, 4, room.down)

    def shift(n: int, value: float) -> tuple[float, float]:
        """From the middle of a column to where its value stands beyond it."""
        half = abs(axis.share(value) - axis.share(0)) / 2
        if lies:
            return half * plot.width + (widths[n] / 2 + _APART) * POINT / box.width, 0
        return 0, -half * plot.height - parts.LABEL * 0.75 * POINT / box.height

    whole = {n: write(figure, language) for n, figure in crossing(block).items()}
    series = "".join(_series(drawn, n, names, _labels(drawn, whole, shift)) for n, drawn in enumerate(found))
    chart = (
        f'<c:barChart><c:barDir val="{"bar" if lies else "col"}"/><c:grouping val="stacked"/><c:varyColors val="0"/>{series}'
        '<c:gapWidth val="45"/><c:overlap val="100"/><c:axId val="1"/><c:axId val="2"/></c:barChart>'
    )
    sides = ("l", "b") if lies else ("b", "l")
    axes = parts.category_axis(sides[0], room, reverse=lies, low=axis.low < 0) + parts.value_axis(
        axis, tick_code(block, axis, language), sides[1], hidden=True, crosses="max" if lies else "min"
    )
    return parts.chart_space(chart, axes, plot, language)


def _signed(block: Chart) -> list[Figure]:
    """As they stand beside their columns: steps with their sign."""
    figures = block.series[0].values
    return [replace(figure, signed=0 < n < len(figures) - 1) for n, figure in enumerate(figures)]


def crossing(block: Chart) -> dict[int, Figure]:
    """The steps that are drawn in two pieces, as they stand over them: whole and with their sign."""
    steps = zip(block.series[0].values, _spans(_lengths(block)), strict=True)
    return {n: replace(figure, signed=True) for n, (figure, span) in enumerate(steps) if min(span) < 0 < max(span)}


def _labels(drawn: DrawnSeries, whole: dict[int, str], shift: Callable[[int, float], tuple[float, float]]) -> str:
    """Each beyond its column; of two pieces beyond the upper one."""
    return "".join(
        parts.label(n, drawn, drawn.color, "ctr", shift=shift(n, value), words=whole.get(n, ""))
        for n, value in enumerate(drawn.values)
        if value is not None and drawn.color and not (n in whole and value < 0)
    )


def _series(drawn: DrawnSeries, position: int, names: Sequence[str], single: str) -> str:
    labels = parts.labels(drawn, drawn.color or theme.INK, "ctr", single=single, show="none")
    return (
        f"{parts.series_start(drawn, position)}{parts.paint(drawn.color)}"
        f'<c:invertIfNegative val="0"/>{labels}{parts.categories_reference(names)}'
        f"{parts.numbers_reference('val', drawn, position + 1)}</c:ser>"
    )
