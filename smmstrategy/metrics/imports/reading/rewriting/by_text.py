"""Columns called «Пост», «Тема» or «Ссылки» that hold what posts say or lead to them: read as all tables of posts call these."""

from dataclasses import replace

from smmstrategy.metrics.imports.reading import kinds
from smmstrategy.metrics.imports.reading.cells import links
from smmstrategy.metrics.imports.reading.columns import headers, held, words
from smmstrategy.metrics.imports.reading.kinds.days import DAYS, of_accounts_alone
from smmstrategy.metrics.imports.reading.kinds.fields import POST
from smmstrategy.metrics.imports.reading.tables.layout import Table
from smmstrategy.metrics.imports.reading.vocabulary import posts

LINK, PAGE = "permalink", "account_url"
NAMED = {"text": "post text", "title": "post title"}
DATED = {field: names for field, names in POST.items() if field in ("published_at", "permalink")} | {"day": DAYS["day"]}


def named(table: Table, file_name: str) -> Table:
    """The table with these names in place of its own, if its rows have days or links and it has nothing that only accounts have."""
    table = _with_links(table, file_name)
    known = headers.columns(table.header, POST)
    if not headers.columns(table.header, DATED) or ("permalink" not in known and of_accounts_alone(table)):
        return table
    header, taken = [*table.header], _taken(table, file_name)
    for field, position in headers.columns(table.header, posts.MAYBE_TEXTS).items():
        free = next((one for one in (field, "title") if one not in known), None)
        if free and position not in taken and words.are_texts(table, position):
            header[position], known[free] = NAMED[free], position
    return replace(table, header=header, in_file=table.names)


def _with_links(table: Table, file_name: str) -> Table:
    """The table whose column of links to posts is called as all tables of posts call it, where none is."""
    maybe = headers.columns(table.header, {LINK: posts.MAYBE_LINKS})
    if not maybe or LINK in headers.columns(table.header, POST):
        return table
    if _taken(table, file_name).get(maybe[LINK], PAGE) != PAGE:
        return table
    addresses = held.addresses(table, maybe[LINK])
    if not addresses or not all(map(links.posts, addresses)) or words.are_texts(table, maybe[LINK]):
        return table
    header = [LINK if n == maybe[LINK] else name for n, name in enumerate(table.header)]
    return replace(table, header=header, in_file=table.names)


def _taken(table: Table, file_name: str) -> dict[int, str]:
    """What the kind of the table takes columns for, as YouTube's does «Контент» for the number of a video."""
    kind = kinds.recognise(table.header, f"{file_name} {table.title}", set())
    return {position: field for field, position in headers.columns(table.header, kind.columns).items()} if kind else {}
