"""Addresses made from names: Cyrillic becomes Latin, and a taken address gets a number."""

from collections.abc import Iterator

from django.utils.text import slugify

LETTERS = "а б в г д е ё ж з и й к л м н о п р с т у ф х ц ч ш щ ы э ю я"
SOUNDS = "a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch y e yu ya"
LATIN = dict(zip(LETTERS.split(), SOUNDS.split(), strict=True))


def slug(name: str) -> str:
    """«Кофейня у моста» → «kofeynya-u-mosta»; a name without a usable letter becomes «x»."""
    latin = "".join(LATIN.get(letter, letter) for letter in name.lower())
    return slugify(latin)[:50].strip("-") or "x"


def candidates(name: str) -> Iterator[str]:
    """The name's address, then the same with 2, 3, …"""
    first = slug(name)
    yield first
    for number in range(2, 100):
        yield f"{first}-{number}"
