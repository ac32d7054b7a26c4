"""A number with something beside it: its unit «12 560 чел.», a change «12 340 (+120)», that it is about so many «~25 000»."""

import re
from typing import NamedTuple

from smmstrategy.metrics.imports.reading.cells import numbers

CHANGE = re.compile(r"(.*\d\D*?)\s*[(\[]\s*(?:[+−–-]\s*[\d.,: ]+%?|[↑↓▲▼]\s*[\d.,: ]+%?|[+−–-]?0(?:[.,]0+)?%?)\s*[)\]]")
ABOUT = re.compile(r"(?:[~∼≈]\s*|(?:около|примерно|приблизительно|ок\.|прибл\.|about|approx\.?|ca\.)\s+)(.+)", re.I)
COUNTED = re.compile(
    r"(.*\d.*?)\s*(?:чел(?:\.|овека?)?|шт(?:\.|ук[аи]?)?|ед\.?|people|pcs\.?|"
    r"(?:подписчик|участник|просмотр)(?:а|ов)?|followers?|subscribers?|members?|views?)",
    re.I,
)
LONGEST = 60  # characters; more are no number


class Dressed(NamedTuple):
    """The number alone, whether the text says that it is about so many, and whether a change stood beside it."""

    number: str
    is_about: bool = False
    has_change: bool = False


def read(text: str, *, is_count: bool) -> Dressed:
    """What a text says beside its number; the text as it stands where the rest of it is none. `is_count`: it may have a unit."""
    if text.isdigit() or len(text) > LONGEST:
        return Dressed(text)
    change = CHANGE.fullmatch(text)
    about = ABOUT.fullmatch(change[1] if change else text)
    number = about[1] if about else change[1] if change else text
    counted = COUNTED.fullmatch(number) if is_count else None
    number = counted[1] if counted else number
    is_number = numbers.is_number(number) or numbers.says_time(number)
    return Dressed(number, about is not None, change is not None) if is_number else Dressed(text)
