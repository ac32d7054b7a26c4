"""Rows that say of themselves, in a column of «План» and «Факт», that they are of a plan: skipped with the reason."""

from dataclasses import replace

from smmstrategy.metrics.imports.reading.columns import headers, held
from smmstrategy.metrics.imports.reading.messages import say
from smmstrategy.metrics.imports.reading.tables.layout import Table, cell_at
from smmstrategy.metrics.imports.reading.vocabulary.not_the_whole import FACTS, PLANS
from smmstrategy.metrics.imports.reading.vocabulary.posts import STATUS

IS_PLAN = say("The row is of a plan, as its own column says: its figures may never have come true.")


def left(table: Table) -> Table:
    """The table without such rows; the status of a post is another thing."""
    of_status = headers.columns(table.header, {"status": STATUS}).values()
    position = next((n for n in range(len(table.header)) if n not in of_status and _says_plans(table, n)), None)
    if position is None:
        return table
    planned = [number for number, cells in table.rows if _plain(cell_at(cells, position)) in PLANS]
    return replace(
        table,
        rows=[row for row in table.rows if row[0] not in planned],
        skipped=[*table.skipped, *((number, IS_PLAN) for number in planned)],
    )


def _says_plans(table: Table, position: int) -> bool:
    """Some rows say a plan there, and all others that say anything a fact."""
    words = {_plain(text) for text in held.texts(table, position)}
    return bool(words & PLANS) and words <= PLANS | FACTS


def _plain(text: str) -> str:
    return headers.normalise(text).strip(" .:")
