"""Rows that add up the others: taken out, and held against what the others really add up to."""

import re
from dataclasses import replace
from decimal import Decimal

from smmstrategy.metrics.imports.columns import Columns, Value
from smmstrategy.metrics.imports.draft import Draft
from smmstrategy.metrics.imports.layout import Table
from smmstrategy.metrics.imports.messages import Message, say

WORDS = frozenset(
    [
        "total",
        "totals",
        "grand total",
        "итого",
        "итог",
        "итоги",
        "всего",
        "итоговое значение",
        "итого и средние",
        "всего за период",
        "sum",
        "сумма",
    ]
)
OF_A_POST = re.compile(r"https?://|\d{1,4}[-./]\d{1,2}[-./]\d{2,4}\b")
LEFT_OUT = say("This row is the total of the others; it was left out.")
COMPARED = ("views", "account_views", "visits", "pageviews", "impressions", "likes")


def take_out(table: Table) -> list[tuple[int, list[str]]]:
    """Remove the table's total rows and give them back."""
    found = [row for row in table.rows if _is_total(row[1])]
    table.rows = [row for row in table.rows if not _is_total(row[1])]
    return found


def _is_total(cells: list[str]) -> bool:
    """«Total» stands first, where other rows have an id, a date or a source, and names nothing else."""
    position = next((position for position, cell in enumerate(cells) if cell), 0)
    after = cells[position + 1] if position + 1 < len(cells) else ""
    is_named = bool(cells) and cells[position].casefold().rstrip(":. ") in WORDS and not any(ch.isalpha() for ch in after)
    return is_named and not any(OF_A_POST.match(cell) for cell in cells)


def _sum(values: list[Value | None], whole: list[bool]) -> Decimal:
    return sum((Decimal(value[0]) for value, counts in zip(values, whole, strict=True) if value and counts), Decimal(0))


def _are_whole(columns: Columns) -> list[bool]:
    """Which rows fill every dimension; those that do not are totals of others, unless all are so."""
    filled = [all(row) for row in zip(*(columns.text(name) for name in columns.positions if name.startswith("by ")), strict=True)]
    return filled if any(filled) else [True] * len(columns.table.rows)


def check(columns: Columns, total: list[str], draft: Draft) -> Message:
    """The reason for leaving the row out; warns when it disagrees with the rows it claims to add up."""
    alone = Columns(replace(columns.table, rows=[(0, total)]), columns.positions, columns.today, currency=columns.currency)
    said = {code: Decimal(values[0][0]) for code, values in alone.metrics() if values[0]}
    whole = _are_whole(columns)
    rows = {code: _sum(values, whole) for code, values in columns.metrics()}
    differing = [code for code in COMPARED if code in said and said[code] != rows[code]]
    for code in differing[:1]:
        draft.warn(
            "The file's own total of «{metric}» is {total}, but its rows add up to {sum}.",
            metric=code,
            total=f"{said[code]:f}",
            sum=f"{rows[code]:f}",
        )
    return LEFT_OUT
