"""What was found in a finished file, before anyone asks whether it may be there."""

from dataclasses import dataclass

from smmstrategy.reports.lint.stray import Reason


@dataclass(frozen=True, slots=True)
class Found:
    """A text or a number at a place. `formula`: what works it out, where that stands in the file; `fault`: what is wrong with it
    wherever it stands."""

    place: str
    value: str | float
    formula: str | None = None
    fault: Reason | None = None


@dataclass(frozen=True, slots=True)
class Cached:
    """The points a chart keeps of a range of cells: (index, value) of each."""

    reference: str  # «'Сводка'!$B$5:$B$10», empty when there are no cells behind
    points: tuple[tuple[int, str], ...]
    are_numbers: bool
