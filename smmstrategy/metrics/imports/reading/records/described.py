"""A table as a preview shows it: what it is called, of which kind it is, what its columns hold, its first rows."""

from typing import Any

from smmstrategy.metrics.imports.reading import kinds
from smmstrategy.metrics.imports.reading.answers.kept_under import KeptUnder
from smmstrategy.metrics.imports.reading.columns import headers
from smmstrategy.metrics.imports.reading.columns.values import Columns
from smmstrategy.metrics.imports.reading.kinds.kind import Kind, Rows
from smmstrategy.metrics.imports.reading.tables.layout import Table

SAMPLE_ROWS = 20


def of(table: Table, kind: Kind | None, columns: dict[str, int]) -> dict[str, Any]:
    """Without a kind it is asked what its columns hold."""
    names = headers.apart(table.names)
    return {
        "name": " · ".join(filter(None, [table.name, table.part])),
        "title": " · ".join(filter(None, [table.title[:100], table.part])),
        "kind": kind.code if kind else "",
        "kind_name": kind.name if kind else "",
        "lines": table.lines,
        "rows": len(table.rows) + len(table.skipped),
        "is_list": kind is not None and kind.rows is Rows.ACCOUNT and not kind.of_own,
        "signature": KeptUnder.NETWORK.signature(table) if kind in (None, kinds.LEFT_OUT) or kind.rows is not Rows.NOTHING else "",
        "of_header": KeptUnder.HEADER.signature(table),
        "header": names[:60],
        "columns": {names[position]: name for name, position in columns.items() if position < len(names)},
        "sample": [[table.called(number), [cell[:200] for cell in cells[: len(names)][:60]]]
                   for number, cells in table.rows[:SAMPLE_ROWS]],
    }  # fmt: skip


def as_read(seen: Columns) -> dict[str, Any]:
    """What the sample's dates were taken for, unless that is asked, and no column of which nothing was taken."""
    names = headers.apart(seen.table.names)
    columns = {names[at]: name for name, at in seen.positions.items() if name not in seen.unused and at < len(names)}
    if seen.order_asked:
        return {"columns": columns}
    dates = {
        names[seen.positions[name]]: [moment.written() if moment else "" for moment in moments[:SAMPLE_ROWS]]
        for name, moments in seen.read.items()
    }
    return {"columns": columns, "dates": dates}
