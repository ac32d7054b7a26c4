"""Views of several networks are added up with a footnote that says they are not of one kind."""

from dataclasses import replace

import pytest

from audits.measures.assembly import assemble
from audits.report.facts import About, Facts
from audits.report.pages import scorecard, visibility
from audits.report.telling import Telling
from smmstrategy.reports.document import Cards, Page, Table
from smmstrategy.reports.formats import write
from tests.audits.report import builder
from tests.audits.synthetic import records

NOTE = "networks count views differently"


def of_one_network() -> Facts:
    """The second of two accounts is in the network of the first."""
    facts = builder.full()
    subjects = tuple(replace(s, networks=("vk",)) if s.kind == "account" else s for s in facts.evidence.subjects)
    return replace(facts, evidence=replace(facts.evidence, subjects=subjects))


def first(facts: Facts) -> Page:
    return scorecard.pages(Telling(facts, "en"))[0]


def lines(page: Page) -> list[str]:
    (table,) = (block for block in page.blocks if isinstance(block, Table))
    return [write(row.cells[0], "en") for row in table.rows]


def test_the_line_of_views_of_several_networks_has_a_footnote() -> None:
    page = first(builder.full())
    assert [line for line in lines(page) if "*" in line] == ["Views**"]
    assert write(page.footer, "en").replace("\u00a0", " ").endswith(f" · ** {NOTE}")


def test_views_of_one_network_need_none() -> None:
    page = first(of_one_network())
    assert [line for line in lines(page) if "*" in line] == []
    assert "**" not in write(page.footer, "en")


@pytest.mark.parametrize(("facts", "says"), [(builder.full, True), (of_one_network, False)])
def test_the_page_of_views_says_it_too(facts, says: bool) -> None:
    (page,) = visibility.pages(Telling(facts(), "en"))
    assert (NOTE in write(page.footer, "en").replace("\u00a0", " ")) == says


def test_under_the_views_of_one_account_of_several_it_is_not_said() -> None:
    facts = builder.full()
    chosen = tuple(f for f in facts.findings if (f.code, f.subject) == ("views_steady", "account-3"))
    (page,) = visibility.pages(Telling(replace(facts, findings=chosen), "en"))
    assert write(page.title, "en").startswith("YouTube")
    assert NOTE not in write(page.footer, "en").replace("\u00a0", " ")


@pytest.mark.parametrize(("shown_times", "impressions"), [(1, []), (2, ["Impressions"])])
def test_what_a_network_counts_as_views_and_as_impressions_is_one_card(shown_times: int, impressions: list[str]) -> None:
    """As many impressions as views, as X has them, or twice as many."""
    base = records(1, own=1, competitors=0, posts=60)
    posts = base.rows.posts.assign(impressions=base.rows.posts["views"] * shown_times)
    facts = Facts(About(1), assemble(replace(base, rows=replace(base.rows, posts=posts))), ())
    (page,) = visibility.pages(Telling(facts, "en"))
    cards = next(block for block in page.blocks if isinstance(block, Cards))
    assert [write(card.label, "en") for card in cards.cards] == ["Views", "Views, median", *impressions]
