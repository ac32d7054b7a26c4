"""What posts have in the middle is compared where their days are known alike in both periods, and where neither has few."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from audits.evidence import Evidence
from audits.findings import findings
from audits.measures.assembly import assemble
from audits.measures.changes import uncompared
from smmstrategy.metrics.periods import Period
from smmstrategy.reports.document import Table
from tests.audits.report.test_one_story import pages, text
from tests.audits.synthetic import BEFORE, NOW, YEAR_EARLIER
from tests.audits.test_same_accounts import ALWAYS, VK, daily, measured

OF_POSTS = ("views.median", "views.mean", "er_view.median", "interactions.median")


def known(before: Period, watched: Iterable[Period]) -> Evidence:
    """A post a day, of which 100 views before and 150 now; before there are posts of these days alone."""
    frames = [daily(1, before, views=100.0, likes=5.0), daily(1, NOW, views=150.0, likes=9.0)]
    found = measured(frames, (), (VK,))
    return assemble(replace(found, rows=replace(found.rows, watched={1: tuple(watched)})))


def since(first: date) -> Evidence:
    return known(Period(first, BEFORE.last), [Period(first, NOW.last)])


def compared(evidence: Evidence) -> set[str]:
    return {change.measure for change in evidence.own.changes if change.against == "before"}.intersection(OF_POSTS)


def why(evidence: Evidence) -> set[str]:
    return {uncompared(evidence.own, code, "before") for code in OF_POSTS}


@pytest.mark.parametrize(("posts", "reason"), [(1, "few_posts"), (2, "few_posts"), (9, "few_posts"), (10, "coverage")])
def test_the_median_of_the_few_posts_before_the_period_is_none_to_compare_with(posts: int, reason: str) -> None:
    """An export that begins a few days before the period."""
    evidence = since(BEFORE.last - timedelta(posts - 1))
    assert (compared(evidence), why(evidence)) == (set(), {reason})
    title = text(pages(evidence)["scorecard"].title)
    assert "%" not in title
    assert not any(finding.code.startswith(("views_", "er_", "interactions_")) for finding in findings(evidence))


def test_few_posts_of_a_period_that_is_known_throughout_are_few_all_the_same() -> None:
    week = Period(BEFORE.last - timedelta(6), BEFORE.last)
    evidence = known(week, [ALWAYS])
    assert (compared(evidence), why(evidence)) == (set(), {"few_posts"})
    assert evidence.own.change("posts").then.value == 7
    told = text(pages(evidence)["scorecard"].subtitle)
    assert "a dash: one of the periods has few posts" in told


def test_few_posts_of_the_period_itself_have_no_change_either() -> None:
    frames = [daily(1, BEFORE, views=100.0, likes=5.0), daily(1, Period(NOW.first, date(2026, 1, 9)), views=150.0, likes=9.0)]
    found = measured(frames, (), (VK,))
    evidence = assemble(replace(found, rows=replace(found.rows, watched={1: (ALWAYS,)})))
    assert (compared(evidence), why(evidence)) == (set(), {"few_posts"})


@pytest.mark.parametrize(("first", "is_compared"), [(date(2025, 7, 15), True), (date(2025, 8, 1), False)])
def test_medians_compare_as_sums_do_where_days_are_known_alike(first: date, is_compared: bool) -> None:
    """Of 184 days 170 are, 153 are not nine tenths of all that are known now."""
    evidence = since(first)
    assert (compared(evidence) == set(OF_POSTS)) is is_compared
    assert (evidence.own.change("views") is not None) is is_compared
    assert bool([question for question in evidence.trials if question.endswith("views.before")]) is is_compared
    assert why(evidence) == ({"nought"} if is_compared else {"coverage"})


def test_two_periods_of_which_as_few_days_are_known_compare() -> None:
    """February to June of both."""
    days = [Period(date(2025, 2, 1), YEAR_EARLIER.last), Period(date(2026, 2, 1), NOW.last)]
    found = measured([daily(1, one, views=100.0, likes=5.0) for one in days], (), (VK,))
    evidence = assemble(replace(found, rows=replace(found.rows, watched={1: tuple(days)})))
    assert evidence.own.change("views.median", "year_earlier").absolute.value == 0


def test_a_dash_stands_where_a_median_is_not_compared() -> None:
    evidence = since(BEFORE.last - timedelta(1))
    table = next(block for block in pages(evidence)["scorecard"].blocks if isinstance(block, Table))
    assert {len(row.cells) for row in table.rows} == {2}
