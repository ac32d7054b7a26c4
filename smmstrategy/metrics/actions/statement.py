"""What one source says about one account, as `record_all` takes it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from smmstrategy.clients.models import Account
from smmstrategy.metrics.pauses import known_around
from smmstrategy.metrics.periods import Period
from smmstrategy.metrics.records import AccountRecord, PostRecord

WESTERNMOST, EASTERNMOST = timezone(timedelta(hours=-12)), timezone(timedelta(hours=14))


@dataclass(frozen=True, slots=True)
class Statement:
    account: Account
    posts: Sequence[PostRecord] = ()
    values: Sequence[AccountRecord] = ()
    period: Period | None = None  # the days the source says it is about
    rejected: int = 0  # rows of the source that were not taken and could have been posts
    time_zone: str = ""  # in which the source counts days; empty: in the client's
    videos: frozenset[str] = frozenset()  # keys of the posts that it has from lists of videos alone
    silent: tuple[date, ...] = ()  # first days of the months without a post that are known to be silent

    def days_of_posts(self, zone: ZoneInfo, collected_at: datetime) -> Period | None:
        """The days on which no post was missed; None when no post has a date, or only videos do, beside which there may be others.

        They are those of `period`, widened by posts that lie in it by the clock of another zone, where no post lies elsewhere;
        otherwise those from the first to the last post, and on to the edge of its month where that is near (`pauses`).
        They end with the collection, or with the last post where that is dated later.
        """
        dated = [post for post in self._telling if post.published_at]
        days = sorted({post.published_at.astimezone(zone).date() for post in dated})
        if not days:
            return None
        collected_on = collected_at.astimezone(zone).date()
        if self.period and all(_may_lie_in(self.period, post, zone) for post in dated):
            return Period(min(days[0], self.period.first), max(days[-1], min(self.period.last, collected_on)))
        return known_around(days, collected_on)

    @property
    def _telling(self) -> list[PostRecord]:
        """The posts of lists in which no post of their days is missing."""
        return [post for post in self.posts if post.key not in self.videos]


def _may_lie_in(period: Period, post: PostRecord, zone: ZoneInfo) -> bool:
    """Some zone has the post in these days: a source may not say whose days it means. A day without a time is the same in all."""
    earliest, latest = (_day(post, WESTERNMOST), _day(post, EASTERNMOST)) if post.has_time else (_day(post, zone),) * 2
    return earliest <= period.last and period.first <= latest


def _day(post: PostRecord, zone: tzinfo) -> date:
    return post.published_at.astimezone(zone).date()
