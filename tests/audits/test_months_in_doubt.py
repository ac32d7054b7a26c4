"""Whole months without a post, of an account that posts about every week, may be left out of its files: nobody knows."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

import pytest

from audits.evidence import Evidence, Missing
from audits.findings import findings
from audits.measures.changes import uncompared
from audits.queries import months_of
from audits.report.facts import About, Facts
from audits.report.reasons import reason
from audits.report.sheets import sheets
from audits.report.telling import Telling
from smmstrategy.clients.models import Account, Brand
from smmstrategy.metrics.models import Collection
from smmstrategy.metrics.periods import Period
from smmstrategy.reports.document import Day
from smmstrategy.reports.formats import write
from tests.audits.report.test_one_story import pages, text
from tests.audits.test_evidence import read, tracked
from tests.audits.test_unknown_days import brand as brand
from tests.audits.test_unknown_days import collect, daily

pytestmark = pytest.mark.django_db(transaction=True)
ALL = [Period(date(2025, 1, 1), date(2026, 6, 30))]
APRIL = [Period(date(2025, 1, 1), date(2026, 3, 31)), Period(date(2026, 5, 1), date(2026, 6, 30))]
AUTUMN = [Period(date(2025, 1, 1), date(2025, 8, 31)), Period(date(2025, 12, 1), date(2026, 6, 30))]
WHY = "one of the periods has months without a post (silent, or left out of the file)"
SUMS = ("posts", "views")


def posted(brand: Brand, network: str, days: Iterable[Period], role: str = "own", every: int = 1) -> None:
    """One file; of its first day to its last it knows the posts."""
    collect(tracked(brand, network, role), [post for one in days for post in daily(one.first, one.last, every)])


def gaps_sheet(evidence: Evidence) -> list[tuple]:
    facts = Facts(About(1), evidence, findings(evidence))
    sheet = next(one for one in sheets(Telling(facts, "en")) if one.name == "Data gaps")
    shown = [tuple(row) for row in sheet.grids[0].rows if isinstance(row[-1], Day)]
    return [(write(row[5], "en") if row[5] else "", row[6].day, row[7].day) for row in shown]


def test_months_in_doubt_of_the_period_before_are_not_known(brand: Brand) -> None:
    posted(brand, "vk", AUTUMN)
    evidence = read(brand)
    own = evidence.own
    before = own.windows["before"].numbers
    assert (before["posts"].value, round(before["posts"].coverage, 2)) == (93, Decimal("0.51"))
    assert [own.change(code) for code in (*SUMS, "views.median")] == [None] * 3
    assert {uncompared(own, code, "before") for code in (*SUMS, "views.median")} == {"in_doubt"}
    assert (before["posts_per_week"].value, own.change("posts_per_week").absolute.value) == (7, 0)
    assert own.change("posts", "year_earlier").absolute.value == 0


def test_why_they_are_not_compared_is_said_in_deck_and_workbook(brand: Brand) -> None:
    posted(brand, "vk", AUTUMN)
    evidence = read(brand)
    assert f"; no comparison with the previous period: {WHY}" in text(pages(evidence)["scorecard"].subtitle)
    assert gaps_sheet(evidence) == [
        ("months without a post: silence, or left out of the file", date(2025, 9, 1), date(2025, 11, 30))
    ]


def test_a_month_in_doubt_of_the_period_itself_is_a_gap_and_no_silence(brand: Brand) -> None:
    posted(brand, "vk", APRIL)
    evidence = read(brand)
    posts = next(row for row in evidence.coverage if row.metric == "posts")
    april = Period(date(2026, 4, 1), date(2026, 4, 30))
    assert (posts.known, posts.gaps, posts.reason) == (151, (april,), Missing.IN_DOUBT)
    assert [part.numbers["posts"].value if "posts" in part.numbers else None for part in evidence.own.now.months] == [
        31, 28, 31, None, 31, 30,
    ]  # fmt: skip
    assert (evidence.accounts[0].silences, evidence.accounts[0].in_doubt) == ((april,), (april,))
    assert (evidence.accounts[0].months_with_data, evidence.accounts[0].reasons) == (5, ("few_months", "months_in_doubt"))
    assert months_of(brand, [evidence.accounts[0].account_id])[evidence.accounts[0].account_id][15:] == [
        date(2026, 5, 1),
        date(2026, 6, 1),
    ]
    assert evidence.own.now.numbers["silence.longest"].value == 0
    told = {finding.code: finding for finding in findings(evidence)}
    assert (told["months_in_doubt"].numbers["months"].value, told.keys() & {"silence", "few_months"}) == (1, set())
    assert gaps_sheet(evidence) == [("months without a post: silence, or left out of the file", april.first, april.last)]


def test_a_month_that_was_said_to_be_silent_is_known_and_compared_as_no_posts(brand: Brand) -> None:
    posted(brand, "vk", APRIL)
    Collection.objects.update(silent=[date(2026, 4, 1)])
    evidence = read(brand)
    posts = next(row for row in evidence.coverage if row.metric == "posts")
    assert (posts.known, posts.gaps, posts.reason) == (181, (), "")
    assert [part.numbers["posts"].value for part in evidence.own.now.months] == [31, 28, 31, 0, 31, 30]
    assert evidence.own.change("posts").absolute.value == 151 - 184
    (account,) = evidence.accounts
    assert (account.months_with_data, account.reasons, account.in_doubt) == (6, ("silences",), ())
    silence = next(finding for finding in findings(evidence) if finding.code == "silence")
    assert (silence.numbers["days"].value, "months" in silence.numbers) == (30, False)
    assert evidence.own.now.numbers["silence.longest"].value == 30
    assert "months_in_doubt" not in {finding.code for finding in findings(evidence)}
    assert gaps_sheet(evidence) == []
    assert len(months_of(brand, [account.account_id])[account.account_id]) == 18


def test_a_competitor_with_months_in_doubt_has_no_share_and_no_sum_beside_the_brand(brand: Brand) -> None:
    posted(brand, "vk", ALL)
    posted(brand, "vk", APRIL, "competitor")
    evidence = read(brand)
    (comparison,) = evidence.comparisons
    assert {standing.measure for standing in comparison.standings}.isdisjoint({"soe", "interactions"})
    assert comparison.beside["competitor-1"]["posts_per_week"].value == 7
    assert "months without a post (silent, or left out of the file): small-vk-competitor" in text(
        pages(evidence)["competitors"].subtitle
    )
    assert gaps_sheet(evidence) == [
        ("months without a post: silence, or left out of the file", date(2026, 4, 1), date(2026, 4, 30))
    ]


def test_an_account_that_rarely_posts_was_silent(brand: Brand) -> None:
    posted(brand, "vk", AUTUMN, every=14)
    own = read(brand).own
    assert own.windows["before"].numbers["posts"].coverage == 1
    assert own.change("posts") is not None


def test_another_file_that_has_the_months_ends_the_doubt(brand: Brand) -> None:
    posted(brand, "vk", AUTUMN)
    collect(Account.objects.get(), daily(date(2025, 9, 1), date(2025, 11, 30)))
    assert read(brand).own.change("posts").absolute.value == 181 - 184


def test_a_snapshot_made_before_calls_the_reason_otherwise():
    assert {reason(code, "en") for code in ("silent_months", "months_in_doubt")} == {
        "months without a post, or the file lacks them"
    }
