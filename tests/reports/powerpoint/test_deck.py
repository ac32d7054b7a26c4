"""Every block and every kind of chart has a drawer; what stands in the file is what was recorded as shown."""

from collections import defaultdict
from io import BytesIO
from typing import get_args
from zipfile import ZipFile

import pytest
from lxml import etree

from smmstrategy.reports.document import Block, Chart, ChartKind
from smmstrategy.reports.document.walk import figures
from smmstrategy.reports.formats import write
from smmstrategy.reports.powerpoint import draw
from smmstrategy.reports.powerpoint.charts import KINDS
from smmstrategy.reports.powerpoint.pages import DRAWERS
from smmstrategy.reports.powerpoint.template import HOUSE, house
from tests.reports.powerpoint import reading, sample


def test_every_block_and_every_kind_of_chart_has_a_drawer():
    assert set(DRAWERS) == set(get_args(Block))
    assert set(KINDS) == set(ChartKind)


def test_the_sample_holds_every_block_and_every_kind_of_chart():
    blocks = [block for page in sample.document().pages for block in page.blocks]
    assert {type(block) for block in blocks} == set(get_args(Block))
    assert {block.kind for block in blocks if isinstance(block, Chart)} == set(ChartKind)


def test_the_committed_template_is_the_one_its_script_makes():
    assert HOUSE.read_bytes() == house()


@pytest.mark.parametrize(("language", "word"), [("ru", "(продолжение)"), ("en", "(continued)")])
def test_every_page_starts_a_slide_and_the_rest_of_a_long_one_follows(language, word):
    document = sample.document(language)
    titles = [slide.shapes.title.text for slide in reading.opened(draw(document).content).slides]
    assert [title for title in titles if not title.endswith(word)] == [write(page.title, language) for page in document.pages]
    continued = {title.removesuffix(word).strip() for title in titles if title.endswith(word)}
    assert {write(page.title, language) for page in document.pages if page.key in ("table", "gallery10")} <= continued


def test_every_number_in_the_file_was_recorded_where_it_stands(deck):
    recorded = defaultdict(set)
    for shown in deck.shown:
        recorded[shown.place] |= set(reading.numbers(shown.text))
    slides = enumerate(reading.opened(deck.content).slides, start=1)
    places = [(place, found) for n, slide in slides for place, found in reading.places(slide, f"slide {n}")]
    found = {place: {number for text in texts for number in reading.numbers(text)} for place, texts in places}
    assert sum(map(len, found.values())) > 150
    assert {place: numbers - recorded[place] for place, numbers in found.items() if numbers - recorded[place]} == {}


def test_every_figure_of_the_document_is_shown():
    document = sample.document("ru")
    shown = {one.id for one in draw(document).shown if one.kind == "figure"}
    expected = {figure.id for figure in figures(document) if figure.value is not None}
    assert len(expected) > 150
    assert expected <= shown


def test_charts_and_tables_are_described_and_text_carries_its_language(deck):
    slides = list(reading.opened(deck.content).slides)
    pictured = [shape for slide in slides for shape in slide.shapes if shape.has_chart or shape.has_table]
    assert len(pictured) > len(ChartKind)
    assert all(shape._element.nvGraphicFramePr.cNvPr.get("descr") for shape in pictured)
    for slide in slides:
        tags = {run.get("lang") for run in slide.shapes._spTree.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}rPr")}
        assert tags - {None} in ({"ru-RU"}, {"en-GB"})


def test_no_part_points_outside_but_web_links_and_every_part_is_xml(deck):
    with ZipFile(BytesIO(deck.content)) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            if not name.endswith((".xml", ".rels")):
                continue
            root = etree.fromstring(archive.read(name))
            outside = [link for link in root.iter() if link.get("TargetMode") == "External"]
            assert all(link.get("Type").endswith("/hyperlink") for link in outside)
            assert all(link.get("Target").startswith(("http://", "https://")) for link in outside)
