"""Which columns hold words, and whether each row has words of its own there."""

import re

from smmstrategy.metrics.imports.reading.cells import dates, formats, links, months, networks, numbers, pages, weekdays
from smmstrategy.metrics.imports.reading.columns import held
from smmstrategy.metrics.imports.reading.tables.layout import Table

LETTERS = re.compile(r"[^\W\d_]{3}")
_HOURS, _MINUTES, _SECONDS = "ч|час|часа|часов|h|hours?", "м|мин|минут[аы]?|m|min|minutes?", "с|сек|секунд[аы]?|s|sec|seconds?"
LASTS = re.compile(rf"(?:\d+(?:[.,]\d+)?\s*(?:{_HOURS}|{_MINUTES}|{_SECONDS})\.?\s*)+", re.I)  # «12 мин 5 сек»
_STRETCHES = r"неделя|нед\.?|week|w|квартал|кв\.?|q"
STRETCH = re.compile(rf"(?:{_STRETCHES})\s*№?\s*\d+|\d+(?:-?[яй])?\s*(?:{_STRETCHES})")


def are_held(table: Table, position: int) -> bool:
    """Most cells of a column with a name are words; those that name a day of the week, a month or another stretch are not."""
    texts = held.texts(table, position)
    return bool(table.header[position]) and sum(map(is_word, texts)) * 2 > len(texts)


def are_of_each_row(table: Table, position: int) -> bool:
    """At least half of the rows have words there, and most of them other words than the rest."""
    texts = [text for text in held.texts(table, position) if is_word(text)]
    others = {text.casefold() for text in texts}
    return are_held(table, position) and len(texts) * 2 >= len(table.rows) and len(others) * 2 > len(texts) and len(others) > 1


def are_texts(table: Table, position: int) -> bool:
    """Each row has words of its own there, and not those for the format of a post."""
    is_of_format = all(formats.is_called(text) for text in held.texts(table, position))
    is_own = are_held(table, position) if len(table.rows) == 1 else are_of_each_row(table, position)
    return is_own and not is_of_format


def is_word(text: str) -> bool:
    return bool(LETTERS.search(text)) and not _leads_elsewhere(text) and is_name(text)


def lead_elsewhere(table: Table, position: int) -> bool:
    """Most cells of a column with a name are links or @names, and no names of networks."""
    texts = held.texts(table, position)
    there = [text for text in texts if _leads_elsewhere(text) and not networks.called(text)]
    return bool(table.header[position]) and len(there) * 2 > len(texts)


def _leads_elsewhere(text: str) -> bool:
    return text.startswith("@") or bool(links.SCHEME.match(text)) or bool(pages.network_of(text))


def is_name(text: str) -> bool:
    """Words however short, or an address: no number, and nothing of the calendar."""
    is_figure = numbers.is_number(text) or text.casefold() in numbers.ABSENT or bool(LASTS.fullmatch(text))
    return any(map(str.isalpha, text)) and not is_figure and not _is_of_calendar(text)


def _is_of_calendar(text: str) -> bool:
    word = text.casefold().strip(". ")
    return word in months.NUMBERS or bool(weekdays.NAME.fullmatch(word)) or bool(STRETCH.fullmatch(word)) or dates.are_days([text])
