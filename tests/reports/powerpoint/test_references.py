"""A page names the slide of an earlier page; lint holds the number against the slide it names."""

from datetime import UTC, datetime

import pytest

from smmstrategy.reports import powerpoint
from smmstrategy.reports.document import Bullets, Document, Page, SlideNumber
from smmstrategy.reports.lint import strays
from smmstrategy.reports.manifest import digest, manifest
from smmstrategy.reports.powerpoint.references import resolved

RESTS = Page("plan", ("Plan",), (Bullets((("See slide ", SlideNumber("findings")),)),))
PAGES = (Page("cover", ("Cover",)), Page("findings", ("Findings",), (Bullets((("Something",),)),)), RESTS)
DOCUMENT = Document("d", ("d",), "en", datetime(2026, 10, 3, tzinfo=UTC), "0" * 64, PAGES, ())


def test_the_number_of_the_slide_is_put_in():
    [block] = resolved(RESTS, {"findings": 7}).blocks
    assert block.items == (("See slide ", SlideNumber("findings", 7)),)


def test_a_page_cannot_name_one_that_comes_later():
    with pytest.raises(KeyError):
        resolved(RESTS, {"cover": 1})


def test_lint_knows_the_slide_that_is_named():
    drawing = powerpoint.draw(DOCUMENT)
    declared = manifest(DOCUMENT, drawing)
    assert strays(drawing.content, declared) == []
    assert ["slide 3 / Bullets 5", "number", "findings", "2"] in declared["shown"]
    declared["shown"] = [
        row if row[2:] != ["findings", "2"] or row[0] != "slide 2 / Slide number" else [*row[:2], "", "2"]
        for row in declared["shown"]
    ]
    assert [stray.reason for stray in strays(drawing.content, declared | {"sha256": digest(declared)})] == [
        "not the slide of findings"
    ]
