"""How far apart the clocks of two zones may be, and whether posts told twice show that."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

HOURS = timedelta(hours=26)  # between the clocks of two zones, at the most
QUARTER = timedelta(minutes=15)  # by which zones lie apart
ALIKE = 5  # posts, at the least, that show it


def may_be_of_zones(lag: timedelta, moments: Sequence[datetime]) -> bool:
    """The clocks of two zones may be so far apart; two pages with a fixed hour each are, too."""
    return not lag or (abs(lag) <= HOURS and lag % QUARTER == timedelta() and len({at.time() for at in moments}) > 1)


def commonest(told: Iterable[tuple[timedelta, datetime]]) -> tuple[timedelta, int]:
    """Of posts told twice, each with how much later it is told here and when: what may be a lag of zones, and of how many."""
    apart: dict[timedelta, list[datetime]] = defaultdict(list)
    for lag, at in told:
        apart[lag].append(at)
    counted = [(lag, len(moments)) for lag, moments in apart.items() if may_be_of_zones(lag, moments)]
    return max(counted, key=lambda one: one[1], default=(timedelta(), 0))


def shown_by(told: Iterable[tuple[timedelta, datetime]], of: int) -> tuple[timedelta, int] | None:
    """The lag that enough of the posts show, `of` being those of the same days, and how many do; None where they show none."""
    lag, count = commonest(told)
    return (lag, count) if lag and are_many(count, of) else None


def are_many(count: int, of: int) -> bool:
    """Enough of the posts of the same days to show that all are told twice."""
    return count >= ALIKE and count * 2 >= of
