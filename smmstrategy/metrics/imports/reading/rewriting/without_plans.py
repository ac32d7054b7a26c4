"""Rows that say of themselves, in a column of «План» and «Факт», that they are of a plan: skipped with the reason.

Where most of the column says something else, what it says of a plan is asked about.
"""

from collections.abc import Collection
from dataclasses import replace

from smmstrategy.metrics.imports.reading.cells import plans
from smmstrategy.metrics.imports.reading.columns import headers, held
from smmstrategy.metrics.imports.reading.kinds.fields import POST
from smmstrategy.metrics.imports.reading.messages import Message, say
from smmstrategy.metrics.imports.reading.tables.layout import Table, cell_at
from smmstrategy.metrics.imports.reading.vocabulary.calendar import NOTES
from smmstrategy.metrics.imports.reading.vocabulary.posts import STATUS

IS_PLAN = say("The row is of a plan, as its own column says: its figures may never have come true.")
IS_NEITHER = say("The row says neither a plan nor a fact in a column in which the others do.")
POSTS = {field: POST[field] for field in ("permalink", "title", "text")}


def left(table: Table) -> Table:
    """The table without such rows, and without those that say neither there."""
    position = next((n for n in _telling(table) if _says_plans(table, n)), None)
    if position is None:
        return table
    told = {number: reason for number, cells in table.rows if (reason := _reason(cell_at(cells, position)))}
    rows = [row for row in table.rows if row[0] not in told]
    return replace(table, rows=rows, skipped=[*table.skipped, *told.items()])


def in_doubt(table: Table, taken: Collection[int]) -> tuple[int, str] | None:
    """A column besides those `taken`, and what it says, in which some of the rows that are left say a plan."""
    said = ((n, text) for n in _telling(table) if n not in taken for text in held.texts(table, n))
    return next(((n, text) for n, text in said if plans.is_plan(text)), None)


def _telling(table: Table) -> list[int]:
    others = _of_something_else(table)
    return [n for n in range(len(table.header)) if n not in others]


def _of_something_else(table: Table) -> Collection[int]:
    """The columns of notes, and of posts those of what these say, and whether they were published."""
    fields = headers.columns(table.header, POSTS | {"status": STATUS, "notes": NOTES})
    are_posts = not fields.keys().isdisjoint(POSTS)
    return {position for field, position in fields.items() if are_posts or field == "notes"}


def _says_plans(table: Table, position: int) -> bool:
    """Most rows that say anything there say a plan or a fact, some a plan; and some a fact, unless all say a plan."""
    texts = held.texts(table, position)
    planned, happened = sum(map(plans.is_plan, texts)), sum(map(plans.is_fact, texts))
    return planned > 0 and (happened > 0 or planned == len(texts)) and (planned + happened) * 2 > len(texts)


def _reason(text: str) -> Message | None:
    if plans.is_plan(text):
        return IS_PLAN
    return IS_NEITHER if text and not plans.is_fact(text) else None
