"""Posts whose figures a file gives day by day: what adds up is added up; what never totals is not known."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import chain
from typing import Any

from smmstrategy.metrics.catalogue import METRICS, Totals
from smmstrategy.metrics.imports.reading.cells import numbers
from smmstrategy.metrics.imports.reading.draft import FIGURES, KEY, ROUNDED, ROW, Draft

Record = list[Any]


@dataclass
class DailyPost:
    """The rows of one post: those of each of its days, and those of its whole life."""

    days: dict[str, list[Record]] = field(default_factory=dict)
    whole: list[Record] = field(default_factory=list)
    lacks_a_day: bool = False

    def of(self, code: str) -> list[Record]:
        """The rows that make up this figure, one of each day; none where it is not known."""
        groups = [self.whole] if self.whole else list(self.days.values())
        last = [[row for row in rows if code in row[FIGURES]][-1:] for rows in groups]
        is_known = all(last) and (self.whole or (_adds_up(code) and not self.lacks_a_day))
        return list(chain(*last)) if is_known else []

    def rows(self) -> list[Record]:
        return [*chain(*self.days.values()), *self.whole]

    def codes(self) -> list[str]:
        return list(dict.fromkeys(code for row in self.rows() for code in row[FIGURES]))


def _adds_up(code: str) -> bool:
    return METRICS[code].totals is Totals.SUM


def unite(draft: Draft) -> None:
    """Give each row of such a post the figures of all its days, or of its whole life where a row has those, and say so."""
    posts = list(_daily_posts(draft))
    _say([post for post in posts if not post.whole], draft)
    if count := sum(bool(post.whole) for post in posts):
        draft.warn(
            "{count} post has a row of its whole life beside those of its days: that row alone counts.",
            "{count} posts have rows of their whole life beside those of their days: these rows alone count.",
            count=count,
        )
    for post in posts:
        made_up = {code: rows for code in post.codes() if (rows := post.of(code))}
        figures = {
            code: numbers.plain(sum((Decimal(row[FIGURES][code]) for row in rows), Decimal(0))) for code, rows in made_up.items()
        }
        rounded = [code for code, rows in made_up.items() if any(code in row[ROUNDED] for row in rows)]
        for row in post.rows():
            row[FIGURES], row[ROUNDED] = figures, rounded


def _daily_posts(draft: Draft) -> Iterator[DailyPost]:
    """The posts of which any row is that of a day."""
    for subject in draft.subjects.values():
        posts: dict[str, DailyPost] = {}
        for row in subject.posts:
            post, day = posts.setdefault(row[KEY], DailyPost(lacks_a_day=row[KEY] in draft.lacking)), draft.of_day.get(row[ROW])
            (post.days.setdefault(day, []) if day else post.whole).append(row)
        yield from (post for post in posts.values() if post.days)


def _say(posts: list[DailyPost], draft: Draft) -> None:
    """Of how many posts, and of how many each metric is not known: one that never totals, or one that a day lacks."""
    if not posts:
        return
    draft.note(
        "The file gives the figures of {count} post by day: they were added up over the days it has.",
        "The file gives the figures of {count} posts by day: they were added up over the days it has.",
        count=len(posts),
    )
    unknown = Counter(code for post in posts for code in post.codes() if not post.of(code))
    for code, count in unknown.items():
        if _adds_up(code):
            draft.warn(
                "«{metric}» of {count} post is blank or refused on some of its days: what it comes to is not known.",
                "«{metric}» of {count} posts is blank or refused on some of their days: what it comes to is not known.",
                metric=code,
                count=count,
            )
        else:
            draft.warn(
                "«{metric}» of {count} post given by day is not known: it never adds up. Export «Lifetime» to have it.",
                "«{metric}» of {count} posts given by day is not known: it never adds up. Export «Lifetime» to have it.",
                metric=code,
                count=count,
            )
