"""A document with every block and every chart kind, in Russian or English, calm or full of nasty texts."""

from dataclasses import replace
from datetime import UTC, datetime

from smmstrategy.reports.document import Document, Origin
from smmstrategy.reports.document.walk import figures
from tests.reports.powerpoint.sample import charts, opening, tables
from tests.reports.powerpoint.sample.nasty import NASTY
from tests.reports.powerpoint.sample.nasty import nasty as made_nasty
from tests.reports.powerpoint.sample.saying import Saying

__all__ = ["NASTY", "document"]

PAGES = (
    opening.cover,
    opening.summary,
    opening.cards,
    charts.columns,
    charts.stacked,
    charts.line,
    charts.four,
    charts.waterfall,
    tables.heatmap,
    tables.table,
    tables.gallery,
    tables.gallery10,
    tables.matrix,
    opening.long,
)


def document(language: str = "ru", *, nasty: bool = False) -> Document:
    saying = Saying(language)
    pages = tuple(made_nasty(page(saying)) if nasty else page(saying) for page in PAGES)
    title = "Аудит соцсетей" if language == "ru" else "Social media audit"
    document = Document("audit", title, language, datetime(2026, 7, 3, 9, 30, tzinfo=UTC), "0" * 64, pages, ())
    return replace(document, origins={figure.id: Origin("count@1", "posts") for figure in figures(document)})
