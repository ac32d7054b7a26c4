"""Rows that add up the others: taken out, and held against what the others really add up to."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from smmstrategy.metrics.catalogue import METRICS, Totals, Unit
from smmstrategy.metrics.imports.reading.cells import networks, numbers
from smmstrategy.metrics.imports.reading.columns.values import Columns, Value
from smmstrategy.metrics.imports.reading.draft import Draft
from smmstrategy.metrics.imports.reading.messages import Message, say
from smmstrategy.metrics.imports.reading.records.posts import repeats
from smmstrategy.metrics.imports.reading.records.values import slices, spans
from smmstrategy.metrics.imports.reading.tables.grids import cell_at
from smmstrategy.metrics.imports.reading.tables.layout import Table
from smmstrategy.metrics.imports.reading.vocabulary.totals import AVERAGE_WORD, AVERAGES, OF_A_POST, OF_ACCOUNTS, OF_ALL, TOTALS

TOTAL_WORD = "|".join(sorted(TOTALS, key=len, reverse=True))
BEGINS = re.compile(rf"(?:{TOTAL_WORD})\b")
NAME = re.compile(rf"(?:(?P<average>{AVERAGE_WORD})|(?:{TOTAL_WORD}))\b[\s.,:;()–—-]*(?P<rest>.*)", re.DOTALL)
TOTAL = say("This row is the total of the others; it was not counted.")
AVERAGE = say("This row is an average of the others; it was not counted.")


def take_out(table: Table) -> list[tuple[int, list[str]]]:
    """Remove the table's total rows and give them back; rows of averages are skipped."""
    averages = {number for number, cells in table.rows if _is_alone(cells, AVERAGES)}
    table.skipped += [(number, AVERAGE) for number, _cells in table.rows if number in averages]
    table.rows = [row for row in table.rows if row[0] not in averages]
    nameless = _nameless(table.rows)
    if not nameless and not any(_says_total(cells) for _number, cells in table.rows):
        return []
    numbers = set(_totals(table.rows, nameless))
    numbers |= set(_totals([row for row in reversed(table.rows) if row[0] not in numbers], nameless))
    total_rows = [row for row in table.rows if row[0] in numbers]
    table.rows = [row for row in table.rows if row[0] not in numbers]
    return total_rows


def _nameless(rows: Sequence[tuple[int, list[str]]]) -> int | None:
    """The row at an end of the table that lacks the names and dates of all others, whatever word stands in its place of an id.

    With a day or a link of its own it is one of them.
    """
    if len(rows) < 3:
        return None
    wordy = [sum(any(ch.isalpha() for ch in cell) or _is_of_a_post([cell]) for cell in cells) for _number, cells in rows]
    ends = [place for place in (0, len(rows) - 1) if wordy[place] == 1 and not _is_of_a_post(rows[place][1])]
    return next((rows[place][0] for place in ends if min(wordy[:place] + wordy[place + 1 :]) > 2), None)


def _totals(rows: Sequence[tuple[int, list[str]]], nameless: int | None) -> Iterator[int]:
    """The rows that call themselves totals and add up those passed before them: all, or those since the total before.

    A nameless one adds up all others in more than one column.
    """
    everything, latest = Counter(), Counter()
    for number, cells in rows:
        figures = {position: Decimal(figure) for position, cell in enumerate(cells) if (figure := _figure(cell))}
        adds_up = _add_up(figures, everything) or _add_up(figures, latest)
        is_of_all = number == nameless and _add_up(figures, everything, columns=2)
        if _is_alone(cells, TOTALS) or (_says_total(cells) and adds_up) or is_of_all:
            yield number
            latest = Counter()
        else:
            everything.update(figures)
            latest.update(figures)


def _add_up(figures: dict[int, Decimal], sums: Counter[int], *, columns: int = 1) -> bool:
    """So many figures are the sums and none is more: people who came by two ways are counted once."""
    are_sums = sum(value == sums[position] > 0 for position, value in figures.items())
    return are_sums >= columns and all(value <= sums[position] for position, value in figures.items())


