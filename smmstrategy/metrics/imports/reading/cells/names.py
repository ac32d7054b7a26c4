"""A name in words as a cell has it, and in the one spelling in which names are compared."""

import re
import unicodedata
from collections.abc import Collection
from functools import lru_cache

from smmstrategy.metrics.imports.reading.cells import numbers

QUOTES = re.compile('[«»"“”„‟]+')
DASHES = re.compile(r"\s*[-\u2010-\u2015\u2212]\s*")
APOSTROPHES = "’‘`´"
ALIKE = str.maketrans("ё" + APOSTROPHES, "е" + "'" * len(APOSTROPHES))
SHORT = 3  # letters of a name that may be the beginning of any word
SIGNS = frozenset({"So", "Sk", "Cf", "Me"})  # emoji and what holds them together, ®, ™


def cleaned(text: str) -> str:
    """The name without quotes and stray blanks, NBSP among them; empty where the cell says that there is none."""
    words = " ".join(QUOTES.sub(" ", text).split())
    return "" if words.casefold() in numbers.ABSENT else words


@lru_cache(maxsize=10_000)
def compared(text: str) -> str:
    """What all spellings of one name have in common: «Всё – Кофе®» is «все-кофе»; a name of signs alone keeps them."""
    name = unicodedata.normalize("NFC", cleaned(text)).casefold().translate(ALIKE)
    return " ".join(DASHES.sub("-", "".join(filter(_is_spelt, name))).split()) or name


def named_in(text: str, names: Collection[str]) -> bool:
    """One of the names, as compared, stands in the text in any case: «Подписчики Лютика»."""
    there = compared(text)
    return any(re.search(rf"(?<!\w){re.escape(_stem(name))}\w{{0,2}}(?!\w)", there) for name in names)


def _stem(name: str) -> str:
    return name[:-1] if len(name) > SHORT and name[-1] in "аеийоуыьюя" else name


def _is_spelt(sign: str) -> bool:
    return not ("\ufe00" <= sign <= "\ufe0f" or unicodedata.category(sign) in SIGNS)
