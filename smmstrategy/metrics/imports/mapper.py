"""Columns nobody has seen before: a guess, a question with sample rows, and the answer read as a kind."""

import re
from collections.abc import Mapping
from typing import Any

from smmstrategy.metrics.catalogue import METRICS
from smmstrategy.metrics.imports import headers
from smmstrategy.metrics.imports.draft import Draft
from smmstrategy.metrics.imports.kinds.accounts import LIST
from smmstrategy.metrics.imports.kinds.days import DAYS
from smmstrategy.metrics.imports.kinds.kind import Kind, Rows
from smmstrategy.metrics.imports.kinds.traffic import DIMENSIONS, NUMBERS
from smmstrategy.metrics.imports.kinds.vocabulary import POST
from smmstrategy.metrics.imports.layout import Table
from smmstrategy.metrics.imports.messages import say

WORDS = {"by traffic": DIMENSIONS | NUMBERS, "values": DAYS, "accounts": LIST, "posts": POST}
FIELDS = frozenset(
    [
        "key",
        "permalink",
        "published_at",
        "clock",
        "format",
        "title",
        "text",
        "hashtags",
        "duration",
        "is_paid",
        "account",
        "account_name",
        "account_url",
        "day",
    ]
)


def ask(table: Table, draft: Draft, signature: str) -> None:
    """Open the question what the columns mean, with a guess to start from."""
    draft.ask(
        "columns",
        "--columns",
        say(
            (
                'These columns are new: {columns}. Say what they mean (--columns "HEADER=FIELD;…", or '
                "--columns guess to take the guess)."
            ),
            columns=", ".join(name for name in table.header[:20] if name),
        ),
        signature=signature,
        header=table.header[:200],
        guess=guess(table),
        fields=sorted(FIELDS) + list(METRICS),
        sample=[[cell[:200] for cell in cells[:200]] for _number, cells in table.rows[:20]],
    )


def guess(table: Table) -> dict[str, Any]:
    """The best reading of the headers: whole names first, then the words inside them, then what the cells look like."""
    fields: dict[str, str] = {}
    for position, name in enumerate(table.header[:200]):
        field = _field(headers.normalise(name)) or _field_by_cells(table, position)
        if field and field not in fields.values():
            fields[name] = field
    rows = Rows.POST if {"permalink", "text", "title", "key"} & set(fields.values()) else Rows.VALUES
    if rows is Rows.VALUES:
        fields = {name: "day" if field == "published_at" else field for name, field in fields.items()}
    return {"rows": rows.value, "fields": fields}


def _field(name: str) -> str:
    exact, inside = headers.spread(POST), ""
    if name in exact:
        return exact[name][0]
    for alias in exact:
        if len(alias) > 3 and re.search(rf"\b{re.escape(alias)}\b", name) and len(alias) > len(inside):
            inside = alias
    return exact[inside][0] if inside else ""


def _field_by_cells(table: Table, position: int) -> str:
    cells = [cells[position] for _number, cells in table.rows[:20] if position < len(cells) and cells[position]]
    if cells and all(cell.startswith(("http://", "https://")) for cell in cells):
        return "permalink"
    if cells and all(re.match(r"\d{1,4}[-./]\d{1,2}[-./]\d{1,4}", cell) for cell in cells):
        return "published_at"
    return ""


def kind_of(told: Mapping[str, Any]) -> Kind:
    """The kind a person has described: {"rows": "post"|"values"|"account", "network": …, "fields": {header: field}}."""
    return Kind("columns", "Columns you explained", Rows(told.get("rows", "post")), {}, network=told.get("network", ""))


def positions(told: Mapping[str, Any], header: list[str]) -> dict[str, int]:
    """Field → column, for the headers of the answer that the table has and the fields that exist."""
    fields = {headers.normalise(name): field for name, field in told.get("fields", {}).items()}
    found: dict[str, int] = {}
    for position, name in enumerate(header):
        field = fields.get(headers.normalise(name), "")
        if field and is_field(field):
            found.setdefault(field, position)
    return found


def is_field(name: str) -> bool:
    return name in FIELDS or name.partition("*")[0] in METRICS or name.startswith("by ")
