"""A file to a plan: which tables it holds, of which kinds, with which records, and what must be asked first. Pure."""

from collections import Counter
from datetime import date
from decimal import Decimal
from functools import partial
from itertools import pairwise
from typing import Any

from smmstrategy.metrics.catalogue import METRICS, Totals
from smmstrategy.metrics.imports import (
    account_rows,
    albums,
    dates,
    headers,
    holes,
    kinds,
    layout,
    mapper,
    post_rows,
    readers,
    telegram_export,
    totals,
    value_rows,
)
from smmstrategy.metrics.imports.columns import Columns
from smmstrategy.metrics.imports.draft import Context, Draft
from smmstrategy.metrics.imports.grids import Grid
from smmstrategy.metrics.imports.kinds import days
from smmstrategy.metrics.imports.kinds.kind import TELEGRAM_EXPORT, Kind, Rows
from smmstrategy.metrics.imports.layout import Table
from smmstrategy.metrics.imports.messages import Refused, say

SAMPLE_ROWS = 20
DAYS_OF_A_TABLE_BY_DAY = 0.5  # known of those from its first to its last
DAY_NAMES = frozenset({"date", "day", "дата", "день"})
ADD = {Rows.POST: post_rows.add, Rows.VALUES: value_rows.add, Rows.ACCOUNT: account_rows.add}


def plan(content: bytes, context: Context) -> dict[str, Any]:
    """What importing this file would mean, as plain JSON. Raises Refused."""
    draft = Draft()
    found = readers.read(content, context.file_name)
    if telegram_export.is_export(found):
        telegram_export.add(found, draft, context)
        return _finished(draft, context, TELEGRAM_EXPORT, headers.signature(["messages"]))
    if not isinstance(found, list) or not all(isinstance(grid, Grid) for grid in found):
        found = [_grid_of_objects(found)]
    tables = [table for grid in found for table in layout.tables(grid, kinds.is_known)]
    if not any(table.rows for table in tables):
        raise Refused("The file has a header but no rows." if tables else "The file holds no table.")
    draft.warnings += [warning for grid in found for warning in grid.warnings]
    several = len(found) > 1
    for table in sorted(tables, key=_has_no_days):
        _add_table(table, draft, context, several)
    found_kinds = [table["kind"] for table in draft.tables if table["rows"]] or [draft.tables[0]["kind"]]
    return _finished(
        draft,
        context,
        Counter(found_kinds).most_common(1)[0][0],
        headers.signature([name for table in tables for name in table.header]),
    )


def _has_no_days(table: Table) -> bool:
    """Tables with days go first: a table without may lie beside them in one archive and be about the same days."""
    return not any(headers.normalise(name) in DAY_NAMES for name in table.header)


def _grid_of_objects(value: Any) -> Grid:
    """A JSON list of flat objects is a table too."""
    if isinstance(value, dict):
        value = next((v for v in value.values() if isinstance(v, list) and v and isinstance(v[0], dict)), None)
    if not isinstance(value, list) or not value or not all(isinstance(item, dict) for item in value):
        raise Refused("The JSON holds no list of posts or values.")
    names = list(dict.fromkeys(str(name) for item in value[:1000] for name in item))
    rows = [(n, ["" if item.get(name) is None else str(item.get(name)) for name in names]) for n, item in enumerate(value, 1)]
    return Grid("", [(0, names), *rows])


def _add_table(table: Table, draft: Draft, context: Context, several: bool) -> None:
    name_row = partial(_row_name, table.name if several else "")
    total_rows = totals.take_out(table)
    draft.rows |= {name_row(number) for number, _cells in [*table.rows, *total_rows, *table.skipped]}
    draft.rejected |= {name_row(number): reason for number, reason in table.skipped}
    kind, columns = _kind(table, draft, context)
    _describe(table, kind, columns, draft)
    if kind is None:
        draft.rejected |= {name_row(number): totals.LEFT_OUT for number, _cells in total_rows}
        return
    seen = Columns(table, columns, context.today, context.options.get("date_order"), context.currency)
    seen.warn_of_twins()
    for number, cells in total_rows:
        draft.rejected[name_row(number)] = totals.check(seen, cells, draft)
    seen.wrong.clear()
    if kind.rows is Rows.NOTHING:
        draft.rejected |= {name_row(number): say(kind.notice) for number, _cells in table.rows}
        return
    ADD[kind.rows](seen, kind, draft, context, name_row)
    draft.warnings += [
        warning for warning in [*seen.warnings, *([say(kind.notice)] if kind.notice else [])] if warning not in draft.warnings
    ]
    if order := seen.order_asked:
        draft.ask(
            "date_order",
            "--date-order",
            say("The dates can be read as day/month or as month/day. Say which comes first (--date-order dmy or mdy)."),
            likely=order.order,
            examples=list(order.examples),
        )


