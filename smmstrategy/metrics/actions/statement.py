"""What one source says about one account, as `record_all` takes it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from smmstrategy.clients.models import Account
from smmstrategy.metrics.periods import Period
from smmstrategy.metrics.records import AccountRecord, PostRecord


@dataclass(frozen=True, slots=True)
class Statement:
    account: Account
    posts: Sequence[PostRecord] = ()
    values: Sequence[AccountRecord] = ()
    period: Period | None = None  # the days the source says it is about
    rejected: int = 0  # rows of the source that were not taken and could have been posts
    time_zone: str = ""  # in which the source counts days; empty: in the client's

    def days_of_posts(self, zone: ZoneInfo, collected_at: datetime) -> Period | None:
        """The days on which no post was missed; None when no post has a date.

        They are those of `period` when all posts lie in it, otherwise the calendar months from the first to the last post; they
        end with the collection, or with the last post where that is dated later.
        """
        dated = [post.published_at for post in self.posts if post.published_at]
        if not dated:
            return None
        first, last = (moment.astimezone(zone).date() for moment in (min(dated), max(dated)))
        known = Period(first.replace(day=1), Period.months(last, 1).last)
        if self.period and self.period.first <= first and last <= self.period.last:
            known = self.period
        return Period(known.first, max(last, min(known.last, collected_at.astimezone(zone).date())))
