"""How long something lasts, typed into a spreadsheet as minutes and seconds, which it keeps as hours and minutes."""

import re
from collections.abc import Sequence

from smmstrategy.metrics.imports.reading.messages import Message, say
from smmstrategy.metrics.imports.reading.tables.grids import ShortClock

OF_DAYS = re.compile(r"(?:2[4-9]|[3-9]\d|\d{3,}):\d\d:00", re.ASCII)  # Excel gives seconds to «25:10»
OF_TWO = re.compile(r"\d+:\d\d", re.ASCII)


def as_typed(column: str, texts: Sequence[str], *, are_sums: bool) -> tuple[list[str], list[Message]]:
    """«4:10» for a cell that shows so much of 4:10:00; in its column «25:10» was typed, too, where 25:10:00 stands.

    Sums of times may well be of hours: they stay. Whichever of the two may be meant, what it was taken for is said.
    """
    short = next((text for text in texts if isinstance(text, ShortClock)), None)
    if short is None:
        of_two = next((text for text in texts if OF_TWO.fullmatch(text)), None) if are_sums else None
        return [*texts], [_are_minutes(column, of_two)] if of_two else []
    if are_sums:
        doubt = say(
            "«{column}» shows hours and minutes, and its cells were taken so: {cell} is hours, minutes, seconds. If minutes and "
            "seconds were typed there, write them as 0:04:10 and import the file again.",
            column=column,
            cell=str(short),
        )
        return [*map(str, texts)], [doubt]
    are_short = [isinstance(text, ShortClock) or OF_DAYS.fullmatch(text) for text in texts]
    typed = [text.removesuffix(":00") if is_short else text for text, is_short in zip(texts, are_short, strict=True)]
    return typed, [_are_minutes(column, short.removesuffix(":00"))]


def _are_minutes(column: str, cell: str) -> Message:
    return say(
        "«{column}» has times of two parts, and they were taken for minutes and seconds: {cell}. If they are hours and minutes, "
        "write them as 1:30:00 and import the file again.",
        column=column,
        cell=cell,
    )
