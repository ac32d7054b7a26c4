"""Days between posts: from how many on they are a silence, and how many beyond its posts a file is taken to know of."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from smmstrategy.metrics.periods import Period

SILENCE_DAYS = 14
FEW = timedelta(days=4)  # apart: three days of silence, as over a weekend, say nothing of where a file begins or ends
AROUND = 20  # pauses next to an end of the file tell how far apart posts lie there
UNUSUAL = 10  # of so many one may be a holiday, and tells nothing


def known_around(days: Sequence[date], collected_on: date) -> Period:
    """From the first to the last of the days with a post, and on to the edge of its month where that is near.

    It is near where the posts around lie as far apart, and never a silence away: one that no file names may be the file's alone.
    """
    first, last = days[0], days[-1]
    apart = [after - before for before, after in pairwise(days)]
    begins, ends = first.replace(day=1), max(last, min(Period.months(last, 1).last, collected_on))
    return Period(
        begins if first - begins < _usual(apart[:AROUND]) else first,
        ends if ends - last < _usual(apart[-AROUND:]) else last,
    )


def _usual(apart: Sequence[timedelta]) -> timedelta:
    """How far apart posts lie at the most, but for what is unusual."""
    longest = sorted(apart)[-1 - len(apart) // UNUSUAL] if apart else FEW
    return min(max(FEW, longest), timedelta(days=SILENCE_DAYS))
