"""A column of one goal of a site by its name: «Достижения цели (Заказ)» counts it where no other of the table counts goals."""

import re
from collections.abc import Mapping

from smmstrategy.metrics.imports.reading.columns import figures, headers
from smmstrategy.metrics.imports.reading.draft import Draft
from smmstrategy.metrics.imports.reading.tables.layout import Table

NAMES = {
    "goal_reaches": frozenset({"достижения цели", "goal completions", "key events"}),
    "goal_visits": frozenset({"целевые визиты", "goal visits"}),
}

# As the old Google Analytics calls a column: «Заказ (цель 1, достигнутые переходы к цели)».
NUMBERED = re.compile(r".+ \((?:цель \d+, достигнутые переходы к цели|goal \d+ completions)\)")


def settled(fields: Mapping[str, int], table: Table) -> dict[str, int]:
    """The fields with those of the only goal; of several goals nobody knows which one counts."""
    only = {field: found[0] for field in NAMES if len(found := _of_goals(field, table)) == 1}
    return {**fields, **{field: position for field, position in only.items() if field not in fields}}


def warn(fields: Mapping[str, int], table: Table, draft: Draft) -> None:
    """Say which goal was taken."""
    for field, position in fields.items():
        if field in NAMES and _is_of_one(table.header[position], field):
            draft.warn("«{column}» counts one goal of the site, and was taken for its goals.", column=table.names[position])


def _of_goals(field: str, table: Table) -> list[int]:
    named = [position for position, name in enumerate(table.header) if _is_of_one(name, field)]
    return [position for position in named if not figures.are_percent(table, position)]


def _is_of_one(header: str, field: str) -> bool:
    is_numbered = field == "goal_reaches" and NUMBERED.fullmatch(headers.normalise(header))
    return headers.noted(header) in NAMES[field] or bool(is_numbered)