def _kind(table: Table, draft: Draft, context: Context) -> tuple[Kind | None, dict[str, int]]:
    """The table's kind and its columns: a person's mapping first, then the kind named, then what the headers tell."""
    signature = headers.signature(table.header)
    told = context.options.get("columns") or context.mappings.get(signature)
    if told and mapper.is_enough(told, positions := mapper.positions(told, table.header)):
        return mapper.kind_of(told), positions
    if code := context.options.get("kind"):
        kind = kinds.named(code, table.header)
    else:
        kind = kinds.recognise(table.header, f"{context.file_name} {table.name}", (context.account or ("",))[0])
    if kind is None:
        if table.rows:
            mapper.ask(table, draft, signature)
        return None, {}
    columns = headers.columns(table.header, kind.columns)
    if kind.may_be_posts and not context.options.get("kind") and _may_be_posts(table, columns, context.today):
        mapper.ask(table, draft, signature, rows=Rows.POST)
        return None, {}
    return kind, columns


def _may_be_posts(table: Table, columns: dict[str, int], today: date) -> bool:
    """Nothing in it only an account has, and its dates are those of posts: with times of day, twice the same, or now and then."""
    if days.OF_ACCOUNTS_ALONE & columns.keys():
        return False
    texts = [cells[columns["day"]] for _number, cells in table.rows if columns["day"] < len(cells)]
    found = dates.moments(texts, today)
    if any(one.is_month or one.last for one in found):
        return False
    on = sorted(one.day for one in found)
    steps = {(later - earlier).days for earlier, later in pairwise(on)}
    is_monthly = bool(steps) and all(28 <= step <= 31 for step in steps)
    return any(one.clock for one in found) or 0 in steps or (len(steps) > 1 and not is_monthly and _is_irregular(on))


def _is_irregular(on: list[date]) -> bool:
    """A table by day may lack some days; one of posts lacks most, or has them at no interval at all."""
    return len(on) < ((on[-1] - on[0]).days + 1) * DAYS_OF_A_TABLE_BY_DAY


def _describe(table: Table, kind: Kind | None, columns: dict[str, int], draft: Draft) -> None:
    draft.tables.append({
        "name": table.name,
        "kind": kind.code if kind else "",
        "kind_name": kind.name if kind else "",
        "rows": len(table.rows) + len(table.skipped),
        "header": table.header[:60],
        "columns": {table.header[position]: name for name, position in columns.items()},
        "sample": [[number, [cell[:200] for cell in cells[:60]]] for number, cells in table.rows[:SAMPLE_ROWS]],
    })  # fmt: skip


def _row_name(sheet: str, number: int) -> str:
    return f"{sheet}:{number}" if sheet else str(number)


def _finished(draft: Draft, context: Context, kind: str, signature: str) -> dict[str, Any]:
    albums.fold(draft)
    holes.say_of_posts(draft, context.time_zone)
    return {"kind": kind, "signature": signature, "totals": _totals(draft), "days": draft.days(), **draft.as_json()}


def _totals(draft: Draft) -> dict[str, str]:
    """What the file's rows add up to, metric by metric, where adding up means something. Slices and wholes are never mixed."""
    sums: dict[str, Decimal] = {}
    for subject in draft.subjects.values():
        latest = {post[1]: post[10] for post in subject.posts}
        for metrics in latest.values():
            _add_up(sums, metrics.items())
        wholes = {(v[1], v[2], v[3]): v[4] for v in subject.values if not v[5]}
        parts = {(v[1], v[2], v[3], v[5]): v[4] for v in subject.values if v[5]}
        _add_up(sums, ((key[0], value) for key, value in (wholes or parts).items()))
    return {code: f"{value:f}" for code, value in sums.items()}


def _add_up(sums: dict[str, Decimal], values: Any) -> None:
    for code, value in values:
        if METRICS[code].totals is Totals.SUM:
            sums[code] = sums.get(code, Decimal(0)) + Decimal(value)
