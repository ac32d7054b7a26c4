"""Every post and every day of the period as a row, for the workbook."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd

from audits.evidence import DayRow, PostRow
from audits.measures.calendar import by_clock
from audits.measures.numbers import exact
from audits.measures.posts import Posts
from audits.measures.rates import RATES
from audits.measures.series import Days
from smmstrategy.metrics.catalogue import Level, codes
from smmstrategy.metrics.periods import Period

TIMES = ("published_at", "gone_at")


def post_rows(posts: Posts, account_order: list[int], time_zone: str) -> tuple[PostRow, ...]:
    """Accounts in the given order, each account's posts by time; days are those of the client's zone."""
    metrics = [(code, _exact_column(posts, code)) for code in ("interactions", *codes(Level.POST)) if code in posts.columns]
    rates = [(rate.id, _exact_column(posts, code)) for code, rate in RATES.items() if code in posts.columns]
    order = {account_id: place for place, account_id in enumerate(account_order)}
    column = {name: _moments(values) if name in TIMES else values.tolist() for name, values in posts.columns.items()}
    by_time = [*zip(map(order.get, column["account_id"]), column["published_at"], column["post_id"], strict=True)]
    rows = sorted(range(len(posts)), key=by_time.__getitem__)
    return tuple(_post_row(column, row, metrics, rates, time_zone) for row in rows)


def day_rows(days: Days, period: Period) -> tuple[DayRow, ...]:
    """Days of which anything is known, by account and day."""
    known: dict[tuple[int, date], dict[str, Decimal]] = {}
    for (account_id, metric), one in sorted(days.items()):
        inside = one.within(period)
        for day, value in zip(inside.days, inside.values, strict=True):
            known.setdefault((account_id, day), {})[metric] = value
    return tuple(DayRow(account_id, day, known[account_id, day]) for account_id, day in sorted(known))


def uncounted(rows: Iterable[PostRow], code: str, networks: Mapping[int, str]) -> int:
    """How many of these posts have no rate because its formula does not count them by its rule; `networks` by account."""
    rate, without = RATES.get(code), [row for row in rows if row.value(code) is None]
    if rate is None or rate.counted is None:
        return 0
    table = {name: [row.value(name) for row in without] for name in rate.inputs}
    return int(rate.uncounted(table | {"network": [networks[row.account_id] for row in without]}).sum())


def _post_row(column: dict[str, list], row: int, metrics: Iterable, rates: Iterable, time_zone: str) -> PostRow:
    gone = column["gone_at"][row]
    return PostRow(
        id=column["post_id"][row],
        account_id=column["account_id"][row],
        url=column["permalink"][row],
        published_at=column["published_at"][row],
        day=column["day"][row],
        hour=_whole(column["hour"][row]),
        format=column["format"][row],
        title=column["title"][row],
        text=column["text"][row],
        text_length=_whole(column["text_length"][row]),
        is_paid=_flag(column["is_paid"][row]),
        gone_on=by_clock(gone, time_zone).date() if gone else None,
        source=column["source"][row],
        metrics={code: values[row] for code, values in metrics if values[row] is not None},
        rates={code: values[row] for code, values in rates if values[row] is not None},
    )


def _exact_column(posts: Posts, code: str) -> list[Decimal | None]:
    return [exact(value) for value in posts[code].astype(float).tolist()]


def _moments(values: np.ndarray) -> list[datetime | None]:
    return [None if pd.isna(moment) else moment for moment in pd.DatetimeIndex(values).tz_localize("UTC").to_pydatetime()]


def _whole(value: float) -> int | None:
    return None if value != value else int(value)


def _flag(value: Any) -> bool | None:
    return None if value is None or value != value else bool(value)
