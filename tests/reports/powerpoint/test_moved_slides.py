"""Lint knows a slide that a person has moved, says once what became of each, and holds the numbers of those that are there."""

from copy import deepcopy
from dataclasses import replace
from functools import cache
from io import BytesIO

import pytest
from pptx import Presentation

from smmstrategy.reports.document import (
    Bullets,
    Card,
    Cards,
    Chart,
    ChartKind,
    Figure,
    Layout,
    Page,
    Quote,
    Series,
    SlideNumber,
)
from smmstrategy.reports.formats import write
from smmstrategy.reports.lint import Stray, strays
from smmstrategy.reports.manifest import manifest
from smmstrategy.reports.powerpoint import draw
from tests.reports import example
from tests.reports.reading import all_converted, changed


def page(key: str, start: int) -> Page:
    numbers = [Figure(f"{key}.{n}", start + n) for n in range(6)]
    described = write(("Из них ", numbers[3]), "ru")
    chart = Chart(ChartKind.COLUMNS, (), (Quote("a"), Quote("b")), (Series("Мы", tuple(numbers[:2])),), described)
    cards = Cards((Card(("Всего",), numbers[2]), Card(("Из них",), numbers[3])))
    notes = (("Считано ", numbers[5]),)
    return Page(key, (f"Про {key}: ", numbers[4]), (cards, chart), Layout.SPLIT, footer=("За ", Figure("days", 181)), notes=notes)


PAGES = (
    page("охват", 1_000),
    page("рост", 2_000),
    page("темп", 3_000),
    page("ответы", 4_000),
    Page("план", ("Шагов ", Figure("steps", 1)), (Bullets((("Темп: слайд ", SlideNumber("темп")),)),)),
)


@cache
def drawn():
    document = example.document(pages=PAGES)
    drawing = draw(document)
    return drawing.content, manifest(document, drawing)


def arranged(content: bytes, order: list[int]) -> bytes:
    """The deck with these of its slides, in this order, as PowerPoint leaves it; 0 for a new one that says 777."""
    deck = Presentation(BytesIO(content))
    if 0 in order:
        deck.slides.add_slide(deck.slide_layouts[0]).shapes.title.text = "Итого 777"
    ids = deck.slides._sldIdLst
    slides = list(ids)
    for number, slide in enumerate(slides, 1):
        ids.remove(slide)
        if number not in order and number < len(slides) + (0 not in order):
            deck.part.drop_rel(slide.rId)
    for n, number in enumerate(order):
        ids.append(slides[number - 1] if number not in order[:n] else copied(slides[number - 1]))
    target = BytesIO()
    deck.save(target)
    return target.getvalue()


def copied(slide):
    copy = deepcopy(slide)
    copy.set("id", "999")
    return copy


MISSING, MOVED = Stray("slide 2", "", "is missing"), Stray("slide 4", "", "was moved from place 4 to 2")
ADDED = [Stray("place 3", "", "is no slide of the manifest"), Stray("place 3 / Title 2", "777", "not a declared text")]
OUTDATED = Stray("slide 5", "", "still names other slides by the numbers they had")
ARRANGED = [
    ([1, 2, 3, 4, 5], []),
    ([1, 3, 4, 5], [MISSING, OUTDATED]),
    ([1, 4, 2, 3, 5], [MOVED, OUTDATED]),
    ([1, 2, 0, 3, 4, 5], [*ADDED, OUTDATED]),
    ([2, 4], [Stray("slide 1", "", "is missing"), Stray("slide 3", "", "is missing"), Stray("slide 5", "", "is missing")]),
]


@pytest.mark.parametrize(("order", "found"), ARRANGED)
def test_what_became_of_a_slide_is_said_once_and_the_numbers_of_the_others_hold(order, found):
    content, listed = drawn()
    assert strays(arranged(content, order), listed) == found


