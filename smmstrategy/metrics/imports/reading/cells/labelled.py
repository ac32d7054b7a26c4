"""Figures that stand in one cell with their names: «Подписчиков: 12801», «Подписчики – 12 801 чел., охват – 48 900»."""

import re

from smmstrategy.metrics.imports.reading.cells import dressed, numbers

APART = re.compile(r"[,;|/]\s*(?=[^\W\d])")
PAIR = re.compile(r"(?P<name>[^\W\d][^:=]*?)(?:\s*[:=]|\s[-–—])\s*(?P<figure>(?!\s*20\d\d\Z).+)")  # a year is when, not how many


def names(text: str) -> list[str]:
    """Of those that have a figure behind them."""
    pairs = (PAIR.fullmatch(piece.strip()) for piece in APART.split(text))
    return [m["name"].strip() for m in pairs if m and is_figure(m["figure"])]


def is_figure(text: str) -> bool:
    """A number, of percent or with its unit too."""
    return numbers.is_number(dressed.read(text.strip().rstrip("%"), is_count=True).number)
