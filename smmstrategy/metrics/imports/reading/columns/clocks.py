"""A column of times of day under a name that may be that of a day: beside one of days it is their clock."""

import re
from collections.abc import Mapping

from smmstrategy.metrics.imports.reading.columns import headers, held
from smmstrategy.metrics.imports.reading.tables.layout import Table

TIME = re.compile(r"\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s*[ap]\.?m\.?)?", re.I)


def settled(columns: Mapping[str, int], aliases: headers.Aliases, table: Table) -> dict[str, int]:
    """The fields of posts, where «Publish time» of times alone is the clock of the column «Date»."""
    if "published_at" not in columns or "clock" in columns:
        return {**columns}
    names = {"published_at": aliases["published_at"]}
    free = {*range(len(table.header))} - {at for field, at in columns.items() if field != "published_at"}
    of_times = [n for n in sorted(free) if headers.columns([table.header[n]], names) and are_times(table, n)]
    others = [name if n in free and n not in of_times else "" for n, name in enumerate(table.header)]
    day = headers.columns(others, names)
    return {**columns, **day, "clock": of_times[0]} if of_times and day else {**columns}


def are_times(table: Table, position: int) -> bool:
    texts = held.texts(table, position)
    return bool(texts) and all(map(TIME.fullmatch, texts))
