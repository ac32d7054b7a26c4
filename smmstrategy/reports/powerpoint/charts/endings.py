"""Where words beside a point of a line stand: at the side of it that fewest lines cross."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from smmstrategy.reports.powerpoint.charts import parts

_APART = 5.0  # points between a point and its words
_TALL = parts.LABEL + 5.0

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Field:
    """The inside of the axes in points, from its upper left corner."""

    width: float
    height: float
    over: float = 0.0  # room above it for words

    def line(self, shares: Sequence[float | None]) -> list[Point | None]:
        """The points of a line of such shares of the axis, a gap where there is none."""
        slot = self.width / max(len(shares), 1)
        return [None if share is None else ((n + 0.5) * slot, (1 - share) * self.height) for n, share in enumerate(shares)]


def freest_side(
    field: Field, point: Point, words_width: float, lines: Sequence[Sequence[Point | None]], sides: str = "rtbl"
) -> str:
    """One of these sides, the first of those that are alike: right of the point, above, below, left of it."""
    across, down = point
    half, tall = words_width / 2, _TALL / 2
    beside = down + lift(field, point)
    middles = {
        "r": (across + _APART + half, beside),
        "t": (across, down - _APART - tall),
        "b": (across, down + _APART + tall),
        "l": (across - _APART - half, beside),
    }
    pieces = [piece for line in lines for piece in _pieces(line)]

    def crossed(side: str) -> int:
        x, y = middles[side]
        outside = y + tall > field.height or y - tall < -field.over if side in "tb" else x - half < 0
        return sum(_crosses(piece, (x - half, x + half), (y - tall, y + tall)) for piece in pieces) + len(pieces) * outside

    return min(sides, key=crossed)


def sides_of_value(field: Field, point: Point, words_width: float, slot: float) -> str:
    """Above and below its point; at the axis, which leaves no room below, above and beside it, if it has room in half a slot."""
    has_room_below = point[1] + _APART + _TALL <= field.height
    return "tb" if has_room_below or _APART + words_width > slot / 2 else "trl"


def lift(field: Field, point: Point) -> float:
    """How far up, as less than nothing, words right or left of a point at the axis go to stand above it."""
    return min(field.height - _TALL / 2 - point[1], 0.0)


def _pieces(line: Sequence[Point | None]) -> Iterator[tuple[Point, Point]]:
    """From each known point to the next; a point between gaps is a piece by itself."""
    for start, end in pairwise([*line, None]):
        if start:
            yield start, end or start


def _crosses(piece: tuple[Point, Point], across: Point, down: Point) -> bool:
    """Whether a piece passes through the box of these ends."""
    (start, high), (end, low) = piece
    first, last = max(start, across[0]), min(end, across[1])
    if first > last:
        return False
    slope = (low - high) / (end - start) if end > start else 0.0
    at = [high + (x - start) * slope for x in (first, last)]
    return min(at) < down[1] and max(at) > down[0]
