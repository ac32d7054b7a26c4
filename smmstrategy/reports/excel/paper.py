"""Where printed pages of a worksheet end: before a table that fits the next one, and never with a few rows left for the last."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import ceil

WIDTH, HEIGHT = 784, 500  # points of A4 lying down inside its margins, the height with a line to spare
ROW = 15.0  # points, where nothing else is said
MOST_ENDS = 1_000  # Excel takes 1,026 on a sheet


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of a sheet, counted from 0; `first` is that of its title, or of its header where it has none."""

    first: int
    header: int
    last: int


def room(widths: Sequence[float], pages: int, repeated: int) -> float:
    """Points of rows on a page, when columns of so many characters are printed on so many pages beside each other.

    Each of them begins with the first `repeated` columns.
    """
    points = [(width * 7 + 5) * 0.75 for width in widths]
    percent = next((p for p in range(100, 10, -1) if _pages(points, WIDTH * 100 / p, repeated) <= pages), 10)
    return HEIGHT * 100 / percent


def _pages(widths: Sequence[float], across: float, repeated: int) -> int:
    pages, filled = 1, 0.0
    for width in widths:
        if filled + width > across and filled:
            pages, filled = pages + 1, sum(widths[:repeated])
        filled += width
    return pages


def page_ends(tables: Sequence[Table], heights: Mapping[int, float], room: float, repeated: float) -> list[int]:
    """Before which rows a page ends; on each page after the first `repeated` points are taken by the header."""
    if not tables:
        return []
    above = [0.0, *accumulate(heights.get(row, ROW) for row in range(tables[-1].last + 1))]
    ends, top = [], 0
    for place, table in enumerate(tables):
        used, whole = above[table.first] - above[top], above[table.last + 1] - above[table.first]
        if place and whole <= room < used + whole:
            top = table.first
            ends.append(top)
        elif used + whole > room:
            ends += _inside(table, above, top, room, repeated)
            top = ends[-1]
    return ends if len(ends) <= MOST_ENDS else []


def _inside(table: Table, above: Sequence[float], top: int, room: float, repeated: float) -> list[int]:
    """Of a table that goes on: as many rows on each page, as near as can be."""
    end, row, start = above[table.last + 1], table.header + 2, above[top]
    pages, ends = ceil((end - start - repeated) / (room - repeated)), []
    while pages > 1:
        share = (end - start + (pages - 1) * repeated) / pages
        while row < table.last and above[row + 1] - start <= share:
            row += 1
        ends.append(row)
        start, pages, row = above[row] - repeated, pages - 1, row + 1
    return ends
