"""Whether what a row tells can be so already: a post may be tomorrow's in its zone, figures are of days that are over."""

from datetime import date, timedelta

from smmstrategy.metrics.imports.reading.cells.dates import Moment
from smmstrategy.metrics.imports.reading.messages import Message, say

FIRST_YEAR = 1995


def of_post(moment: Moment, today: date) -> Message | None:
    """Why nothing was published then; nothing of any other moment, or of one within days of which some are over."""
    if moment.day > today + timedelta(days=moment.clock is not None):
        return say("The date lies in the future.")
    return say("The date is older than any social network.") if moment.day.year < FIRST_YEAR else None


def of_figures(moment: Moment, today: date) -> Message | None:
    """Why nothing was counted of all these days; a single day may be today."""
    if moment.day <= today < moment.until:
        return say(
            "The days of the row are not over yet: its figures are not those of all of them. Write the first and the last day that "
            "they are of, or import the row when its days are over."
        )
    return of_post(moment, today)
