"""The posts of a window line by line: months or other steps, formats, text lengths, hours and weekdays."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from decimal import Decimal
from functools import partial

import numpy as np
import pandas as pd

from audits.evidence import Number, Segment, Window
from audits.measures.calendar import Calendar, Cut
from audits.measures.numbers import count, difference, mean, median, quotient, share, total, uncounted_as_input
from audits.measures.posts import Posts
from audits.measures.rates import RATES, TOTALS
from audits.measures.rhythm import published, silent
from smmstrategy.metrics.formulas import identity

LENGTHS = (0, 1, 200, 500, 1000, 2000)
SLOT_HOURS = 3
PARTS_OF_REACH = ("organic_share", "direct_share")

Measure = Callable[[str, Posts], dict[str, Number]]


def steps(prefix: str, posts: Posts, calendar: Calendar, er: str, cut: Cut) -> tuple[Segment, ...]:
    """Every step of the window, silent ones with 0 posts and those nobody knows of without a number."""
    return tuple(_step(prefix, key, posts.within(step), calendar.within(step), er) for key, step in cut)


def _step(prefix: str, key: str, posts: Posts, calendar: Calendar, er: str) -> Segment:
    place = f"{prefix}:{key}"
    posts_of_step = published(place, posts, calendar)
    if posts_of_step.value is None:
        return Segment(key, {})
    numbers = performance(place, posts, er, calendar.coverage) | {"posts": posts_of_step}
    return Segment(key, numbers, silent(posts, calendar))


def formats(prefix: str, posts: Posts, er: str) -> tuple[Segment, ...]:
    """Formats, the most used first; posts whose format the source does not say are the last line, «», so that shares add up."""
    whole = performance(prefix, posts, "")
    segments = [
        Segment(key, _shares(place, some, whole, er) | _among(place, some, posts, er))
        for key, some in posts.split("format")
        for place in [f"{prefix}.format:{key}"]
    ]
    return tuple(sorted(_by_posts(segments), key=lambda segment: segment.key == ""))


def promotion(prefix: str, posts: Posts, er: str) -> tuple[Segment, ...]:
    """«organic» and «paid»: the posts that were not promoted and those that were; posts of which nobody says so are left out."""
    known = posts.where(~pd.isna(posts["is_paid"]))
    whole = performance(f"{prefix}.promotion", known, "")
    parts = {"paid" if is_paid else "organic": some for is_paid, some in known.split("is_paid")}
    return tuple(Segment(key, _shares(f"{prefix}.promotion:{key}", some, whole, er)) for key, some in parts.items())


def lengths(prefix: str, posts: Posts, er: str) -> tuple[Segment, ...]:
    """Bands of text length in characters: «0», «1-199», … «2000-»; posts whose text the source does not give are left out."""
    worded = posts.having("text_length")
    return _segments(prefix, "length", worded, band_of(worded), band_key, _judged(performance, worded, er))


def of_lengths(prefix: str, posts: Posts, er: str) -> dict[str, Number]:
    """What the posts of all lengths have together, and of what share of all posts that is."""
    together = performance(f"{prefix}.lengths", posts.having("text_length"), er)
    return {code: replace(one, coverage=share(one.n, len(posts))) if one.n else one for code, one in together.items()}


def hours(prefix: str, posts: Posts, er: str) -> tuple[Segment, ...]:
    """«weekday-hour» in the client's zone, Monday = 0; posts of which only the day is known are left out."""
    timed = posts.having("hour")
    key = timed["weekday"].astype(int) * 24 + timed["hour"].astype(int)
    return _segments(prefix, "hour", timed, key, lambda k: f"{k // 24}-{k % 24}", partial(_response, er=er))


def weekdays(prefix: str, posts: Posts, er: str) -> tuple[Segment, ...]:
    return _segments(prefix, "weekday", posts, posts["weekday"].astype(int), str, _judged(_response, posts, er))


def slots(prefix: str, posts: Posts, er: str) -> tuple[Segment, ...]:
    """«workday-18» is Monday to Friday, 18:00 to 20:59; «weekend-9» is Saturday and Sunday, 9:00 to 11:59."""
    timed = posts.having("hour")
    return _segments(prefix, "slot", timed, slot_of(timed), slot_key, _judged(_response, timed, er))


def slot_of(timed: Posts) -> np.ndarray:
    return (timed["weekday"].astype(int) >= 5) * 24 + timed["hour"].astype(int) // SLOT_HOURS * SLOT_HOURS


def slot_key(slot: int) -> str:
    return f"{'weekend' if slot >= 24 else 'workday'}-{slot % 24}"


