"""How much was published and how evenly."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import numpy as np

from audits.evidence import Number, Part, Span
from audits.measures.numbers import count, exact, share
from audits.measures.posts import Posts

SILENCE_DAYS = 14


def rhythm(prefix: str, posts: Posts, span: Span) -> dict[str, Number]:
    """Posts, posts a week, and the days between posts: median, longest, standard deviation."""
    numbers = {"posts": count(prefix, "posts", len(posts), source=posts.sources), "posts_per_week": _per_week(prefix, posts, span)}
    gaps = _gaps(posts)
    if len(gaps) >= 2:
        numbers |= {
            "gap.median": _gap(prefix, "gap.median", "median(days between posts)", float(np.median(gaps)), gaps),
            "gap.sigma": _gap(prefix, "gap.sigma", "σ(days between posts)", float(np.std(gaps)), gaps),
        }
    if len(posts):
        longest = max((s.last - s.first).days + 1 for s in _pauses(posts, span)) if _pauses(posts, span) else 0
        numbers["silence.longest"] = Number(
            f"{prefix}.silence.longest", Decimal(longest), "silence@1", "longest run of days without a post", n=len(posts)
        )
        days = len(set(posts["day"].tolist()))
        numbers["active_days"] = Number(
            f"{prefix}.active_days",
            share(days, _days(span)),
            "active_days@1",
            "days with a post ÷ days",
            (("days with a post", str(days)),),
        )
    return numbers


def weeks(prefix: str, posts: Posts, span: Span) -> tuple[Part, ...]:
    """Posts of every whole week of the window, its key the Monday; 0 is a week without posts."""
    return tuple(
        _week(prefix, monday, published) for monday, published in zip(whole_weeks(span), weekly_posts(posts, span), strict=True)
    )


def whole_weeks(span: Span) -> list[Span]:
    """Monday to Sunday, as far as they lie wholly inside."""
    first = span.first + timedelta(days=-span.first.weekday() % 7)
    count = (span.last - first + timedelta(days=1)).days // 7
    return [Span(first + timedelta(weeks=n), first + timedelta(weeks=n, days=6)) for n in range(count)]


def weekly_posts(posts: Posts, span: Span) -> list[int]:
    """How many posts each whole week of the window has."""
    mondays = [week.first.toordinal() for week in whole_weeks(span)]
    if not mondays:
        return []
    week = (np.asarray([day.toordinal() for day in posts["day"]], int) - mondays[0]) // 7
    return np.bincount(week[(week >= 0) & (week < len(mondays))], minlength=len(mondays)).tolist()


def _week(prefix: str, week: Span, published: int) -> Part:
    key = week.first.isoformat()
    return Part(key, {"posts": count(f"{prefix}.week:{key}", "posts", published)})


def silences(posts: Posts, span: Span) -> tuple[Span, ...]:
    """Runs of fourteen days and more without a post, the edges of the window included."""
    return tuple(p for p in _pauses(posts, span) if (p.last - p.first).days + 1 >= SILENCE_DAYS)


def _pauses(posts: Posts, span: Span) -> list[Span]:
    days = sorted({span.first - timedelta(days=1), *posts["day"].tolist(), span.last + timedelta(days=1)})
    day = timedelta(days=1)
    return [Span(a + day, b - day) for a, b in pairwise(days) if (b - a).days > 1]


def _gaps(posts: Posts) -> np.ndarray:
    """Days between consecutive posts, by time of day where it is known."""
    return np.diff(np.sort(posts["published_at"])) / np.timedelta64(1, "D")


def _per_week(prefix: str, posts: Posts, span: Span) -> Number:
    inputs = (("posts", str(len(posts))), ("days", str(_days(span))))
    value = exact(Decimal(len(posts)) * 7 / _days(span))
    return Number(
        f"{prefix}.posts_per_week", value, "posts_per_week@1", "posts ÷ days × 7", inputs, n=len(posts), source=posts.sources
    )


def _gap(prefix: str, measure: str, formula: str, value: float, gaps: np.ndarray) -> Number:
    return Number(f"{prefix}.{measure}", exact(value), "gap@1", formula, (("gaps", str(len(gaps))),), n=len(gaps))


def _days(span: Span) -> int:
    return (span.last - span.first).days + 1


def month_spans(span: Span) -> list[tuple[str, Span]]:
    """(«2026-05», its days) of every calendar month from the first to the last day."""
    months, first = [], span.first
    while first <= span.last:
        following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
        months.append((first.strftime("%Y-%m"), Span(first, min(following - timedelta(days=1), span.last))))
        first = following
    return months
