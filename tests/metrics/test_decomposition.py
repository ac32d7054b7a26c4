"""Why a weighted mean changed: effects that add up to the change to the last digit."""

from decimal import Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smmstrategy.metrics.decomposition import decompose

D = Decimal


def test_mix_and_rate_tell_why_a_mean_changed():
    effects = decompose({"text": (D("0.5"), D("0.02")), "video": (D("0.5"), D("0.06"))}, {"text": (D(1), D("0.03"))})
    assert effects.mix == {"text": D("0.01"), "video": D("-0.03")}
    assert effects.rate == {"text": D("0.01"), "video": D(0)}


numbers = st.decimals(min_value=0, max_value=10**9, places=12)
segments = st.dictionaries(st.sampled_from("abcdef"), st.tuples(numbers, numbers), max_size=6)


@given(segments, segments)
def test_mix_and_rate_add_up_to_the_change_to_the_last_digit(before, after):
    with localcontext(prec=200):
        mean_before, mean_after = (sum((w * r for w, r in side.values()), D(0)) for side in (before, after))
        effects = decompose(before, after)
        assert sum(effects.mix.values(), D(0)) + sum(effects.rate.values(), D(0)) == mean_after - mean_before


def test_a_segment_with_weight_and_no_rate_is_an_error():
    with pytest.raises(ValueError, match="video"):
        decompose({"video": (D("0.5"), None)}, {})


def test_no_effect_is_minus_nought():
    effects = decompose(
        {"text": (D("0.5"), D(0)), "video": (D("0.5"), D(0))}, {"text": (D("0.4"), D(0)), "video": (D("0.6"), D(0))}
    )
    assert {str(effect) for effect in (*effects.mix.values(), *effects.rate.values())} == {"0.0"}
