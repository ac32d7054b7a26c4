"""One period's rows for the accounts in view, read once; everything on the page is worked out from these."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from zoneinfo import ZoneInfo

import pandas as pd

from smmstrategy.clients.models import Account, Network
from smmstrategy.metrics import queries
from smmstrategy.metrics.catalogue import total
from smmstrategy.metrics.formulas import interactions_over
from smmstrategy.metrics.periods import Period

CODES = ["followers", "visits", "goal_visits"]
STALE = timedelta(days=45)  # an older follower count does not stand for the first day any more


@dataclass(frozen=True)
class Window:
    """`posts` with a column `interactions`; `daily` reaches back before the period, for the followers it starts with."""

    period: Period
    accounts: tuple[Account, ...]
    posts: pd.DataFrame
    daily: pd.DataFrame
    monthly: dict[tuple[int, str], dict[date, Decimal]]

    @property
    def social(self) -> tuple[Account, ...]:
        return tuple(a for a in self.accounts if a.network != Network.WEBSITE)

    @cached_property
    def _days(self) -> dict[tuple[int, str], dict[date, Decimal]]:
        found: dict[tuple[int, str], dict[date, Decimal]] = {}
        for row in self.daily.itertuples():
            found.setdefault((row.account_id, row.metric), {})[row.day] = row.value
        return found

    @cached_property
    def _inside(self) -> dict[tuple[int, str], dict[date, Decimal]]:
        first = self.period.first
        return {key: {day: value for day, value in known.items() if day >= first} for key, known in self._days.items()}

    def days(self, account: Account, code: str) -> dict[date, Decimal]:
        """Day → value of one account inside the period."""
        return self._inside.get((account.pk, code), {})

    def days_known(self, account: Account, code: str) -> int:
        """How many days of the period `total` stands on: single days, or those of whole months where no day is known."""
        months = self.monthly.get((account.pk, code), {})
        return len(self.days(account, code)) or sum(Period.months(month, 1).days for month in months)

    def total(self, account: Account, code: str, part: Period | None = None) -> Decimal | None:
        """A daily metric over the period or a part of it, the way it totals; whole months stand in where no day is known."""
        part = part or self.period
        known = [value for day, value in self.days(account, code).items() if part.first <= day <= part.last]
        if not known:
            months = self.monthly.get((account.pk, code), {})
            known = [value for month, value in months.items() if part.first <= month and Period.months(month, 1).last <= part.last]
        return total(code, known)

    def having(self, code: str) -> tuple[Account, ...]:
        """The accounts of which a value of this metric is known in the period."""
        return tuple(a for a in self.accounts if self.total(a, code) is not None)

    def of_all(self, code: str, part: Period | None = None) -> Decimal | None:
        """The totals of the accounts that have the metric, added up; None when one of them has none in this part."""
        found = [self.total(account, code, part) for account in self.having(code)]
        return sum(found, Decimal(0)) if found and None not in found else None

    def followers_at_start(self, account: Account) -> Decimal | None:
        """The last count known before the period begins, unless it is too old."""
        known = self._days.get((account.pk, "followers"), {})
        earlier = [day for day in known if self.period.first - STALE <= day < self.period.first]
        return known[max(earlier)] if earlier else None

    def posts_of(self, part: Period) -> pd.DataFrame:
        first, last = pd.Timestamp(part.first), pd.Timestamp(part.last)
        return self.posts[(self.posts["day"] >= first) & (self.posts["day"] <= last)]


def window(accounts: list[Account], period: Period, zone: ZoneInfo) -> Window:
    """The rows of these accounts; followers and visits also by month, for sources that give no days."""
    posts = queries.posts(accounts, period, zone)
    daily = queries.daily(accounts, CODES, Period(period.first - STALE, period.last))
    monthly: dict[tuple[int, str], dict[date, Decimal]] = {}
    for code in CODES:
        for row in queries.monthly(accounts, code, period).itertuples():
            monthly.setdefault((row.account_id, code), {})[row.month] = row.value
    return Window(period, tuple(accounts), posts.assign(interactions=interactions_over(posts)), daily, monthly)
