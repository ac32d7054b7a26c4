"""Plain words hold no digits but those of a closed list, such as «303-ФЗ»; every number is a figure, a day or a quote."""

import re
from collections.abc import Iterable
from functools import cache

NUMBER = re.compile(r"[+−-]?\d+(?:[\u00a0\u202f]\d{3})*(?:[.,:]\d+)*")


def numbers(text: str, listed: Iterable[str]) -> list[str]:
    """The numbers of plain words that are in none of the listed ones."""
    return NUMBER.findall(_any_of(frozenset(listed)).sub("\0", text)) if has_digit(text) else []


def whole(piece: str) -> str:
    """A pattern for the piece where its first and last digits are not part of another number: longer, signed or a percentage.

    A hyphen or an en dash is a sign unless it joins the number to a word or another number.
    """
    before = r"(?<!\d)(?<!\d[.,])(?<![+−])(?<!(?<!\w)[-–])" if piece[:1].isdigit() else ""
    after = r"(?![.,]?\d)(?!\s?[%‰])" if piece[-1:].isdigit() else ""
    return f"{before}{re.escape(piece)}{after}"


def has_digit(text: str) -> bool:
    return any(character.isdigit() for character in text)


@cache
def _any_of(pieces: frozenset[str]) -> re.Pattern[str]:
    """The longest first; of an empty list nothing."""
    return re.compile("|".join(whole(piece) for piece in sorted(pieces, key=len, reverse=True)) or "(?!)")
