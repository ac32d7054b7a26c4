"""Days of values that lie in one another: a month beside its days, a week beside its days."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from smmstrategy.metrics.periods import Period, each_day_once

Span = tuple[str, str]  # first and last day, ISO


def counting(spans: Iterable[Span]) -> set[Span]:
    """Those in which no day stands twice, by the rule of the audit."""
    told = set(spans)
    return set(each_day_once(told, _days)) if len(told) > 1 else told


@lru_cache(maxsize=1024)  # the slices of a file are mostly of the same days
def _days(span: Span) -> frozenset[date]:
    return frozenset(Period(*map(date.fromisoformat, span)).each_day())
