"""The address of the page of numbers decides its period, what it is compared with and the steps of its charts."""

from datetime import date
from decimal import Decimal

import pytest

from smmstrategy.metrics.periods import Period
from smmstrategy.numbers.cards import spark
from smmstrategy.numbers.choice import choice
from smmstrategy.numbers.steps import label, steps

UNTIL, TODAY = date(2026, 6, 30), date(2026, 7, 20)


def chosen(**asked):
    return choice(asked, UNTIL, TODAY)


def test_without_a_word_the_last_six_months_are_compared_with_the_six_before():
    assert chosen().period == Period(date(2026, 1, 1), date(2026, 6, 30))
    assert chosen().compared == Period(date(2025, 7, 1), date(2025, 12, 31))


def test_whole_months_are_compared_with_whole_months_a_year_earlier():
    assert chosen(period="quarter", against="year_earlier").compared == Period(date(2025, 4, 1), date(2025, 6, 30))


def test_own_days_are_compared_with_as_many_days_before_or_a_year_earlier():
    own = {"period": "custom", "first": "2024-02-20", "last": "2024-02-29"}
    assert chosen(**own).compared == Period(date(2024, 2, 10), date(2024, 2, 19))
    assert chosen(**own, against="year_earlier").compared == Period(date(2023, 2, 20), date(2023, 2, 28))


def test_own_days_end_today_at_the_latest():
    assert chosen(period="custom", first="2026-07-01", last="2026-07-20").period == Period(date(2026, 7, 1), date(2026, 7, 20))
    to_come = chosen(period="custom", first="2026-07-01", last="2026-07-21")
    assert (to_come.period, to_come.refused, to_come.days) == (chosen().period, "coming", ("2026-07-01", "2026-07-21"))


@pytest.mark.parametrize(
    "asked",
    [
        {"period": "forever"},
        {"account": "١٢", "against": "x", "ranking": "id; DROP"},
    ],
)
def test_a_broken_address_shows_the_usual_view(asked):
    assert chosen(**asked) == chosen()


def test_a_choice_survives_its_own_address():
    from urllib.parse import parse_qsl

    own = chosen(period="custom", first="2026-02-03", last="2026-02-10", against="year_earlier", account="7", ranking="views")
    assert choice(dict(parse_qsl(own.address()[1:])), UNTIL, TODAY) == own


@pytest.mark.parametrize(
    ("first", "last", "count", "first_label"),
    [
        (date(2026, 1, 1), date(2026, 6, 30), 6, "Jan 2026"),
        (date(2026, 4, 1), date(2026, 4, 30), 5, "1–5 Apr"),
        (date(2026, 4, 1), date(2026, 4, 7), 7, "1 Apr"),
    ],
)
def test_a_period_is_cut_into_months_weeks_or_days(first, last, count, first_label):
    cut = steps(Period(first, last))
    assert (len(cut), label(cut[0], "en")) == (count, first_label)
    assert (cut[0].first, cut[-1].last) == (first, last)


def test_a_gap_breaks_the_small_line():
    assert spark([Decimal(1), None, Decimal(3)]) == ["2.0,29.0", "118.0,3.0"]