@pytest.mark.parametrize(
    ("part", "pattern", "replacement", "place"),
    [
        ("ppt/slides/slide4.xml", "4\u00a0002<", "4\u00a0012<", "slide 4 / Card 5"),
        ("ppt/slides/slide4.xml", "4\u00a0003<", "4\u00a0002<", "slide 4 / Card 6"),
        ("ppt/slides/slide4.xml", 'descr="Из них 4\u00a0003', 'descr="Из них 4\u00a0002', "slide 4 / Chart 7 / description"),
        ("ppt/notesSlides/notesSlide4.xml", "4\u00a0005<", "4\u00a0006<", "slide 4 notes"),
        ("ppt/charts/chart4.xml", "<c:v>4001.0<", "<c:v>4002.0<", "slide 4 / Chart 7 / series 1 point 2"),
    ],
)
def test_one_changed_digit_of_a_moved_slide_is_found_at_its_place(part, pattern, replacement, place):
    content, listed = drawn()
    found = strays(changed(arranged(content, [1, 4, 2, 3, 5]), part, pattern, replacement), listed)
    assert found[0] == MOVED
    assert {stray.place for stray in found[1:]} >= {place}
    assert {stray.place[:7] for stray in found[1:]} == {"slide 4", "slide 5"}


def test_a_slide_named_by_the_number_it_has_now_is_no_fault():
    content, listed = drawn()
    found = strays(changed(arranged(content, [1, 3, 4, 5]), "ppt/slides/slide5.xml", ">3<", ">2<"), listed)
    assert found == [MISSING]
    assert strays(changed(content, "ppt/slides/slide5.xml", ">3<", ">2<"), listed) == [
        Stray("slide 5 / Bullets 5", "2", "not a declared text")
    ]


def numbered_anew(content: bytes) -> bytes:
    """As programs do that keep no ids."""
    numbers = iter(range(256, 999))
    deck = Presentation(BytesIO(content))
    for slide in deck.slides._sldIdLst:
        slide.set("id", str(next(numbers)))
    target = BytesIO()
    deck.save(target)
    return target.getvalue()


@pytest.mark.parametrize(("order", "found"), ARRANGED)
def test_slides_that_a_program_has_numbered_anew_are_known_by_what_they_say(order, found):
    content, listed = drawn()
    assert strays(numbered_anew(arranged(content, order)), listed) == found


def test_a_copy_of_a_slide_is_an_added_one():
    """It is not taken for the one that is gone, which has some of the same numbers."""
    content, listed = drawn()
    for deck in (arranged(content, [1, 1, 3, 4, 5]), numbered_anew(arranged(content, [1, 1, 3, 4, 5]))):
        assert strays(deck, listed)[:2] == [MISSING, Stray("place 2", "", "is no slide of the manifest")]


def test_the_id_of_a_slide_is_that_of_its_page_wherever_it_stands():
    def ids(*pages: Page) -> dict[str, str]:
        return dict(zip([page.key for page in pages], draw(example.document(pages=pages)).parts, strict=True))

    first, second = ids(*PAGES), ids(*PAGES[2:])
    assert {key: first[key] for key in second} == second
    assert all(256 <= int(id) < 2**31 for id in first.values())
    assert len(set(first.values())) == len(PAGES)


def test_an_alternative_text_that_says_what_its_slide_does_not_is_found():
    chart = replace(PAGES[0].blocks[1], alt="Из них 8888")
    document = example.document(pages=(replace(PAGES[0], blocks=(PAGES[0].blocks[0], chart)),))
    drawing = draw(document)
    [found] = strays(drawing.content, manifest(document, drawing))
    assert (found.place, found.token) == ("slide 1 / Chart 7 / description", "8888")


@pytest.mark.slow
def test_a_deck_saved_again_by_libreoffice_is_the_same(libreoffice, tmp_path):
    content, listed = drawn()
    decks = [arranged(content, order) for order, _found in ARRANGED[:3]]
    again = all_converted(libreoffice, tmp_path, decks, "pptx", "pptx")
    assert [strays(deck, listed) for deck in again] == [found for _order, found in ARRANGED[:3]]
