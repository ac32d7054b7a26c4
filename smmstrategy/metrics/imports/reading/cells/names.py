"""A name in words as a cell has it, and in the one spelling in which names are compared."""

import re

from smmstrategy.metrics.imports.reading.cells import numbers

QUOTES = re.compile('[«»"“”„‟]+')


def cleaned(text: str) -> str:
    """The name without quotes and stray blanks, NBSP among them; empty where the cell says that there is none."""
    words = " ".join(QUOTES.sub(" ", text).split())
    return "" if words.casefold() in numbers.ABSENT else words


def compared(text: str) -> str:
    """What all spellings of one name have in common."""
    return cleaned(text).casefold()