def performance(prefix: str, posts: Posts, er: str, days_known: Decimal | None = None) -> dict[str, Number]:
    """Posts, totals, and the middle and the mean post by the subject's engagement rate; what is not known is left out."""
    numbers = {"posts": count(prefix, "posts", len(posts), source=posts.sources)}
    for code in TOTALS:
        if len(posts.known(code)):
            numbers[code] = total(prefix, code, posts, days_known)
    for code in ("interactions", "views", "reach", "organic_share"):
        if len(posts.known(code)):
            numbers[f"{code}.median"] = median(prefix, code, posts, identity(code))
    for code in PARTS_OF_REACH:
        if len(posts.known(code)):
            numbers[f"{code}.mean"] = mean(prefix, code, posts, identity(code))
    return numbers | _engagement(prefix, posts, er)


def paid_share(organic: Number) -> Number:
    """What the organic share of the mean post leaves of its reach."""
    return Number(
        f"{organic.id.removesuffix('.organic_share.mean')}.paid_share.mean",
        1 - organic.value,
        identity("share"),
        "1 − organic_share",
        ((organic.id, str(organic.value)),),
        n=organic.n,
        coverage=organic.coverage,
        source=organic.source,
        accounts=organic.accounts,
    )


def viral_share(organic: Number, direct: Number) -> Number:
    prefix = organic.id.removesuffix(".organic_share.mean")
    return difference(prefix, "viral_share.mean", organic, direct, metric=identity("share"))


def _engagement(prefix: str, posts: Posts, er: str) -> dict[str, Number]:
    if not er or not len(posts.known(er)):
        return {}
    metric = RATES[er].id
    return {f"{er}.median": median(prefix, er, posts, metric), f"{er}.mean": mean(prefix, er, posts, metric)}


def _among(prefix: str, some: Posts, posts: Posts, er: str) -> dict[str, Number]:
    """What a segment is set against: the middle post of the accounts that have posts of it, by each measure it may be judged by."""
    numbers = {}
    for code in filter(None, (er, "interactions", "views")):
        if accounts := some.giving(code):
            numbers[f"among.{code}.median"] = median(f"{prefix}.among", code, posts.of_accounts(accounts), identity(code))
    return numbers


def _shares(prefix: str, some: Posts, whole: dict[str, Number], er: str) -> dict[str, Number]:
    """A segment's share of all posts beside its share of all interactions."""
    numbers = performance(prefix, some, er)
    for code in ("posts", "interactions", "views"):
        if code in numbers:
            numbers[f"{code}_share"] = quotient(prefix, f"{code}_share", numbers[code], whole[code], formula="share", n=len(some))
    return numbers


def _segments(
    prefix: str, kind: str, posts: Posts, key: np.ndarray, name: Callable[[int], str], measured: Measure
) -> tuple[Segment, ...]:
    parts = {name(int(value)): posts.where(key == value) for value in np.unique(key)}
    return tuple(Segment(one, measured(f"{prefix}.{kind}:{one}", some)) for one, some in parts.items())


def _judged(measured: Callable[[str, Posts, str], dict[str, Number]], posts: Posts, er: str) -> Measure:
    """As `measured`, with what it is set against."""
    return lambda place, some: measured(place, some, er) | _among(place, some, posts, er)


def _response(prefix: str, some: Posts, er: str) -> dict[str, Number]:
    numbers = {"posts": count(prefix, "posts", len(some))} | _engagement(prefix, some, er)
    for code in ("interactions", "views"):
        if len(some.known(code)):
            numbers[f"{code}.median"] = median(prefix, code, some, identity(code))
    return numbers


def band_of(posts: Posts) -> np.ndarray:
    return np.searchsorted(LENGTHS, posts["text_length"], side="right") - 1


def band_key(index: int) -> str:
    if index == 0:
        return "0"
    return f"{LENGTHS[index]}-{LENGTHS[index + 1] - 1}" if index + 1 < len(LENGTHS) else f"{LENGTHS[index]}-"


def standing_on(segments: Iterable[Segment], measure: str) -> int:
    """On how many posts a median stands in all lines together."""
    return sum(segment.numbers[measure].n or 0 for segment in segments if measure in segment.numbers)


def of_hours(window: Window, measure: str, uncounted: int) -> Number:
    """The measure as the lines of hours have it: of how many posts, whose, and of what share of all. Only the lines have values."""
    whole, place = window.numbers[measure], window.numbers[measure].id.removesuffix(measure)
    n = standing_on(window.hours, measure)
    accounts = {account for one in window.hours if measure in one.numbers for account in one.numbers[measure].accounts}
    return Number(
        f"{place}hours.{measure}",
        None,
        whole.metric,
        whole.formula,
        (("n", str(n)), *uncounted_as_input(uncounted)),
        n=n,
        coverage=share(n, window.numbers["posts"].n),
        source=whole.source,
        accounts=tuple(sorted(accounts)),
    )


def _by_posts(segments: Iterable[Segment]) -> tuple[Segment, ...]:
    return tuple(sorted(segments, key=lambda segment: (-(segment.numbers["posts"].value or Decimal(0)), segment.key)))
