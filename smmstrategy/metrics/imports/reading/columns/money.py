"""Which currency a column of money is in, by its header and its cells."""

import re
from collections.abc import Iterable
from functools import lru_cache

CURRENCIES = {
    "RUB": r"rub|rur|₽|руб(?:ли|лей|\.)?|р\.",
    "USD": r"usd|us\$|\$|долл(?:ары|\.)?",
    "EUR": r"eur|€|евро",
    "GBP": r"gbp|£",
    "KZT": r"kzt|₸|тенге",
    "BYN": r"byn",
    "UAH": r"uah|₴",
    "TRY": r"try|₺",
    "CNY": r"cny|¥",
}
MARKS = [(code, re.compile(rf"(?<![^\W\d_])(?:{marks})(?![^\W\d_])", re.IGNORECASE)) for code, marks in CURRENCIES.items()]
ANYWHERE = re.compile(rf"(?<![^\W\d_])(?:{'|'.join(CURRENCIES.values())})(?![^\W\d_])", re.IGNORECASE)
AT_END = re.compile(rf"[\s,]*[(\[]?(?:{'|'.join(CURRENCIES.values())})[)\]]?$", re.IGNORECASE)


def currencies(texts: Iterable[str]) -> set[str]:
    """The ISO codes of all currencies the texts name."""
    return {code for text in set(texts) for code, mark in MARKS if mark.search(text)}


@lru_cache(maxsize=10_000)
def bare(text: str) -> str:
    """A header without the currency at its end: «Estimated revenue (USD)»."""
    return AT_END.sub("", text)


def amount(text: str) -> str:
    """An amount without its currency: «1 234,50 руб.», «USD 12.5»."""
    return ANYWHERE.sub("", text).strip()
