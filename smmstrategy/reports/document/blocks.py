"""What a page is made of: a closed set of blocks, each of which every page drawer can draw."""

from dataclasses import dataclass
from enum import StrEnum

from smmstrategy.reports.document.figures import Day, Figure, Part, Quote, Text


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
    """Values in the order of the categories; None breaks the line. `accent` marks the client among the others."""

    name: Part
    values: tuple[Figure, ...]
    x: tuple[Figure, ...] = ()
    accent: bool = False
    color_key: str = ""  # the same key has the same colour all over the document (a network, a brand); grey beside those with one


@dataclass(frozen=True, slots=True)
class Chart:
    kind: ChartKind
    title: Text
    categories: tuple[Part, ...]
    series: tuple[Series, ...]
    alt: str
    x_title: str = ""
    y_title: str = ""
    of_all: bool = False  # shares of a whole: bars end at 100 %


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
    """One post in a gallery: when, where, its words and its figure."""

    account: Quote
    published_on: Day
    text: Quote
    figure: Figure
    label: Text
    format: str = ""


@dataclass(frozen=True, slots=True)
class Gallery:
    tiles: tuple[PostTile, ...]
    heading: Text = ()


@dataclass(frozen=True, slots=True)
class Matrix:
    """Opportunities by effort (x, 1–5) and impact (y, 1–5); what has at most `little` and at least `much` stands out."""

    items: tuple[tuple[Text, int, int], ...]  # label, effort, impact
    x_title: str
    y_title: str
    alt: str
    little: int
    much: int

    def stands_out(self, effort: int, impact: int) -> bool:
        return effort <= self.little and impact >= self.much


Block = Cards | Bullets | Callout | Chart | Heatmap | Table | Gallery | Matrix
