"""What a slide says in many words is whole: its subtitle, the note of a card, the cell of a table."""

from dataclasses import replace
from decimal import Decimal
from itertools import combinations

import pytest
from pptx.slide import Slide

from smmstrategy.reports.document import Block, Card, Cards, Column, Figure, Origin, Page, Row, Table
from smmstrategy.reports.powerpoint import draw
from tests.reports.powerpoint import sample
from tests.reports.powerpoint.reading import opened
from tests.reports.powerpoint.test_geometry import box, meet

ONE_LINE, TWO_LINES = "A short title", "A conclusion of so many words that they take two lines of the slide " * 2
LONG = "a dash: the periods are not covered alike, and one of them has no data; " * 4
TABLE = Table((Column(("What",)), Column(("Why",))), (Row((LONG.strip(), "—")), Row(("Posts", "—"))), "A table")
FIGURE = Figure("f", Decimal(12))


def slide(*blocks: Block, title: str = ONE_LINE, subtitle: str = LONG) -> Slide:
    page = Page("p", (title.strip(),), blocks, subtitle=(subtitle.strip(),))
    document = replace(sample.document("en"), pages=(page,), origins={"f": Origin("count@1", "posts")})
    (only,) = opened(draw(document).content).slides
    return only


def named(slide: Slide, name: str) -> list:
    return [shape for shape in slide.shapes if shape.name.startswith(name)]


@pytest.mark.parametrize("title", [ONE_LINE, TWO_LINES])
def test_a_subtitle_takes_the_lines_it_needs_and_the_blocks_stand_below_it(title):
    drawn = slide(TABLE, title=title)
    (subtitle,) = named(drawn, "Subtitle")
    assert subtitle.text_frame.text == LONG.strip()
    assert not any(meet(box(one), box(other)) for one, other in combinations(drawn.shapes, 2))


def test_a_short_subtitle_stays_on_its_line():
    lines = [named(slide(TABLE, subtitle=words), "Subtitle")[0].height for words in ("Posts by month", LONG)]
    assert lines[0] == round(0.34 * 914_400) and lines[0] < lines[1]


def test_the_note_of_a_card_is_whole():
    cards = Cards(tuple(Card(("Posts",), FIGURE, note=(LONG.strip(),)) for _ in range(4)))
    notes = [card.text_frame.paragraphs[-1].text for card in named(slide(cards), "Card")]
    assert notes == [LONG.strip()] * 4


def test_the_cell_of_a_table_is_whole():
    narrow = replace(TABLE, columns=(Column(("What",)), *[Column(("Why",), weight=9)] * 4), rows=_narrow(TABLE.rows))
    (table,) = named(slide(narrow), "Table")
    assert table.table.cell(1, 0).text == LONG.strip()


def _narrow(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Beside four cells of which each is a line and a half."""
    return tuple(
        replace(row, cells=(row.cells[0], *["Known of too few posts, so that nothing is said of them"] * 4)) for row in rows
    )
