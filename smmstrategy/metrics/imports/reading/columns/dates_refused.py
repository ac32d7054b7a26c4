"""Why a date in a column is not taken: it is none, lies ahead, or figures are of days that are not over yet."""

from datetime import date, timedelta

from smmstrategy.metrics.imports.reading.cells.dates import Moment, NotADate
from smmstrategy.metrics.imports.reading.columns import short_years, years
from smmstrategy.metrics.imports.reading.messages import Message, say

FIRST_YEAR = 1995


def of_post(moment: Moment | NotADate, text: str, today: date) -> Message | None:
    """Why nothing was published then. Days of which some are over may have a post; a time may be tomorrow's in its zone, no day."""
    if isinstance(moment, NotADate):
        return short_years.refusal(text) or years.not_a_date(text, moment)
    if moment.day > today + timedelta(days=moment.clock is not None):
        return say("The date lies in the future.")
    return say("The date is older than any social network.") if moment.day.year < FIRST_YEAR else None


def of_figures(moment: Moment | NotADate, text: str, today: date) -> Message | None:
    """Why nothing was counted of all these days; a single one may be today."""
    if isinstance(moment, Moment) and moment.day <= today < moment.until:
        return say(
            "The days of the row are not over yet: its figures are not those of all of them. Write the first and the last day that "
            "they are of, or import the row when its days are over."
        )
    return of_post(moment, text, today)