def _says_total(cells: list[str]) -> bool:
    """The first words are those of a total, and nothing is that only a post has."""
    return begins_as_total(next(filter(None, cells), "")) and not _is_of_a_post(cells)


def _is_alone(cells: list[str], words: frozenset[str]) -> bool:
    """One of the words stands first, where other rows have an id, a date or a source, and nothing else is named."""
    position = next((position for position, cell in enumerate(cells) if cell), 0)
    after = cell_at(cells, position + 1)
    is_named = bool(cells) and cells[position].casefold().rstrip(":. ") in words and not any(ch.isalpha() for ch in after)
    return is_named and not _is_of_a_post(cells)


def _is_of_a_post(cells: Sequence[str]) -> bool:
    return any(OF_A_POST.match(cell) for cell in cells)


def is_of_all(name: str) -> bool:
    """Where other rows name one of several, this is what a row is called that adds them up."""
    word = name.casefold().rstrip(":. ")
    return word in TOTALS or bool(OF_ALL.fullmatch(word))


def skip(table: Table, fields: Mapping[str, int], names: Collection[str]) -> None:
    """Skip the rows that call a total or an average in place of an account, where others name one in a field of these `names`."""
    positions = [fields[name] for name in names if name in fields]
    called = {number: next(filter(None, (cell_at(cells, n) for n in positions)), "") for number, cells in table.rows}
    refused = {number: reason for number, name in called.items() if (reason := reason_of(name))}
    if any(name.casefold() not in numbers.ABSENT for number, name in called.items() if number not in refused):
        table.skipped += refused.items()
        table.rows = [row for row in table.rows if row[0] not in refused]


def reason_of(name: str) -> Message | None:
    """Why a row is skipped that is called so where others name an account or a network; None for one that may be its name."""
    if is_of_all(name):
        return TOTAL
    m = NAME.fullmatch(name.casefold().strip())
    rest = m["rest"].rstrip("():. ") if m else ""
    is_none = m is None or not (OF_ACCOUNTS.fullmatch(rest) or networks.called(rest))
    return None if is_none else AVERAGE if m["average"] else TOTAL


def begins_as_total(text: str) -> bool:
    """The first words are those of a total, whatever it adds up: «ИТОГО по всем»."""
    return bool(BEGINS.match(text.casefold()))


def without_a_day(columns: Columns, spans: Sequence[object | None]) -> list[int]:
    """The place of the last row, where it alone has no day, and no count of it is less than another's or more than all others'."""
    *others, last = spans or [None]
    if last or len(others) < 2 or None in others:
        return []
    counts = [[value and Decimal(value[0]) for value in values] for code, values in columns.metrics() if _is_count(code)]
    told = [([one for one in values[:-1] if one is not None], values[-1]) for values in counts if values[-1] is not None]
    may_be = bool(told) and all(above and max(above) <= total <= sum(above) for above, total in told)
    return [len(others)] if may_be else []


def _is_count(code: str) -> bool:
    return METRICS[code].unit is Unit.COUNT


def _figure(cell: str) -> str:
    figure = re.sub(r"\s", "", cell)
    return figure if figure.isascii() and figure.isdigit() and len(figure) < 16 else ""


def _are_whole(columns: Columns) -> list[bool]:
    """Which rows add up no others: none names the same and more."""
    rows = list(zip(*(columns.text(name) for name in columns.positions if name.startswith("by ")), strict=True))
    above = slices.above(("", row) for row in rows)
    return [("", row) not in above for row in rows] if rows else [True] * len(columns.table.rows)


