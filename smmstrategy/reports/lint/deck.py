"""Reads a deck's own XML: texts of slides, layouts and notes, alternative texts, charts and their embedded workbooks."""

from collections.abc import Iterator
from io import BytesIO
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from smmstrategy.reports.drawing import fifteen_digits
from smmstrategy.reports.lint import found, workbook
from smmstrategy.reports.lint.found import CHART, OFFICE, SLIDE, Cached, Found


def read(content: bytes) -> Iterator[Found]:
    with ZipFile(BytesIO(content)) as archive:
        for number, path in enumerate(_slides(archive), 1):
            yield from _slide(archive, path, f"slide {number}")


def _slides(archive: ZipFile) -> list[str]:
    deck = "ppt/presentation.xml"
    paths = found.related(archive, deck)
    return [paths[slide.get(f"{OFFICE}id", "")][1] for slide in found.part(archive, deck).iter(f"{SLIDE}sldId")]


def _slide(archive: ZipFile, path: str, place: str) -> Iterator[Found]:
    slide = found.part(archive, path)
    yield from _texts(slide, place)
    for layout in found.targets(archive, path, "slideLayout"):
        for drawn in (layout, *found.targets(archive, layout, "slideMaster")):
            yield from _fixed_texts(found.part(archive, drawn), place)
    for notes in found.targets(archive, path, "notesSlide"):
        yield from _notes(found.part(archive, notes), place)
    paths = found.related(archive, path)
    for order, chart in enumerate(slide.iter(f"{CHART}chart"), 1):
        yield from _chart(archive, paths[chart.get(f"{OFFICE}id", "")][1], f"{place} chart {order}")


def _texts(root: Element, place: str) -> Iterator[Found]:
    for text in found.paragraphs(root):
        yield Found(place, text)
    for shape in root.iter(f"{SLIDE}cNvPr"):
        if text := shape.get("descr"):
            yield Found(f"{place} description", text, again=True)


def _fixed_texts(root: Element, place: str) -> Iterator[Found]:
    """What a layout adds to a slide; its placeholders are prompts that nobody sees."""
    for shape in root.iter(f"{SLIDE}sp"):
        if shape.find(f".//{SLIDE}ph") is None:
            yield from _texts(shape, place)


def _notes(root: Element, place: str) -> Iterator[Found]:
    for shape in root.iter(f"{SLIDE}sp"):
        holder = shape.find(f".//{SLIDE}ph")
        is_number = holder is not None and holder.get("type") == "sldNum"
        for text in found.paragraphs(shape):
            yield Found(place if is_number else f"{place} notes", text, again=is_number)


def _chart(archive: ZipFile, path: str, place: str) -> Iterator[Found]:
    root = found.part(archive, path)
    yield from (Found(place, text, again=True) for text in found.paragraphs(root) if text)
    caches = list(found.caches(root))
    for cache in caches:
        yield from (Found(place, float(point) if cache.are_numbers else point, again=True) for _, point in cache.points if point)
    for book in found.targets(archive, path, "package"):
        cells = workbook.values(archive.read(book))
        yield from (Found(place, value, again=True) for value in cells.values())
        yield from _contradictions(caches, cells, place)


def _contradictions(caches: list[Cached], cells: dict[tuple[str, str], str | float], place: str) -> Iterator[Found]:
    """Points that are not what «edit data» would show."""
    for cache in caches:
        if not cache.reference:
            continue
        sheet, names = workbook.span(cache.reference)
        for index, point in cache.points:
            value = cells.get((sheet, names[index]))
            is_same = isinstance(value, float) and fifteen_digits(value) == fifteen_digits(float(point)) if point else True
            if value != point and not is_same:
                yield Found(place, point, fault=f"the chart's data say {value}")
