"""Views of several networks are added up with a footnote that says they are not of one kind."""

from dataclasses import replace

import pytest

from audits.report.facts import Facts
from audits.report.pages import scorecard, visibility
from audits.report.telling import Telling
from smmstrategy.reports.document import Page, Table
from smmstrategy.reports.formats import write
from tests.audits.report import builder

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
