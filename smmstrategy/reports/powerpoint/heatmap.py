"""The heat map as a real table: the stronger the colour, the larger the value; hatched where too few posts stand behind it."""

from collections.abc import Iterator

from smmstrategy.reports import theme
from smmstrategy.reports.document import Figure, Heatmap, Part
from smmstrategy.reports.formats import NBSP, write
from smmstrategy.reports.powerpoint.boxes import POINT, Box
from smmstrategy.reports.powerpoint.drawingml import TableCell
from smmstrategy.reports.powerpoint.slide import Slide
from smmstrategy.reports.powerpoint.typesetting import Paragraph, Run, clamped, leading, runs, width
from smmstrategy.reports.powerpoint.words import TOO_FEW

_INSET = (POINT, 2 * POINT)
_LEGEND = 24 * POINT
_SIZES = (12, 11, 10, 9)
_COUNT = 9  # points: how many posts stand behind a value


def draw_heatmap(block: Heatmap, slide: Slide, box: Box) -> None:
    across = _label_width(block, slide.language, box.width)
    wide = (box.width - across) // len(block.columns)
    down = min((box.height - _LEGEND) // (len(block.rows) + 1), 42 * POINT)
    widths = [box.width - wide * len(block.columns), *([wide] * len(block.columns))]
    header = [TableCell(), *(_label(column, slide.language, wide, down, "ctr") for column in block.columns)]
    rows = [(down, header)]
    size = _size(block, slide.language, wide, down)
    scale = _scale(block)
    for name, figures, counts in zip(block.rows, block.values, block.counts, strict=True):
        posts = zip(figures, counts, strict=True)
        cells = [_value(figure, slide.language, count, block.enough, scale, (size, down)) for figure, count in posts]
        rows.append((down, [_label(name, slide.language, widths[0], down, "l"), *cells]))
    slide.table(box.top(down * len(rows)), widths, rows, block.alt)
    before, after = TOO_FEW[slide.language]
    note = (Run(before), Run(str(block.enough), "number"), Run(after))
    slide.text(
        box.below(down * len(rows) + 6 * POINT).top(_LEGEND - 8 * POINT), [Paragraph(note, 10.5, theme.SLATE)], name="Legend"
    )


def _label_width(block: Heatmap, language: str, across: int) -> int:
    longest = max(width(write(name, language), 12, True) for name in block.rows)
    return min(round(longest * 1.1 * POINT) + 4 * _INSET[0], across // 4)


def _label(name: Part, language: str, across: int, down: int, align: str) -> TableCell:
    size = 12 if align == "l" else max(min(12, int(across / POINT / 4)), 9)
    paragraph = Paragraph(runs(name, language, bold=align == "l"), size, theme.SLATE, align)
    lines = max(int((down - 2 * _INSET[1]) / POINT / leading(size)), 1)
    paragraph = clamped(paragraph, across - 2 * _INSET[0], lines)
    return TableCell([paragraph], inset=_INSET, anchor="b" if align == "ctr" else "ctr")


def _known(block: Heatmap) -> Iterator[float]:
    for figures, counts in zip(block.values, block.counts, strict=True):
        for figure, count in zip(figures, counts, strict=True):
            if figure.value is not None and count >= block.enough:
                yield float(figure.value)


def _scale(block: Heatmap) -> tuple[float, float]:
    known = sorted(_known(block)) or [0.0]
    return known[0], known[-1]


def _size(block: Heatmap, language: str, across: int, down: int) -> float:
    """The largest size at which every value fits its cell on one line, or 0: then colour alone speaks."""
    known = (write(figure, language) for row in block.values for figure in row if figure.value is not None)
    longest = max(known, key=lambda text: width(text, 10), default="")
    room, lines = (across - 2 * _INSET[0]) / POINT * 0.96, (down - 2 * _INSET[1]) / POINT
    return next((size for size in _SIZES if width(longest, size) <= room and leading(size) <= lines), 0)


def _value(
    figure: Figure, language: str, count: int, enough: int, scale: tuple[float, float], space: tuple[float, int]
) -> TableCell:
    """The value and under it n; nothing where there were no posts. `space`: the size of type and the height of the row."""
    if figure.value is None:
        return TableCell(fill=theme.PAPER, rule=theme.WHITE, inset=_INSET)
    (low, high), (size, down) = scale, space
    is_thin = count < enough
    share = (float(figure.value) - low) / (high - low) if not is_thin and high > low else 0.0
    fill = theme.PAPER if is_thin else theme.mixed(theme.ACCENT, theme.WHITE, 0.08 + 0.84 * share)
    color = theme.WHITE if share > 0.8 else theme.SLATE if is_thin else theme.INK
    paragraphs = [Paragraph(runs(figure, language), size, color, "ctr")] if size else []
    if (leading(size) + leading(_COUNT)) * POINT <= down - 2 * _INSET[1]:
        paragraphs.append(Paragraph((Run(f"n{NBSP}{count}", "number"),), _COUNT, color, "ctr"))
    hatch = theme.LINE if is_thin else ""
    return TableCell(paragraphs, fill=fill, rule=theme.WHITE, hatch=hatch, inset=_INSET)
