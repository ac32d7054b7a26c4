"""Everything a page, a sheet or a block says: its texts and its figures, in the order they stand."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from smmstrategy.reports.document import Day, Figure, Quote, SlideNumber, Text


def figures(described: Any) -> Iterator[Figure]:
    """Every figure, wherever it stands; repeated when it is shown twice."""
    return (part for part in parts(described) if isinstance(part, Figure))


def texts(described: Any) -> list[Text]:
    """Every word, quote, day and figure as a text of its own."""
    return [(part,) for part in parts(described)]


def parts(described: Any) -> Iterator[str | Figure | Quote | Day | SlideNumber]:
    if isinstance(described, str | Figure | Quote | Day | SlideNumber):
        yield described
    elif isinstance(described, tuple):
        for item in described:
            yield from parts(item)
    elif is_dataclass(described):
        for part in fields(described):
            yield from parts(getattr(described, part.name))
