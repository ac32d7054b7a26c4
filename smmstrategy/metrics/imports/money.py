"""Which currency a column of money is in, by its header and its cells."""

import re
from collections.abc import Iterable

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
AT_END = re.compile(rf"[\s,]*[(\[]?(?:{'|'.join(CURRENCIES.values())})[)\]]?$", re.IGNORECASE)


def currencies(texts: Iterable[str]) -> set[str]:
    """The ISO codes of all currencies the texts name."""
    return {code for text in set(texts) for code, mark in MARKS if mark.search(text)}


def bare(text: str) -> str:
    """A header or an amount without the currency at its end: «Estimated revenue (USD)», «1 234,50 руб.»."""
    return AT_END.sub("", text)
