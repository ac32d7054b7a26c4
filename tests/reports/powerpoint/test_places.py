"""Lint holds each number at its place on its slide: none may stand where another belongs, and a shape may be moved."""

import re
from functools import cache
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from smmstrategy.reports.document import (
    Bullets,
    Card,
    Cards,
    Chart,
    ChartKind,
    Column,
    Figure,
    Page,
    Quote,
    Row,
    Series,
    Table,
)
from smmstrategy.reports.lint import Stray, strays
from smmstrategy.reports.manifest import manifest
from smmstrategy.reports.powerpoint import draw
from tests.reports import example

SLIDE, CHART, NOTES = "ppt/slides/slide1.xml", "ppt/charts/chart1.xml", "ppt/notesSlides/notesSlide1.xml"
TABLE = Table(
    (Column("Площадка"), Column("Подписчики", "right")),
    (Row(("ВКонтакте", Figure("vk", 31765))), Row(("Telegram", Figure("tg", 18140)))),
    "Подписчики по площадкам",
)
CARDS = Cards((Card(("Просмотры",), Figure("views", 700)), Card(("Реакции",), Figure("likes", 90))))
LIST = Bullets((("Охват: ", Figure("reach", 41)), ("Темп: ", Figure("pace", 17))))
LINES = Chart(
    ChartKind.LINE,
    (),
    tuple(map(Quote, ("март 1", "март 2"))),
    (Series("Мы", (Figure("we.1", 501), Figure("we.2", 502))), Series("Они", (Figure("they.1", 601), Figure("they.2", 602)))),
    "Две линии",
)
TITLE = ("У бренда ", Figure("ours", 3), " против ", Figure("theirs", 6))
NOTED = (("Считано ", Figure("counted", 81)), ("Пропущено ", Figure("left", 82)))


@cache
def drawn(*blocks):
    document = example.document(pages=(Page("one", TITLE, blocks, notes=NOTED),))
    drawing = draw(document)
    return drawing.content, manifest(document, drawing)


def swapped(content, part, one, other):
    """The file in which the first place of the one says the other, and the first place of the other the one."""
    return rewritten(content, part, lambda text: text.replace(one, "\0", 1).replace(other, one, 1).replace("\0", other, 1))


def rewritten(content, part, change):
    target = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(target, "w", ZIP_DEFLATED) as copy:
        for name in source.namelist():
            data = source.read(name)
            if name == part:
                before, data = data, change(data.decode()).encode()
                assert data != before
            copy.writestr(name, data)
    return target.getvalue()


@pytest.mark.parametrize(
    ("block", "part", "one", "other", "places"),
    [
        (TABLE, SLIDE, ">31\u00a0765<", ">18\u00a0140<", ["Table 4 / row 2 column 2", "Table 4 / row 3 column 2"]),
        (CARDS, SLIDE, ">700<", ">90<", ["Card 4", "Card 5"]),
        (CARDS, SLIDE, ">3<", ">6<", ["Title"]),
        (CARDS, SLIDE, ">3<", ">700<", ["Title", "Card 4"]),
        (LIST, SLIDE, ">41<", ">17<", ["Bullets 5"]),
        (LIST, NOTES, ">81<", ">82<", ["notes"]),
        (LINES, CHART, "<c:v>март 1<", "<c:v>март 2<", ["Chart 4 / category 1", "Chart 4 / category 2"]),
        (LINES, CHART, "<c:v>501.0<", "<c:v>602.0<", ["Chart 4 / series 1 point 1", "Chart 4 / series 2 point 2"]),
    ],
)  # fmt: skip
def test_numbers_that_changed_places_are_found(block, part, one, other, places):
    content, listed = drawn(block)
    assert strays(content, listed) == []
    found = [
        stray.place for stray in strays(swapped(content, part, one, other), listed) if stray.reason.startswith("not a declared")
    ]
    assert list(dict.fromkeys(re.split("slide 1(?: /)? ", place)[1] for place in found)) == places


def test_lines_that_changed_their_values_with_the_data_behind_them_are_found():
    """Each line reads the column of the other, so that chart and data agree."""
    content, listed = drawn(LINES)

    def crossed(text):
        [one, other] = re.findall(r"<c:val>.*?</c:val>", text)
        return text.replace(one, "\0").replace(other, one).replace("\0", other)

    found = strays(rewritten(content, CHART, crossed), listed)
    assert {stray.place for stray in found} >= {f"slide 1 / Chart 4 / series {n} point {m}" for n in (1, 2) for m in (1, 2)}


def test_a_shape_may_be_moved_and_brought_to_the_front():
    content, listed = drawn(CARDS, TABLE)

    def moved(text):
        [card] = [shape for shape in re.findall(r"<p:sp>.*?</p:sp>", text) if 'name="Card 5"' in shape]
        there = re.sub(r'<a:off x="\d+" y="\d+"/>', '<a:off x="5" y="5"/>', card)
        return text.replace(card, "").replace("</p:spTree>", f"{there}</p:spTree>")

    assert strays(rewritten(content, SLIDE, moved), listed) == []


def test_a_shape_that_another_program_named_anew_may_say_what_one_shape_of_its_slide_says():
    content, listed = drawn(CARDS)
    renamed = rewritten(content, SLIDE, lambda text: text.replace('name="Title"', 'name="PlaceHolder 1"'))
    assert strays(renamed, listed) == []
    assert [stray.place for stray in strays(swapped(renamed, SLIDE, ">3<", ">6<"), listed)] == ["slide 1 / PlaceHolder 1"]


def test_a_number_that_is_gone_leaves_the_others_in_their_places():
    content, listed = drawn(LIST)
    assert strays(rewritten(content, SLIDE, lambda text: text.replace(">41<", "><")), listed) == []


def test_a_number_of_the_slide_in_a_shape_that_says_none_is_found():
    content, listed = drawn(Bullets((("Темп растёт",),)), CARDS)
    [name] = [one for one in listed["shapes"] if "Bullets" in one]
    added = rewritten(content, SLIDE, lambda text: text.replace("Темп растёт", "Темп растёт на 700"))
    assert strays(added, listed) == [Stray(name, "700", "not a declared text")]
