"""What a document is before anyone draws it: pages of blocks, and sheets of columns; every number carries its id.

A product describes, the drawers draw. Nothing here knows PowerPoint or Excel, a database, a clock or a language.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum


class Shown(StrEnum):
    """How a value is written; what it means stands in the metric catalogue."""

    INTEGER = "integer"  # 12 345
    SHORT = "short"  # 1,2 млн
    DECIMAL = "decimal"  # 12,3
    PERCENT = "percent"  # 0.123 → 12,3 %
    POINTS = "points"  # 0.004 → 0,4 п.п.
    MONEY = "money"  # 1 234,50 ₽
    DURATION = "duration"  # seconds → 1:02:03
    SCORE = "score"  # 2,4


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its identity. `value` None is shown as «н/д» and is never 0."""

    id: str
    value: Decimal | int | None
    shown: Shown = Shown.INTEGER
    places: int | None = None
    signed: bool = False
    currency: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """Text from outside (a caption, a handle, a name a person typed); its digits are its own."""

    text: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Day:
    """A date, written the way the language writes it."""

    day: date
    with_year: bool = True


Part = str | Figure | Quote | Day
Text = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a manifest entry comes from: enough to work the number out again by hand."""

    metric: str  # «er_view@1», or «count@1» for a plain count
    formula: str  # in words and codes: «interactions ÷ views»
    inputs: tuple[tuple[str, str], ...] = ()  # (figure id or name, value as text)
    source: str = ""
    period: str = ""
    coverage: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Delta:
    """A change beside a value: absolute or relative, and whether it is good (+1), bad (−1) or neither (0)."""

    figure: Figure
    good: int
    against: Text = ()


@dataclass(frozen=True, slots=True)
class Card:
    label: Text
    figure: Figure
    deltas: tuple[Delta, ...] = ()
    note: Text = ()


@dataclass(frozen=True, slots=True)
class Cards:
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Bullets:
    """Short paragraphs; `tone` colours the mark: good, bad, neutral, action."""

    items: tuple[Text, ...]
    heading: Text = ()
    tone: str = "neutral"


@dataclass(frozen=True, slots=True)
class Callout:
    """So what: one sentence that a hurried reader takes away."""

    text: Text


class ChartKind(StrEnum):
    COLUMNS = "columns"
    STACKED = "stacked"
    BARS = "bars"
    LINE = "line"
    SCATTER = "scatter"  # each series is one point or cloud: x in `x`, y in `values`
    RADAR = "radar"
    WATERFALL = "waterfall"  # first and last category are totals, the rest are steps


@dataclass(frozen=True, slots=True)
class Series:
    """Values in the order of the categories; None breaks the line. `accent` marks the client among the others.

    `highlights`: positions of categories in the accent colour while the others are grey (sorted bars of competitors).
    """

    name: Part
    values: tuple[Figure, ...]
    x: tuple[Figure, ...] = ()
    accent: bool = False
    color_key: str = ""  # the same key has the same colour all over the document (a network, a brand)
    highlights: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Chart:
    kind: ChartKind
    title: Text
    categories: tuple[Part, ...]
    series: tuple[Series, ...]
    alt: str
    x_title: str = ""
    y_title: str = ""


@dataclass(frozen=True, slots=True)
class Heatmap:
    """Rows × columns of figures with the number of posts in each cell; cells with fewer than `enough` are hatched."""

    rows: tuple[Part, ...]
    columns: tuple[Part, ...]
    values: tuple[tuple[Figure, ...], ...]
    counts: tuple[tuple[int, ...], ...]
    alt: str
    enough: int = 3


@dataclass(frozen=True, slots=True)
class Column:
    title: Text
    align: str = "left"  # left, right
    weight: int = 1  # share of the width


@dataclass(frozen=True, slots=True)
class Row:
    cells: tuple[Part | Text | Delta, ...]
    emphasis: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A real table; a drawer continues it on another page when it has more rows than fit."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    alt: str


@dataclass(frozen=True, slots=True)
class PostTile:
    """One post in a gallery: when, where, its words, its figure and why it is here."""

    account: Quote
    published_on: Day
    text: Quote
    figure: Figure
    label: Text
    reason: Text = ()
    format: str = ""


@dataclass(frozen=True, slots=True)
class Gallery:
    tiles: tuple[PostTile, ...]
    heading: Text = ()


@dataclass(frozen=True, slots=True)
class Matrix:
    """Opportunities by effort (x, 1–5) and impact (y, 1–5)."""

    items: tuple[tuple[str, int, int], ...]  # label, effort, impact
    x_title: str
    y_title: str
    alt: str


Block = Cards | Bullets | Callout | Chart | Heatmap | Table | Gallery | Matrix


class Layout(StrEnum):
    COVER = "cover"
    SECTION = "section"
    CONTENT = "content"  # one or two blocks, the first is the main one
    SPLIT = "split"  # two blocks side by side, 2:1
    GRID = "grid"  # three or four blocks


@dataclass(frozen=True, slots=True)
class Page:
    """`title` is a conclusion with a number in it; `subtitle` says what the picture shows."""

    key: str
    title: Text
    blocks: tuple[Block, ...] = ()
    layout: Layout = Layout.CONTENT
    subtitle: Text = ()
    footer: Text = ()  # source · period · n · collected · method · coverage
    notes: tuple[Text, ...] = ()  # formulas and ids, for the speaker
    section: Text = ()


@dataclass(frozen=True, slots=True)
class Formula:
    """A live formula with the value it gives, English function names and commas, as the file format has them.

    `{name}` stands for the whole column of the field called `name`, on whatever sheet it is; `{@name}` for that column's
    cell in the formula's own row. A figure without a value is a formula that gives "". `array`: the formula works through
    whole columns cell by cell, as in MEDIAN(IF(…)), and is entered as an array formula.
    """

    text: str
    figure: Figure
    array: bool = False


Cell = Part | Text | Decimal | int | datetime | Formula | None
"""A bare number belongs to a data row: its identity is its field's name and its row, written as the field says.
A datetime is written as its own wall time: the product turns it into the client's zone first. None stays empty."""


@dataclass(frozen=True, slots=True)
class Field:
    """A column of a sheet. `name` makes the column a defined name, so that formulas read like sentences; it is unique in
    the workbook and the key in `Document.origins` of what bare numbers in the column are. `link`: a Quote's url is opened."""

    title: str
    shown: Shown | None = None
    width: int = 12
    name: str = ""
    link: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table on a sheet, with a header row, a filter and frozen panes when it is the sheet's only grid."""

    fields: tuple[Field, ...]
    rows: tuple[tuple[Cell, ...], ...]
    title: str = ""
    color_scale: tuple[int, ...] = ()  # columns that get a colour scale


@dataclass(frozen=True, slots=True)
class SheetChart:
    """A native chart over columns of a grid on the same sheet."""

    kind: ChartKind
    title: str
    grid: int
    category_field: int
    value_fields: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    name: str
    grids: tuple[Grid, ...]
    charts: tuple[SheetChart, ...] = ()
    intro: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """Everything both drawers need; the same document gives the same bytes."""

    name: str  # the file name without an ending
    title: str
    language: str
    sealed_at: datetime
    snapshot_sha256: str
    pages: tuple[Page, ...]
    sheets: tuple[Sheet, ...]
    origins: dict[str, Origin] = field(default_factory=dict)  # by figure id or field name, for every number shown
