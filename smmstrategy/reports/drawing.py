"""What a drawer hands back: the file, and every text with a value in it that the file shows."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

_HALF_OF_THE_TWELFTH = Decimal("0.5E-12")
STEP = " / "  # from a slide to a shape, and on into it; no sheet's name may hold a slash


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One value as it stands in the file.

    place: a shape «slide 7 / Title», a cell of a table «slide 7 / Table 9 / row 2 column 3», what a chart remembers «slide 7 /
    Chart 5 / series 1 point 3» (also «… title 1», «… x 3», «… label 3 title» and, of all series, «category 3»), an alternative
    text «slide 7 / Chart 5 / description», «slide 7 notes» or, in a workbook, the cell «Публикации!B5». What stands at one place
    is listed in its order.
    kind: «figure» (id names the figure), «code» (of the figure that id names), «quote», «day», «word» (plain words with
    digits in them; where they were cut short, id is what they were) or «number» (the drawer's own: slide numbers, whose id is the
    page's key, ordinals, axis scales, the invisible base of a waterfall); «description» is an alternative text, which says nothing
    that its slide does not; «formula» is what a workbook's cell is worked out by, without «=».
    text: exactly as written; for chart points and cells the value as stored: repr(float(value)).
    In a workbook the text of a number is `fifteen_digits(value)`.
    """

    place: str
    kind: str
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class DataColumn:
    """The cells of a data column of a workbook, from `first_row` down, as stored: texts, numbers, dates as serial numbers."""

    id: str  # the field's name, or its title when it has none
    sheet: str
    column: int  # from 0
    first_row: int  # from 0
    values: tuple[str | int | float | Decimal | None, ...]
    words: frozenset[str] = frozenset()  # those of the values that are plain words


@dataclass(frozen=True, slots=True)
class Drawing:
    content: bytes
    shown: tuple[Occurrence, ...]
    columns: tuple[DataColumn, ...] = ()
    words: frozenset[str] = frozenset()  # of the drawer's own, the only ones that may hold digits
    shapes: tuple[str, ...] = ()  # all there are, as places name them: «slide 7 / Title»
    parts: tuple[str, ...] = ()  # in their order: what the file knows each slide by, or the names of the sheets
    labels: tuple[tuple[str, str], ...] = ()  # places and texts of cells that say what the numbers below or beside them are
    names: tuple[tuple[str, str], ...] = ()  # defined names, and the cells that each means: «Публикации!F5:F44»


@dataclass(frozen=True, slots=True)
class Drawn:
    """A file to be kept, with its manifest."""

    form: str
    name: str
    drawing: Drawing
    manifest: dict[str, Any]


def fifteen_digits(value: Decimal | float) -> str:
    """A number as a file holds it: the fifteen significant digits that every office program keeps.

    Numbers of a file and of a manifest are compared as this: each is the nearest float first, and written in decimal digits then,
    so that one program's 0.30000000000000004 is another's 0.3."""
    return format(float(value), ".15g")


def is_worked_out(value: float, kept: str) -> bool:
    """Whether a formula that gives this, in a program that works it out anew, gives the number that was kept: figures are kept
    to twelve decimal places, half of the last either way."""
    return abs(Decimal(fifteen_digits(value)) - Decimal(kept)) <= _HALF_OF_THE_TWELFTH
