"""Words from outside never turn those beside them round: what would is left out, what is written from right to left stands between
marks."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest

from smmstrategy.reports import excel, powerpoint
from smmstrategy.reports.document import (
    Bullets,
    Card,
    Cards,
    Chart,
    ChartKind,
    Day,
    Field,
    Figure,
    Gallery,
    Grid,
    Page,
    PostTile,
    Quote,
    Series,
    Sheet,
)
from smmstrategy.reports.formats import write
from smmstrategy.reports.lint import strays
from smmstrategy.reports.manifest import manifest
from smmstrategy.words import unturned
from tests.reports import example
from tests.reports.powerpoint import reading
from tests.reports.reading import cells

TURNS = [chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))]
HEBREW, ARABIC, DAYS = "שלום עולם", "مقهى الشمال", Figure("days", 30)


def document(name: str):
    """The name as a network or a person wrote it, in every kind of place."""
    said = (Quote(name), ": ", DAYS, " дней, «", Quote(name), "» ", Figure("n", 7))
    chart = Chart(ChartKind.BARS, said, (Quote(name),), (Series(Quote(name), (DAYS,)),), write(said, "ru"))
    tile = PostTile(Quote(f"{name} (ВКонтакте)", "https://vk.com/1"), Day(date(2026, 5, 31)), Quote(name), DAYS, (Quote(name),))
    blocks = (Bullets((said,), heading=(Quote(name),)), chart, Cards((Card((Quote(name),), DAYS),)), Gallery((tile,)))
    grid = Grid((Field("Имя"), Field("Что")), ((Quote(name), said),), title=name)
    pages = tuple(Page(f"p{n}", said, (block,), subtitle=said, footer=said, notes=(said,)) for n, block in enumerate(blocks))
    return example.document(Sheet("Имена", (grid,), intro=(said,)), Sheet(f"Лист {name}", ()), pages=pages)


@pytest.mark.parametrize("draw", [powerpoint.draw, excel.draw])
@pytest.mark.parametrize("turn", TURNS, ids=ascii)
def test_no_part_of_a_file_holds_a_character_that_turns_words(turn, draw):
    described = document(f"Кафе {turn}абв")
    drawing = draw(described)
    with ZipFile(BytesIO(drawing.content)) as archive:
        assert [name for name in archive.namelist() if turn in archive.read(name).decode("utf-8", "ignore")] == []
    assert strays(drawing.content, manifest(described, drawing)) == []


def test_nothing_else_of_a_text_is_left_out():
    left = "".join(map(chr, (*range(0x20, 0xD800), *range(0xE000, 0x11000))))
    assert unturned(left) == "".join(character for character in left if character not in TURNS)


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("Кафе \u202e абв", "Кафе абв"),
        ("Кафе \u2067\u202e абв \u202c \u2069 24", "Кафе абв 24"),
        ("Кафе  \u202eабв  24\u202c ", "Кафе  абв  24 "),
        ("Кафе\u00a0\u202e абв", "Кафе\u00a0 абв"),
    ],
)
def test_one_between_two_spaces_takes_one_of_them_along(written, left):
    assert unturned(written) == left


def test_a_name_says_the_same_alone_and_beside_words():
    """The space behind the name is of the words beside it."""
    described = document("Кафе \u202e абв \u202e")
    for draw in (powerpoint.draw, excel.draw):
        drawing = draw(described)
        assert strays(drawing.content, manifest(described, drawing)) == []
    book = cells(excel.draw(described).content, sheets=["Имена"])
    assert [book["Имена!B8"], book["Имена!C8"]] == ["Кафе абв ", "Кафе абв : 30 дней, «Кафе абв » 7"]


@pytest.mark.parametrize("name", [HEBREW, ARABIC])
def test_a_name_from_right_to_left_stands_between_marks_where_words_of_ours_are_beside_it(name):
    said = f"\u200e{name}\u200e: 30 дней, «\u200e{name}\u200e» 7"
    book = cells(excel.draw(document(name)).content, sheets=["Имена"])
    assert [book["Имена!B8"], book["Имена!C8"]] == [name, said]
    slide = reading.opened(powerpoint.draw(document(name)).content).slides[0]
    assert slide.shapes.title.text == said
    assert [shape.text_frame.text for shape in slide.shapes if shape.name.startswith(("Heading", "Bullets"))] == [name, said]


@pytest.mark.parametrize("name", [HEBREW, ARABIC])
def test_files_with_names_from_right_to_left_are_what_their_manifests_say(name):
    described = document(name)
    for draw in (powerpoint.draw, excel.draw):
        drawing = draw(described)
        assert strays(drawing.content, manifest(described, drawing)) == []


def test_a_link_is_one_link_for_each_font():
    """LibreOffice sets a whole link in the font of its first letter, in which the rest has no room."""
    slide = reading.opened(powerpoint.draw(document(HEBREW)).content).slides[3]
    [tile] = [shape for shape in slide.shapes if shape.name.startswith("Post")]
    assert [(run.text, run.hyperlink.address) for run in tile.text_frame.paragraphs[0].runs] == [
        (HEBREW, "https://vk.com/1"),
        (" (ВКонтакте)", "https://vk.com/1"),
    ]


def test_a_tile_says_the_network_whatever_the_letters_of_the_name():
    """The name is longer than a line of the narrow tile."""
    said = f"{ARABIC} (ВКонтакте)"
    tile = PostTile(Quote(said, "https://vk.com/1"), Day(date(2026, 5, 31)), Quote("—"), DAYS, ("к медиане",))
    slide = reading.opened(
        powerpoint.draw(example.document(pages=(Page("p", ("Посты",), (Gallery((tile,) * 5),)),))).content
    ).slides[0]
    assert [shape.text_frame.paragraphs[0].text for shape in slide.shapes if shape.name.startswith("Post")] == [said] * 5
