"""How much was published and how evenly, over the days of which that is known, of accounts of which enough are."""

from collections.abc import Collection, Iterable
from decimal import Decimal
from itertools import pairwise

import numpy as np

from audits.evidence import Missing, Number, Segment
from audits.measures.calendar import DAY, Calendar, calendar_months, whole_weeks
from audits.measures.numbers import count, exact, share
from audits.measures.posts import Posts
from smmstrategy.metrics.formulas import FORMULAS
from smmstrategy.metrics.pauses import SILENCE_DAYS
from smmstrategy.metrics.periods import Period


def rhythm(prefix: str, posts: Posts, calendar: Calendar) -> dict[str, Number]:
    """Posts, posts a week, and the days between posts: median, longest, standard deviation."""
    numbers = {"posts": published(prefix, posts, calendar), "posts_per_week": _per_week(prefix, posts, calendar)}
    calendar = calendar.of_enough()
    posts = posts.of_accounts(calendar.known_accounts)
    intervals = _intervals(posts, calendar)
    if len(intervals) >= 2:
        numbers |= {
            "interval.median": _interval(
                prefix, "interval.median", "median(days between posts)", float(np.median(intervals)), intervals, calendar
            ),
            "interval.sigma": _interval(
                prefix, "interval.sigma", "σ(days between posts)", float(np.std(intervals)), intervals, calendar
            ),
        }
    known = calendar.days_together
    if len(posts) and known:
        longest = max((pause.days for pause in _pauses(posts, calendar)), default=0)
        inputs = (("days", str(known)),)
        numbers["silence.longest"] = Number(
            f"{prefix}.silence.longest", Decimal(longest), FORMULAS["silence"].id, "longest run of days without a post", inputs,
            n=len(posts), coverage=calendar.coverage, accounts=calendar.known_accounts,
        )  # fmt: skip
        days = len({day for day in _days(posts, calendar).tolist() if calendar.of_all[day]})
        numbers["active_days"] = Number(
            f"{prefix}.active_days", share(days, known), FORMULAS["active_days"].id, "days with a post ÷ days",
            (("days with a post", str(days)), *inputs), coverage=calendar.coverage, accounts=calendar.known_accounts,
        )  # fmt: skip
    return numbers


def published(prefix: str, posts: Posts, calendar: Calendar) -> Number:
    """How many posts there are; not known when no day is, and less than there were when some days are not."""
    if len(posts) or calendar.days_by_account:
        accounts = tuple(sorted({*posts.giving(), *calendar.known_accounts}))
        return count(prefix, "posts", len(posts), source=posts.sources, coverage=calendar.coverage, accounts=accounts)
    return Number(f"{prefix}.posts", None, FORMULAS["count"].id, coverage=calendar.coverage, reason=Missing.NOT_IMPORTED)


def silent(posts: Posts, calendar: Calendar) -> tuple[int, ...]:
    """The accounts known to have no post."""
    publishing = posts.giving()
    return tuple(account for account in calendar.known_accounts if account not in publishing)


def weeks(prefix: str, posts: Posts, calendar: Calendar) -> tuple[Segment, ...]:
    """Posts of every whole week of the window, its key the Monday; 0 is a week without posts, a week not known has no number."""
    counts = zip(whole_weeks(calendar.period), _weekly(posts, calendar), strict=True)
    return tuple(_week(prefix, week.first.isoformat(), posts_of_week) for week, posts_of_week in counts)


def weekly_posts(posts: Posts, calendar: Calendar) -> list[int]:
    """How many posts each whole week of the window has of which all days are known."""
    return [posts_of_week for posts_of_week in _weekly(posts, calendar) if posts_of_week is not None]


def _weekly(posts: Posts, calendar: Calendar) -> list[int | None]:
    whole = whole_weeks(calendar.period)
    if not whole:
        return []
    calendar, start = calendar.of_enough(), (whole[0].first - calendar.period.first).days
    week = (_days(posts.of_accounts(calendar.known_accounts), calendar) - start) // 7
    counts = np.bincount(week[(week >= 0) & (week < len(whole))], minlength=len(whole)).tolist()
    known = calendar.of_all[start : start + 7 * len(whole)].reshape(-1, 7).all(axis=1).tolist()
    return [posts_of_week if is_known else None for posts_of_week, is_known in zip(counts, known, strict=True)]


def _week(prefix: str, key: str, posts_of_week: int | None) -> Segment:
    return Segment(key, {} if posts_of_week is None else {"posts": count(f"{prefix}.week:{key}", "posts", posts_of_week)})


