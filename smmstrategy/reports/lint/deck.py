"""Reads a deck's own XML: texts of slides, layouts and notes, alternative texts, charts and their embedded workbooks."""

from collections.abc import Callable, Iterator
from functools import partial
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from smmstrategy.reports.drawing import STEP
from smmstrategy.reports.lint import charts, found
from smmstrategy.reports.lint.found import CHART, DRAWING, OFFICE, SLIDE, Found


def parts(archive: ZipFile) -> list[tuple[str, str]]:
    """Id and path of every slide, in their order."""
    deck = "ppt/presentation.xml"
    paths = found.related(archive, deck)
    listed = found.part(archive, deck).iter(f"{SLIDE}sldId")
    return [(slide.get("id", ""), paths[slide.get(f"{OFFICE}id", "")][1]) for slide in listed]


def names(archive: ZipFile) -> list[tuple[str, str]]:
    """A deck defines none."""
    return []


def reader(archive: ZipFile) -> Callable[[str, str], Iterator[Found]]:
    """Reads the slide at a path, under a name such as «slide 7»."""
    return partial(_slide, archive)


def _slide(archive: ZipFile, path: str, page: str) -> Iterator[Found]:
    slide = found.part(archive, path)
    yield from _texts(slide, page, page)
    yield from _descriptions(slide, page)
    for layout in found.targets(archive, path, "slideLayout"):
        for drawn in (layout, *found.targets(archive, layout, "slideMaster")):
            yield from _fixed_texts(found.part(archive, drawn), page)
    for notes in found.targets(archive, path, "notesSlide"):
        yield from _notes(found.part(archive, notes), page)
    paths = found.related(archive, path)
    order = 0
    for frame in slide.iter(f"{SLIDE}graphicFrame"):
        for chart in frame.iter(f"{CHART}chart"):
            order += 1
            place = STEP.join((page, _name(frame)))
            yield from charts.read(archive, paths[chart.get(f"{OFFICE}id", "")][1], place, f"{page} chart {order}")


def _texts(node: Element, place: str, page: str) -> Iterator[Found]:
    """What each shape says, and each cell of a table, wherever it was moved on the slide."""
    for child in node:
        here = STEP.join((page, name)) if (name := _name(child)) else place
        if child.tag == f"{DRAWING}tbl":
            yield from _cells(child, place)
        elif found.is_text(child):
            yield Found(here, found.text(child))
        else:
            yield from _texts(child, here, page)


def _cells(table: Element, place: str) -> Iterator[Found]:
    for r, row in enumerate(table.iter(f"{DRAWING}tr"), 1):
        for c, cell in enumerate(row.iter(f"{DRAWING}tc"), 1):
            yield Found(STEP.join((place, f"row {r} column {c}")), found.text(cell))


def _name(shape: Element) -> str:
    properties = shape.find(f"*/{SLIDE}cNvPr")
    return "" if properties is None else properties.get("name", "")


def _descriptions(root: Element, page: str) -> Iterator[Found]:
    for shape in root.iter(f"{SLIDE}cNvPr"):
        if text := shape.get("descr"):
            yield Found(STEP.join((page, shape.get("name", ""), "description")), text)


def _fixed_texts(root: Element, page: str) -> Iterator[Found]:
    """What a layout adds to a slide; its placeholders are prompts that nobody sees."""
    for shape in root.iter(f"{SLIDE}sp"):
        if shape.find(f".//{SLIDE}ph") is None:
            yield from _texts(shape, STEP.join((page, "layout")), page)
            yield from _descriptions(shape, page)


def _notes(root: Element, page: str) -> Iterator[Found]:
    for shape in root.iter(f"{SLIDE}sp"):
        holder = shape.find(f".//{SLIDE}ph")
        if holder is not None and holder.get("type") == "sldNum":
            yield Found(STEP.join((page, "Slide number")), found.text(shape))
        else:
            yield Found(f"{page} notes", found.text(shape))
