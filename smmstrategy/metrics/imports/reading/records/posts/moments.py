"""When a post was published, of which several rows of a file tell: the finest word counts, as it does across files."""

from collections.abc import Set
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from smmstrategy.metrics.imports.reading.draft import BY_HAND, HAS_TIME, PUBLISHED_AT
from smmstrategy.metrics.imports.reading.records.posts import alike

Record = list[Any]
MOMENT = (PUBLISHED_AT, HAS_TIME, BY_HAND)


@dataclass(frozen=True)
class Moments:
    """A time is more than a day or that day's midnight, the network's more than one kept by hand, seconds more than a minute."""

    zone: ZoneInfo

    def complete(self, posts: list[Record]) -> None:
        """Give rows of one post that tell less of its moment that of the last that tells most, and by whom it is told."""
        dated = [post for post in posts if post[PUBLISHED_AT]]
        _complete_minutes(dated)
        timed = {self._day(post) for post in dated if post[HAS_TIME] and not self._is_midnight(post)}
        ranks = {id(post): self._rank(post, timed) for post in dated}
        best = max(reversed(dated), key=lambda post: ranks[id(post)], default=None)
        for post in posts if best else ():
            if id(post) not in ranks or ranks[id(post)] < ranks[id(best)]:
                for part in MOMENT:
                    post[part] = best[part]

    def _rank(self, post: Record, timed: Set[date]) -> tuple[bool, bool]:
        is_time = post[HAS_TIME] and not (self._is_midnight(post) and self._day(post) in timed)
        return is_time, not post[BY_HAND]

    def _is_midnight(self, post: Record) -> bool:
        return alike.is_midnight(datetime.fromisoformat(post[PUBLISHED_AT]), self.zone)

    def _day(self, post: Record) -> date:
        return datetime.fromisoformat(post[PUBLISHED_AT]).astimezone(self.zone).date()


def _complete_minutes(posts: list[Record]) -> None:
    """Rows cut to the minute get the seconds of the last that says them of it."""
    moments = [datetime.fromisoformat(post[PUBLISHED_AT]) for post in posts]
    told = {at.replace(second=0): post[PUBLISHED_AT] for post, at in zip(posts, moments, strict=True) if at.second}
    for post, at in zip(posts, moments, strict=True):
        post[PUBLISHED_AT] = told.get(at, post[PUBLISHED_AT])
