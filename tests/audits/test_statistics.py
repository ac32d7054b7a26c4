"""Tests and corrections against values worked out elsewhere and against what shuffling must give."""

from decimal import Decimal

import numpy as np
import pytest

from audits.measures.numbers import exact, ratio
from audits.statistics import as_normal, carried_over, corrected, median_interval, normal_p, rank_test, robust_z, sign_test


def test_rank_test_agrees_with_the_rank_sum_worked_out_by_hand() -> None:
    """Ranks 7 to 10 of ten values: sum 34 against 22 expected, variance 4·6·11 ÷ 12 = 22."""
    values, member = list(range(1, 11)), [value >= 7 for value in range(1, 11)]
    assert rank_test(values, member, [0] * 10) == pytest.approx(12 / 22**0.5)
    assert rank_test(values[::-1], member, [0] * 10) == pytest.approx(-12 / 22**0.5)


def test_a_difference_between_strata_is_not_one_between_groups() -> None:
    values = [1, 2, 3, 101, 102, 103]
    assert rank_test(values, [True, True, True, False, False, False], [0, 0, 0, 1, 1, 1]) is None
    assert rank_test(values, [False, True, False, False, True, False], [0, 0, 0, 1, 1, 1]) == pytest.approx(0)


def test_ties_share_a_rank_and_constant_values_tell_nothing() -> None:
    assert rank_test([1, 1, 2, 2], [True, False, True, False], [0] * 4) == pytest.approx(0)
    assert rank_test([5] * 8, [True] * 4 + [False] * 4, [0] * 8) is None


def test_rank_test_rejects_as_often_as_it_says_when_groups_are_shuffled() -> None:
    rng = np.random.default_rng(7)
    z = [rank_test(rng.lognormal(0, 1, 40).round(1), rng.random(40) < 0.3, rng.integers(0, 4, 40)) for _ in range(2000)]
    assert np.mean(np.abs(z) > 1.96) == pytest.approx(0.05, abs=0.015)


def test_weeks_that_resemble_their_neighbours_say_less_than_as_many_that_do_not() -> None:
    """Six squares of 1, ÷ (1 − 1/6): 7.2. With half of the lagged products, 3 of 5, twice: (6 + 3) ÷ (1 − 2/6) = 13.5."""
    one, weeks = np.zeros(6, int), np.arange(6)
    assert carried_over(np.array([1, 1, 1, -1, -1, -1]), one, weeks) == pytest.approx(1 + 1.5 * (13.5 / 7.2 - 1))
    assert carried_over(np.array([1, -1, 1, -1, 1, -1]), one, weeks) == pytest.approx(1)


def test_posts_of_a_week_that_resemble_each_other_say_less_than_as_many_that_do_not() -> None:
    """Four weekly sums of ±2: 16 ÷ (1 − 1/4); eight squares of 1: 8 ÷ (1 − 1/8)."""
    alike = carried_over(np.array([1, 1, -1, -1, 1, 1, -1, -1]), np.zeros(8, int), np.arange(8) // 2)
    assert alike == pytest.approx(1 + 1.5 * ((16 / 0.75) / (8 / 0.875) - 1))


def test_a_difference_between_weeks_stands_on_weeks_and_not_on_posts() -> None:
    """Twelve weeks of the same three posts each convince no more than twelve posts."""
    values, weeks = np.array([3, 1, 6, 2, 5, 4, 9, 7, 12, 8, 11, 10]), np.arange(12)
    one, three = (rank_test(np.repeat(values, n), np.repeat(weeks >= 6, n), [0] * 12 * n, np.repeat(weeks, n)) for n in (1, 3))
    assert one >= three > 0


def test_signs_of_one_side_only_whatever_the_differences_are_and_zeros_take_no_side() -> None:
    """Eight of eight: (8 − 1) ÷ √8; six below and two above: −(4 − 1) ÷ √8."""
    assert sign_test([9, 8, 7, 6, 0, 4, 3, 2, 1]) == pytest.approx(7 / 8**0.5)
    assert sign_test([-9, -8, 1, -6, -5, 1, -3, -2]) == pytest.approx(-3 / 8**0.5)
    assert sign_test([1, 2, 3, 4, 5, 0]) is None


def test_signs_that_turn_once_are_no_direction() -> None:
    """Ten weeks up and fifteen down: of 25 signs five are more, but they do not come by chance one by one."""
    assert abs(sign_test([1] * 10 + [-1] * 15)) < 4 / 25**0.5
    assert sign_test([1, -1] * 6) == 0


def test_holm_by_hand() -> None:
    """0.01·4, 0.02·3, 0.03·2, and the last never below the one before it."""
    assert corrected({"a": 0.03, "b": 0.01, "c": 0.02, "d": 0.05}) == pytest.approx({"b": 0.04, "c": 0.06, "a": 0.06, "d": 0.06})


def test_a_change_is_measured_in_the_noise_of_months() -> None:
    steady = [10, 11, 10, 11, 10, 11]
    assert robust_z([20, 21, 20, 21, 20, 21], steady) > 10
    assert abs(robust_z([11, 10, 11, 10, 11, 10], steady)) < 1
    assert robust_z([5, 5, 5], [5, 5, 5]) is None
    assert robust_z([6, 6, 6], [5, 5, 5]) == float("inf")
    assert robust_z([1, 2], [1, 2, 3]) is None


def test_a_drift_that_takes_months_is_noise_too() -> None:
    """Steps of 2 up and down again: months lie 1 or 3 from the middle of their window, 1 in the median."""
    assert robust_z([14, 16, 18, 20, 18, 16], [10, 12, 14, 16, 14, 12]) == pytest.approx(4 / (1.4826 * (1 / 3) ** 0.5))


def test_the_interval_of_a_median_is_between_the_second_and_the_ninth_of_ten() -> None:
    """Binomial: P(X ≤ 1) = 11 ÷ 1024 is below 2.5 %, P(X ≤ 2) is not."""
    assert median_interval(list(range(1, 11))) == (2, 9)
    assert median_interval(list(range(9))) is None


def test_the_interval_of_a_median_of_many_is_not_narrower_than_the_binomial_allows() -> None:
    """Of 500: P(X ≤ 227) = 2.2 %, P(X ≤ 228) = 2.7 %; counted from 0."""
    assert median_interval(list(range(500))) == (227, 272)


def test_normal_p_of_well_known_values() -> None:
    assert normal_p(1.959964) == pytest.approx(0.05, abs=1e-6)
    assert normal_p(0) == 1


@pytest.mark.parametrize(("t", "free", "z"), [(2.262, 9, 1.96), (-2.262, 9, -1.96), (4.781, 9, 3.29), (2.0, 1e9, 2.0)])
def test_what_few_values_tell_counts_as_in_the_tables_of_student(t: float, free: float, z: float) -> None:
    assert as_normal(t, free) == pytest.approx(z, abs=0.01)


def test_growth_that_drifts_by_itself_seldom_keeps_one_direction() -> None:
    """Weeks that keep half of the week before, asked among ten questions: at most one in twenty half-years convinces."""
    rng, convinced = np.random.default_rng(3), 0
    for _half_year in range(400):
        weeks = [0.0]
        for noise in rng.normal(size=60):
            weeks.append(weeks[-1] / 2 + noise)
        convinced += normal_p(sign_test(weeks[-26:])) <= 0.05 / 10
    assert 0 < convinced <= 20


def test_no_number_is_minus_nought() -> None:
    assert [str(exact(nought)) for nought in (Decimal("-0.000"), -0.0, -1e-20)] == ["0", "0", "0"]
    assert str(ratio(Decimal(0), Decimal(-7))) == "0"
