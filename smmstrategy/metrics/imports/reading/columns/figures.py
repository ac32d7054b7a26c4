"""Which columns hold figures, whatever they are called."""

import re

from smmstrategy.metrics.imports.reading.cells import numbers
from smmstrategy.metrics.imports.reading.columns import headers, held
from smmstrategy.metrics.imports.reading.tables.layout import Table

ID = re.compile(r"\b(?:id|ids|ид|идентификатор|номер)\b|№")


def are_held(table: Table, position: int) -> bool:
    """Most cells of a column with a name are numbers, and it is not one of ids or of percent."""
    name, texts = table.header[position], held.texts(table, position)
    figures = sum("%" not in text and numbers.is_number(text) for text in texts)
    return bool(name) and not ID.search(headers.normalise(name)) and figures * 2 > len(texts)


def are_percent(table: Table, position: int) -> bool:
    """Most cells of a column with a name are percent."""
    texts = [cell for _number, cells in table.rows if (cell := held.at(cells, position))]
    figures = sum("%" in text and numbers.is_number(text) for text in texts)
    return bool(table.header[position]) and figures * 2 > len(texts)
