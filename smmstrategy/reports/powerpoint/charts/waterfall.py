"""The waterfall: stacked columns on an invisible base, from the first total over the steps to the last.

Of shares the columns hold hundredths: totals are then written in per cent, steps in points.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from smmstrategy.reports import theme
from smmstrategy.reports.document import Chart, Figure, Shown
from smmstrategy.reports.formats import MINUS, in_cell, lasting_format, of_hundredths, write
from smmstrategy.reports.powerpoint.boxes import POINT, Box
from smmstrategy.reports.powerpoint.charts import parts
from smmstrategy.reports.powerpoint.charts.bars import category_room, tick_code
from smmstrategy.reports.powerpoint.charts.data import DrawnSeries
from smmstrategy.reports.powerpoint.charts.scale import Scale, tidy, tight

_NAMES = {"ru": ("основание", "итог", "рост", "снижение"), "en": ("base", "total", "up", "down")}
_SIGNS = ("", "", "+", MINUS)
_COLORS = ("", theme.INK, theme.GOOD, theme.BAD)


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


def waterfall_xml(block: Chart, all_drawn: Sequence[DrawnSeries], names: Sequence[str], box: Box, language: str) -> str:
    spans = _spans(_lengths(block))
    axis = tight([level for span in spans for level in span])
    room = category_room(names, box.width / POINT - 8)
    plot = parts.plot_inside(box, 4, 20, 4, room.down)
    whole = {n: write(figure, language) for n, figure in crossing(block).items()}
    series = "".join(_series(drawn, n, names, _labels(drawn, whole, axis, plot, box)) for n, drawn in enumerate(all_drawn))
    chart = (
        f'<c:barChart><c:barDir val="col"/><c:grouping val="stacked"/><c:varyColors val="0"/>{series}'
        '<c:gapWidth val="45"/><c:overlap val="100"/><c:axId val="1"/><c:axId val="2"/></c:barChart>'
    )
    axes = parts.category_axis("b", room, low=axis.low < 0) + parts.value_axis(
        axis, tick_code(block, axis, language), "l", hidden=True
    )
    return parts.chart_space(chart, axes, plot, language)


def crossing(block: Chart) -> dict[int, Figure]:
    """The steps that are drawn in two pieces, as they stand over them: whole and with their sign."""
    steps = zip(block.series[0].values, _spans(_lengths(block)), strict=True)
    return {n: replace(figure, signed=True) for n, (figure, span) in enumerate(steps) if min(span) < 0 < max(span)}


def _labels(drawn: DrawnSeries, whole: dict[int, str], axis: Scale, plot: parts.Plot, box: Box) -> str:
    """Each risen from the middle of its column to stand above it; of two pieces over the upper one."""
    line = (parts.LABEL * 0.75) * POINT / box.height
    return "".join(
        parts.label(
            n,
            drawn,
            drawn.color,
            "ctr",
            shift=(0, -abs(axis.share(value) - axis.share(0)) * plot.height / 2 - line),
            words=whole.get(n, ""),
        )
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
