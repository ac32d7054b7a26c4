"""Which columns hold figures, whatever they are called."""

import re

from smmstrategy.metrics.imports.reading.cells import dates, months, numbers
from smmstrategy.metrics.imports.reading.columns import headers, held
from smmstrategy.metrics.imports.reading.tables.layout import Table

ID = re.compile(r"\b(?:id|ids|ид|идентификатор|номер)\b|№")

BESIDE = re.compile(r"[/|;\\\n]")  # between figures in one cell
_MONTH = "|".join(months.NUMBERS)
BY_EXCEL = re.compile(rf"\d{{1,2}}[.-](?:{_MONTH})|(?:{_MONTH})[.-]\d\d", re.IGNORECASE)  # «03.сен», «сен.26»


def are_held(table: Table, position: int) -> bool:
    """Most cells of a column with a name are numbers, and it is not one of ids or of percent."""
    name, texts = table.header[position], held.texts(table, position)
    figures = sum("%" not in text and numbers.is_number(text) for text in texts)
    return bool(name) and not ID.search(headers.normalise(name)) and figures * 2 > len(texts)


def are_spoilt(table: Table, position: int) -> bool:
    """Numbers, of some of which Excel has made days: «4,5» beside «03.сен»."""
    name, texts = table.header[position], held.texts(table, position)
    others = [text for text in texts if not numbers.is_number(text)]
    is_of_numbers = bool(name) and not ID.search(headers.normalise(name)) and 0 < len(others) < len(texts)
    return is_of_numbers and all(BY_EXCEL.fullmatch(text) or dates.is_single_day(text) for text in others)


def are_several(table: Table, position: int) -> bool:
    """Most cells of a column with a name hold several figures: «21 / 3 / 1»."""
    texts = [cell for _number, cells in table.rows if (cell := held.at(cells, position))]
    return bool(table.header[position]) and sum(map(_is_several, texts)) * 2 > len(texts)


def _is_several(text: str) -> bool:
    parts = [part.strip() for part in BESIDE.split(text)]
    figures = [part for part in parts if numbers.is_number(part)]
    return len(parts) > 1 and bool(figures) and all(part in figures or part.casefold() in numbers.ABSENT for part in parts)


def are_lengths(table: Table, position: int) -> bool:
    """Most cells of a column with a name are lengths of time: «4:10», «12 мин»."""
    texts = [cell for _number, cells in table.rows if (cell := held.at(cells, position))]
    return bool(table.header[position]) and sum(map(numbers.says_time, texts)) * 2 > len(texts)


def are_percent(table: Table, position: int) -> bool:
    """Most cells of a column with a name are percent."""
    texts = [cell for _number, cells in table.rows if (cell := held.at(cells, position))]
    figures = sum("%" in text and numbers.is_number(text) for text in texts)
    return bool(table.header[position]) and figures * 2 > len(texts)
