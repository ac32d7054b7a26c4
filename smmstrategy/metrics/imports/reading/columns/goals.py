"""A column of one goal of a site by its name: «Достижения цели (Заказ)» counts it where no other of the table counts goals."""

from collections.abc import Mapping

from smmstrategy.metrics.imports.reading.columns import figures, headers
from smmstrategy.metrics.imports.reading.draft import Draft
from smmstrategy.metrics.imports.reading.tables.layout import Table

NAMES = {
    "goal_reaches": frozenset({"достижения цели", "goal completions", "key events"}),
    "goal_visits": frozenset({"целевые визиты", "goal visits"}),
}


def settled(fields: Mapping[str, int], table: Table) -> dict[str, int]:
    """The fields with those of the only goal; of several goals nobody knows which one counts."""
    only = {field: found[0] for field in NAMES if len(found := _of_goals(field, table)) == 1}
    return {**fields, **{field: position for field, position in only.items() if field not in fields}}


def warn(fields: Mapping[str, int], table: Table, draft: Draft) -> None:
    """Say which goal was taken."""
    for field, position in fields.items():
        if field in NAMES and headers.noted(table.header[position]) in NAMES[field]:
            draft.warn("«{column}» counts one goal of the site, and was taken for its goals.", column=table.names[position])


def _of_goals(field: str, table: Table) -> list[int]:
    named = [position for position, name in enumerate(table.header) if headers.noted(name) in NAMES[field]]
    return [position for position in named if not figures.are_percent(table, position)]
