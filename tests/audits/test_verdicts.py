"""A change is judged once: where it stays inside the noise no page, chip or finding calls it better or worse."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import timedelta
from decimal import Decimal

import pytest

from audits.evidence import Evidence, Severity, Trial, Verdict
from audits.findings import findings
from audits.measures.assembly import TrackedAccount, assemble
from audits.measures.calendar import windows
from audits.measures.glance import glanced
from audits.measures.series import series
from audits.measures.verdicts import question, with_verdicts
from audits.report import document
from audits.report.facts import About, Facts
from audits.report.names import VERDICTS
from smmstrategy.metrics.periods import Period
from smmstrategy.reports.document import Delta, Document
from smmstrategy.reports.formats import write
from tests.audits.synthetic import COLLECTED, NOW, YEAR_EARLIER, records
from tests.audits.test_family_of_questions import effect

TOLD = ("beat", "behind", "worse:")


def drawn(evidence: Evidence) -> Document:
    facts = Facts(About(1), evidence, findings(evidence))
    return document(facts.to_facts(), "en", sealed_at=COLLECTED, sha256="0" * 64)


def chips(value: object) -> Iterator[Delta]:
    if isinstance(value, Delta):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from chips(item)
    elif is_dataclass(value):
        for part in fields(value):
            yield from chips(getattr(value, part.name))


def in_the_workbook(one: Document) -> list[str]:
    """The verdicts in the sheets' cells."""
    words = {verdict.in_language("en") for verdict in VERDICTS.values()}
    return [cell for sheet in one.sheets for grid in sheet.grids for row in grid.rows for cell in row if cell in words]


@pytest.fixture(scope="module")
def quiet() -> Evidence:
    return assemble(records(3, own=2, competitors=1, posts=400))


@pytest.fixture(scope="module")
def doubled() -> Evidence:
    return assemble(records(3, own=2, competitors=1, posts=400, effect=effect("now", 2)))


def test_inside_the_noise_nothing_is_coloured_counted_or_claimed(quiet: Evidence) -> None:
    verdicts = {c.verdict for c in quiet.own.changes}
    assert verdicts == {Verdict.STEADY, Verdict.UNTESTED}
    assert any(c.absolute.value for c in quiet.own.changes if c.verdict == Verdict.STEADY)  # it did change, by chance
    one = drawn(quiet)
    shown = [chip for page in one.pages for chip in chips(page.blocks)]
    assert shown and {chip.good for chip in shown} == {0}
    scorecard = next(page for page in one.pages if page.key == "scorecard")
    assert "No significant change" in write(scorecard.title, "en")
    assert [word for page in one.pages for word in TOLD if word in write(page.title, "en")] == []
    assert set(in_the_workbook(one)) == {"within usual variation", "not tested"}
    assert [f.code for f in findings(quiet) if f.code in ("followers_growth", "er_change", "views_change", "volume_change")] == []


def test_a_change_beyond_the_noise_is_called_so_wherever_it_stands(doubled: Evidence) -> None:
    measure = f"{doubled.own.er}.median"
    change = doubled.own.change(measure)
    assert (change.verdict, change.good, change.is_convincing) == (Verdict.BETTER, 1, True)
    claimed = {f.words["measure"] for f in findings(doubled) if f.severity == Severity.GOOD and f.code == "er_change"}
    assert claimed == {measure}
    one = drawn(doubled)
    assert {chip.good for page in one.pages for chip in chips(page.blocks) if chip.figure.id == change.absolute.id} == {1}
    scorecard = next(page for page in one.pages if page.key == "scorecard")
    assert "beat the previous period" in write(scorecard.title, "en")
    assert "better" in in_the_workbook(one)


def test_a_sum_is_not_tested_and_so_neither_good_nor_bad(doubled: Evidence) -> None:
    change = doubled.own.change("interactions")
    assert change.absolute.value > 0
    assert (change.verdict, change.good) == (Verdict.UNTESTED, 0)


def test_followers_that_grow_in_the_period_have_one_verdict_in_finding_and_scorecard() -> None:
    own = assemble(records(5, own=1, competitors=0, posts=60, growth=20)).own
    against_the_period_before = own.change("followers_end")
    assert own.growth.verdict is against_the_period_before.verdict is Verdict.BETTER
    assert own.growth.absolute.value == against_the_period_before.absolute.value


@pytest.mark.parametrize("account_id", [None, 1, 2])
def test_the_page_of_numbers_judges_a_change_as_the_audit_does(account_id: int | None) -> None:
    """Asked alone, the rate of all accounts would count as better; among all questions of the audit it does not convince."""
    asked = records(3, own=2, competitors=1, posts=300, effect=effect("now", 1.2))
    audited = assemble(asked).subject(f"account-{account_id}" if account_id else "own")
    for window in ("before", "year_earlier"):
        changes = glanced(asked, account_id, ("now", window)).subject.changes
        assert {c.measure: c.verdict for c in changes} == {c.measure: c.verdict for c in audited.changes if c.against == window}


