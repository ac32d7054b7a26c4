"""Where printed pages of a worksheet end: before a table that fits the next one, and never with a few rows left for the last."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import ceil

WIDTH, HEIGHT = 784, 500  # points of A4 lying down inside its margins, the height with a line to spare
ROW = 15.0  # points, where nothing else is said
FEW = 3  # rows that a table has at least where it begins under another one
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
    ends: list[int] = []
    free = 0
    for table in tables:
        while end := _end(table, free, above, ends[-1] if ends else 0, room, repeated):
            ends.append(end)
        free = table.last + 1
    return ends if len(ends) <= MOST_ENDS else []


def _end(table: Table, free: int, above: Sequence[float], top: int, room: float, repeated: float) -> int | None:
    """Before which row the page that begins with the row `top` ends, where the table does not end on it.

    From the row `free` on nothing else stands above the table. One longer than a page has about as much on each as it goes on.
    """
    start = above[top] - (repeated if top else 0)
    filled = above[table.last + 1] - start
    if filled <= room:
        return None
    pages = ceil((filled - repeated) / (room - repeated))
    end = bisect_right(above, start + (filled + (pages - 1) * repeated) / pages) - 1
    fits_next = above[table.last + 1] - above[table.first] <= room - repeated
    if top < free and (fits_next or end <= table.header + FEW):
        return min(table.first, bisect_right(above, start + room) - 1)
    return max(end, top + 1, table.header + 2)
