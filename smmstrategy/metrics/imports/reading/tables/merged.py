"""Merged cells: a word or a day holds for every row it spans, a figure for none but its first; a group for its columns."""

from collections import defaultdict
from collections.abc import Iterable

from smmstrategy.metrics.imports.reading.cells import dates, networks, numbers

Merged = tuple[int, int, int, int]  # the first row and the last, and the first place in them and the last
Row = tuple[int, list[str]]


def across(rows: Iterable[Row], merged: Iterable[Merged]) -> list[Row]:
    """The rows with the names of groups over all their columns, where several networks are merged in one row."""
    spans: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for first, last, place, last_place in merged:
        if first == last and last_place > place:
            spans[first].append((place, last_place))
    return [(number, _repeated(cells, spans[number]) if number in spans else cells) for number, cells in rows]


def _repeated(cells: list[str], spans: Iterable[tuple[int, int]]) -> list[str]:
    groups = [(first, last) for first, last in spans if first < len(cells)]
    if sum(bool(networks.called(cells[first])) for first, _last in groups) < 2:
        return cells
    repeated = cells + [""] * (max(last for _first, last in groups) + 1 - len(cells))
    for first, last in groups:
        repeated[first : last + 1] = [repeated[first]] * (last + 1 - first)
    return repeated


def spread(rows: Iterable[Row], merged: Iterable[Merged]) -> list[Row]:
    """The rows with the words and days of cells that begin in one of them and reach down to others."""
    beginning: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for first, last, place, _last_place in merged:
        if last > first:
            beginning[first].append((last, place))
    held: dict[int, tuple[int, str]] = {}
    return [(number, _filled(number, cells, held, beginning.get(number, ()))) for number, cells in rows]


def _filled(number: int, cells: list[str], held: dict[int, tuple[int, str]], begins: Iterable[tuple[int, int]]) -> list[str]:
    filled = list(cells)
    for place, (last, text) in held.items():
        if number <= last and not (filled[place] if place < len(filled) else ""):
            filled += [""] * (place + 1 - len(filled))
            filled[place] = text
    held |= {place: (last, cells[place]) for last, place in begins if place < len(cells) and _holds(cells[place])}
    return filled


def _holds(text: str) -> bool:
    """Nobody knows how a figure divides among rows."""
    is_figure = numbers.is_number(text) or numbers.CLOCK.fullmatch(text)
    return not is_figure or bool(dates.ISO.fullmatch(text) or dates.EITHER.fullmatch(text))
