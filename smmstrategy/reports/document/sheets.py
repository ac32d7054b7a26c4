"""One sheet of a workbook: grids of cells, live formulas beside the values they give, charts over columns."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from smmstrategy.reports.document.blocks import ChartKind
from smmstrategy.reports.document.figures import Figure, Part, Quote, Shown, Text


@dataclass(frozen=True, slots=True)
class LiveFormula:
    """A live formula with the value it gives, English function names and commas, as the file format has them.

    `{name}` stands for the whole column of the field called `name`, on whatever sheet it is; `{@name}` for that column's
    cell in the formula's own row. A figure without a value is a formula that gives "". `array`: the formula works through
    whole columns cell by cell, as in MEDIAN(IF(…)), and is entered as an array formula.
    """

    text: str
    figure: Figure
    array: bool = False


Cell = Part | Text | Decimal | int | datetime | LiveFormula | None
"""A bare number belongs to a data row: its identity is its field's name and its row, written as the field says.
A datetime is written as its own wall time: the product turns it into the client's zone first. None stays empty."""


@dataclass(frozen=True, slots=True)
class Field:
    """A column of a sheet. `name` makes the column a defined name, so that formulas read like sentences; it is unique in
    the workbook and the key in `Document.origins` of what bare numbers in the column are. `link`: a Quote's url is opened."""

    title: str | Quote
    shown: Shown | None = None
    width: int = 12
    name: str = ""
    link: bool = False

    @property
    def heading(self) -> str:
        return self.title if isinstance(self.title, str) else self.title.text


@dataclass(frozen=True, slots=True)
class Grid:
    """A table on a sheet, with a header row, a filter and frozen panes when it is the sheet's only grid."""

    fields: tuple[Field, ...]
    rows: tuple[tuple[Cell, ...], ...]
    title: str = ""
    color_scale: tuple[int, ...] = ()  # columns that get a colour scale
    counted_in: int | None = None  # the grid of the sheet of which the same cells say on how many posts those of the scale stand
    enough: int = 0  # with fewer a cell of the scale is hatched


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
