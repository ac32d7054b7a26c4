"""Columns that count in thousands or millions, as their headings or what stands above them say."""

from collections.abc import Sequence
from contextlib import suppress

from smmstrategy.metrics.imports.reading.messages import Message, first_of, say

ABSURD = 300  # times as much as another cell of the column, which has a fraction, is no whole number of thousands


def by_scale(scale: str, texts: Sequence[str]) -> tuple[list[str], list[str]]:
    """The cells with this word for thousands or millions, 12,5 as «12,5 тыс»; and those that it makes absurd beside the others,
    for they may be whole numbers written out: 12500."""
    if not scale:
        return [*texts], []
    return [f"{text} {scale}" if text[-1:].isdigit() else text for text in texts], _absurd(texts)


def _absurd(texts: Sequence[str]) -> list[str]:
    figures = {text: figure for text in texts if (figure := _figure(text))}
    least = min((figure for figure in figures.values() if figure % 1), default=None)
    if least is None:
        return []
    return [text for text, figure in figures.items() if figure % 1 == 0 and figure >= max(1000, ABSURD * least)]


def _figure(text: str) -> float:
    with suppress(ValueError):
        return float("".join(text.split()).replace(",", "."))
    return 0.0


def doubt(column: str, absurd: Sequence[str]) -> Message:
    return say(
        "«{column}» counts in thousands or millions, and by that some of its cells ({cells}) are hundreds of times the others. If "
        "they are written out in full, correct the file and import it again.",
        column=column,
        cells=first_of([f"«{text}»" for text in absurd]),
    )
