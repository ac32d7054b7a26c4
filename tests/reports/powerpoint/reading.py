"""Reads finished decks with python-pptx: words, tables, charts and their workbooks, notes."""

import re
from collections.abc import Iterator
from io import BytesIO

import openpyxl
from pptx import Presentation
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide

NUMBER = re.compile(r"\d(?:[\d.,:\u00a0]*\d)?(?:e[-+]?\d+)?")


A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def opened(content: bytes) -> Deck:
    return Presentation(BytesIO(content))


def places(slide: Slide, place: str) -> Iterator[tuple[str, list[str]]]:
    """What stands in each shape, in each cell of a table, at each point of a chart, and in the notes."""
    for shape in slide.shapes:
        here = f"{place} / {shape.name}"
        if shape.has_text_frame:
            yield here, [element.text or "" for element in shape._element.iter(f"{A}t")]
        elif shape.has_table:
            for r, row in enumerate(shape.table.rows, 1):
                for c, cell in enumerate(row.cells, 1):
                    yield f"{here} / row {r} column {c}", [element.text or "" for element in cell._tc.iter(f"{A}t")]
        else:
            yield from _points(shape.chart, here)
    if slide.has_notes_slide:
        yield f"{place} notes", notes(slide)


def _points(chart, place: str) -> Iterator[tuple[str, list[str]]]:
    for n, series in enumerate(chart.part._element.iter(f"{C}ser"), 1):
        kinds = {"cat": "category"} | {
            tag: f"series {n} {kind}" for tag, kind in (("tx", "title"), ("val", "point"), ("yVal", "point"), ("xVal", "x"))
        }
        for tag, kind in kinds.items():
            for point in series.iterfind(f"{C}{tag}//{C}pt"):
                yield f"{place} / {kind} {int(point.get('idx')) + 1}", [point[0].text or ""]


def notes(slide: Slide) -> list[str]:
    return [run.text for paragraph in slide.notes_slide.notes_text_frame.paragraphs for run in paragraph.runs]


def charts(slide: Slide) -> list:
    return [shape.chart for shape in slide.shapes if shape.has_chart]


def cached(chart) -> list[str]:
    """Every point of the chart's cache, names and categories too, as text."""
    return [point.text or "" for point in chart.part._element.iter("{http://schemas.openxmlformats.org/drawingml/2006/chart}v")]


def workbook(chart) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(chart.part.chart_workbook.xlsx_part.blob))


def numbers(text: str) -> list[str]:
    return NUMBER.findall(text)
