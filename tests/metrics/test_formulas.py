"""Formulas: literal results, no value without a base, no comparison across definitions, exact effects."""

import re
from decimal import Decimal, localcontext

import pandas
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smmstrategy.metrics.formulas import (
    FORMULAS,
    PostRate,
    decompose,
)

D = Decimal


def over(code, **inputs):
    """The formula over a table of one row."""
    table = pandas.DataFrame({name: [value] for name, value in inputs.items()}, dtype=float)
    return FORMULAS[code].over(table)[0]


@pytest.mark.parametrize(
    ("code", "inputs", "value"),
    [
        ("er_post", {"interactions": 50, "followers": 1000}, "0.05"),
        ("er_reach", {"interactions": 12, "reach": 400}, "0.03"),
        ("er_view", {"interactions": 30, "views": 1200}, "0.025"),
        ("tg_err", {"views": 9000, "posts": 30, "followers": 1000}, "0.3"),
        ("reach_rate", {"reach": 250, "followers": 1000}, "0.25"),
        ("frequency", {"impressions": 900, "reach": 300}, "3"),
        ("save_rate", {"saves": 4, "reach": 400}, "0.01"),
        ("ctr", {"clicks": 5, "impressions": 1000}, "0.005"),
        ("link_ctr", {"link_clicks": 5, "impressions": 1000}, "0.005"),
        ("tg_er", {"shares": 4, "likes": 10, "comments": 1, "views": 500}, "0.03"),
    ],
)
def test_a_formula_gives_what_a_careful_person_gets(code, inputs, value):
    assert over(code, **inputs) == pytest.approx(float(value))


@pytest.mark.parametrize("code", [code for code, formula in FORMULAS.items() if isinstance(formula, PostRate)])
def test_a_missing_input_gives_none_and_so_does_nothing_divided_by_nothing(code):
    each = FORMULAS[code]
    for missing in each.inputs:
        assert pandas.isna(over(code, **{name: None if name == missing else 1 for name in each.inputs}))
    assert pandas.isna(over(code, **dict.fromkeys(each.inputs, 0)))


def test_the_words_of_a_rate_name_its_inputs():
    rates = [formula for formula in FORMULAS.values() if isinstance(formula, PostRate)]
    named = {rate.code: tuple(dict.fromkeys(re.findall("[a-z_]+", rate.text))) for rate in rates}
    assert named == {rate.code: rate.inputs for rate in rates}


def test_the_same_formula_works_on_a_table_without_inventing_values():
    table = pandas.DataFrame({"interactions": [1.0, 2.0, None, 0.0], "views": [4.0, 0.0, 5.0, 0.0]})
    result = FORMULAS["er_view"].over(table)
    assert result[0] == 0.25
    assert result[1:].isna().all()
    assert list(FORMULAS["er_post"].over(table, followers=100.0)[:2]) == [0.01, 0.02]


def test_mix_and_rate_tell_why_a_mean_changed():
    effects = decompose({"text": (D("0.5"), D("0.02")), "video": (D("0.5"), D("0.06"))}, {"text": (D(1), D("0.03"))})
    assert effects.mix == {"text": D("0.01"), "video": D("-0.03")}
    assert effects.rate == {"text": D("0.01"), "video": D(0)}
    assert effects.change == D("-0.01")


numbers = st.decimals(min_value=0, max_value=10**9, places=12)
segments = st.dictionaries(st.sampled_from("abcdef"), st.tuples(numbers, numbers), max_size=6)


@given(segments, segments)
def test_mix_and_rate_add_up_to_the_change_to_the_last_digit(before, after):
    with localcontext(prec=200):
        mean_before, mean_after = (sum((w * r for w, r in side.values()), D(0)) for side in (before, after))
        effects = decompose(before, after)
        assert effects.change == mean_after - mean_before
        assert sum(effects.mix.values(), D(0)) + sum(effects.rate.values(), D(0)) == effects.change


def test_a_segment_with_weight_and_no_rate_is_an_error():
    with pytest.raises(ValueError, match="video"):
        decompose({"video": (D("0.5"), None)}, {})
