"""The deck with every kind of block passes; a digit changed in a text, a chart or its data does not."""

import re
from dataclasses import replace
from functools import cache
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from smmstrategy.reports.document import Origin
from smmstrategy.reports.document.walk import figures
from smmstrategy.reports.excel import draw as draw_book
from smmstrategy.reports.lint import strays
from smmstrategy.reports.manifest import manifest
from smmstrategy.reports.powerpoint import draw as draw_deck
from tests.reports.powerpoint import sample


@cache
def document(language="ru", *, nasty=False):
    bare = sample.document(language, nasty=nasty)
    return replace(bare, origins={figure.id: Origin(f"{figure.id}@1", "as measured") for figure in figures(bare)})


@cache
def drawn(language="ru", *, nasty=False):
    drawing = draw_deck(document(language, nasty=nasty))
    return drawing.content, manifest(document(language, nasty=nasty), drawing)


def rewritten(content, part, position, digit):
    """The package with the character at one position of one part replaced."""
    target = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(target, "w", ZIP_DEFLATED) as copy:
        for name in source.namelist():
            data = source.read(name)
            if name == part:
                text = data.decode()
                data = (text[:position] + digit + text[position + 1 :]).encode()
            copy.writestr(name, data)
    return target.getvalue()


def digits(content, parts, pattern):
    """(part, position) of the last digit of everything the pattern finds."""
    found = []
    with ZipFile(BytesIO(content)) as archive:
        for name in sorted(archive.namelist()):
            if re.fullmatch(parts, name):
                text = archive.read(name).decode()
                for match in re.finditer(pattern, text):
                    places = [match.start(1) + index for index, character in enumerate(match[1]) if character in "0123456789"]
                    found += [(name, place) for place in places[-1:]]
    return found


@pytest.mark.parametrize("nasty", [False, True])
@pytest.mark.parametrize("language", ["ru", "en"])
def test_an_untouched_deck_passes(language, nasty):
    assert strays(*drawn(language, nasty=nasty)) == []


@pytest.mark.parametrize(
    ("parts", "pattern", "every"),
    [
        (r"ppt/slides/slide\d+\.xml", r"<a:t>([^<]*)</a:t>", 25),
        (r"ppt/notesSlides/notesSlide\d+\.xml", r"<a:t>([^<]*)</a:t>", 5),
        (r"ppt/charts/chart\d+\.xml", r"<c:v>([0-9.]+)</c:v>", 20),
    ],
)
def test_every_changed_digit_is_found(parts, pattern, every):
    content, listed = drawn()
    places = digits(content, parts, pattern)[::every]
    assert len(places) > 5
    with ZipFile(BytesIO(content)) as archive:
        texts = {name: archive.read(name).decode() for name, _ in places}
    changes = [(name, place, str((int(texts[name][place]) + 1) % 10)) for name, place in places]
    unnoticed = [change for change in changes if not strays(rewritten(content, *change), listed)]
    assert unnoticed == []


def test_deck_and_workbook_of_a_document_agree():
    book = draw_book(document())
    deck_shows, book_shows = drawn()[1]["figures"], manifest(document(), book)["figures"]
    assert [id for id in deck_shows.keys() & book_shows.keys() if deck_shows[id] != book_shows[id]] == []
    assert strays(book.content, manifest(document(), book)) == []
