"""Rows that say of themselves, in a column of «План» and «Факт», that they are of a plan: skipped with the reason.

Where the column mostly says something else, what it says of a plan is asked about.
"""

import re
from collections import Counter
from collections.abc import Collection, Mapping

from smmstrategy.metrics.catalogue import SITE
from smmstrategy.metrics.imports.reading.cells import plans
from smmstrategy.metrics.imports.reading.columns import headers, held
from smmstrategy.metrics.imports.reading.kinds.kind import Kind, Rows
from smmstrategy.metrics.imports.reading.messages import Message, say
from smmstrategy.metrics.imports.reading.tables.grids import cell_at
from smmstrategy.metrics.imports.reading.tables.layout import Table
from smmstrategy.metrics.imports.reading.vocabulary.calendar import NOTES

OF_NOTES = re.compile(rf"(?:{NOTES})\b")
IS_PLAN = say("The row is of a plan, as its own column says: its figures may never have come true.")
IS_NEITHER = say("The row says neither a plan nor a fact in a column in which the others do.")


def may_be(kind: Kind) -> bool:
    """Days and lists that are none of a network's own exports alone."""
    return not kind.headers and kind.rows in (Rows.VALUES, Rows.ACCOUNT)


def skip(table: Table, kind: Kind, columns: Mapping[str, int]) -> None:
    """Skip such rows, and those that say neither there."""
    position = next((n for n in _telling(table, kind, columns.values()) if _says_plans(table, n, kind)), None)
    if position is None:
        return
    refused = {number: reason for number, cells in table.rows if (reason := _reason(cell_at(cells, position), kind))}
    table.skipped += refused.items()
    table.rows = [row for row in table.rows if row[0] not in refused]


def in_doubt(table: Table, kind: Kind, columns: Mapping[str, int]) -> dict[int, str]:
    """The columns of which nothing is taken, and what they say, in which some of the rows that are left say a plan.

    Beside a column that tells slices apart such a word may be what others searched for.
    """
    is_of_wholes = may_be(kind) and not any(field.startswith("by ") for field in columns)
    telling = _telling(table, kind, columns.values()) if is_of_wholes else []
    said = {n: next((text for text in held.texts(table, n) if _is_plan(text, kind)), "") for n in telling}
    return {n: text for n, text in said.items() if text}


def of_any(table: Table) -> list[int]:
    """The rows skipped that may be about any post."""
    return [number for number, reason in table.skipped if reason in (IS_PLAN, IS_NEITHER)]


def _telling(table: Table, kind: Kind, taken: Collection[int]) -> list[int]:
    """The columns besides those `taken` that are of no notes; beside posts and in exports those called so alone."""
    names = {n: headers.normalise(name) for n, name in enumerate(table.header) if n not in taken}
    others = [n for n, name in names.items() if not OF_NOTES.match(name)]
    return others if may_be(kind) else [n for n in others if plans.tells_both(names[n])]


def _says_plans(table: Table, position: int, kind: Kind) -> bool:
    """Some rows say a plan there and some a fact, unless all that say anything say a plan: most rows say either, or none says
    anything else, or nothing, as often as they do, as where each month has its deviation, too."""
    texts = [cell_at(cells, position) for _number, cells in table.rows]
    others = Counter(text.casefold() for text in texts if not (_is_plan(text, kind) or plans.is_fact(text)))
    planned, happened = sum(_is_plan(text, kind) for text in texts), sum(map(plans.is_fact, texts))
    are_most = (planned + happened) * 2 > len(texts)
    is_each = happened > 0 and max(others.values(), default=0) <= max(planned, happened)
    return planned > 0 and (is_each or (are_most and (happened > 0 or planned == len([*filter(None, texts)]))))


def _reason(text: str, kind: Kind) -> Message | None:
    if _is_plan(text, kind):
        return IS_PLAN
    return IS_NEITHER if text and not plans.is_fact(text) else None


def _is_plan(text: str, kind: Kind) -> bool:
    return plans.is_plan(text, of_site=kind.network == SITE)
