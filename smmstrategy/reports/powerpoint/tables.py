"""Tables as real tables: column widths from the words in them, rows as high as their text, the rest on another slide."""

from dataclasses import replace

from smmstrategy.reports import theme
from smmstrategy.reports.document import Column, Delta, Row, Table
from smmstrategy.reports.powerpoint.boxes import POINT, Box
from smmstrategy.reports.powerpoint.cards import delta_runs
from smmstrategy.reports.powerpoint.drawingml import TableCell
from smmstrategy.reports.powerpoint.slide import Slide
from smmstrategy.reports.powerpoint.typesetting import Paragraph, clamped, height, leading, runs, width

MOST_ROWS = 12
MOST_LINES = 4
_PAD = (6 * POINT, 4 * POINT)
_SIZES = (18, 16, 14, 13, 12, 11)
_CONTINUED = 12
_MOST_AIR = 0.8  # of the height that the words need
_STACKED = 14


def draw_table(block: Table, slide: Slide, box: Box) -> Table | None:
    """As many rows as fit, twelve at most; the others are the rest, no fewer than stand here."""
    size, rows, widths = _sized(block, slide, box)
    heights = [_row_height(row, widths) for row in rows]
    most = range(1, min(len(block.rows), MOST_ROWS) + 1)
    count = max((n for n in most if n == 1 or sum(heights[: n + 1]) <= box.height), default=0)
    count = -(-len(block.rows) // max(-(-len(block.rows) // max(count, 1)), 1))
    heights = _aired(heights[: count + 1], box.height)
    emphasis = [row.emphasis for row in block.rows]
    drawn = [
        (down, [_cell(paragraph, n == 0, n > 0 and emphasis[n - 1]) for paragraph in row])
        for n, (down, row) in enumerate(zip(heights, rows, strict=False))
    ]
    slide.table(box.top(sum(heights)), widths, drawn, block.alt)
    if len(block.rows) == count:
        return None
    slide.table_size = size
    return replace(block, rows=block.rows[count:])


def _sized(block: Table, slide: Slide, box: Box) -> tuple[float, list[list[Paragraph]], list[int]]:
    """In the largest size that fits whole, or a little smaller where that has rows of one line each, so that they are alike.

    A table that needs two slides anyway is not set small.
    """
    fitting = None
    sizes = [size for size in _SIZES if size <= slide.table_size and len(block.rows) <= MOST_ROWS]
    for size in (*sizes, _CONTINUED):
        if fitting and size < _STACKED:
            return fitting
        rows, widths = _typeset(block, slide.language, box.width, size, MOST_LINES if size >= _STACKED else _lines(box, size))
        if _fits(rows, widths, box):
            fitting = fitting or (size, rows, widths)
            if size < _STACKED or _is_in_lines(rows[1:], widths):
                return size, rows, widths
            if _in_lines_across(rows[1:]) * _STACKED / size > box.width:
                return fitting
    return fitting or (size, rows, widths)


def _fits(rows: list[list[Paragraph]], widths: list[int], box: Box) -> bool:
    is_high = sum(_row_height(row, widths) for row in rows) > box.height
    return not is_high and _are_whole(rows, widths) and not any(_is_cut(paragraph) for row in rows for paragraph in row)


def _in_lines_across(rows: list[list[Paragraph]]) -> int:
    return sum(max(_longest(one, [one.text]) for one in column) for column in zip(*rows, strict=True))


def _is_in_lines(rows: list[list[Paragraph]], widths: list[int]) -> bool:
    return all(_longest(one, [one.text]) <= wide for row in rows for one, wide in zip(row, widths, strict=True))


def _aired(heights: list[int], down: int) -> list[int]:
    """Rows share the room that is left, up to a limit; the header keeps its height."""
    air = max((down - sum(heights)) // max(len(heights) - 1, 1), 0)
    return [heights[0], *(height + min(air, round(min(heights[1:]) * _MOST_AIR)) for height in heights[1:])]


def table_height(block: Table, language: str, box: Box, room: int) -> int:
    """What the table needs where others share its box: `room` at most with a little air, up to two thirds in small type."""
    airy, dense = (_needed(block, language, box.width, size) for size in (_STACKED, _SIZES[-1]))
    return min(max(min(round(airy * 1.2), room), dense), max(room, box.height * 2 // 3))


def _needed(block: Table, language: str, across: int, size: float) -> int:
    rows, widths = _typeset(block, language, across, size, 0)
    return sum(_row_height(row, widths) for row in rows[: MOST_ROWS + 1])


def _lines(box: Box, size: float) -> int:
    """Of a cell that has the box to itself but for a header of two lines."""
    return max(int((box.height - 4 * _PAD[1]) / POINT / leading(size)) - 2, 1)


def _typeset(block: Table, language: str, across: int, size: float, most: int) -> tuple[list[list[Paragraph]], list[int]]:
    """Header and rows as paragraphs cut to so many lines, or whole where `most` is 0, and the widths of the columns."""
    header = [Paragraph(runs(column.title, language, bold=True), size - 1, theme.SLATE, _align(column)) for column in block.columns]
    rows = [header, *(_row(row, block.columns, language, size) for row in block.rows)]
    widths = _widths(block.columns, rows, across)
    if not most:
        return rows, widths
    return [
        [clamped(paragraph, wide - 2 * _PAD[0], most) for paragraph, wide in zip(row, widths, strict=True)] for row in rows
    ], widths


def _row(row: Row, columns: tuple[Column, ...], language: str, size: float) -> list[Paragraph]:
    return [
        Paragraph(
            delta_runs(cell, language) if isinstance(cell, Delta) else runs(cell, language, bold=row.emphasis, linked=True),
            size,
            theme.INK,
            _align(column),
        )
        for cell, column in zip(row.cells, columns, strict=True)
    ]


def _align(column: Column) -> str:
    return "r" if column.align == "right" else "l"


def _widths(columns: tuple[Column, ...], rows: list[list[Paragraph]], across: int) -> list[int]:
    """Shares by weight, wider where that keeps a cell on one line, never narrower than what must not break while there is room.

    Where every column can have its cells on one line, each has.
    """
    total = sum(column.weight for column in columns)
    least = [min(max(_unbroken(row[n], across) for row in rows), across // 3) for n in range(len(columns))]
    lines = [max(least[n], *(_longest(row[n], [row[n].text]) for row in rows)) for n in range(len(columns))]
    if sum(lines) > across:
        lines = [max(pair) for pair in zip(least, (min(line, across * 2 // 5) for line in lines), strict=True)]
    wanted = [max(across * column.weight // total, lines[n]) for n, column in enumerate(columns)]
    floor = lines if sum(lines) <= across else least
    return _fitted(wanted, floor, across)


def _fitted(wanted: list[int], floor: list[int], across: int) -> list[int]:
    """The widths wanted, taken or stretched to `across`: what is too much goes first where there is more than the floor."""
    slack = [want - need for want, need in zip(wanted, floor, strict=True)]
    excess = sum(wanted) - across
    if excess > 0 and sum(slack) > 0:
        wanted = [want - min(spare, -(-excess * spare // sum(slack))) for want, spare in zip(wanted, slack, strict=True)]
    widths = [want * across // sum(wanted) for want in wanted]
    widths[0] += across - sum(widths)
    return widths


def _unbroken(paragraph: Paragraph, across: int) -> int:
    """The width of the longest word, or of the whole link that is no wider than a third: LibreOffice breaks links inside words."""
    whole = _longest(paragraph, [paragraph.text])
    is_whole = any(run.link for run in paragraph.runs) and whole <= across // 3
    return whole if is_whole else _longest(paragraph, paragraph.text.split(" "))


def _longest(paragraph: Paragraph, pieces: list[str]) -> int:
    bold = any(run.bold for run in paragraph.runs)
    return round(max(width(piece, paragraph.size, bold) for piece in pieces) * 1.05 * POINT) + 2 * _PAD[0]


def _is_cut(paragraph: Paragraph) -> bool:
    return bool(paragraph.runs) and paragraph.runs[-1].text == "…"


def _are_whole(rows: list[list[Paragraph]], widths: list[int]) -> bool:
    """Whether no word breaks, and no link that need not."""
    across = sum(widths)
    return all(_unbroken(paragraph, across) <= wide for row in rows for paragraph, wide in zip(row, widths, strict=True))


def _row_height(row: list[Paragraph], widths: list[int]) -> int:
    return max(height([paragraph], wide - 2 * _PAD[0]) for paragraph, wide in zip(row, widths, strict=True)) + 2 * _PAD[1]


def _cell(paragraph: Paragraph, is_header: bool, is_emphasised: bool) -> TableCell:
    return TableCell(
        [paragraph],
        fill=theme.ACCENT_SOFT if is_emphasised else "",
        rule=theme.INK if is_header else theme.LINE,
        anchor="b" if is_header else "ctr",
        inset=_PAD,
    )
