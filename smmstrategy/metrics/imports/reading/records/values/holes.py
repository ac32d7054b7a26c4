"""Whole months without a row between months that have some: a hole somebody should know of."""

from collections.abc import Iterable
from datetime import date
from itertools import pairwise

from smmstrategy.metrics.imports.reading.messages import first_of
from smmstrategy.metrics.silent_months import number_of

AT_MOST = 120


def months_missing(spans: Iterable[tuple[date, date]]) -> str:
    """«2026-03, 2026-05 – 2026-08», the months that no span touches; nothing when there are none or very many."""
    touched = {month for first, last in spans for month in range(number_of(first), number_of(last) + 1)}
    months = [month for before, after in pairwise(sorted(touched)) for month in range(before + 1, after)]
    return as_runs(months) if len(months) <= AT_MOST else ""


def months_named(days: Iterable[str]) -> str:
    """The months of these days, in order."""
    return as_runs(number_of(date.fromisoformat(day)) for day in days)


def as_runs(months: Iterable[int]) -> str:
    """«2026-03, 2026-05 – 2026-08», given the numbers of months in order."""
    runs: list[list[int]] = []
    for month in months:
        if runs and month == runs[-1][-1] + 1:
            runs[-1].append(month)
        else:
            runs.append([month])
    return first_of([_run(run) for run in runs])


def _run(months: list[int]) -> str:
    """«2026-03» for one month, «2026-03 – 2026-08» for several that follow each other."""
    return " – ".join(f"{month // 12}-{month % 12 + 1:02}" for month in dict.fromkeys([months[0], months[-1]]))
