"""Criteria, maturity and opportunities: weighted scores, the overall level, what counts as a quick win."""

import json
from dataclasses import replace
from decimal import Decimal
from hashlib import sha256
from typing import Any

import msgspec
import pytest

from audits.criteria import criteria, group_score, overall_score
from audits.evidence import Finding, Severity
from audits.findings.codes import CODES
from audits.maturity import maturity_model, overall_level
from audits.opportunities import QuickWin, in_order, recommendation, recommendations, recommended, titles
from audits.report.facts import Facts, Opportunity
from smmstrategy.metrics.catalogue import METRICS
from smmstrategy.metrics.formulas import FORMULAS
from tests.audits.report import builder


def test_fourteen_groups_say_what_nought_and_four_look_like_in_both_languages():
    model = criteria()
    assert len(model.groups) == 14
    assert len({c.id for c in model.each()}) == len(model.each())
    said = [words for c in model.each() for words in (c.name, c.at_zero, c.at_four)]
    assert all(words.ru and words.en for words in said)


def test_scores_are_weighted_and_what_is_not_scored_does_not_count():
    group = criteria().groups[0]
    ownership, access, *rest = (c.id for c in group.criteria)
    assert group_score(group, {ownership: 4, access: 2}) == Decimal(3)
    assert group_score(group, {ownership: 4, rest[-1]: 0}) == Decimal(3)
    assert group_score(group, {ownership: None}) is None
    assert overall_score(criteria(), {}) is None


def test_the_level_is_the_mean_rounded_down_but_at_most_two_above_the_lowest():
    model = maturity_model()
    every = {dimension.id: 5 for dimension in model.dimensions}
    assert len(model.dimensions) == 9
    assert all(len(dimension.levels) == 5 for dimension in model.dimensions)
    assert overall_level(model, every) == 5
    assert overall_level(model, every | {"strategy": 1}) == 3
    assert overall_level(model, every | {"strategy": 4}) == 4
    assert overall_level(model, every | {"strategy": None}) is None


def test_a_quick_win_has_high_impact_low_effort_and_comes_soon():
    win = Opportunity("a", 4, 2, 90)
    assert QuickWin().includes(win)
    assert not QuickWin().includes(Opportunity("a", 3, 2, 90))
    assert not QuickWin().includes(Opportunity("a", 4, 3, 90))
    assert not QuickWin().includes(Opportunity("a", 4, 2, 91))
    assert QuickWin(impact=3, effort=3, horizon_days=120).includes(Opportunity("a", 3, 3, 120))


def test_most_impact_for_least_effort_comes_first():
    low, high, easy = Opportunity("low", 2, 2, 30), Opportunity("high", 5, 5, 30), Opportunity("easy", 3, 1, 30)
    assert [o.title for o in in_order([low, high, easy])] == ["easy", "high", "low"]


def test_every_recommendation_answers_a_known_finding_and_moves_a_known_measure():
    assert {one.finding for one in recommendations()} <= CODES.keys()
    assert {one.metric for one in recommendations()} <= {"", *METRICS, *FORMULAS}


def test_a_recommendation_is_the_same_in_all_languages_and_that_of_another_direction_is_another() -> None:
    for one in recommendations():
        assert {one.title.ru, one.title.en} <= titles(one.finding, one.title.ru) == titles(one.finding, one.title.en)
    fell, rose = (one.title.ru for one in recommendations() if one.finding == "er_change")
    assert rose not in titles("er_change", fell)


def test_advice_depends_on_the_direction_of_the_finding():
    rose, fell = (Finding("er_change", Severity.GOOD, "own", {}, direction=way) for way in (1, -1))
    assert recommendation(rose) != recommendation(fell)
    assert recommendation(Finding("no_such_finding", Severity.BAD, "own", {})) is None


@pytest.mark.parametrize(
    ("er", "judged_by", "metric"), [("er_post", "er_post", "er_post"), ("", "interactions", "interactions"), ("", "", "")]
)
def test_the_rate_to_be_moved_is_that_by_which_the_brand_is_judged(er: str, judged_by: str, metric: str) -> None:
    brand = replace(builder.full().evidence.own, er=er, judged_by=judged_by)
    found = [Finding(code, Severity.GOOD, "own", {}) for code in ("best_time", "traffic")]
    assert [one.metric for one in recommended(found, brand)] == [metric, "visits"]


def test_facts_are_laid_out_as_the_methodologies_that_are_read_have_them():
    """Where this fails, METHODOLOGY is to be raised, and this digest begins anew.

    So does METHODOLOGIES_READ, unless all that is new has a default that holds of what was sealed before.
    """
    layout = plain(msgspec.json.schema(Facts))
    assert sha256(json.dumps(layout, sort_keys=True).encode()).hexdigest()[:16] == "bd676148314e77b2"


def test_facts_sealed_before_comparisons_said_of_which_months_they_are_say_nothing_of_it():
    facts = builder.full().to_facts()
    for one in facts["evidence"]["comparisons"]:
        del one["days"], one["partly"]
    assert [(one.days, one.partly) for one in Facts.from_facts(facts).evidence.comparisons] == [({}, {})] * 2


def plain(schema: Any) -> Any:
    """Without what changes no layout: descriptions and defaults."""
    if isinstance(schema, dict):
        return {key: plain(value) for key, value in schema.items() if key not in ("description", "default")}
    return [plain(one) for one in schema] if isinstance(schema, list) else schema


def test_facts_go_to_json_and_back():
    facts = builder.poor()
    assert Facts.from_facts(facts.to_facts()) == facts
