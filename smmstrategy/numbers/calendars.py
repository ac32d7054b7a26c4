"""Coverage calendars: for each account and daily metric every day of the period, known or not, and the gaps in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from audits.evidence import Coverage
from audits.measures.assembly import TrackedAccount
from audits.measures.glance import Glance
from audits.measures.sufficiency import EXPECTED
from audits.report import measure_names, names
from smmstrategy.metrics.history.urls import address_of_account_values
from smmstrategy.metrics.periods import Period
from smmstrategy.numbers.steps import in_words, label
from smmstrategy.reports.document import Figure, Shown
from smmstrategy.reports.formats import write

CELL = 9


@dataclass(frozen=True, slots=True)
class CoverageCalendar:
    """`drawn` and `missing` are the paths of an SVG that has a square for each day, a column for each week and Monday on top."""

    account: str
    network: str
    values: str  # the address of what the row stands on, "" for posts: each has its own
    metric: str
    known: int
    expected: int
    share: str
    gaps: list[str]
    drawn: str
    missing: str
    width: int


def calendars(glance: Glance, language: str) -> list[CoverageCalendar]:
    """One for each account and metric of which any day is known, and for those an audit expects."""
    by_id = {account.id: account for account in glance.accounts}
    rows = [row for row in glance.coverage if row.level == "account" and (row.known or row.metric in EXPECTED)]
    return [_calendar(by_id[row.account_id], row, glance.subject.now.period, language) for row in rows]


def _calendar(account: TrackedAccount, row: Coverage, period: Period, language: str) -> CoverageCalendar:
    gaps = row.gaps if row.known else (period,)
    missing = {day for gap in gaps for day in gap.each_day()}
    return CoverageCalendar(
        account=account.name or account.handle,
        network=names.network(account.network, language),
        values="" if row.metric == "posts" or not row.known else address_of_account_values(account.id, row.metric),
        metric=measure_names.titled(row.metric, language),
        known=row.known,
        expected=row.expected,
        share=write(Figure("", row.share.value, Shown.PERCENT, 0), language),
        gaps=[label(gap, language) if gap.days == 1 else in_words(gap, language) for gap in gaps],
        drawn=_squares(period, (day for day in period.each_day() if day not in missing)),
        missing=_squares(period, sorted(missing)),
        width=_column(period, period.last) + CELL,
    )


def _squares(period: Period, days: Iterable[date]) -> str:
    return "".join(f"M{_column(period, day) + 1} {day.weekday() * CELL + 1}h5v5h-5z" for day in days)


def _column(period: Period, day: date) -> int:
    return ((day - period.first).days + period.first.weekday()) // 7 * CELL
