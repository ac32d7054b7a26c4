"""Opportunities by effort and impact: numbered dots on a square, a field for what stands out, and the list of what they are."""

from collections import Counter

from smmstrategy.reports import theme
from smmstrategy.reports.document import Matrix
from smmstrategy.reports.powerpoint.boxes import POINT, Box
from smmstrategy.reports.powerpoint.slide import Slide
from smmstrategy.reports.powerpoint.typesetting import Paragraph, Run, runs

_DOT = 22 * POINT
_AXIS = 18 * POINT
_STEPS = 5
_SIZE = 18
_HANG = 26 * POINT  # room for a number of two digits


def draw_matrix(block: Matrix, slide: Slide, box: Box) -> None:
    side = min(box.height - 3 * _AXIS, box.width // 2)  # names of the axes above and below, and the steps
    plot = Box(box.x + _AXIS, box.y + _AXIS, side, side)
    _draw_ground(block, slide, plot)
    seen: Counter[tuple[int, int]] = Counter()
    places = Counter((effort, impact) for _label, effort, impact in block.items)
    for number, (_label, effort, impact) in enumerate(block.items, start=1):
        dot = _dot(plot, effort, impact, seen[effort, impact], places[effort, impact])
        seen[effort, impact] += 1
        slide.text(
            dot, [_ordinal(number)], name="Dot", geometry="ellipse", fill=_color(block, effort, impact), anchor="ctr", steps=(1,)
        )
    left = plot.right + 24 * POINT
    _draw_list(block, slide, Box(left, box.y, box.right - left, box.height))


def _draw_ground(block: Matrix, slide: Slide, plot: Box) -> None:
    cell = plot.width // _STEPS
    slide.rectangle(plot, theme.PAPER, name="Ground")
    field = Box(plot.x, plot.y, cell * block.little, cell * (_STEPS + 1 - block.much))
    slide.rectangle(field, theme.ACCENT_SOFT, name="Field")
    above = Box(plot.x, plot.y - _AXIS, plot.width, _AXIS)
    below = Box(plot.x, plot.bottom + _AXIS, plot.width, _AXIS)
    slide.text(above, [Paragraph(runs(f"↑ {block.y_title}", slide.language), 11, theme.SLATE)], name="Axis")
    slide.text(below, [Paragraph(runs(f"{block.x_title} →", slide.language), 11, theme.SLATE, "r")], name="Axis")
    _draw_scales(slide, plot)


def _draw_scales(slide: Slide, plot: Box) -> None:
    """One to five along both sides, so that dots beside each other are seen to be of one place."""
    below = Box(plot.x, plot.bottom, plot.width, _AXIS).columns(_STEPS, 0)
    beside = Box(plot.x - _AXIS, plot.y, _AXIS, plot.height).rows(_STEPS, 0)
    for step, places in enumerate(zip(below, reversed(beside), strict=True), start=1):
        for place in places:
            tick = Paragraph((Run(str(step), "number"),), 11, theme.SLATE, "ctr")
            slide.text(place, [tick], name="Step", anchor="ctr", steps=(1,))


def _dot(plot: Box, effort: int, impact: int, turn: int, together: int) -> Box:
    """Dots of one place stand around its centre in rows of two, or of three when there are many, and all of them within it."""
    cell = plot.width // _STEPS
    across = plot.x + cell * (effort - 1) + cell // 2
    down = plot.y + cell * (_STEPS - impact) + cell // 2
    in_row = 2 if together <= 4 else 3
    (row, column), rows = divmod(turn, in_row), -(-together // in_row)
    here = min(in_row, together - row * in_row)
    right = round((column - (here - 1) / 2) * _apart(cell, in_row))
    lower = round((row - (rows - 1) / 2) * _apart(cell, rows))
    return Box(across + right - _DOT // 2, down + lower - _DOT // 2, _DOT, _DOT)


def _apart(cell: int, count: int) -> int:
    """From one dot to the next, so that all of them have room in the cell."""
    return min(_DOT + 2 * POINT, (cell - _DOT) // max(count - 1, 1))


def _draw_list(block: Matrix, slide: Slide, box: Box) -> None:
    items = [
        Paragraph(
            (Run(f"{number}", "number", color=_color(block, effort, impact), bold=True), Run("\t"), *runs(label, slide.language)),
            _SIZE,
            theme.INK,
            before=_SIZE * 0.7,
            hang=_HANG,
        )
        for number, (label, effort, impact) in enumerate(block.items, start=1)
    ]
    slide.text(box, items, name="List", description=block.alt, steps=(1, 0.92, 0.85, 0.77, 0.7, 0.62))


def _ordinal(number: int) -> Paragraph:
    return Paragraph((Run(str(number), "number", bold=True),), 11, theme.WHITE, "ctr")


def _color(block: Matrix, effort: int, impact: int) -> str:
    return theme.ACCENT if block.stands_out(effort, impact) else theme.SLATE
