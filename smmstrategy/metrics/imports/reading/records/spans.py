"""Days of values that lie in one another: a month beside its days, a week beside its days."""

from collections.abc import Iterable
from datetime import date

from smmstrategy.metrics.periods import Period, each_day_once

Span = tuple[str, str]  # first and last day, ISO


def counting(spans: Iterable[Span]) -> set[Span]:
    """Those in which no day stands twice, by the rule of the audit."""
    return set(each_day_once(set(spans), _days))


def _days(span: Span) -> set[date]:
    return set(Period(*map(date.fromisoformat, span)).each_day())
