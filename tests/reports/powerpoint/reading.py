"""Reads finished decks with python-pptx: words, tables, charts and their workbooks, notes."""

import re
from collections.abc import Iterator
from io import BytesIO

import openpyxl
from pptx import Presentation
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide

NUMBER = re.compile(r"\d(?:[\d.,:\u00a0]*\d)?(?:e[-+]?\d+)?")


def opened(content: bytes) -> Deck:
    return Presentation(BytesIO(content))


def texts(slide: Slide) -> Iterator[str]:
    """Every run of every shape and table of the slide; fields are the slide's number."""
    for element in slide.shapes._spTree.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}t"):
        yield element.text or ""


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
