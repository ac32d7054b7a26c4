"""Coverage calendars: for each account and daily metric every day of the period, known or not, and the gaps in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from smmstrategy.clients.models import Account
from smmstrategy.metrics import queries
from smmstrategy.metrics.catalogue import Level, codes, metric
from smmstrategy.metrics.periods import Period
from smmstrategy.numbers.steps import in_words, label
from smmstrategy.reports.document import Figure, Shown
from smmstrategy.reports.formats import write

CELL = 9


@dataclass(frozen=True, slots=True)
class Calendar:
    """`squares` are (x, y, known) of a calendar with a column for each week and Monday on top."""

    account: Account
    metric: str
    known: int
    expected: int
    share: str
    gaps: list[str]
    squares: list[tuple[int, int, bool]]
    width: int


def calendars(accounts: list[Account], period: Period, language: str) -> list[Calendar]:
    """One for each account and metric with any daily value; followers also where there is none, unless it is a website."""
    by_id = {account.pk: account for account in accounts}
    rows = queries.coverage(accounts, codes(Level.ACCOUNT), period).itertuples()
    found = [(by_id[row.account_id], row) for row in rows]
    wanted = [(a, r) for a, r in found if r.days_known or (r.metric == "followers" and a.network != "website")]
    return [_calendar(account, row, period, language) for account, row in wanted]


def _calendar(account: Account, row, period: Period, language: str) -> Calendar:
    missing = {day for first, last in row.gaps for day in _days(first, last)}
    squares = list(_squares(period, missing))
    return Calendar(
        account=account,
        metric=metric(row.metric).name(language),
        known=row.days_known,
        expected=row.days_expected,
        share=write(Figure("", Decimal(row.days_known) / row.days_expected, Shown.PERCENT, 0), language),
        gaps=[_gap(first, last, language) for first, last in row.gaps],
        squares=squares,
        width=squares[-1][0] + CELL,
    )


def _squares(period: Period, missing: set[date]) -> Iterator[tuple[int, int, bool]]:
    start = period.first - timedelta(days=period.first.weekday())
    for day in period.each_day():
        yield (day - start).days // 7 * CELL, day.weekday() * CELL, day not in missing


def _gap(first: date, last: date, language: str) -> str:
    return label(Period(first, last), language) if first == last else in_words(Period(first, last), language)


def _days(first: date, last: date) -> Iterator[date]:
    return Period(first, last).each_day()
