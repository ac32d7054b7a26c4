"""Plain words hold no digits but those of a closed list, such as «303-ФЗ»; every number is a figure, a day or a quote."""

import re
from collections.abc import Iterable
from functools import cache

from smmstrategy.reports.formats import SCALES

NUMBER = re.compile(r"[+−-]?\d+(?:[\u00a0\u202f]\d{3})*(?:[.,:]\d+)*")
_SIGNS = "+−\u207a\u207b\ufe62\ufe63\uff0b\uff0d"
_HYPHENS = "-–\u2010\u2011\u2012"
_SMALL = "⁰¹²³⁴-⁹₀-₉¼-¾⅐-⅟↉"  # powers and fractions
_PERCENT = r"[%‰‱٪﹪％]|(?i:процент|per\s?cent|п\.\s?п\b|pp\b)"
_SCALES = [word.strip("\u00a0").replace(".", r"\.?") for scales in SCALES.values() for _size, word in scales]
_SHORT = "|".join([*_SCALES, "трлн", "mln", "mn", "bn", "tn"])
_LONG = "тысяч|миллион|миллиард|триллион|thousand|million|billion|trillion"
_NO_NAME = r"\b(?![-.·&’]\w)"  # as «M.Video» is one
_BEFORE = rf"(?:(?!\d)|(?<!\d)(?<!\d[.,])(?<![{_SIGNS}{_SMALL}])(?<!(?<![\w\0])[{_HYPHENS}]))"
_AFTER = rf"(?:(?<!\d)|(?![.,]?\d|к\b|[^\S\n]*(?:[{_SMALL}]|{_PERCENT}|(?i:(?:{_SHORT}){_NO_NAME}|{_LONG}))))"
_BEGINS, _ENDS = re.compile(_BEFORE), re.compile(_AFTER)


def numbers(text: str, listed: Iterable[str]) -> list[str]:
    """The numbers of plain words that are in none of the listed ones."""
    return NUMBER.findall(_any_of(frozenset(listed)).sub("\0", text)) if has_digit(text) else []


def find(piece: str, text: str, start: int = 0) -> int:
    """Where the piece comes next and its first and last digits are not part of another number: longer, signed, a percentage, with a
    power, a fraction or in thousands or more, on the same line. −1 where it does not.

    A hyphen or an en dash is a sign unless it joins the number to a word or another number.
    """
    at = text.find(piece, start)
    while at >= 0 and not (_BEGINS.match(text, at) and _ENDS.match(text, at + len(piece))):
        at = text.find(piece, at + 1)
    return at


def has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))


@cache
def _any_of(pieces: frozenset[str]) -> re.Pattern[str]:
    """The longest first; of an empty list nothing."""
    choice = "|".join(map(re.escape, sorted(pieces, key=len, reverse=True)))
    return re.compile(f"{_BEFORE}(?:{choice}){_AFTER}" if pieces else "(?!)")
