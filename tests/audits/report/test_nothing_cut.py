"""Nothing that a deck says itself is cut off: only the words of posts end in «…»."""

from collections.abc import Iterator

import pytest
from pptx.slide import Slide

from audits.report import document
from smmstrategy.reports import powerpoint
from tests.audits.report import builder
from tests.audits.report.test_nothing_to_compare import every_fourth_unknown, of_posts
from tests.audits.report.test_one_story import facts
from tests.audits.report.test_places_by_medians import known_of
from tests.audits.report.test_some_accounts import brand
from tests.audits.report.test_uncounted_posts import brand as uncounted
from tests.audits.test_same_accounts import TELEGRAM, VK, telegram_has_left
from tests.reports.powerpoint.reading import opened

ALL = {
    "full": builder.full,
    "gappy": builder.gappy,
    "newcomer": builder.newcomer,
    "few rates": builder.few_rates,
    "poor": builder.poor,
    "partly known": lambda: facts(brand()),
    "posts not counted": lambda: facts(uncounted(VK.id, TELEGRAM.id)),
    "counted alike": lambda: facts(of_posts(every_fourth_unknown)),
    "places by some medians": lambda: facts(known_of("likes", 5)),
    "one has left": lambda: facts(telegram_has_left()),
}


def said(slide: Slide) -> Iterator[str]:
    """Every paragraph of the slide but those of the tiles of posts."""
    for shape in slide.shapes:
        frames = [shape.text_frame] if shape.has_text_frame and not shape.name.startswith("Post") else []
        frames += [cell.text_frame for row in shape.table.rows for cell in row.cells] if shape.has_table else []
        for frame in frames:
            yield from (paragraph.text for paragraph in frame.paragraphs)


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("known", ALL)
def test_nothing_a_deck_says_itself_is_cut(known: str, language: str) -> None:
    deck = powerpoint.draw(document(ALL[known]().to_facts(), language, sealed_at=builder.COLLECTED, sha256="0" * 64))
    assert [text for slide in opened(deck.content).slides for text in said(slide) if text.rstrip("»”)").endswith("…")] == []
