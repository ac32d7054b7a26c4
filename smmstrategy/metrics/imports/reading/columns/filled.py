"""Dates of posts that a spreadsheet has filled down: a day later in each row, into the future."""

from collections.abc import Sequence
from datetime import date, timedelta

from smmstrategy.metrics.imports.reading.cells.dates import Moment, NotADate
from smmstrategy.metrics.imports.reading.messages import Message, say

WEEK = 7


def down(moments: Sequence[Moment | NotADate | None], today: date) -> Message | None:
    """What is to be said of the days already past, if they are a week and more: of those to come each row says it itself."""
    previous, first = None, None
    for moment in moments:
        day = moment.day if isinstance(moment, Moment) and moment.is_day else None
        if day is None or previous is None or day - previous != timedelta(days=1):
            first = day
        elif previous == today and (today - first).days >= WEEK:
            return say(
                "The dates run on day by day from {day} into the future, as a spreadsheet fills them down: those already past may "
                "be wrong, too.",
                day=first.isoformat(),
            )
        previous = day
    return None
