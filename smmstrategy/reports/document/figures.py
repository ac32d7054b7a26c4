"""Numbers with an identity, and the words around them."""

from dataclasses import dataclass
from datetime import date
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
    """A date, written the way the language writes it; without its day it is a month."""

    day: date
    with_year: bool = True
    with_day: bool = True


@dataclass(frozen=True, slots=True)
class SlideNumber:
    """The number of the slide where a page begins, named by the page's key; whoever draws the deck fills it in."""

    page: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Code:
    """What the document's origins hold of a figure, as it stands there: its id, its metric or its formula."""

    id: str
    text: str


Part = str | Figure | Quote | Day | SlideNumber | Code
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
