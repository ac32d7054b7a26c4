"""LibreOffice opens the decks, the hostile one too, and shows every slide."""

import pypdfium2
import pytest

from smmstrategy.reports.powerpoint import draw
from tests.reports.powerpoint import sample
from tests.reports.powerpoint.reading import opened
from tests.reports.reading import all_converted


@pytest.mark.slow
def test_every_slide_becomes_a_page_with_words_on_it(libreoffice, tmp_path):
    decks = [draw(sample.document(language, nasty=nasty)).content for language, nasty in (("ru", True), ("en", False))]
    shown = map(pypdfium2.PdfDocument, all_converted(libreoffice, tmp_path, decks, "pdf", "pptx"))
    for deck, pages in zip(decks, shown, strict=True):
        assert len(pages) == len(opened(deck).slides)
        assert all(page.get_textpage().get_text_bounded().strip() for page in pages)
