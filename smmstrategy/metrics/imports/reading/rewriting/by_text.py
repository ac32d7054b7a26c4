"""Columns called «Пост» or «Тема» that hold what posts say: read as those that all tables of posts call text and title."""

from dataclasses import replace

from smmstrategy.metrics.imports.reading import kinds
from smmstrategy.metrics.imports.reading.columns import headers, words
from smmstrategy.metrics.imports.reading.kinds.days import DAYS, of_accounts_alone
from smmstrategy.metrics.imports.reading.kinds.fields import POST
from smmstrategy.metrics.imports.reading.tables.layout import Table
from smmstrategy.metrics.imports.reading.vocabulary import posts

NAMED = {"text": "post text", "title": "post title"}
DATED = {field: names for field, names in POST.items() if field in ("published_at", "permalink")} | {"day": DAYS["day"]}


def named(table: Table, file_name: str) -> Table:
    """The table with these names in place of its own, if its rows have days or links and it has nothing that only accounts have."""
    known = headers.columns(table.header, POST)
    if not headers.columns(table.header, DATED) or ("permalink" not in known and of_accounts_alone(table)):
        return table
    header, taken = [*table.header], _taken(table, file_name)
    for field, position in headers.columns(table.header, posts.MAYBE_TEXTS).items():
        free = next((one for one in (field, "title") if one not in known), None)
        if free and position not in taken and words.are_texts(table, position):
            header[position], known[free] = NAMED[free], position
    return replace(table, header=header, in_file=table.names)


def _taken(table: Table, file_name: str) -> set[int]:
    """The columns that the kind of the table takes, as YouTube's does «Контент» for the number of a video."""
    kind = kinds.recognise(table.header, f"{file_name} {table.title}", set())
    return set(headers.columns(table.header, kind.columns).values()) if kind else set()
