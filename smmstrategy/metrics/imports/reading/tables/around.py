"""What stands around the rows of a table: figures above its header, a description under it, cells behind, lines at its end."""

from collections.abc import Callable, Sequence
from itertools import takewhile

from smmstrategy.metrics.imports.reading.cells import labelled
from smmstrategy.metrics.imports.reading.messages import say
from smmstrategy.metrics.imports.reading.tables.header_rows import NUMERIC, NamesKnown, are_labels, is_line
from smmstrategy.metrics.imports.reading.vocabulary.accounts import NAMES_OF_METRICS

Row = tuple[int, list[str]]
DESCRIPTION = say("This row describes the columns; it holds no data.")
FOOTER = say("This line stands under the table; it holds no data.")
FIGURES = say("The row stands above the table, and no names stand over its figures: nothing was taken from it.")


def begin_of_figures(rows: Sequence[Row], known: NamesKnown) -> int | None:
    """Where «Показатель | Значение» stands among the rows above a table, over names with their figures, which an empty row ends."""
    for position, (_number, cells) in enumerate(rows):
        may_be_header = sum(map(bool, cells)) > 1 and are_labels(cells) and cells[0].casefold() in NAMES_OF_METRICS
        if may_be_header and any(_is_figure(below, known.is_figure) for _number, below in rows[position + 1 :]):
            return position
    return None


def figures(rows: Sequence[Row], known: NamesKnown) -> list[Row]:
    """The rows above a table that are names with their figures, one of which somebody knows."""
    found = [row for row in rows if _is_figure(row[1], bool)]
    return found if any(_is_figure(cells, known.is_figure) for _number, cells in found) else []


def _is_figure(cells: Sequence[str], is_name: Callable[[str], bool]) -> bool:
    """A name with numbers beside it, or with one in its cell, and nothing else; what begins with «#» is a comment."""
    filled = [*filter(None, cells), ""]
    name = filled[0].rstrip(": ")
    is_named = not NUMERIC.fullmatch(name) and is_name(name) and any(map(labelled.is_figure, filled[1:]))
    return not name.startswith("#") and (is_named or any(is_name(one) for cell in filled for one in labelled.names(cell)))


def is_shifted(cells: Sequence[str], width: int) -> bool:
    """Cells stand behind the last column; not where Analytics writes «Grand total» there, for it leaves the first one empty."""
    beyond = [cell for cell in cells[width:] if cell]
    return bool(beyond) and (bool(cells[0]) or any(NUMERIC.fullmatch(cell) for cell in beyond))


def footer(header: Sequence[str], rows: Sequence[Row]) -> list[Row]:
    """Lines of words after an empty line, down to the end of the table: who exported it, and when."""
    lines = list(takewhile(lambda row: is_line(row[1]) and "://" not in "".join(row[1]), reversed(rows)))
    above = rows[: len(rows) - len(lines)]
    stands_apart = bool(lines) and bool(above) and lines[-1][0] > above[-1][0] + 1
    return lines[::-1] if stands_apart and sum(map(bool, header)) > 1 else []


def is_description(cells: Sequence[str]) -> bool:
    return not cells[0] and sum(len(cell) > 30 for cell in cells) >= 2 and _are_labels_of_any_length(cells)


def _are_labels_of_any_length(cells: Sequence[str]) -> bool:
    return not any(NUMERIC.fullmatch(cell) for cell in cells if cell)
