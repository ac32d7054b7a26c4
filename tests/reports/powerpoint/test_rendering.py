"""LibreOffice opens the decks, the hostile one too, and shows every slide."""

import pypdfium2
import pytest

from smmstrategy.reports.powerpoint import draw
from tests.machine import LIBREOFFICE
from tests.reports.powerpoint import sample
from tests.reports.powerpoint.reading import opened
from tests.reports.reading import converted


@pytest.mark.slow
@pytest.mark.parametrize(("language", "nasty"), [("ru", True), ("en", False)])
@pytest.mark.skipif(not LIBREOFFICE.path, reason=LIBREOFFICE.reason)
def test_every_slide_becomes_a_page_with_words_on_it(language, nasty, tmp_path):
    deck = draw(sample.document(language, nasty=nasty))
    pages = pypdfium2.PdfDocument(converted(LIBREOFFICE.path, tmp_path, deck.content, "pdf", "pptx"))
    assert len(pages) == len(opened(deck.content).slides)
    assert all(page.get_textpage().get_text_bounded().strip() for page in pages)
