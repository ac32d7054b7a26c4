"""Lint explains every number of a deck, and finds the one that was changed."""

import pytest

from smmstrategy.reports.lint import strays
from smmstrategy.reports.manifest import manifest
from smmstrategy.reports.powerpoint import draw
from tests.reports.powerpoint import sample
from tests.reports.reading import changed


@pytest.mark.parametrize("nasty", [False, True])
@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_number_is_explained(language, nasty):
    document = sample.document(language, nasty=nasty)
    drawing = draw(document)
    assert strays(drawing.content, manifest(document, drawing)) == []


@pytest.mark.parametrize(
    ("part", "before", "after"),
    [
        ("ppt/slides/slide3.xml", "48,210", "48,211"),
        ("ppt/charts/chart1.xml", "182000.0", "182001.0"),
        ("ppt/notesSlides/notesSlide3.xml", "3.1%", "3.2%"),
    ],
)
def test_a_changed_digit_is_found(part, before, after):
    document = sample.document("en")
    drawing = draw(document)
    assert strays(changed(drawing.content, part, before, after), manifest(document, drawing)) != []
