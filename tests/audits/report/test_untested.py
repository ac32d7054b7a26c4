"""What no test was put to is not called insignificant, and what is not compared says why."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from audits.findings import findings
from audits.measures.verdicts import with_verdicts
from audits.report import document
from audits.report.digest import digests
from audits.report.facts import Facts
from audits.report.pages import networks, opening, scorecard
from audits.report.telling import Telling
from smmstrategy.reports.document import Bullets, Document
from smmstrategy.reports.formats import NBSP, write
from tests.audits.report.builder import COLLECTED, few_rates, full, gappy, newcomer, seen_only


def untested(language: str) -> Document:
    facts = full()
    evidence = replace(facts.evidence, trials={}, subjects=with_verdicts(facts.evidence.subjects, {}))
    return document(
        replace(facts, evidence=evidence, findings=tuple(findings(evidence))).to_facts(),
        language,
        sealed_at=COLLECTED,
        sha256="0" * 64,
    )


@pytest.mark.parametrize(("language", "claims"), [("ru", ("значимых", "не подтвердила")), ("en", ("significant", "confirms none"))])
def test_nothing_is_called_insignificant_without_a_test(language: str, claims: tuple[str, ...]) -> None:
    said = "\n".join(str(page) for page in untested(language).pages)
    assert [claim for claim in claims if claim in said] == []


def test_a_title_that_nothing_moved_names_only_what_was_tested() -> None:
    """The posts' views are on the first card and the number of posts on another: of them alone a test was made."""
    title = opening.pages(Telling(replace(seen_only(), findings=()), "en"))[1].title
    assert write(title, "en") == "Posts 311: no significant change"


UNLIKE, UNKNOWN = "the periods are not covered alike", "one of the periods has no data"


@pytest.mark.parametrize(
    ("facts", "whole", "by_network"),
    [(full, "", ""), (gappy, UNLIKE, ""), (newcomer, "", UNKNOWN)],
    ids=["full", "gappy", "newcomer"],
)
def test_a_dash_in_place_of_a_change_is_explained(facts: Callable[[], Facts], whole: str, by_network: str) -> None:
    said = [
        write(page.subtitle, "en").partition("; a dash: ")[2]
        for family in (scorecard, networks)
        for page in family.pages(Telling(facts(), "en"))
    ]
    assert said == [whole, by_network]


def test_a_figure_without_a_change_says_why_on_the_page_of_the_audit_too() -> None:
    figures = digests(few_rates().to_facts(), ["en"])["en"]["figures"]
    assert {figure["label"]: figure["why"] for figure in figures}["Views"] == UNKNOWN


def test_a_figure_says_how_much_of_it_is_known_on_the_page_of_the_audit_too() -> None:
    figures = digests(gappy().to_facts(), ["en"])["en"]["figures"]
    known = {figure["label"]: figure["known"] for figure in figures}
    assert known["Posts"] == {"share": "51%", "days": 370, "of": 732, "poor": True}
    assert known["Views"] == {"share": "51%", "days": None, "of": None, "poor": True}
    assert known["Visits"] == {"share": "100%", "days": 183, "of": 183, "poor": False}


@pytest.mark.parametrize(
    ("language", "figures"),
    [("ru", "росмотры — 20,2 тыс.; ER по просмотрам в медиане — 3,35 %"), ("en", "iews 20.2K; median ER by views 3.35%")],
)
def test_a_title_says_a_median_in_the_words_of_its_sentence(language: str, figures: str) -> None:
    """Not by its name «ER по просмотрам, медиана», whose comma would read as one of a list."""
    known = few_rates()
    unmoved = with_verdicts(known.evidence.subjects, {})
    first = tuple(replace(subject, changes=(), windows={"now": subject.now}) for subject in known.evidence.subjects)
    titles = [
        write(
            opening.pages(Telling(replace(known, evidence=replace(known.evidence, subjects=those), findings=()), language))[
                1
            ].title,
            language,
        )
        for those in (unmoved, first)
    ]
    assert [figures in title.replace(NBSP, " ") for title in titles] == [True, True]


def test_the_page_of_an_audit_says_what_the_summary_says_and_shows_no_empty_list() -> None:
    quiet = replace(few_rates(), findings=())
    summary = opening.pages(Telling(quiet, "en"))[1]
    said = digests(quiet.to_facts(), ["en"])["en"]["said"]
    headings = [write(block.heading, "en") for block in summary.blocks if isinstance(block, Bullets) and block.items]
    assert [one["heading"] for one in said] == headings
    assert ("bad" in {one["tone"] for one in said}, [one for one in said if not one["sentences"]]) == (False, [])
