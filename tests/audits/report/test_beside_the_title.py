"""Of the points of the summary those come first that are of the brand itself, and of these what the title does not say."""

from dataclasses import replace

import pytest

from audits.evidence import Finding, Severity
from audits.report.facts import Facts
from audits.report.pages import opening
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
    (works,) = (b for b in opening.pages(Telling(facts, "en"))[1].blocks if isinstance(b, Bullets) and b.tone == "good")
    assert [write(item, "en").startswith("Fifth Cup") for item in works.items] == [False, False, True]
