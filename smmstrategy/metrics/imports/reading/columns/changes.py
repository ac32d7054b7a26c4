"""Numbers of how many there are, followers above all, and by their signs those that are changes of it."""

from collections.abc import Mapping, Sequence

from smmstrategy.metrics.catalogue import METRICS, Totals
from smmstrategy.metrics.imports.reading.cells import numbers
from smmstrategy.metrics.imports.reading.columns import held
from smmstrategy.metrics.imports.reading.messages import Message, say
from smmstrategy.metrics.imports.reading.tables.layout import Table

SIGNS = tuple("+-−–")


class Change(numbers.NotANumber):
    """A change that stands among levels."""


def fields(table: Table, columns: Mapping[str, int]) -> list[str]:
    """The fields of levels of which the column holds changes alone."""
    return [name for name in columns if is_level(name) and are_held(held.texts(table, columns[name]))]


def as_changes(field: str, columns: Mapping[str, int]) -> dict[str, int]:
    """The columns with this one as the growth of followers, if no other is; a change of anything else is not measured."""
    others = {name: position for name, position in columns.items() if name != field}
    return {"followers_net": columns[field]} | others if field == "followers" else others


def is_level(field: str) -> bool:
    return field in METRICS and METRICS[field].totals is Totals.LAST


def are_held(texts: Sequence[str]) -> bool:
    """Each number has a sign in front, and one of them says that it was added."""
    found = [text for text in texts if text.casefold() not in numbers.ABSENT and text.strip("0")]
    return any(text.startswith("+") for text in found) and all(text.startswith(SIGNS) for text in found)


def among(field: str, texts: Sequence[str]) -> dict[str, Change]:
    """The changes that stand among levels."""
    added = {text for text in texts if text.startswith("+") and numbers.is_number(text)} if is_level(field) else set()
    return {} if are_held(texts) else {text: Change(text) for text in added}


def without_minus(field: str, texts: Sequence[str]) -> Sequence[str]:
    """How many have left, where each number of them has a minus in front; a single −1 among noughts says that nobody knows."""
    found = {text for text in texts if text.casefold() not in numbers.ABSENT and text.strip("0")}
    are_signed = (
        field == "followers_lost" and not all(map(numbers.is_hidden, found)) and all(text.startswith(SIGNS[1:]) for text in found)
    )
    return [text[1:] if text in found else text for text in texts] if are_signed else texts


def not_taken(text: str, called: str) -> Message:
    return say(
        "«{value}» in the column «{column}» has a sign in front, as a change has, and the other numbers are levels.",
        value=text,
        column=called,
    )
