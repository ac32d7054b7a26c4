"""Figures set against each other have as many digits as tell them apart, rates in a row as many as the largest needs."""

from decimal import Decimal

import pytest

from smmstrategy.reports.beside import as_fine, differing_by, evenly_fine, told_apart
from smmstrategy.reports.document import Figure, Shown
from smmstrategy.reports.formats import write


def rates(*values: str, places: int = 2) -> tuple[Figure, ...]:
    return tuple(Figure(f"f{n}", Decimal(value), Shown.PERCENT, places) for n, value in enumerate(values))


def written(figures: tuple) -> list[str]:
    return [write(figure, "en") for figure in figures]


@pytest.mark.parametrize(
    ("values", "told"),
    [
        (("0.034821", "0.051"), ["3.48%", "5.10%"]),
        (("0.034811", "0.034849"), ["3.481%", "3.485%"]),
        (("0.034811", "0.034812", "0.0349"), ["3.4811%", "3.4812%", "3.49%"]),
        (("0.0348", "0.0348"), ["3.48%", "3.48%"]),
        (("0.0000174", "0.0000168"), ["0.00174%", "0.00168%"]),
    ],
)
def test_two_rates_read_alike_only_where_they_are(values, told):
    assert written(told_apart(rates(*values))) == told


def test_so_do_numbers_in_short_and_words_between_them_stay():
    before, now = (Figure("f", value, Shown.SHORT, 1) for value in (305_737, 305_699))
    assert write(told_apart((before, " → ", now)), "en") == "305.74K → 305.70K"


@pytest.mark.parametrize(
    ("then", "now", "told"),
    [
        ("0.002852", "0.003248", ["0.285%", "0.325%"]),
        ("0.034821", "0.051", ["3.48%", "5.10%"]),
    ],
)
def test_one_rate_less_the_other_reads_as_the_difference_of_both(then, now, told):
    by = Figure("by", Decimal(now) - Decimal(then), Shown.POINTS, 2, signed=True)
    assert written(differing_by(by, *rates(then, now))) == told


def test_the_largest_of_low_rates_in_a_row_has_two_digits_and_the_others_its_places():
    assert written(evenly_fine(rates("0.000149", "0.000068", "0"))) == ["0.015%", "0.007%", "0.000%"]
    assert written(evenly_fine(rates("0.000149", "0.0000012"))) == ["0.015%", "0.00012%"]


def test_a_row_of_ordinary_rates_or_of_whole_per_cents_stays_as_it_is():
    assert written(evenly_fine(rates("0.0348", "0.0007"))) == ["3.48%", "0.07%"]
    assert written(evenly_fine(rates("0.06", "0.03", places=0))) == ["6%", "3%"]


def test_decimals_in_a_row_have_the_digits_of_the_finest_and_counts_in_short_their_own():
    paces = Figure("then", Decimal("1.0123"), Shown.DECIMAL, 2), Figure("year", Decimal("2.24"), Shown.DECIMAL, 1)
    assert written(as_fine(*paces)) == ["1.01", "2.24"]
    assert written(as_fine(Figure("f", 950_000, Shown.SHORT, 0), Figure("g", 1_084_610, Shown.SHORT, 2))) == ["950K", "1.08M"]