def check(columns: Columns, total_rows: list[tuple[int, list[str]]], draft: Draft, name_row: Callable[[int], str]) -> None:
    """Warn of a total that disagrees with the rows it claims to add up, of those that were taken."""
    if not total_rows:
        return
    whole = replace(columns, table=replace(columns.table, rows=[*columns.table.rows, *total_rows]), wrong={}, warnings=[], texts={})
    metrics = [(code, values) for code, values in whole.metrics() if METRICS[code].totals is Totals.SUM]
    rows = _counted(columns, metrics, draft, name_row)
    twice = {number for number in rows if draft.rejected.get(name_row(number)) == repeats.SAID_TWICE}
    places = [number for number, _cells in total_rows]
    exact = [(code, values) for code, values in metrics if not any(value and value[1] for value in values)]
    slack = {code: _step(columns, code, values) * len(rows) for code, values in exact}
    differences: list[Message] = []
    for index, place in enumerate(places, len(columns.table.rows)):
        totals = {code: Decimal(values[index][0]) for code, values in metrics if values[index] and code in slack}
        groups = _groups(place, places, list(rows))
        once = [[row for row in group if row not in twice] for group in groups]
        differences += _differences(totals, [_sums(rows, group, totals) for group in (*once, *groups)], slack)
    if differences:
        draft.warn("The file's own totals differ from its rows: {differences}.", differences=differences)


Metrics = list[tuple[str, list[Value | None]]]


def _counted(columns: Columns, metrics: Metrics, draft: Draft, name_row: Callable[[int], str]) -> dict[int, dict[str, Decimal]]:
    """The figures of each row that was taken, or says the same as one that was, and is no total of others itself."""
    names = {name_row(number): number for number, _cells in columns.table.rows}
    days = {v[0]: ((page, v[5]), (v[2], v[3])) for page, subject in draft.subjects.items() for v in subject.values if v[0] in names}
    by_slice: dict[tuple[Any, str], list[spans.Span]] = defaultdict(list)
    for of, span in days.values():
        by_slice[of].append(span)
    kept = {(of, span) for of, stretches in by_slice.items() for span in spans.counting(stretches)}
    taken = {row for row in names if draft.rejected.get(row, repeats.SAID_TWICE) == repeats.SAID_TWICE}
    counts = {row for row in taken if row not in days or days[row] in kept}
    return {
        number: {code: Decimal(values[index][0]) for code, values in metrics if values[index]}
        for index, ((row, number), is_whole) in enumerate(zip(names.items(), _are_whole(columns), strict=True))
        if is_whole and row in counts
    }


def _groups(place: int, places: list[int], rows: list[int]) -> list[list[int]]:
    """The rows a total may be about, the likelier first: all from an end of the table, else those since the total before."""
    before = max((other for other in places if other < place), default=0)
    after = min((other for other in places if other > place), default=rows[-1] + 1 if rows else 0)
    above = [row for row in rows if row < place]
    groups = [[row for row in above if row > before], above, [row for row in rows if place < row < after]]
    return [rows, *groups] if above in ([], rows) else groups


def _step(columns: Columns, code: str, values: list[Value | None]) -> Decimal:
    """What rounding may hide in a row: one of the last decimal the column gives, of a count nothing."""
    name = next(name for name in columns.positions if name.partition("*")[0] == code)
    factor = int(name.partition("*")[2] or 1)
    given = [Decimal(value[0]) / factor for value in values if value]
    decimals = max((-figure.normalize().as_tuple().exponent for figure in given), default=0)
    return Decimal(factor).scaleb(-decimals) if decimals > 0 else Decimal(METRICS[code].unit is Unit.SECONDS)


def _sums(rows: dict[int, dict[str, Decimal]], group: list[int], codes: Iterable[str]) -> dict[str, Decimal]:
    return {code: sum((rows[row].get(code, Decimal(0)) for row in group), Decimal(0)) for code in codes}


def _differences(totals: dict[str, Decimal], sums: list[dict[str, Decimal]], slack: dict[str, Decimal]) -> list[Message]:
    return [
        say("«{metric}» is {total}, but its rows add up to {sum}", metric=code, total=f"{total:f}", sum=f"{sums[0][code]:f}")
        for code, total in totals.items()
        if all(abs(total - added[code]) > slack[code] for added in sums)
    ]
