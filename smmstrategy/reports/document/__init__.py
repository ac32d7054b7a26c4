"""What a document is before anyone draws it: pages of blocks, and sheets of columns; every number carries its id.

A product describes, the drawers draw. A plain str holds no digits but those of `Document.words`.
Nothing here knows PowerPoint or Excel, a database, a clock or a language.
"""

from dataclasses import dataclass, field
from datetime import datetime

from smmstrategy.reports.document.blocks import (
    Block,
    Bullets,
    Callout,
    Card,
    Cards,
    Chart,
    ChartKind,
    Column,
    Delta,
    Gallery,
    Heatmap,
    Matrix,
    PostTile,
    Row,
    Series,
    Table,
)
from smmstrategy.reports.document.figures import Code, Day, Figure, Origin, Part, Quote, Shown, SlideNumber, Text
from smmstrategy.reports.document.pages import Layout, Page
from smmstrategy.reports.document.sheets import Cell, Field, Grid, LiveFormula, Sheet, SheetChart

__all__ = [
    "Block",
    "Bullets",
    "Callout",
    "Card",
    "Cards",
    "Cell",
    "Chart",
    "ChartKind",
    "Code",
    "Column",
    "Day",
    "Delta",
    "Document",
    "Field",
    "Figure",
    "Gallery",
    "Grid",
    "Heatmap",
    "Layout",
    "LiveFormula",
    "Matrix",
    "Origin",
    "Page",
    "Part",
    "PostTile",
    "Quote",
    "Row",
    "Series",
    "Sheet",
    "SheetChart",
    "Shown",
    "SlideNumber",
    "Table",
    "Text",
]


@dataclass(frozen=True, slots=True)
class Document:
    """Everything both drawers need; the same document gives the same bytes."""

    name: str  # the file name without an ending
    title: Text
    language: str
    sealed_at: datetime
    snapshot_sha256: str
    pages: tuple[Page, ...]
    sheets: tuple[Sheet, ...]
    origins: dict[str, Origin] = field(default_factory=dict)  # by figure id or field name, for every number shown
    words: frozenset[str] = frozenset()  # the only plain words that may hold digits: «303-ФЗ», «500–999»
