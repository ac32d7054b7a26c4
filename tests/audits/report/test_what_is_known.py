"""What a deck says of data that is missing, partly there or not tested is what is so."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from audits.evidence import Coverage, Evidence, Missing
from audits.findings import findings
from audits.measures.assembly import assemble
from audits.measures.glance import glanced
from audits.measures.numbers import count
from audits.measures.series import series
from audits.report import document
from audits.report.facts import About, Facts
from audits.report.gaps import sentences
from audits.report.telling import Telling
from smmstrategy.numbers.measures import known
from smmstrategy.reports.document import Bullets, Callout, Page, Table
from smmstrategy.reports.formats import write
from tests.audits.report import builder
from tests.audits.synthetic import BEFORE, COLLECTED, NOW, records


def told(evidence: Evidence) -> Facts:
    return Facts(About(1), evidence, findings(evidence))


def pages(facts: Facts) -> dict[str, Page]:
    return {p.key: p for p in document(facts.to_facts(), "en", sealed_at=COLLECTED, sha256="0" * 64).pages}


def text(said: tuple) -> str:
    return write(said, "en").replace("\u00a0", " ")


def without_posts(**rows: object) -> Evidence:
    base = records(3, own=1, competitors=0, posts=10)
    rows = {"posts": base.rows.posts.iloc[:0], "watched": {1: ()}, "days": {}} | rows
    return assemble(replace(base, rows=replace(base.rows, **rows)))


def test_an_account_whose_posts_all_lack_a_date_is_not_one_that_nobody_has_access_to() -> None:
    evidence = without_posts(undated={1: 102})
    assert evidence.accounts[0].reasons == ("no_data", "undated")
    assert {"undated_posts", "no_data"} & {finding.code for finding in findings(evidence)} == {"undated_posts"}
    assert text(pages(told(evidence))["data"].title) == "VK: 102 posts without a date, outside the period"


def test_one_that_has_dated_posts_before_the_period_still_lacks_data_in_it() -> None:
    posts = records(3, own=1, competitors=0, posts=10).rows.posts
    evidence = without_posts(undated={1: 1}, posts=posts[posts["day"] <= BEFORE.last])
    assert {"undated_posts", "no_data"} <= {finding.code for finding in findings(evidence)}


def gap(known: int, expected: int, reason: Missing) -> Coverage:
    share = replace(count("account-5.coverage", "visits", 0), value=Decimal(known) / expected)
    return Coverage(5, "visits", "account", known, expected, share, (), reason)


def test_what_is_missing_is_not_said_to_be_known_in_full() -> None:
    lacking = [[gap(183, 183, Missing.IN_PARTS)], [gap(91, 183, Missing.IN_PARTS)]]
    assert [text(one) for one in sentences(Telling(builder.full(), "en"), lacking)] == [
        "Visits (Website): given only broken down, without its total",
        "Visits (Website): 50% known, given only broken down, without its total",
    ]
    (alone,) = sentences(Telling(builder.poor(), "en"), [[replace(gap(0, 183, Missing.NOT_IMPORTED), account_id=1)]])
    assert text(alone) == "Visits: 0% known, not imported"


def test_a_brand_of_which_only_totals_of_days_are_known_is_not_asked_for_what_it_gave() -> None:
    """Views of the account, 100 on every day of both periods: a test has nothing to tell apart."""
    length = (NOW.last - BEFORE.first).days + 1
    days = series((1, "account_views", BEFORE.first + timedelta(n), Decimal(100)) for n in range(length))
    page = pages(told(without_posts(days=days)))["scorecard"]
    assert text(page.title).endswith("changes are not tested")
    assert text(next(block for block in page.blocks if isinstance(block, Callout)).text) == (
        "These changes were not tested for noise: "
        "tested are posts and, day by day, followers, visits and other sums known in both periods"
    )


def test_growth_that_is_the_sum_of_its_days_is_known_of_accounts_and_not_of_days() -> None:
    """Two new followers on each of 181 days, of the first of two accounts."""
    days = series((1, "followers_net", NOW.first + timedelta(n), Decimal(2)) for n in range(NOW.days))
    base = records(3, own=2, competitors=0, posts=20)
    glance = glanced(replace(base, rows=replace(base.rows, days=days)), None, ("now",))
    found = known("growth_abs", glance)
    assert (glance.subject.now.numbers["growth_abs"].value, found.share, found.words) == (362, Decimal("0.5"), "1 of 2 accounts")


def wordless() -> Evidence:
    """Of the second of two accounts titles alone are known."""
    base = records(3, own=2, competitors=0, posts=400)
    posts = base.rows.posts.assign(text_length=lambda rows: rows["text_length"].where(rows["account_id"] == 1))
    return assemble(replace(base, rows=replace(base.rows, posts=posts)))


def test_posts_whose_text_no_file_gives_are_of_no_length() -> None:
    """They stand on no slide of lengths, and the workbook leaves their cells empty."""
    evidence = wordless()
    worded = evidence.own_accounts[0].now.numbers["posts"].value
    assert sum(part.numbers["posts"].value for part in evidence.own.now.lengths) == worded < evidence.own.now.numbers["posts"].value
    assert max(trial.n for question, trial in evidence.trials.items() if question.startswith("own.length:")) < worded
    assert {row.account_id for row in evidence.posts if row.text_length is None} == {2}
    assert f"n = {worded}" in text(pages(told(evidence))["lengths"].footer)


def test_under_the_lengths_of_texts_stand_all_posts_whose_text_is_known() -> None:
    """Those of the first account alone: its median, and as many posts as the lengths have together and the footer says."""
    evidence = wordless()
    page = pages(told(evidence))["lengths"]
    *lengths, (name, n, median) = [row.cells for block in page.blocks if isinstance(block, Table) for row in block.rows]
    first = evidence.own_accounts[0].now.numbers["er_view.median"]
    assert (text(name), n.value, median.value) == ("All, in 1 of 2 accounts", first.n, first.value)
    assert sum(cells[1].value for cells in lengths) == n.value
    assert f"n = {n.value} ·" in text(page.footer)


def test_without_any_text_there_is_no_slide_of_lengths() -> None:
    base = records(3, own=1, competitors=0, posts=400)
    evidence = assemble(replace(base, rows=replace(base.rows, posts=base.rows.posts.assign(text_length=float("nan")))))
    assert "lengths" not in pages(told(evidence))


def test_a_figure_is_as_fine_as_what_it_was_beside_it() -> None:
    base = records(3, own=1, competitors=0, posts=500)
    posts = base.rows.posts
    seen = posts.assign(views=[10_520 if day >= NOW.first else 10_540 for day in posts["day"]])
    summary = pages(told(assemble(replace(base, rows=replace(base.rows, posts=seen)))))["summary"]
    said = [text(item) for block in summary.blocks if isinstance(block, Bullets) for item in block.items]
    assert [item for item in said if "Views, median" in item] == ["Views, median: 10.52K, a year earlier 10.54K"]
