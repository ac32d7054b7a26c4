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


WORDS = frozenset(
    {
        *("v1", "er_view@1", "Топ-5", "Top 5", "1 января", "30 июня", "1 January", "30 June", "июнь 2026", "June 2026"),
        *("+8 210", "+8,210", "4 из 6", "4 of 6", "2,9 %", "2.9%", "от 2 до 14", "from 2 to 14", "5 постов", "5 posts"),
        *("с 61 до 44 %", "from 61 to 44%", "1,7 раза", "1.7 times"),
        *("0–3", "3–6", "6–9", "9–12", "12–15", "15–18", "18–21", "21–24"),
        *(f"{month} 26" for month in ["янв", "фев", "мар", "апр", "май", "июн", "Jan", "Feb", "Mar", "Apr", "May", "Jun"]),
        *(f"{rule} {n}:" for n in range(1, 15) for rule in ("Правило", "Rule")),
    }
)


def document(language: str = "ru", *, nasty: bool = False) -> Document:
    saying = Saying(language)
    pages = tuple(made_nasty(page(saying)) if nasty else page(saying) for page in PAGES)
    title = "Аудит соцсетей" if language == "ru" else "Social media audit"
    document = Document("audit", (title,), language, datetime(2026, 7, 3, 9, 30, tzinfo=UTC), "0" * 64, pages, (), words=WORDS)
    return replace(document, origins={figure.id: Origin("count@1", "posts") for figure in figures(document)})
