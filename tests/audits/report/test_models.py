"""Criteria, maturity and opportunities: weighted scores, the overall level, what counts as a quick win."""

from dataclasses import replace
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

import msgspec
import pytest

import audits
from audits.criteria import criteria, group_score, overall_score
from audits.evidence import Finding, Severity
from audits.findings.codes import CODES
from audits.maturity import maturity_model, overall_level
from audits.opportunities import VERSIONS, QuickWin, in_order, recommendation, recommendations, recommended, titles
from audits.report.facts import Facts, Opportunity
from audits.report.opportunities import opportunities
from audits.report.telling import Telling
from smmstrategy.metrics.catalogue import METRICS
from smmstrategy.metrics.formulas import FORMULAS
from smmstrategy.reports.formats import write
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
    advice = [one for version in VERSIONS for one in recommendations(version)]
    assert {one.finding for one in advice} <= CODES.keys()
    assert {one.metric for one in advice} <= {"", *METRICS, *FORMULAS}


@pytest.mark.parametrize(("version", "digest"), [("1", "a814795896051d52"), ("2", "066d822d491ea5f8")])
def test_what_audits_were_sealed_with_stays_as_it_was(version: str, digest: str) -> None:
    kept = Path(audits.__file__).parent / "data" / f"opportunities-{version}.json"
    assert sha256(kept.read_bytes()).hexdigest().startswith(digest)


def test_a_recommendation_is_the_same_in_all_versions_whatever_it_is_called() -> None:
    for version in VERSIONS:
        for one in recommendations(version):
            latest = {(each.finding, each.direction): each.title for each in recommendations()}[one.finding, one.direction]
            assert {latest.ru, latest.en} <= titles(one.finding, one.title.ru) == titles(one.finding, one.title.en)
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


def test_a_sealed_audit_keeps_the_advice_of_its_version():
    facts, finding = builder.full(), Finding("text_length", Severity.GOOD, "own", {})
    sealed = replace(facts, findings=(finding,), opportunities=()).to_facts()
    before_it_was_frozen = {name: value for name, value in sealed.items() if name != "opportunities_version"}
    said = [
        [(write(one.text, "en"), one.key) for one in opportunities(Telling(Facts.from_facts(each), "en"))]
        for each in (sealed, before_it_was_frozen)
    ]
    assert said == [
        [("Publish more posts of the length that does better", "text_length")],
        [("Write more texts of the length that does better", "text_length")],
    ]


def test_facts_go_to_json_and_back():
    facts = builder.poor()
    assert Facts.from_facts(facts.to_facts()) == facts


def test_facts_sealed_while_all_competitors_were_compared_once_are_still_drawn():
    facts = builder.full()
    (once,) = facts.evidence.comparisons
    sealed = facts.to_facts()
    evidence = sealed["evidence"]
    del evidence["comparisons"]
    evidence |= {"shared_networks": list(once.networks), "common_er": once.er}
    evidence["standings"] = msgspec.to_builtins(once.standings)
    for subject in evidence["subjects"]:
        subject["beside"] = msgspec.to_builtins(once.beside.get(subject["key"], {}))
    for finding in sealed["findings"]:
        finding["words"].pop("networks", None)
    assert Facts.from_facts(sealed) == facts
