"""Whole months without a row between months that have some: a hole somebody should know of."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

from smmstrategy.metrics.imports.reading.draft import PUBLISHED_AT, Draft, Subject
from smmstrategy.metrics.imports.reading.messages import first_of
from smmstrategy.metrics.silent_months import in_doubt, number_of

AT_MOST = 120


def months_missing(spans: Iterable[tuple[date, date]]) -> str:
    """«2026-03, 2026-05 – 2026-08», the months that no span touches; nothing when there are none or very many."""
    touched = {month for first, last in spans for month in range(number_of(first), number_of(last) + 1)}
    return _as_runs(month for before, after in pairwise(sorted(touched)) for month in range(before + 1, after))


def say_of_posts(draft: Draft, time_zone: str) -> None:
    """Of each account that posts about every week around them, the months without a post."""
    for subject in draft.subjects.values():
        if months := _silent(subject, ZoneInfo(time_zone)):
            draft.warn(
                "The file has no posts of {account} in {months}: was there silence, or does the file lack them? "
                "Nobody knows, so these months count as not known until a file brings posts of them.",
                account=subject.name or f"{subject.network}:{subject.handle}",
                months=months,
            )


def _silent(subject: Subject, zone: ZoneInfo) -> str:
    moments = [datetime.fromisoformat(post[PUBLISHED_AT]).astimezone(zone) for post in subject.posts if post[PUBLISHED_AT]]
    return _as_runs(in_doubt(Counter(map(number_of, moments))))


def _as_runs(months: Iterable[int]) -> str:
    runs: list[list[int]] = []
    for month in months:
        if runs and month == runs[-1][-1] + 1:
            runs[-1].append(month)
        else:
            runs.append([month])
    return first_of([_run(run) for run in runs]) if sum(map(len, runs)) <= AT_MOST else ""


def _run(months: list[int]) -> str:
    """«2026-03» for one month, «2026-03 – 2026-08» for several that follow each other."""
    return " – ".join(f"{month // 12}-{month % 12 + 1:02}" for month in dict.fromkeys([months[0], months[-1]]))
