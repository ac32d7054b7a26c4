"""Why a weighted mean changed: effects that add up to the change to the last digit, and blame no segment for being one."""

from decimal import Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smmstrategy.metrics.decomposition import decompose

D = Decimal


def test_a_segment_that_lost_weight_is_held_against_the_mean_and_not_against_nought():
    """3 % on the whole before: texts, under it, lost weight and so raised the mean, as videos, above it, did by gaining."""
    before = {"text": (D("0.8"), D("0.02")), "video": (D("0.2"), D("0.07"))}
    effects = decompose(before, {"text": (D("0.6"), D("0.01")), "video": (D("0.4"), D("0.05"))})
    assert effects.mix == {"text": D("0.002"), "video": D("0.008")}
    assert effects.rate == {"text": D("-0.006"), "video": D("-0.008")}


def test_a_segment_that_came_or_went_has_mix_alone():
    effects = decompose({"text": (D("0.5"), D("0.02")), "video": (D("0.5"), D("0.06"))}, {"text": (D(1), D("0.03"))})
    assert effects.mix == {"text": D("-0.01"), "video": D("-0.01")}
    assert effects.rate == {"text": D("0.01"), "video": D(0)}


rates = st.decimals(min_value=0, max_value=10**9, places=12)
parts = st.dictionaries(st.sampled_from("abcdef"), st.tuples(st.integers(1, 10**6), rates), min_size=1)


@st.composite
def segments(draw):
    """Shares of a whole to twelve places, which the last part makes up to one."""
    drawn = draw(parts)
    whole, (*_others, last) = sum(size for size, _rate in drawn.values()), drawn
    shares = {name: round(D(size) / whole, 12) for name, (size, _rate) in drawn.items()}
    shares[last] += 1 - sum(shares.values())
    return {name: (shares[name], rate) for name, (_size, rate) in drawn.items()}


@given(segments(), segments())
def test_mix_and_rate_add_up_to_the_change_to_the_last_digit(before, after):
    with localcontext(prec=200):
        mean_before, mean_after = (sum((w * r for w, r in side.values()), D(0)) for side in (before, after))
        effects = decompose(before, after)
        assert sum(effects.mix.values(), D(0)) + sum(effects.rate.values(), D(0)) == mean_after - mean_before


@given(st.integers(0, 50), rates, rates, segments())
def test_a_segment_whose_rate_is_that_of_the_whole_has_no_mix_effect_whatever_its_weight(apart, rate, other, after):
    """«a» and the others, two of which lie as far from it as each other."""
    far = min(rate, other)
    w = D(apart) / 100
    before = {"a": (1 - 2 * w, rate), "y": (w, rate - far), "z": (w, rate + far)}
    assert decompose(before, after).mix["a"] == 0


def test_a_segment_with_weight_and_no_rate_is_an_error():
    with pytest.raises(ValueError, match="video"):
        decompose({"video": (D("0.5"), None)}, {})


def test_weights_that_are_not_shares_of_one_whole_are_an_error():
    with pytest.raises(ValueError, match=r"0\.9.*1"):
        decompose({"text": (D("0.9"), D("0.02"))}, {"text": (D(1), D("0.03"))})


def test_no_effect_is_minus_nought():
    effects = decompose(
        {"text": (D("0.5"), D(0)), "video": (D("0.5"), D(0))}, {"text": (D("0.4"), D(0)), "video": (D("0.6"), D(0))}
    )
    assert {str(effect) for effect in (*effects.mix.values(), *effects.rate.values())} == {"0.0"}
