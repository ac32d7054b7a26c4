"""How far apart the clocks of two zones may be, and whether posts told twice show that."""

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta

HOURS = timedelta(hours=23)  # between the clocks of two zones, at the most: what is said daily is further apart
HOUR = timedelta(hours=1)  # at the least, between two that anybody takes for each other: half of one is a post put off
QUARTER = timedelta(minutes=15)  # by which zones lie apart
ALIKE = 3  # posts, at the least, that show it: one or two may have been put off by as many hours


def may_be_of_zones(lag: timedelta) -> bool:
    return abs(lag) <= HOURS and lag % QUARTER == timedelta()


def shown_by(told: Sequence[timedelta]) -> tuple[timedelta, int] | None:
    """By how many hours posts told twice are later here, and how many: those of a zone that enough of them, and half, are.

    None where they show none.
    """
    ((lag, count),) = Counter(told).most_common(1) or [(timedelta(), 0)]
    return (lag, count) if lag and may_be_of_zones(lag) and count >= ALIKE and count * 2 >= len(told) else None
