"""What the page measures: each measure once, with its name, the way it is written, and how it is worked out from a window."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

import pandas as pd
from django.utils.translation import gettext, ngettext

from smmstrategy.metrics.catalogue import metric
from smmstrategy.metrics.formulas import FORMULAS
from smmstrategy.metrics.periods import Period
from smmstrategy.numbers.windows import Window
from smmstrategy.reports.document import Shown

ALIKE = Decimal("0.9")  # sums over so alike shares of their periods compare

Value = Callable[[Window, Period], Decimal | None]


@dataclass(frozen=True, slots=True)
class Measure:
    """`value` may be asked for the whole period or a step of it; `coverage` says in words how much of it is known."""

    key: str
    name: Callable[[str], str]
    value: Value
    coverage: Callable[[Window], tuple[str, Decimal | None]]
    shown: Shown = Shown.SHORT
    good: int = 1
    note: Callable[[str], str] = lambda language: ""
    places: int | None = None
    of_days: str = ""  # the daily metric it rests on: compared only when the same accounts have it
    adds_up: bool = False  # a sum: compared only when about as much of both periods is known

    def is_comparable(self, now: Window, then: Window) -> bool:
        if self.of_days and now.having(self.of_days) != then.having(self.of_days):
            return False
        return not self.adds_up or _are_alike(self.coverage(now)[1], self.coverage(then)[1])


def _are_alike(now: Decimal | None, then: Decimal | None) -> bool:
    return now is not None and then is not None and min(now, then) >= ALIKE * max(now, then)


def _sum(code: str) -> Value:
    return lambda window, part: _decimal(window.posts_of(part).get(code, pd.Series(dtype=float)).sum(min_count=1))


def _er(window: Window, part: Period) -> Decimal | None:
    """Over the posts of which both interactions and views are known."""
    posts = window.posts_of(part)
    both = posts.dropna(subset=["interactions", "views"]) if "views" in posts else posts.iloc[:0]
    sums = {name: _decimal(both[name].sum(min_count=1)) if len(both) else None for name in ("interactions", "views")}
    return FORMULAS["er_view"].calculate(**sums).value


def _median(window: Window, part: Period) -> Decimal | None:
    return _decimal(window.posts_of(part)["interactions"].median())


def _posts(window: Window, part: Period) -> Decimal | None:
    """A step without posts is 0 only in a period of which posts are known."""
    return Decimal(len(window.posts_of(part))) if len(window.posts) else None


def _growth(window: Window, part: Period) -> Decimal | None:
    """Of the accounts for which both ends are known."""
    ends = [(window.followers_at_start(a), window.total(a, "followers")) for a in window.social]
    known = [end - start for start, end in ends if start is not None and end is not None]
    return sum(known, Decimal(0)) if known and part == window.period else None


def _decimal(number: float) -> Decimal | None:
    return None if pd.isna(number) else Decimal(repr(float(number)))


def _share_of_posts(*columns: str) -> Callable[[Window], tuple[str, Decimal | None]]:
    def coverage(window: Window) -> tuple[str, Decimal | None]:
        posts, known = window.posts, [column for column in columns if column in window.posts]
        count = len(posts.dropna(subset=known)) if len(known) == len(columns) else 0
        words = ngettext("%(known)s of %(n)s post", "%(known)s of %(n)s posts", len(posts)) % {"known": count, "n": len(posts)}
        return words, Decimal(count) / len(posts) if len(posts) else None

    return coverage


def _share_of_days(code: str, social: bool) -> Callable[[Window], tuple[str, Decimal | None]]:
    def coverage(window: Window) -> tuple[str, Decimal | None]:
        accounts = window.social if social else [a for a in window.accounts if a not in window.social]
        expected = window.period.days * len(accounts)
        known = sum(window.days_known(account, code) for account in accounts)
        return gettext("%(known)s of %(n)s days") % {"known": known, "n": expected}, Decimal(known) / expected if expected else None

    return coverage


def _of_metric(code: str, value: Value, coverage: Callable, **more: object) -> Measure:
    found = metric(code)
    return Measure(code, found.name, value, coverage, good=found.good, note=found.note, **more)


POST_DATES = _share_of_posts("day")
FOLLOWERS = _of_metric(
    "followers", lambda window, part: window.of_all("followers", part), _share_of_days("followers", True), of_days="followers"
)
GROWTH = Measure("growth_abs@1", FORMULAS["growth_abs"].name, _growth, _share_of_days("followers", True), of_days="followers")
POSTS = Measure("posts", metric("posts_published").name, _posts, POST_DATES, Shown.INTEGER, good=0)
INTERACTIONS = Measure(
    "interactions", lambda language: gettext("Interactions"), _sum("interactions"), _share_of_posts("interactions"), adds_up=True,
    note=lambda language: gettext("Reactions, comments, shares and saves, as far as the network gives them."),
)  # fmt: skip
MEDIAN = Measure(
    "median_interactions", lambda language: gettext("Interactions of a post, median"), _median, _share_of_posts("interactions"),
    note=lambda language: gettext("Half of the posts got more, half got less; a single hit does not move it."), places=1,
)  # fmt: skip
VIEWS = _of_metric("views", _sum("views"), _share_of_posts("views"), adds_up=True)
ER_VIEW = Measure(
    "er_view@1", FORMULAS["er_view"].name, _er, _share_of_posts("interactions", "views"), Shown.PERCENT,
    note=lambda language: FORMULAS["er_view"].text, places=2,
)  # fmt: skip
VISITS = _of_metric(
    "visits", lambda window, part: window.of_all("visits", part), _share_of_days("visits", False), of_days="visits", adds_up=True
)

SOCIAL = (FOLLOWERS, GROWTH, POSTS, INTERACTIONS, MEDIAN, VIEWS, ER_VIEW)
SITE = (VISITS,)


def measures(window: Window) -> tuple[Measure, ...]:
    """The measures that the accounts in view can have."""
    return (SOCIAL if window.social else ()) + (SITE if len(window.social) < len(window.accounts) else ())
