"""What can be told from noise: tests that assume no distribution, and the correction for asking many questions."""

from collections.abc import Mapping, Sequence
from functools import cache
from math import comb, copysign, erfc, log, sqrt

import numpy as np

ENOUGH_POSTS = 10
CONFIDENCE = 0.95
MAD_TO_SIGMA = 1.4826  # of normally distributed noise (Rousseeuw and Croux, 1993)


def normal_p(z: float) -> float:
    """Two-sided probability of a standard normal value at least this far from 0."""
    return erfc(abs(z) / sqrt(2))


def as_normal(t: float, free: float) -> float:
    """The standard normal value as improbable as this one of Student's with so many degrees of freedom (Wallace, 1959)."""
    return copysign(sqrt(free * log(1 + t * t / free)) * (8 * free + 1) / (8 * free + 3), t)


def rank_test(
    values: Sequence[float], member: Sequence[bool], strata: Sequence[object], weeks: Sequence[int] | None = None
) -> float | None:
    """How much higher members rank than the others in their stratum, as z; None when no stratum can tell.

    Ranks are taken inside each stratum (an account, or an account's month), so a difference between strata is never mistaken for
    one between groups. The variance is that of shuffling members inside strata (the design of van Elteren, 1960, ranks scaled by
    the size of the stratum); rank sums have lighter tails than the normal they are compared with, which errs towards silence.
    Members that differ from the others by when they come need the week of each value: see `carried_over`.
    """
    values, member = np.asarray(values, float), np.asarray(member, bool)
    _, stratum = np.unique(np.asarray(strata), return_inverse=True)
    score = _scores(values, stratum)
    size, inside = np.bincount(stratum), np.bincount(stratum, member)
    spread = np.bincount(stratum, score**2)
    with np.errstate(divide="ignore", invalid="ignore"):
        variance = np.where(size > 1, inside * (size - inside) / (size * (size - 1.0)) * spread, 0).sum()
    if variance <= 1e-12:
        return None
    z = float(score[member].sum() / sqrt(variance))
    if weeks is None:
        return z
    weight = member - (inside / size)[stratum]
    return z / sqrt(carried_over(score, stratum * 2 + member, np.asarray(weeks), weight))


def carried_over(values: np.ndarray, group: np.ndarray, weeks: np.ndarray, weight: np.ndarray | float = 1.0) -> float:
    """How many times the variance of a weighted sum exceeds that of independent values; 1 at the least.

    Engagement drifts by itself: posts of a week are alike, and so are weeks near each other. The variance is that of weekly sums
    of what values differ by from the mean of their group: of weeks alone, or, when that is more, with covariances of weeks up to a
    third of a group's weeks apart, the farther the less (Newey and West, 1987). What estimating the means took away is given back,
    and what exceeds 1 counts half as much again, which is about the standard error of such an estimate (simulated: AR(1) weeks).
    """
    _, group = np.unique(group, return_inverse=True)
    week, groups = weeks - weeks.min(), group.max() + 1
    rest = (values - (np.bincount(group, values) / np.bincount(group))[group]) * weight
    length = len(np.unique(group * (week.max() + 1) + week)) / groups
    reach = int(length / 3)
    alone = (rest**2).sum() / (1 - groups / len(rest)) if reach else 0
    if alone < 1e-12:
        return 1.0
    sums = np.bincount(week, rest)
    of_weeks = (sums**2).sum()
    near = 2 * sum((1 - k / reach) * (sums[k:] * sums[:-k]).sum() for k in range(1, min(reach, len(sums))))
    times = max(of_weeks / (1 - 1 / length), (of_weeks + near) / (1 - reach / length)) / alone
    return 1 + 1.5 * max(0.0, float(times) - 1)


def _scores(values: np.ndarray, stratum: np.ndarray) -> np.ndarray:
    """Average ranks inside each stratum, centred and scaled to −0.5..0.5."""
    order = np.lexsort((values, stratum))
    same = np.r_[False, (np.diff(stratum[order]) == 0) & (np.diff(values[order]) == 0)]
    tie = np.cumsum(~same) - 1
    size = np.bincount(stratum)
    place = np.arange(len(values)) - (np.cumsum(size) - size)[stratum[order]] + 0.5
    score = np.empty(len(values))
    score[order] = (np.bincount(tie, place) / np.bincount(tie))[tie] / size[stratum[order]] - 0.5
    return score


def sign_test(differences: Sequence[float]) -> float | None:
    """Whether differences lie on one side of 0 (Dixon and Mood, 1946), as z, half a step nearer to 0; None below six of them.

    Zeros take no side, and how large the differences are plays no part: those that lessen by and by still go one way.
    """
    signs = np.sign([difference for difference in differences if difference])
    if len(signs) < 6:
        return None
    more = float(signs.sum())
    z = copysign(max(abs(more) - 1, 0), more) / sqrt(len(signs))
    return z / sqrt(carried_over(signs, np.zeros(len(signs), int), np.arange(len(signs))))


def corrected(p_values: Mapping[str, float]) -> dict[str, float]:
    """Holm's correction (1979): with no effect anywhere, the chance that even one result is at or below 0.05 is at most 5 %."""
    ordered, left, worst, result = sorted(p_values.items(), key=lambda item: item[1]), len(p_values), 0.0, {}
    for question, p in ordered:
        worst = max(worst, min(1.0, p * left))
        result[question] = worst
        left -= 1
    return result


def robust_z(now: Sequence[float], then: Sequence[float]) -> float | None:
    """The change of a monthly level, in units of what months vary by anyway; None when fewer than three months on a side.

    The noise of one month is the median absolute deviation from the middle month of its window: steps from month to month would
    miss a drift that takes longer than a month. A change without any noise is infinitely beyond it.
    """
    if min(len(now), len(then)) < 3:
        return None
    change = float(np.mean(now) - np.mean(then))
    noise = MAD_TO_SIGMA * middle(sorted([*_apart(now), *_apart(then)]))
    if noise == 0:
        return None if change == 0 else float(np.copysign(np.inf, change))
    return change / (noise * sqrt(1 / len(now) + 1 / len(then)))


def _apart(values: Sequence[float]) -> list[float]:
    """How far each is from the middle one."""
    usual = middle(sorted(values))
    return [abs(value - usual) for value in values]


def middle(ordered: Sequence[float]) -> float:
    """The median of values in order; of an even number, half-way between the two in the middle."""
    n = len(ordered)
    return float((ordered[(n - 1) // 2] + ordered[n // 2]) / 2)


def median_interval(ordered: Sequence[float]) -> tuple[float, float] | None:
    """Those of the values in order that enclose the true median in 95 of 100 cases, whatever the distribution; None below ten."""
    n = len(ordered)
    if n < ENOUGH_POSTS:
        return None
    below = _below_the_median(n)
    return float(ordered[below]), float(ordered[n - 1 - below])


@cache
def _below_the_median(n: int) -> int:
    if n > 200:
        return int(n / 2 - 1.96 * sqrt(n) / 2 - 0.5)
    below, tail = 0, 0.0
    while (tail := tail + comb(n, below) / 2**n) <= (1 - CONFIDENCE) / 2:
        below += 1
    return max(below - 1, 0)
