"""Where words beside a point of a line stand: at the side of it that fewest lines cross."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from smmstrategy.reports.powerpoint.charts import parts

_APART = 5.0  # points between a point and its words
_TALL = parts.LABEL + 5.0

Point = tuple[float, float]
Place = tuple[str, float]  # a side of a point, and how far words right or left of it are raised

_LEVEL: Sequence[Place] = (("r", 0.0), ("t", 0.0), ("b", 0.0), ("l", 0.0))
_ABOVE_LEFT_OR_RIGHT: Sequence[Place] = (("r", _TALL / 2), ("l", _TALL / 2))


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


def freest_place(
    field: Field, point: Point, words_width: float, lines: Sequence[Sequence[Point | None]], places: Sequence[Place] = _LEVEL
) -> Place:
    """One of these, the first of those that are alike: right of the point, above, below, left of it."""
    across, down = point
    half, tall = words_width / 2, _TALL / 2
    pieces = [piece for line in lines for piece in _pieces(line)]

    def crossed(place: Place) -> int:
        side = place[0]
        x = across + {"r": _APART + half, "l": -_APART - half}.get(side, 0.0)
        y = down + {"t": -_APART - tall, "b": _APART + tall}.get(side, lift(field, point, place))
        outside = y + tall > field.height or y - tall < -field.over if side in "tb" else x - half < 0
        return sum(_crosses(piece, (x - half, x + half), (y - tall, y + tall)) for piece in pieces) + len(pieces) * outside

    return min(places, key=crossed)


def places_of_value(field: Field, point: Point, words_width: float, slot: float) -> Sequence[Place]:
    """Above, below and, if it ends before a value as wide at the next point, beside its point; not below at the axis."""
    if _APART + words_width * 1.5 > slot:
        return _LEVEL[1:3]
    has_room_below = point[1] + _APART + _TALL <= field.height
    return [*_LEVEL[1 : 2 + has_room_below], *_ABOVE_LEFT_OR_RIGHT, _LEVEL[0], _LEVEL[3]]


def lift(field: Field, point: Point, place: Place) -> float:
    """How far up, as less than nothing, words right or left of a point go to stand as they are raised, and above the axis."""
    side, raised = place
    return min(field.height - _TALL / 2 - point[1], -raised) if side in "rl" else 0.0


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
