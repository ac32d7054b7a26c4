"""Everything a document, a page, a sheet or a block says: its texts and its figures, in the order they stand."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from smmstrategy.reports.document.figures import Figure, Part, Text


def figures(described: Any) -> Iterator[Figure]:
    """Every figure, wherever it stands; repeated when it is shown twice."""
    return (part for part in parts(described) if isinstance(part, Figure))


def texts(described: Any) -> list[Text]:
    """Every word, quote, day and figure as a text of its own."""
    return [(part,) for part in parts(described)]


def parts(described: Any) -> Iterator[Part]:
    waiting = [described]
    while waiting:
        value = waiting.pop()
        if isinstance(value, Part):
            yield value
        elif isinstance(value, tuple):
            waiting.extend(reversed(value))
        elif is_dataclass(value):
            waiting.extend(getattr(value, name) for name in reversed(_names(type(value))))


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
