"""Columns called «Пост» or «Тема» that hold what posts say: read as those that all tables of posts call text and title."""

from dataclasses import replace

from smmstrategy.metrics.imports.reading import kinds
from smmstrategy.metrics.imports.reading.cells import formats
from smmstrategy.metrics.imports.reading.columns import headers, held, words
from smmstrategy.metrics.imports.reading.kinds.days import DAYS, OF_ACCOUNTS, OF_ACCOUNTS_ALONE
from smmstrategy.metrics.imports.reading.kinds.vocabulary import POST
from smmstrategy.metrics.imports.reading.tables.layout import Table

# Or something else: how many posts there were, what kind of post it was, what a day was about.
HEADINGS = {
    "text": "пост|публикация|запись|содержание|контент|материал|post|publication|copy|body",
    "title": "тема|анонс|topic|subject|headline",
}
NAMED = {"text": "post text", "title": "post title"}
DATED = {field: names for field, names in POST.items() if field in ("published_at", "permalink")} | {"day": DAYS["day"]}


def named(table: Table, file_name: str) -> Table:
    """The table with these names in place of its own, if its rows have days or links and it has nothing that only accounts have."""
    known = headers.columns(table.header, POST)
    if not headers.columns(table.header, DATED) or ("permalink" not in known and of_accounts(table)):
        return table
    header, taken = [*table.header], _taken(table, file_name)
    for field, position in headers.columns(table.header, HEADINGS).items():
        free = next((one for one in (field, "title") if one not in known), None)
        if free and position not in taken and are_texts(table, position):
            header[position], known[free] = NAMED[free], position
    return replace(table, header=header, in_file=table.names)


def of_accounts(table: Table) -> set[str]:
    """What it has of accounts alone, by names under which no post has anything."""
    fields, of_posts = headers.columns(table.header, OF_ACCOUNTS), headers.spread(POST)
    return {field for field in OF_ACCOUNTS_ALONE & fields.keys() if headers.plain(table.header[fields[field]]) not in of_posts}


def are_texts(table: Table, position: int) -> bool:
    """Each row has words of its own there, and not those for the format of a post."""
    is_of_format = all(formats.is_called(text) for text in held.texts(table, position))
    is_own = words.are_held(table, position) if len(table.rows) == 1 else words.are_of_each_row(table, position)
    return is_own and not is_of_format


def _taken(table: Table, file_name: str) -> set[int]:
    """The columns that the kind of the table takes, as YouTube's does «Контент» for the number of a video."""
    kind = kinds.recognise(table.header, f"{file_name} {table.title}", set())
    return set(headers.columns(table.header, kind.columns).values()) if kind else set()
