"""What moved between two windows, by how much, and what it was made of.

A change is that of the accounts both of its numbers stand on, by their means on a known day where the known days differ (`daily`);
its trial asks the same ones, or there is none. Sums, and what single posts have in the middle, compare where about as large a part
of the days of both windows is known; the latter where neither is of fewer posts than a test asks.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal

import numpy as np

from audits.evidence import ENDINGS, Change, Decomposition, Effect, Missing, Number, Subject, Window
from audits.measures.calendar import calendar_months
from audits.measures.daily import OF_POSTS, Sum, compare_as_they_are, is_sum, mean_day, per_day
from audits.measures.numbers import difference, exact, is_of_few, is_of_single_posts, quotient
from audits.measures.posts import Posts
from audits.measures.rates import TOTALS
from audits.measures.traffic import breakdown_of, is_given
from audits.statistics import robust_z
from smmstrategy.metrics.catalogue import METRICS
from smmstrategy.metrics.decomposition import decompose
from smmstrategy.metrics.formulas import FORMULAS, identity
from smmstrategy.metrics.periods import Period

LIMIT_Z = 99.0
HALF_LEFT = 0.5
COVERED_ALIKE = Decimal("0.9")  # of the greater coverage, and of a whole month
COUNTED = {"posts": 0, "gone": -1}  # which way is good of what has no formula of its own
OF_KNOWN_DAYS = ("posts_per_week", "active_days")  # no less of them where fewer days are known
MIX, RATE = (FORMULAS[code].text.replace("_", " ") for code in ("mix_effect", "rate_effect"))
MONTHLY = {"posts_per_week": "posts"}  # that by whose months the noise of what has none is told

Outlined = Callable[[Window, tuple[int, ...]], Window]
Windows = tuple[Window, ...]  # now and then
Summed = Callable[[str, tuple[int, ...], Period], tuple[Sum, ...]]
Watched = Callable[[tuple[int, ...], Period], Decimal | None]


def good_direction(measure: str) -> int:
    """+1 when more is better, −1 when less is, 0 when neither; by the metric's or the formula's own word."""
    code = measure.split(".", 1)[0]
    entry = METRICS.get(code) or FORMULAS.get(code)
    return entry.good if entry else COUNTED.get(code, 1)


def changes(now: Window, then: Window, outlined: Outlined, summed: Summed, watched: Watched) -> tuple[Change, ...]:
    """Every measure of accounts that know it in both windows, sums and what posts have only where they know about as much of it.

    `outlined` makes an outline of a window over some accounts, for measures that the windows themselves know of different ones;
    `summed` says over how many days a measure of some accounts is a sum, `watched` of what share of a window's days their posts are
    known.
    """
    each = (_change(measure, now, then, outlined, summed, watched) for measure in now.numbers)
    return tuple(change for change in each if change is not None)


def growth(numbers: Mapping[str, Number]) -> Change | None:
    """Followers at the end of a window against those at its start, of the accounts of which both are known."""
    codes = ("growth_abs.followers_end", "followers_start", "growth_abs", "growth_rate")
    if any(code not in numbers for code in codes):
        return None
    now, then, absolute, relative = (numbers[code] for code in codes)
    return Change("followers_end", "start", now.accounts, now, then, absolute, relative)


def shared(now: Number | None, then: Number | None) -> tuple[int, ...]:
    """The accounts that both numbers stand on."""
    return tuple(account for account in now.accounts if account in then.accounts) if now and then else ()


def covered_alike(now: Number, then: Number) -> bool:
    """Whether about as large a part of both sums is known."""
    return are_alike(now.coverage, then.coverage)


def are_alike(*coverage: Decimal | None) -> bool:
    """Whether about as much is known of both; what nobody counts is known."""
    least, most = sorted(Decimal(1) if one is None else one for one in coverage)
    return least >= COVERED_ALIKE * most


def uncompared(subject: Subject, measure: str, against: str) -> str:
    """Why a measure has no change against a window, or no share of one, by the keys of `report.reasons.UNCOMPARED`."""
    if subject.change(measure, against):
        return "nought"
    window = subject.windows.get(against)
    now, then = subject.now.numbers.get(measure), window.numbers.get(measure) if window else None
    why = _hindrance(measure, now, then) or _lacking_days(measure, subject.now, window) or "coverage"
    return Missing.IN_DOUBT if why == "coverage" and _is_in_doubt(now, (subject.now, window)) else why


def _is_in_doubt(number: Number, windows: Windows) -> bool:
    """Whether whole months of its accounts may be left out of their files, and it is of posts."""
    accounts = {account for window in windows for account in window.in_doubt}
    return (is_of_single_posts(number) or number.code in OF_POSTS) and not accounts.isdisjoint(number.accounts)


def _lacking_days(measure: str, *windows: Window) -> str:
    """Why of no account that the numbers stand on enough days are known in both windows; "" where they are, or none are needed."""
    paces, accounts = [window.numbers.get("posts_per_week") for window in windows], _shared(measure, windows)
    if measure not in OF_POSTS or any(account in shared(*paces) for account in accounts):
        return ""
    known = [_of_any_days(window) for window in windows]
    return Missing.FEW_DAYS if any(all(account in one for one in known) for account in accounts) else Missing.NO_DAYS


def _of_any_days(window: Window) -> tuple[int, ...]:
    """The accounts of which any day is known."""
    pace = window.numbers.get("posts_per_week")
    return (*pace.accounts, *window.of_few_days) if pace else ()


def _hindrance(measure: str, now: Number | None, then: Number | None) -> str:
    """What stands against comparing two numbers, "" when nothing does.

    A sum over thirty known days says nothing beside one over half a year, nor the sum of a breakdown beside that of another,
    nor what all posts got in some days beside what the posts of other days did; the middle of some posts does beside that of all,
    unless they are few.
    """
    if now is None or then is None or now.value is None or then.value is None:
        reasons = {one.reason for one in (now, then) if one}
        missing = (reason for reason in (Missing.NOT_TOGETHER, Missing.FEW_DAYS, Missing.NO_DAYS) if reason in reasons)
        return next(missing, "unknown")
    if not shared(now, then):
        return "accounts"
    if now.metric != then.metric or (measure in TOTALS and is_given(now) != is_given(then)):
        return "metric"
    if breakdown_of(now) != breakdown_of(then):
        return "breakdown"
    if is_of_few(now) or is_of_few(then):
        return Missing.FEW_POSTS
    return "" if measure.endswith(ENDINGS) or measure in OF_KNOWN_DAYS or covered_alike(now, then) else "coverage"


def noise(now: Window, then: Window, measure: str) -> Decimal | None:
    """How far the months of one window lie from those of the other, in units of month-to-month noise; at most 99."""
    code = MONTHLY.get(measure, measure)
    return _units(_monthly(now, code), _monthly(then, code))


def _units(now: list[float], then: list[float]) -> Decimal | None:
    z = robust_z(now, then)
    return None if z is None else exact(max(-LIMIT_Z, min(LIMIT_Z, round(z, 3))))


def _monthly(window: Window, measure: str) -> list[float]:
    numbers = [part.numbers[measure] for part in window.months if measure in part.numbers and window.is_of_all(measure, part)]
    return [float(one.value) for one in numbers if one.value is not None and (measure.endswith(ENDINGS) or _whole(one))]


def _whole(number: Number) -> bool:
    return number.coverage is None or number.coverage >= COVERED_ALIKE


def _monthly_means(window: Window, measure: str, accounts: tuple[int, ...], summed: Summed) -> list[float]:
    known = {part.key: part.numbers[measure] for part in window.months if measure in part.numbers}
    months = [month for key, month in calendar_months(window.period) if key in known and _whole(known[key])]
    return [float(mean_day(of_month)) for month in months if (of_month := summed(measure, accounts, month))]


def _change(measure: str, now: Window, then: Window, outlined: Outlined, summed: Summed, watched: Watched) -> Change | None:
    windows = _over(_shared(measure, (now, then)), measure, (now, then), outlined)
    if _is_partial_sum(measure, windows):
        windows = _over(_of_known_days(measure, windows, summed), measure, windows, outlined)
    now, then = windows
    numbers = now.numbers.get(measure), then.numbers.get(measure)
    if _hindrance(measure, *numbers):
        return None
    if is_of_single_posts(numbers[0]) and not are_alike(*(watched(numbers[0].accounts, one.period) for one in windows)):
        return None
    if _is_partial_sum(measure, windows):
        return _of_days(measure, now, then, summed)
    return _moved(measure, then.name, *numbers, noise(now, then, measure))


def _shared(measure: str, windows: Windows) -> tuple[int, ...]:
    return shared(*(window.numbers.get(measure) for window in windows))


def _over(accounts: tuple[int, ...], measure: str, windows: Windows, outlined: Outlined) -> Windows:
    """The windows, outlined over these accounts, if any, where the measure, or that of its months, stands on others too."""
    codes = {measure, MONTHLY.get(measure, measure)}
    if not accounts or all(window.numbers[code].accounts == accounts for window in windows for code in codes):
        return windows
    return tuple(outlined(window, accounts) for window in windows)


def _is_partial_sum(measure: str, windows: Windows) -> bool:
    numbers = [window.numbers[measure] for window in windows if measure in window.numbers]
    return is_sum(measure) and any(number.coverage not in (None, 1) for number in numbers)


def _of_known_days(measure: str, windows: Windows, summed: Summed) -> tuple[int, ...]:
    """The accounts of which days are known in both windows: a sum over days nobody knows says nothing beside another."""
    accounts = _shared(measure, windows)
    return tuple(one for one in accounts if all(summed(measure, (one,), window.period) for window in windows))


def _of_days(measure: str, now: Window, then: Window, summed: Summed) -> Change | None:
    """The change of a sum or, where both are not those of as many known days of each account, of its mean on a known day."""
    windows = now, then
    numbers = [window.numbers[measure] for window in windows]
    accounts = shared(*numbers)
    sums = [summed(measure, accounts, window.period) for window in windows]
    if not all(sums):
        return None
    if compare_as_they_are(*sums, (now.period, then.period)):
        return _moved(measure, then.name, *numbers, noise(now, then, measure))
    monthly = (_monthly_means(window, measure, accounts, summed) for window in windows)
    means = (per_day(one, measure, days) for one, days in zip(numbers, sums, strict=True))
    return _moved(measure, then.name, *means, _units(*monthly))


def _moved(measure: str, against: str, now: Number, then: Number, z: Decimal | None) -> Change:
    prefix = now.id.partition(f".{measure}")[0]
    absolute = difference(prefix, f"{measure}.vs_{against}", now, then, metric=now.metric)
    relative = quotient(prefix, f"{measure}.vs_{against}.relative", absolute, then, formula="change")
    if relative.value is not None and (then.value or 0) < 0:
        relative = replace(relative, value=-relative.value)
    return Change(measure, against, now.accounts, now, then, absolute, relative, z)


def decomposition(prefix: str, change: Change, column: str, by: str, now: Posts, then: Posts) -> Decomposition | None:
    """Why a rate of all posts together changed, by the parts of a column; None when a side has nothing to weigh.

    `er_view.total` weighs parts by views, any other `code.mean` by posts: reach cannot be added up, so it cannot be a weight.
    """
    measure, against = change.measure, change.against
    code = measure.split(".", 1)[0]
    then, now = (posts.having(code) for posts in (then, now))
    segments = [_segments(posts, column, measure) for posts in (then, now)]
    if not all(segments):
        return None
    effects = decompose(*segments)
    start, end = (sum((w * r for w, r in one.values()), Decimal(0)) for one in segments)
    place, metric = f"{prefix}.{measure}.why_{against}.{by}", identity(code)
    numbers = {
        "start": (start, metric, f"Σ weight then × {code} then"),
        "end": (end, metric, f"Σ weight now × {code} now"),
        "mix": (sum(effects.mix.values(), Decimal(0)), identity("mix_effect"), f"Σ {MIX}"),
        "rate": (sum(effects.rate.values(), Decimal(0)), identity("rate_effect"), f"Σ {RATE}"),
    }
    named = {name: Number(f"{place}.{name}", *number, n=len(now)) for name, number in numbers.items()}
    added = {key: weight * rate for key, (weight, rate) in segments[1].items()}
    parts = tuple(
        Effect(
            str(key),
            Number(f"{place}:{key}.mix", effects.mix[key], identity("mix_effect"), MIX),
            Number(f"{place}:{key}.rate", effects.rate[key], identity("rate_effect"), RATE),
            Number(f"{place}:{key}.kept", added.get(key, 0) - effects.rate[key], metric, "weight now × rate then"),
        )
        for key in sorted(effects.mix, key=lambda k: -abs(effects.mix[k] + effects.rate[k]))
    )
    return Decomposition(
        measure, by, against, change.accounts, **named, effects=parts, is_of_one_post=_is_of_one_post(measure, then, now)
    )


def _segments(posts: Posts, column: str, measure: str) -> dict:
    """Each part's weight and rate, to twelve places: their products are then exact, and so is the sum of all effects.

    The weights add up to one: the greatest has what rounding left of it.
    """
    sizes, rates = {}, {}
    for key, some in posts.split(column):
        got, weight = _pooled(some, measure)
        if size := Decimal(int(weight.sum())):
            sizes[key], rates[key] = size, exact((exact(got.sum()) or Decimal(0)) / size)
    weights = {key: exact(size / sum(sizes.values())) for key, size in sizes.items()}
    if weights:
        weights[max(weights, key=weights.get)] += 1 - sum(weights.values())
    return {key: (weight, rates[key]) for key, weight in weights.items()}


def _pooled(posts: Posts, measure: str) -> tuple[np.ndarray, np.ndarray]:
    """What each post adds to a rate of all posts together, above the line and below it."""
    if measure == "er_view.total":
        return posts["interactions"], posts["views"]
    return posts[measure.split(".", 1)[0]], np.ones(len(posts))


def _is_of_one_post(measure: str, then: Posts, now: Posts) -> bool:
    """Whether without some one post less than half of the difference would be left, or its contrary."""
    sides = [_pooled(posts, measure) for posts in (then, now)]
    before, after = (got.sum() / weight.sum() for got, weight in sides)
    with np.errstate(divide="ignore", invalid="ignore"):
        without_then, without_now = ((got.sum() - got) / (weight.sum() - weight) for got, weight in sides)
        left = np.concatenate([after - without_then, without_now - before]) / (after - before)
    return not (left >= HALF_LEFT).all()
