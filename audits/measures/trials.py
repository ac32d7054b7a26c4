"""Every question an audit puts to its data, asked by a test and corrected for how many were asked."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import SupportsFloat

import numpy as np

from audits.evidence import Segment, Trial
from audits.measures import breakdowns
from audits.measures.days import weekly_growth, weekly_sums
from audits.measures.numbers import exact
from audits.measures.posts import Posts
from audits.measures.series import Days
from audits.statistics import ENOUGH_POSTS, as_normal, corrected, normal_p, rank_test, sign_test
from smmstrategy.metrics.periods import Period

MOVING = ("interactions", "views", "reach", "organic_share")
ENOUGH_WEEKS = 8


@dataclass(frozen=True, slots=True)
class Answer:
    question: str
    z: float
    n: int
    accounts: tuple[int, ...]  # whose posts or values were asked

    @property
    def asked(self) -> str:
        """What of whoever it is about."""
        return self.question.split(".", 1)[1]


def trials_of(answers: list[Answer]) -> dict[str, Trial]:
    """All answers of an audit with p-values that allow for each other."""
    p_values = {answer.question: normal_p(answer.z) for answer in answers}
    allowed = corrected(p_values)
    return {a.question: Trial(exact(a.z), exact(p_values[a.question]), exact(allowed[a.question]), a.n) for a in answers}


def rose_or_fell(
    key: str, against: str, now: Posts, then: Posts, measures: tuple[str, ...], alike: Callable[[tuple[int, ...]], bool]
) -> Iterator[Answer]:
    """Are the posts of now higher or lower than those of then, account by account? «own.er_view.before».

    Asked are the accounts that know the measure of posts of both, where the days of both are known `alike`.
    """
    for code in measures:
        shared = tuple(account for account in now.giving(code) if account in then.giving(code))
        later, earlier = (posts.having(code).of_accounts(shared) for posts in (now, then))
        if min(len(later), len(earlier)) >= ENOUGH_POSTS and alike(shared):
            both = _joined(later, earlier, code, "account_id", "week")
            z = _by_week(both, code, np.arange(len(both)) < len(later), both["account_id"])
            yield from _answer(f"{key}.{code}.{against}", z, len(both), shared)


def published(key: str, against: str, now: list[int], then: list[int], accounts: tuple[int, ...]) -> Iterator[Answer]:
    """Are there more or fewer posts a week? «own.posts.before»; `now` and `then` are posts of whole weeks."""
    if min(len(now), len(then)) >= ENOUGH_WEEKS and any(now) and any(then):
        yield from _answer(f"{key}.posts.{against}", _of_weeks(now, then), len(now) + len(then), accounts)


def uneven(key: str, weeks: list[int], accounts: tuple[int, ...]) -> Iterator[Answer]:
    """Do weeks differ more than chance would have it? «own.rhythm»: their index of dispersion, z above 0 is more uneven."""
    expected = np.mean(weeks) if weeks else 0
    if len(weeks) >= ENOUGH_WEEKS and expected >= 1:
        free = len(weeks) - 1
        chi = float(((np.asarray(weeks) - expected) ** 2 / expected).sum())
        z = ((chi / free) ** (1 / 3) - (1 - 2 / (9 * free))) / (2 / (9 * free)) ** 0.5  # Wilson and Hilferty, 1931
        yield from _answer(f"{key}.rhythm", z, len(weeks), accounts)


def flowed(code: str, against: str, days: Days, account_ids: tuple[int, ...], now: Period, then: Period) -> Iterator[Answer]:
    """Are there more or fewer visits, views of accounts or the like a week? «own.visits.before»."""
    sides = [weekly_sums(days, code, account_ids, period) for period in (now, then)]
    if min(map(len, sides)) >= ENOUGH_WEEKS:
        yield from _answer(f"own.{code}.{against}", _of_weeks(*sides), sum(map(len, sides)), account_ids)


def _of_weeks(now: Sequence[SupportsFloat], then: Sequence[SupportsFloat]) -> float | None:
    """Both in order; weeks that are not known are closed up.

    How much weeks vary by themselves is known from these few alone, as if from a third of them (simulated: AR(1) weeks).
    """
    values = [float(value) for value in (*then, *now)]
    z = rank_test(values, [False] * len(then) + [True] * len(now), [0] * len(values), range(len(values)))
    return z and as_normal(z, len(values) / 3)


def grew(key: str, days: Days, account_ids: tuple[int, ...], period: Period) -> Iterator[Answer]:
    """Do followers change in one direction, week by week? «own.followers»."""
    weeks = [float(change) for change in weekly_growth(days, account_ids, period)]
    if len(weeks) >= ENOUGH_WEEKS:
        yield from _answer(f"{key}.followers", sign_test(weeks), len(weeks), account_ids)


def can_be_asked(segments: Iterable[Segment], measure: str) -> bool:
    """Whether the posts of any line of a breakdown, and those of the others, are enough for a test."""
    each = [segment.numbers[measure].n or 0 for segment in segments if measure in segment.numbers]
    return any(min(n, sum(each) - n) >= ENOUGH_POSTS for n in each)


def formats(key: str, posts: Posts, measure: str) -> Iterator[Answer]:
    """Do posts of a format differ from the others of the same account and month? «own.format:video»."""
    named = posts.where(posts["format"] != "").having(measure)
    yield from _each(key, "format", named, named["format"], measure)


def lengths_and_times(key: str, posts: Posts, measure: str) -> Iterator[Answer]:
    """The same of lengths, weekdays and hours: «own.length:200-499», «own.weekday:2», «own.slot:workday-18»."""
    known, worded = posts.having(measure), posts.having(measure, "text_length")
    length = np.asarray([breakdowns.band_key(b) for b in breakdowns.band_of(worded)], object)
    yield from _each(key, "length", worded, length, measure)
    timed = posts.having(measure, "hour")
    yield from _each(key, "weekday", known, np.asarray([str(int(w)) for w in known["weekday"]], object), measure)
    slot = np.asarray([breakdowns.slot_key(int(s)) for s in breakdowns.slot_of(timed)], object)
    yield from _each(key, "slot", timed, slot, measure)


def ahead(competitor: str, own: Posts, theirs: Posts, measure: str) -> Iterator[Answer]:
    """Are own posts higher than a competitor's, network by network? «competitor-1.er_view»."""
    both = _joined(own.having(measure), theirs.having(measure), measure, "account_id", "network", "week")
    is_own = np.arange(len(both)) < len(own.having(measure))
    if min(is_own.sum(), (~is_own).sum()) >= ENOUGH_POSTS:
        z = _by_week(both, measure, is_own, both["network"].astype(str))
        yield from _answer(f"{competitor}.{measure}", z, len(both), both.giving())


def _each(key: str, kind: str, posts: Posts, group: np.ndarray, measure: str) -> Iterator[Answer]:
    strata = posts["account_id"].astype(int) * 100_000 + posts["month"].astype(int)
    for name in sorted(set(group.tolist())):
        member = group == name
        if min(member.sum(), (~member).sum()) >= ENOUGH_POSTS:
            yield from _answer(f"{key}.{kind}:{name}", rank_test(posts[measure], member, strata), int(member.sum()), posts.giving())


def _by_week(posts: Posts, measure: str, member: np.ndarray, strata: np.ndarray) -> float | None:
    """Of posts that differ by when they come. How much weeks vary is known from these alone (simulated: AR(1) weeks)."""
    z = rank_test(posts[measure], member, strata, posts["week"])
    return z and as_normal(z, len(np.unique(posts["week"])))


def _joined(first: Posts, second: Posts, *names: str) -> Posts:
    return Posts({name: np.concatenate([first[name], second[name]]) for name in names})


def _answer(question: str, z: float | None, n: int, accounts: tuple[int, ...]) -> Iterator[Answer]:
    if z is not None:
        yield Answer(question, z, n, accounts)
