"""Cards: each figure on one line, and a card no higher than what it says."""

from decimal import Decimal

from smmstrategy.reports.document import Card, Cards, Figure, Shown
from smmstrategy.reports.powerpoint.boxes import POINT
from smmstrategy.reports.powerpoint.cards import GAP, cards_height


def test_a_long_figure_is_set_smaller_rather_than_on_two_lines():
    """A label of 12 points, a figure 2 points below it and 9 points of air above and below: 14.4 + 2 + 36 + 18 at full size."""
    figures = [Figure("f", Decimal(value), Shown.INTEGER) for value in ("39100", "39100200300")]
    short, long = (Cards(tuple(Card(("Visits",), figure) for figure in [figures[0]] * 4 + [last])) for last in figures)
    across = 5 * 163 * POINT + 4 * GAP
    assert cards_height(short, "en", across) == round(70.4 * POINT)
    assert cards_height(long, "en", across) == round(58.4 * POINT), "14.4 + 2 + 24 + 18, in 20 points"
