"""Of the points of the summary those come first that its title does not say."""

import pytest

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