def silences(posts: Posts, calendar: Calendar) -> tuple[Period, ...]:
    """Runs of fourteen days and more of the calendar without a post, the edges of the window included."""
    return tuple(pause for pause in _pauses(posts, calendar) if pause.days >= SILENCE_DAYS)


def silent_months(pauses: Iterable[Period], in_doubt: Collection[Period]) -> int:
    """How many whole calendar months are known to have no post."""
    return sum(not _lies_in(month, in_doubt) for month in _whole_months(pauses))


def lacking_months(pauses: Iterable[Period], in_doubt: Collection[Period]) -> int:
    """How many whole calendar months without a post may as well be missing from the file."""
    return sum(_lies_in(month, in_doubt) for month in _whole_months(pauses))


def _whole_months(pauses: Iterable[Period]) -> list[Period]:
    months = [month for pause in pauses for _key, month in calendar_months(pause)]
    return [month for month in months if month.first.day == 1 == (month.last + DAY).day]


def _lies_in(month: Period, periods: Iterable[Period]) -> bool:
    return any(period.first <= month.first and month.last <= period.last for period in periods)


def silent_until_the_end(calendar: Calendar) -> int:
    """How many days after the last post are known to be silent, given the days after it; 0 when the last weeks are not known."""
    known = calendar.of_all
    days = len(known) if known.all() else int(np.argmin(known))
    return days if len(known) - days < SILENCE_DAYS else 0


def _pauses(posts: Posts, calendar: Calendar) -> list[Period]:
    """Days without a post between two posts or the ends of a run of known days."""
    published_on, pauses = sorted(set(posts["day"].tolist())), []
    for run in calendar.runs():
        inside = [day for day in published_on if run.first <= day <= run.last]
        fences = [run.first - DAY, *inside, run.last + DAY]
        pauses += [Period(a + DAY, b - DAY) for a, b in pairwise(fences) if b - a > DAY]
    return pauses


def _intervals(posts: Posts, calendar: Calendar) -> np.ndarray:
    """Days between consecutive posts, by time of day where it is known, as far as every day between them is known."""
    order = np.argsort(posts["published_at"], kind="stable")
    unknown_before = np.concatenate(([0], np.cumsum(~calendar.of_all)))
    day = _days(posts, calendar)[order]
    known_between = unknown_before[day[1:] + 1] == unknown_before[day[:-1]]
    return (np.diff(posts["published_at"][order]) / np.timedelta64(1, "D"))[known_between]


def _per_week(prefix: str, posts: Posts, calendar: Calendar) -> Number:
    """What is published a week, over the days known of all accounts together."""
    few = Missing.FEW_DAYS if calendar.known_accounts else Missing.NO_DAYS if len(posts) else Missing.NOT_IMPORTED
    calendar = calendar.of_enough()
    posts = posts.of_accounts(calendar.known_accounts)
    days, known = calendar.days_together, len(_on_days_together(posts, calendar))
    return Number(
        f"{prefix}.posts_per_week",
        exact(Decimal(known) * 7 / days) if days else None,
        FORMULAS["posts_per_week"].id,
        "posts ÷ days × 7",
        (("posts", str(known)), ("days", str(days))) if days else (),
        n=len(posts),
        coverage=calendar.coverage,
        source=posts.sources,
        reason="" if days else Missing.NOT_TOGETHER if calendar.known_accounts else few,
        accounts=calendar.known_accounts,
    )


def on_known_days(posts: Posts, calendar: Calendar) -> Posts:
    """The posts of the days known of their own accounts."""
    mine = posts.of_accounts(calendar.known_accounts)
    row = np.asarray([calendar.accounts.index(account) for account in mine["account_id"]], int)
    return mine.where(calendar.known[row, _days(mine, calendar)])


def _on_days_together(posts: Posts, calendar: Calendar) -> Posts:
    """The posts of the days known of all accounts together, of those of which any day is."""
    mine = posts.of_accounts(calendar.known_accounts)
    return mine.where(calendar.of_all[_days(mine, calendar)])


def _interval(prefix: str, measure: str, formula: str, value: float, intervals: np.ndarray, calendar: Calendar) -> Number:
    inputs, accounts = (("intervals", str(len(intervals))),), calendar.known_accounts
    return Number(
        f"{prefix}.{measure}", exact(value), FORMULAS["interval"].id, formula, inputs,
        n=len(intervals), coverage=calendar.coverage, accounts=accounts,
    )  # fmt: skip


def _days(posts: Posts, calendar: Calendar) -> np.ndarray:
    """Of each post the number of its day in the window, 0 the first."""
    return np.asarray([day.toordinal() for day in posts["day"]], int) - calendar.period.first.toordinal()
