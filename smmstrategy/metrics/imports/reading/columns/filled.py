"""Dates of posts, or of figures, that a spreadsheet has filled down: a day later in each row, into the future."""

from collections.abc import Sequence
from datetime import date, timedelta

from smmstrategy.metrics.imports.reading.cells.dates import Moment, NotADate
from smmstrategy.metrics.imports.reading.messages import Message, say

WEEK = 7
SOMETHING = frozenset("123456789")


def down(moments: Sequence[Moment | NotADate | None], counts: Sequence[bool], today: date) -> list[Message]:
    """What is to be said of the days already past, if they are a week and more: of those to come each row says it itself.

    A day to come tells only where its row `counts`: figures of it cannot be known, and without them it may be kept free for them.
    """
    previous, first = None, None
    for moment, is_told in zip(moments, counts, strict=True):
        day = moment.day if isinstance(moment, Moment) and moment.is_day else None
        if day is None or previous is None or day - previous != timedelta(days=1):
            first = day
        elif previous == today and is_told and (today - first).days >= WEEK:
            text = (
                "The dates run on day by day from {day} into the future, as a spreadsheet fills them down: those already past may "
                "be wrong, too."
            )
            return [say(text, day=first.isoformat())]
        previous = day
    return []


def are_figures(columns: Sequence[Sequence[str]], count: int) -> list[bool]:
    """Which rows say more than the noughts that a formula leaves where there is nothing yet."""
    return [any(not SOMETHING.isdisjoint(texts[index]) for texts in columns) for index in range(count)]
