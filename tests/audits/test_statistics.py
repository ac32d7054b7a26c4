"""Tests and corrections against values worked out elsewhere and against what shuffling must give."""

import numpy as np
import pytest

from audits.statistics import corrected, median_interval, normal_p, rank_test, robust_z, signed_rank_test


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


def test_signed_ranks_of_one_side_only() -> None:
    """1 to 8 all positive: 36 ÷ √204."""
    assert signed_rank_test(range(1, 9)) == pytest.approx(36 / 204**0.5)
    assert signed_rank_test([1, 2, 3, 4, 5]) is None


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


def test_the_interval_of_a_median_is_between_the_second_and_the_ninth_of_ten() -> None:
    """Binomial: P(X ≤ 1) = 11 ÷ 1024 is below 2.5 %, P(X ≤ 2) is not."""
    assert median_interval(list(range(1, 11))) == (2, 9)
    assert median_interval(list(range(9))) is None


def test_normal_p_of_well_known_values() -> None:
    assert normal_p(1.959964) == pytest.approx(0.05, abs=1e-6)
    assert normal_p(0) == 1
