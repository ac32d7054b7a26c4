"""Formulas: literal results, no value without a base, no comparison across definitions."""

import re

import pandas
import pytest

from smmstrategy.clients.models import Network
from smmstrategy.metrics.formula import PostRate
from smmstrategy.metrics.formulas import FORMULAS, networks_giving


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
        ("view_rate", {"views": 300, "followers": 1000}, "0.3"),
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


@pytest.mark.parametrize("code", ["er_reach", "er_view", "save_rate", "virality", "ctr", "link_ctr", "vtr"])
def test_what_was_done_more_often_than_anybody_saw_it_has_no_rate(code):
    """All of what was seen is a rate still."""
    done, seen = FORMULAS[code].inputs
    assert over(code, **{done: 5, seen: 5}) == 1
    assert pandas.isna(over(code, **{done: 5, seen: 1}))


def uncounted(code, **columns):
    return FORMULAS[code].uncounted(pandas.DataFrame(columns)).tolist()


def test_a_formula_says_which_posts_it_does_not_count_though_all_they_need_is_known():
    """In turn: less than was seen, as much, more, more of nothing, nothing of nothing, and what is not known."""
    acts, seen = [4.0, 5.0, 6.0, 6.0, 0.0, 6.0, None], [5.0, 5.0, 5.0, 0.0, 0.0, None, 5.0]
    assert uncounted("er_reach", interactions=acts, reach=seen) == [False, False, True, True, False, False, False]
    assert uncounted("frequency", impressions=acts, reach=seen) == [False] * 7
    assert uncounted("organic_share", reach=[5.0, 5.0], reach_paid=[5.0, 6.0]) == [False, True]


def test_a_formula_of_one_network_leaves_the_posts_of_others_to_theirs():
    table = {"shares": [1.0] * 2, "likes": [1.0] * 2, "comments": [1.0] * 2, "views": [2.0] * 2}
    assert uncounted("tg_er", network=["telegram", "vk"], **table) == [True, False]


def test_every_formula_that_counts_some_posts_alone_says_so_in_its_note():
    ruled = [formula for formula in FORMULAS.values() if isinstance(formula, PostRate) and formula.counted]
    said = ("не счита", "доли нет", "не больше, чем"), ("does not count", "no share", "no more than")
    assert [f.code for f in ruled if not any(word in f.note_ru for word in said[0])] == []
    assert [f.code for f in ruled if not any(word in f.note_en for word in said[1])] == []
    assert len(ruled) == 10


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


@pytest.mark.parametrize(
    ("code", "networks"),
    [
        ("organic_share", {"vk", "facebook"}),
        ("save_rate", {"instagram"}),
        ("tg_er", {"telegram"}),
        ("cr", {"website"}),
        ("posts", set(Network.values) - {"website"}),
    ],
)
def test_a_formula_is_given_by_the_networks_that_give_all_it_is_worked_out_from(code, networks):
    assert networks_giving(code) == networks
