"""Summary and balance begin with what is so of the brand itself, the summary with what its title does not say."""

from dataclasses import replace

import pytest

from audits.evidence import Finding, Severity
from audits.report.facts import Facts
from audits.report.pages import opening, plan
from audits.report.telling import Telling
from smmstrategy.reports.document import Bullets, Figure, Text
from smmstrategy.reports.formats import write
from tests.audits.report import builder


def figures(text: Text) -> set[str]:
    return {part.id for part in text if isinstance(part, Figure)}


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("facts", [builder.full, builder.gappy, builder.newcomer, builder.poor, builder.huge])
def test_no_column_begins_with_what_the_title_says(facts, language: str) -> None:
    known: Facts = facts()
    page = opening.pages(Telling(known, language))[1]
    columns = [block for block in page.blocks if isinstance(block, Bullets) and len(block.items) > 1]
    repeated = [write(one.heading, language) for one in columns if figures(one.items[0]) & figures(page.title)]
    assert (len(columns) > 0, repeated) == (True, [])


def behind(strength: float) -> Finding:
    """Of the full audit, of the competitor that it has."""
    (comparison,) = builder.full().evidence.comparisons[:1]
    (key,) = [subject for subject in comparison.beside if subject != "own"][:1]
    measure = f"{comparison.er}.median"
    numbers = {"own": comparison.own[measure], "theirs": comparison.beside[key][measure], "n": comparison.own[measure]}
    words = {"competitor": "Fifth Cup", "measure": measure, "networks": " ".join(comparison.networks)}
    return Finding("competitor_behind", Severity.GOOD, key, numbers, words, 1, strength)


@pytest.mark.parametrize("strength", [0.55, 0.7, 2.0])
def test_who_is_behind_comes_after_what_the_brand_has_come_to(strength: float) -> None:
    facts = replace(builder.full(), findings=(*builder.full().findings, behind(strength)))
    telling = Telling(facts, "en")
    summary, balance = opening.pages(telling)[1], next(page for page in plan.pages(telling) if page.key == "balance")
    good = [block for page in (summary, balance) for block in page.blocks if isinstance(block, Bullets) and block.tone == "good"]
    theirs = [["Fifth Cup" in write(item, "en") for item in block.items] for block in good]
    assert theirs == [[False, False, True], [False, False, True]]
