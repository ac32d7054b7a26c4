"""What is said of cells that are no exact numbers: errors of Excel, «10+», «~25 000», a change beside the number."""

from collections.abc import Sequence, Set

from smmstrategy.metrics.imports.reading.cells import numbers
from smmstrategy.metrics.imports.reading.cells.dressed import Dressed
from smmstrategy.metrics.imports.reading.messages import Message, first_of, note, say


def of_errors(column: str, texts: Sequence[str]) -> list[Message]:
    errors = [text for text in texts if text.lower() in numbers.EXCEL_ERRORS]
    text = "{count} cell of «{column}» holds an error of Excel ({error}); it counts as empty."
    plural = "{count} cells of «{column}» hold an error of Excel ({error}); they count as empty."
    return [say(text, plural, count=len(errors), column=column, error=errors[0])] if errors else []


def of_inexact(column: str, rows: Sequence[str], texts: Sequence[str], inexact: Set[str]) -> list[Message]:
    """What is not exact is no figure, nor a time that cannot be read; it leaves the others of its row what they are."""
    cells = [f"{row} «{text}»" for row, text in zip(rows, texts, strict=True) if text in inexact]
    text = "{count} cell of «{column}» says no exact number (row {cells}); it counts as empty."
    plural = "{count} cells of «{column}» say no exact number (rows {cells}); they count as empty."
    return [say(text, plural, count=len(cells), column=column, cells=first_of(cells))] if cells else []


def of_dressed(column: str, rows: Sequence[str], texts: Sequence[str], dressed: Sequence[Dressed]) -> list[Message]:
    """A number that is about so many is one that was rounded; a change beside it is left out."""
    cells = [
        (f"{row} «{text}»", one) for row, text, one in zip(rows, texts, dressed, strict=True) if one.is_about or one.has_change
    ]
    about, changed = [cell for cell, one in cells if one.is_about], [cell for cell, one in cells if one.has_change]
    said = []
    if about:
        text = "{count} cell of «{column}» says about how many (row {cells}): the number is kept as a rounded one."
        plural = "{count} cells of «{column}» say about how many (rows {cells}): the numbers are kept as rounded ones."
        said.append(note(text, plural, count=len(about), column=column, cells=first_of(about)))
    if changed:
        text = "{count} cell of «{column}» has a change beside the number (row {cells}): the change was left out."
        plural = "{count} cells of «{column}» have a change beside the number (rows {cells}): the changes were left out."
        said.append(note(text, plural, count=len(changed), column=column, cells=first_of(changed)))
    return said
