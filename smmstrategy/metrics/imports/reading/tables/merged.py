"""Cells merged downwards: a word or a day holds for every row it spans, a figure for none but its first."""

from collections import defaultdict
from collections.abc import Iterable

from smmstrategy.metrics.imports.reading.cells import dates, numbers

Merged = tuple[int, int, int]  # the first row, the last, and the place of the cell in them
Row = tuple[int, list[str]]


def spread(rows: Iterable[Row], merged: Iterable[Merged]) -> list[Row]:
    """The rows with the words and days of cells that begin in one of them and reach down to others."""
    beginning: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for first, last, place in merged:
        beginning[first].append((last, place))
    held: dict[int, tuple[int, str]] = {}
    return [(number, _filled(number, cells, held, beginning.get(number, ()))) for number, cells in rows]


def _filled(number: int, cells: list[str], held: dict[int, tuple[int, str]], begins: Iterable[tuple[int, int]]) -> list[str]:
    found = list(cells)
    for place, (last, text) in held.items():
        if number <= last and not (found[place] if place < len(found) else ""):
            found += [""] * (place + 1 - len(found))
            found[place] = text
    held |= {place: (last, cells[place]) for last, place in begins if place < len(cells) and _holds(cells[place])}
    return found


def _holds(text: str) -> bool:
    """Nobody knows how a figure divides among rows."""
    is_figure = numbers.is_number(text) or numbers.CLOCK.fullmatch(text)
    return not is_figure or bool(dates.ISO.fullmatch(text) or dates.EITHER.fullmatch(text))
