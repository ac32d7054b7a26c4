"""Whether a column of days, weeks or months is that of the rows before it, or of rows of its own that stand beside them."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta

from smmstrategy.metrics.imports.reading.cells import dates, links, months
from smmstrategy.metrics.imports.reading.tables.grids import address_of, cell_at

Days = tuple[date, date]
ANY_YEAR = 2024
WEEKS = frozenset(["week", "неделя"])
WEEK = timedelta(days=6)  # any of its days may stand for it


def are_others(header: Sequence[str], rows: Sequence[tuple[int, list[str]]], before: int, position: int) -> bool:
    """Most are other days than those in the same row before them, or they end sooner, and all that stands behind them with them.

    Beside a post other days are those of its report, where they do not end sooner.
    """
    beside = [(cells, cell_at(cells, before), cell_at(cells, position)) for _number, cells in rows]
    told = [_both(one, other) for _cells, one, other in beside if one and other]
    if not told or not all(others for _days, others in told):
        return False
    margin = WEEK if WEEKS & {header[before].casefold(), header[position].casefold()} else timedelta()
    apart = [all(_are_apart(one, other, margin) for one in days for other in others) for days, others in told]
    left_alone = [cells for cells, one, other in beside if one and not other]
    end_sooner = bool(left_alone) and not any(any(cells[position:]) for cells in left_alone)
    return end_sooner or (sum(apart) * 2 > len(apart) and not _are_of_posts(beside, position))


def _are_of_posts(beside: Sequence[tuple[list[str], str, str]], position: int) -> bool:
    """Most rows have the link to a post before this place."""
    linked = [any(links.post(address_of(cell)) for cell in cells[:position] if cell) for cells, _one, _other in beside]
    return sum(linked) * 2 > len(linked)


def _both(one: str, other: str) -> tuple[list[Days], list[Days]]:
    """The days that two cells may say; a month without a year is of that of the other."""
    days, others = _dated(one), _dated(other)
    years = {first.year for first, _last in [*days, *others]} or {ANY_YEAR}
    return days or _of_month(one, years), others or _of_month(other, years)


def _dated(text: str) -> list[Days]:
    """In either order of day and month."""
    found = []
    for order in ("dmy", "mdy"):
        try:
            moment = dates.parse(text, dates.Order(order))
        except dates.NotADate:
            continue
        if moment:
            found.append((moment.day, moment.until))
    return found


def _of_month(text: str, years: set[int]) -> list[Days]:
    month = months.NUMBERS.get(text.casefold().rstrip("."))
    return [(date(year, month, 1), date(year, month, monthrange(year, month)[1])) for year in years] if month else []


def _are_apart(one: Days, other: Days, margin: timedelta) -> bool:
    return one[1] + margin < other[0] or other[1] + margin < one[0]
