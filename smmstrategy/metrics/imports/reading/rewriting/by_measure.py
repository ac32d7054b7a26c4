"""The day on which followers were counted, «Дата замера»: read as the day of the row; other figures beside it are asked about."""

from dataclasses import replace

from smmstrategy.metrics.catalogue import METRICS, Totals
from smmstrategy.metrics.imports.reading.columns import headers
from smmstrategy.metrics.imports.reading.kinds.days import OF_ACCOUNTS
from smmstrategy.metrics.imports.reading.messages import Message, first_of, say
from smmstrategy.metrics.imports.reading.tables.layout import Table
from smmstrategy.metrics.imports.reading.vocabulary.calendar import MEASURED

DAY = "Дата"


def named(table: Table) -> Table:
    """The table with that name in place of its own; not one with days of its own."""
    fields, measured = headers.columns(table.header, OF_ACCOUNTS), headers.columns(table.header, {"day": MEASURED})
    if not measured or "day" in fields or "followers" not in fields:
        return table
    header = [DAY if n == measured["day"] else name for n, name in enumerate(table.header)]
    return replace(table, header=header, in_file=table.names)


def question(table: Table) -> Message | None:
    """What asks whether the other figures are of that day too; nothing of any other table, or where it has none."""
    fields = headers.columns(table.header, OF_ACCOUNTS)
    if "day" not in fields or not headers.columns([day := table.names[fields["day"]]], {"day": MEASURED}):
        return None
    codes = {field: field.partition("*")[0] for field in fields}
    flows = [
        table.names[at]
        for field, at in fields.items()
        if codes[field] in METRICS and METRICS[codes[field]].totals is not Totals.LAST
    ]
    return _of_flows(day, flows) if flows else None


def _of_flows(day: str, flows: list[str]) -> Message:
    return say(
        "«{column}» says when followers were counted, and not of which days the figures beside them are ({columns}). If they are "
        'of that day alone, take them so (--columns guess); if not, leave them out (--columns "{left_out}").',
        column=day,
        columns=first_of([f"«{name}»" for name in flows]),
        left_out=";".join(f"{name}=-" for name in flows),
    )
