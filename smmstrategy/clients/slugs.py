"""Addresses made from names: Cyrillic becomes Latin, a brand's begins with its client's, and a taken address gets a number."""

from collections.abc import Iterator

from django.utils.text import slugify

LETTERS = "а б в г д е ё ж з и й к л м н о п р с т у ф х ц ч ш щ ъ ы ь э ю я"
SOUNDS = "a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya"
LATIN = str.maketrans(dict(zip(LETTERS.split(), SOUNDS.replace("-", "").split(" "), strict=True)))
BETWEEN = "--"  # stands in no address made from one name, so that what is taken depends on one client's brands alone


def slug(name: str) -> str:
    """«Кофейня у моста» → «kofeynya-u-mosta»; a name without a usable letter becomes «x»."""
    return slugify(name.lower().translate(LATIN))[:50].strip("-") or "x"


def within(client: str, brand: str) -> str:
    """The address of a client's brand."""
    return f"{client}{BETWEEN}{brand}"


def candidates(first: str) -> Iterator[str]:
    """The address, then the same with 2, 3, …"""
    yield first
    for number in range(2, 100):
        yield f"{first}-{number}"
