"""Whether a table whose columns fit days of an account may be one of its posts: by its ids, its links, its dates, its words."""

import re
import sys
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from smmstrategy.metrics.imports.reading.cells import formats, numbers
from smmstrategy.metrics.imports.reading.columns import accounts, clocks, day_order, headers, held, networks, words, years
from smmstrategy.metrics.imports.reading.context import Context
from smmstrategy.metrics.imports.reading.kinds import days
from smmstrategy.metrics.imports.reading.kinds.fields import POST
from smmstrategy.metrics.imports.reading.kinds.kind import Kind, Rows
from smmstrategy.metrics.imports.reading.records.posts import addresses
from smmstrategy.metrics.imports.reading.tables.grids import cell_at
from smmstrategy.metrics.imports.reading.tables.layout import Table
from smmstrategy.metrics.imports.reading.vocabulary import calendar, posts

OF_POSTS_ALONE = {"key", "text", "title", "hashtags", "format", "duration", "clock", "is_paid"}
DAYS_OF_A_TABLE_BY_DAY = 0.5  # known of those from its first to its last
NUMBER = re.compile(r"\W?\d+", re.ASCII)
OF_POSTS = {field: POST[field] for field in ("text", "title", "hashtags", "format", "clock")}


def called_as_stories(table: Table, columns: dict[str, int], context: Context) -> str:
    """What a table is called that says stories and has nothing only an account has; empty for any other."""
    called = table.title or context.file_name
    return called if posts.STORIES.search(called.casefold()) and not days.OF_ACCOUNTS_ALONE & columns.keys() else ""


def may_be_posts(table: Table, columns: dict[str, int], context: Context) -> bool:
    """Nothing in it only an account has, and its rows have numbers of posts, links to them or, for an account, their dates."""
    if days.OF_ACCOUNTS_ALONE & columns.keys():
        return False
    if table.is_beside_links or _numbers_posts(table, columns) or addresses.networks_of_posts(table):
        return True
    dates: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for _number, cells in table.rows:
        dates[_whose(cells, columns)].append(cell_at(cells, columns["day"]))
    between = years.known(table, context)
    return any(_are_of_posts(years.completed(texts, between), context.today) for texts in dates.values())


def told_by_words(table: Table, columns: dict[str, int], context: Context) -> int | None:
    """The column by which such a table may be one of posts: it says a text, a format, a time or the number of a post, or has other
    words in each row."""
    cells = [cell_at(cells, columns["day"]) for _number, cells in table.rows]
    moments = day_order.moments(years.completed(cells, years.known(table, context)), context.today)
    if days.of_accounts_alone(table) or any(moment.is_month or moment.last for moment in moments):
        return None
    others = [position for position in range(len(table.header)) if position not in columns.values()]
    return next((position for position in others if _is_of_posts(table, position)), None)


def _is_of_posts(table: Table, position: int) -> bool:
    name = [table.header[position]]
    if headers.columns(name, {"number": posts.NUMBERS}):
        return any(map(NUMBER.fullmatch, held.texts(table, position)))
    (field,) = headers.columns(name, OF_POSTS) or headers.columns(name, posts.MAYBE_TEXTS) or [""]
    if field == "format":
        return any(map(formats.is_called, held.texts(table, position)))
    if field == "clock":
        return clocks.are_times(table, position)
    is_noted = bool(headers.columns(name, {"note": calendar.NOTES}))
    return words.are_held(table, position) if field else not is_noted and words.are_of_each_row(table, position)


def told_by_figures(table: Table, columns: dict[str, int], kind: Kind) -> int | None:
    """The column of what accounts alone have, in a table that has texts and days, and nothing by which posts are known."""
    if kind.rows is not Rows.POST or kind.headers or {"permalink", "key"} & columns.keys() or addresses.networks_of_posts(table):
        return None
    found = headers.columns(table.header, {field: days.OF_ACCOUNTS[field] for field in days.of_accounts_alone(table)})
    return next((position for position in found.values() if position not in columns.values()), None)


def may_be_days(table: Table, columns: dict[str, int], kind: Kind) -> bool:
    """Rows taken for posts that have a day, figures and the address of a page, and nothing that only a post has."""
    if kind.rows is not Rows.POST or not {"published_at", "permalink"} <= columns.keys() or OF_POSTS_ALONE & columns.keys():
        return False
    return accounts.are_pages(table, columns["permalink"])


def _are_of_posts(texts: list[str], today: date) -> bool:
    """Dates of posts have times of day, are twice the same, or come now and then."""
    moments = day_order.moments(texts, today)
    if any(moment.is_month or moment.last for moment in moments):
        return False
    on = sorted(moment.day for moment in moments)
    steps = {(later - earlier).days for earlier, later in pairwise(on)}
    is_monthly = bool(steps) and all(28 <= step <= 31 for step in steps)
    return any(moment.clock for moment in moments) or 0 in steps or (len(steps) > 1 and not is_monthly and _is_irregular(on))


def _numbers_posts(table: Table, columns: dict[str, int]) -> bool:
    """A column is called as the number of a post is, and is not one of accounts."""
    position = headers.columns(table.header, {"key": POST["key"]}).get("key")
    if position is None or not any(cell_at(cells, position) for _number, cells in table.rows):
        return False
    return headers.plain(table.header[position]) != "id" or not _numbers_accounts(table, columns, position)


def _numbers_accounts(table: Table, columns: dict[str, int], position: int) -> bool:
    """All rows of an account have the same whole number there."""
    given: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for _number, cells in table.rows:
        given[_whose(cells, columns)].add(cell_at(cells, position))
    is_of_each = all(len(numbers_there) == 1 for numbers_there in given.values()) and len(given) < len(table.rows)
    return is_of_each and not any(numbers.is_ruined(number) for numbers_there in given.values() for number in numbers_there)


def _whose(cells: Sequence[str], columns: dict[str, int]) -> tuple[str, ...]:
    return tuple(cell_at(cells, columns.get(name, sys.maxsize)) for name in (networks.FIELD, "account"))


def _is_irregular(on: list[date]) -> bool:
    """A table by day may lack some days; one of posts lacks most, or has them at no interval at all."""
    return len(on) < ((on[-1] - on[0]).days + 1) * DAYS_OF_A_TABLE_BY_DAY