def test_an_account_with_all_posts_of_the_brand_is_judged_as_the_brand_is() -> None:
    asked = records(3, own=1, competitors=1, posts=400, effect=effect("now", 2))
    site = TrackedAccount(9, "website", "site", "Site", "", "own", "")
    with_site = replace(asked, accounts=(*asked.accounts, site))
    verdicts = [glanced(with_site, one, ("now", "before")).subject.change("er_view.median").verdict for one in (None, 1)]
    assert verdicts == [Verdict.BETTER, Verdict.BETTER]


@pytest.mark.parametrize(
    ("of_the_other", "audited"), [(None, Verdict.UNTESTED), (20, Verdict.WORSE), (-20, Verdict.WORSE)]
)  # without followers of another, those of the brand are asked about and not the same ones again
def test_an_account_with_all_posts_of_the_brand_is_judged_by_its_own_followers(of_the_other: int | None, audited: Verdict) -> None:
    """It loses ten followers every day; another account of the brand, without a post, wins or loses twenty or has none."""
    base, quiet = records(3, own=1, competitors=0, posts=400), TrackedAccount(2, "vk", "quiet", "Quiet", "", "own", "")
    known = list(enumerate(Period(YEAR_EARLIER.first, NOW.last).each_day()))
    rows = [(1, "followers", day, Decimal(9000 - 10 * n)) for n, day in known]
    rows += [(2, "followers", day, Decimal(20000 + of_the_other * n)) for n, day in known if of_the_other]
    watched = base.rows.watched | {2: ()}
    asked = replace(base, accounts=(*base.accounts, quiet), rows=replace(base.rows, days=series(rows), watched=watched))
    change = glanced(asked, 1, ("now", "before")).subject.change("followers_end")
    assert (change.absolute.value, change.verdict) == (-1810, Verdict.WORSE)
    assert assemble(asked).subject("account-1").growth.verdict is audited


def growing(weeks: int) -> Evidence:
    """An account that wins ten followers every day of a period of so many weeks, up to the end of June 2026."""
    base = records(5, own=1, competitors=3, posts=300)
    now = Period(NOW.last - timedelta(weeks=weeks) + timedelta(days=1), NOW.last)
    known = [now.first - timedelta(days=1), *now.each_day()]
    days = series((1, "followers", day, Decimal(1000 + 10 * n)) for n, day in enumerate(known))
    return assemble(replace(base, periods=windows(now), month_count=3, rows=replace(base.rows, days=days)))


def test_few_weeks_that_all_grow_are_neither_proof_nor_rest() -> None:
    """Eight whole weeks of the same growth: z of their signs is 7 ÷ √8, too little among all the questions of an audit."""
    short, long = growing(9), growing(26)
    assert (short.own.growth.verdict, long.own.growth.verdict) == (Verdict.UNSURE, Verdict.BETTER)
    assert short.own.growth.relative.value == Decimal("0.63")
    assert [f.code for f in findings(short) if f.code.startswith("followers_")] == []
    title = write(next(page for page in drawn(short).pages if page.key == "audience").title, "en")
    assert "No significant change" not in title and "+63.0%" in title


@pytest.mark.parametrize(
    ("p", "corrected", "verdict"),
    [("0.001", "0.04", "better"), ("0.01", "0.4", "unsure"), ("0.3", "1", "steady"), (None, None, "untested")],
)
def test_steady_is_only_what_a_question_asked_alone_would_call_so(
    doubled: Evidence, p: str | None, corrected: str, verdict: str
) -> None:
    own = doubled.own
    change = own.change(f"{own.er}.median")
    asked = {question(own, change): Trial(Decimal(3), Decimal(p), Decimal(corrected), 100)} if p else {}
    (judged,) = with_verdicts((replace(own, changes=(change,)),), asked)
    assert judged.changes[0].verdict == verdict
    assert judged.is_steady(change.measure) is (verdict == "steady")


def test_a_convincing_trial_of_fewer_months_than_their_noise_takes_is_not_called_rest(doubled: Evidence) -> None:
    own = doubled.own
    change = replace(own.change(f"{own.er}.median"), z=None)
    asked = {question(own, change): Trial(Decimal(6), Decimal("0.00001"), Decimal("0.001"), 100)}
    (judged,) = with_verdicts((replace(own, changes=(change,)),), asked)
    assert judged.changes[0].verdict is Verdict.UNSURE
