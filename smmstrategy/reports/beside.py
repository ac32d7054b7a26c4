"""Figures that stand beside each other: as many digits as they need to be told apart."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from smmstrategy.reports.document import Figure, Shown, Text
from smmstrategy.reports.formats import DUST, MOST_DIGITS, RATES, places, rounded, telling_places, usual_places, write

FRACTIONS = (*RATES, Shown.DECIMAL)


def told_apart(text: Text) -> Text:
    """Of the figures of a text no two read alike, unless they are."""
    figures = [part for part in text if isinstance(part, Figure) and part.value is not None]
    return tuple(_told_from(part, figures) if isinstance(part, Figure) else part for part in text)


def differing_by(difference: Figure, then: Figure, now: Figure) -> tuple[Figure, ...]:
    """Both told apart; of rates as fine as it takes for one less the other, as they read, to be the difference as it reads."""
    pair = told_apart((then, now))
    if difference.shown not in RATES or difference.value is None:
        return pair
    finer = (tuple(replace(one, places=digits) for one in pair) for digits in range(max(map(places, pair)), MOST_DIGITS + 1))
    return next((each for each in (pair, *finer) if _leaves(difference, *each)), pair)


def _leaves(difference: Figure, then: Figure, now: Figure) -> bool:
    left = (rounded(now.value * 100, places(now)) - rounded(then.value * 100, places(then))) / 100
    digits = places(difference)
    return rounded(left * 100, digits) == rounded(difference.value * 100, digits)


def as_fine(*figures: Figure) -> tuple[Figure, ...]:
    """Rates and decimals in a row, each with the digits of the finest."""
    finest = max((places(one) for one in figures if one.shown in FRACTIONS), default=0)
    return tuple(replace(one, places=finest) if one.shown in FRACTIONS else one for one in figures)


def evenly_fine(figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """Of rates in a row, written with fractions, the largest has two significant digits and the others have its places."""
    row = tuple(figures)
    largest = max((abs(figure.value) for figure in row if figure.shown in RATES and figure.value), default=0)
    fine = telling_places(Decimal(largest)) if largest >= DUST else 0
    return tuple(replace(one, places=fine) if one.shown in RATES and 0 < usual_places(one) < fine else one for one in row)


def _told_from(figure: Figure, others: Sequence[Figure]) -> Figure:
    """With the fewest digits that tell it from those which are another value and read the same."""
    alike = [one for one in others if one.value != figure.value and write(one, "en") == write(figure, "en")]
    finer = (replace(figure, places=more) for more in range(places(figure) + 1, MOST_DIGITS + 1)) if alike else ()
    return next((one for one in finer if not any(_reads_alike(one, other) for other in alike)), figure)


def _reads_alike(figure: Figure, other: Figure) -> bool:
    """In as many digits as the figure has."""
    return write(replace(other, places=figure.places), "en") == write(figure, "en")
