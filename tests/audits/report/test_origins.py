"""Where the figures of a document come from: the formula each names, its inputs and its days."""

from dataclasses import replace

from audits.evidence import Evidence
from audits.findings import findings
from audits.measures.assembly import assemble
from audits.report import document
from audits.report.facts import About, Facts
from audits.report.telling import Telling
from smmstrategy.reports.document import Origin
from tests.audits.report import builder
from tests.audits.synthetic import records

NOW, BEFORE = "2026-04-01/2026-09-30", "2025-10-01/2026-03-31"


def origins(facts: Facts) -> dict[str, Origin]:
    return document(facts.to_facts(), "en", sealed_at=builder.COLLECTED, sha256="0" * 64).origins


def promoted() -> Evidence:
    """One account; of the people each post reaches ads have reached one in four."""
    base = records(3, own=1, competitors=0, posts=200)
    posts = base.rows.posts.assign(reach=100.0, reach_paid=25.0, is_paid=True)
    return assemble(replace(base, rows=replace(base.rows, posts=posts)))


def test_what_a_change_starts_from_is_of_the_earlier_window_whatever_accounts_it_is_of() -> None:
    facts = builder.newcomer()
    change = facts.evidence.own.change("posts")
    assert change.then.id == "own:1+3+4.before.posts"
    told = origins(facts)
    assert (told[change.then.id].period, told["own.now.posts"].period) == (BEFORE, NOW)
    assert {one.period for id, one in told.items() if id.startswith("own:1+3+4.before.") and ".vs_" not in id} == {BEFORE}


def test_how_many_posts_a_finding_stands_on_is_of_the_period_though_its_id_names_an_earlier_window() -> None:
    facts = builder.full()
    telling, found = (
        Telling(facts, "en"),
        next(f for f in facts.findings if f.words.get("against") == "year_earlier" and "n" in f.numbers),
    )
    figure = telling.figure(found.numbers["n"])
    assert ".year_earlier." in figure.id
    assert telling.origins[figure.id].period == NOW


def test_a_share_is_no_count() -> None:
    one = promoted()
    told = origins(Facts(About(1), one, findings(one)))
    assert told["own.now.paid_share.mean"] == Origin(
        "share@1", "1 − organic_share", (("own.now.organic_share.mean", "0.75"),), "import", "2026-01-01/2026-06-30", 1
    )
    assert {o.metric for id, o in told.items() if id.startswith("report.coverage.")} == {"coverage@1"}


def test_the_whole_that_a_share_of_posts_is_of_is_a_number_by_its_name() -> None:
    own = promoted().own.now
    assert own.formats[0].numbers["posts_share"].inputs[1] == ("own.now.posts", str(own.numbers["posts"].value))
    assert own.promotion[0].numbers["posts_share"].inputs[1][0] == "own.now.promotion.posts"
