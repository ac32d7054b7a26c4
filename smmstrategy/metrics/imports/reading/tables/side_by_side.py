"""Tables that stand side by side: where each begins, behind an empty column or by its names, and whose a title above is."""

from collections.abc import Sequence
from itertools import pairwise

from smmstrategy.metrics.imports.reading.cells import dates
from smmstrategy.metrics.imports.reading.tables import other_days
from smmstrategy.metrics.imports.reading.tables.grids import cell_at
from smmstrategy.metrics.imports.reading.tables.header_rows import NamesKnown
from smmstrategy.metrics.imports.reading.vocabulary.calendar import DAY_NAMES

Rows = Sequence[tuple[int, list[str]]]
Span = tuple[int, int]


def spans(header: Sequence[str], rows: Rows, known: NamesKnown, *, has_groups: bool = False) -> list[Span]:
    """From which column to which each table goes; a single one where the parts would be no tables by themselves.

    `has_groups`: names stand above these, which may hold for several columns; figures alone belong to the columns before them then.
    """
    starts = _starts(header, rows, known)
    parts = list(zip(starts, [*starts[1:], len(header)], strict=True))
    parts = parts if has_groups else _joined(parts, header, rows, known)
    names = [list(filter(None, header[start:end])) for start, end in parts]
    are_of_rows = not has_groups or all(_are_of_rows(of_part, known) for of_part in names)
    are_tables = all(sum(map(known.is_column, of_part)) >= 2 or _is_of_days(of_part, names) for of_part in names)
    return parts if are_of_rows and are_tables and len(parts) > 1 else [(0, len(header))]


def are_titles(cells: Sequence[str], spans: Sequence[Span]) -> bool:
    """Over several tables, and over none of them more than one."""
    return len(spans) > 1 and all(len({*cells[start:end]} - {""}) <= 1 for start, end in spans)


def _joined(parts: Sequence[Span], header: Sequence[str], rows: Rows, known: NamesKnown) -> list[Span]:
    """The parts, with figures and texts that name nothing themselves beside those on their left, whose rows are theirs."""
    whole: list[Span] = []
    for start, end in parts:
        names = list(filter(None, header[start:end]))
        says_whose = any(_names_days(name) or (known.is_column(name) and not known.tells_of_it(name)) for name in names)
        has_own = not whole or says_whose or _ends(rows, (start, end)) != _ends(rows, whole[-1])
        whole = [*whole, (start, end)] if has_own else [*whole[:-1], (whole[-1][0], end)]
    return whole


def _ends(rows: Rows, part: Span) -> tuple[int, int] | None:
    """The first and the last row that has something there."""
    filled = [number for number, cells in rows if any(cells[slice(*part)])]
    return (filled[0], filled[-1]) if filled else None


def _are_of_rows(names: Sequence[str], known: NamesKnown) -> bool:
    """One of them says what the figures of a row are of."""
    return any(known.is_exported(name) and not known.is_figure(name) for name in names)


def _is_of_days(names: Sequence[str], all_names: Sequence[Sequence[str]]) -> bool:
    """It begins with days, and so do others, or they have days of that name."""
    first = next(iter(names), "")
    return (
        len(names) > 1 and _names_days(first) and all(first in others or _names_days(others[0]) for others in all_names if others)
    )


def _names_days(name: str) -> bool:
    return name.casefold() in DAY_NAMES


def _starts(header: Sequence[str], rows: Rows, known: NamesKnown) -> list[int]:
    """Where a named column follows an empty one, where the first date column's name comes again, and where another's name, or one
    of days, does over rows of its own."""
    starts = [next((position for position in range(len(header)) if is_filled(header, rows, position)), 0)]
    for position, name in enumerate(header[starts[0] + 1 :], starts[0] + 1):
        if not name:
            continue
        may_begin = _names_days(name) or not known.is_figure(name)
        if not is_filled(header, rows, position - 1) or (may_begin and _begins_again(header, rows, starts, position)):
            starts.append(position)
    return starts


def _begins_again(header: Sequence[str], rows: Rows, starts: Sequence[int], position: int) -> bool:
    name, begun = header[position], header[starts[-1] : position]
    if name not in begun and _names_days(name) and _names_days(begun[0]):
        return other_days.are_others(header, rows, starts[-1], position)
    if name not in begun or not (_names_days(name) or name == begun[0]):
        return False
    if _names_days(name) and name == header[starts[0]]:
        return True
    return _has_rows_alone(rows, starts[-1], position) or _has_calendar_alone(rows, starts[-1] + begun.index(name), position)


def _has_rows_alone(rows: Rows, start: int, position: int) -> bool:
    """Rows end on the left before they do on the right."""
    return any(cell_at(cells, position) and not any(cells[start:position]) for _number, cells in rows)


def _has_calendar_alone(rows: Rows, before: int, position: int) -> bool:
    """Its days follow each other evenly, and those of the column of this name before it do not."""
    return _are_even(rows, position) and not _are_even(rows, before)


def _are_even(rows: Rows, position: int) -> bool:
    days = [_day(cell) for _number, cells in rows if (cell := cell_at(cells, position))]
    if len(days) < 3 or None in days:
        return False
    steps = {later - earlier for earlier, later in pairwise(days)}
    return len(steps) == 1 and steps != {0}


def _day(text: str) -> int | None:
    """A day or a month by its number in a row of them."""
    try:
        moment = dates.parse(text, dates.Order())
    except dates.NotADate:
        return None
    if moment is None:
        return None
    return moment.day.year * 12 + moment.day.month if moment.is_month else moment.day.toordinal()


def is_filled(header: Sequence[str], rows: Rows, position: int) -> bool:
    return bool(header[position]) or any(cell_at(cells, position) for _number, cells in rows)


def is_of_all(above: Sequence[Sequence[str]], reach: Sequence[int], line: int, span: Span, first: int) -> bool:
    """A lone title speaks of the table it stands over, and of one to its right if it is merged over that, stands left of all tables
    or above a line in which they have titles of their own."""
    start, end = span
    filled = [place for place, cell in enumerate(above[line]) if cell]
    if len(filled) != 1 or filled[0] >= start:
        return False
    have_own = any(sum(map(bool, below)) > 1 and any(below[start:end]) for below in above[line + 1 :])
    return filled[0] < first or start <= reach[line] or have_own
