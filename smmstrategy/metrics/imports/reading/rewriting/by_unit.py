"""A row below the names of figures that says what these are, «тыс.», «чел.» or «план»: as part of them, «Подписчики, тыс.»."""

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from itertools import chain

from smmstrategy.metrics.imports.reading.cells import networks, numbers, pages, plans
from smmstrategy.metrics.imports.reading.columns import headers, held
from smmstrategy.metrics.imports.reading.kinds import network_columns
from smmstrategy.metrics.imports.reading.kinds.days import OF_ACCOUNTS
from smmstrategy.metrics.imports.reading.kinds.fields import POST
from smmstrategy.metrics.imports.reading.rewriting import turned
from smmstrategy.metrics.imports.reading.tables.grids import address_of
from smmstrategy.metrics.imports.reading.tables.layout import Table
from smmstrategy.metrics.imports.reading.vocabulary.units import IN_SCALE, LETTERS, NAME, SCALES, UNIT

PLACES = frozenset({"day", "published_at", "clock", "duration"})  # where no word says of what the row is, so any may stand


def named(table: Table) -> Table:
    """The table as it is, or without such a row: where one says thousands it may say more, unless that is of a row of its own."""
    filled = _filled(table.rows[0][1], table) if table.rows else {}
    said = {n: cell for n, cell in filled.items() if _is_figure(table.header[n])}
    if not said or any(map(numbers.is_number, filled.values())):
        return table
    others = {n: cell for n, cell in filled.items() if n not in said}
    if any(map(_scale, said.values())):
        is_of_units = all(_names_no_row(table.header[n], cell) for n, cell in others.items())
        said |= {n: cell for n, cell in others.items() if _scale(cell)}
    else:
        is_of_units = all(map(_is_of_figures, said.values())) and all(map(_is_of_units_alone, others.values()))
    header = [f"{name}, {_note(said[n])}" if n in said else name for n, name in enumerate(table.header)]
    if is_of_units and all(_is_said_by(header[n], cell) for n, cell in said.items()):
        return replace(table, header=header, in_file=table.names, rows=table.rows[1:])
    return table


def in_doubt(table: Table, figures: Collection[int]) -> tuple[int, str] | None:
    """A row that says thousands in place of `figures` or, with none or units alone there, elsewhere, and what it says.

    The first below the names may say of what; one with a link says it of what that leads to.
    """
    for at, (number, cells) in enumerate(table.rows):
        there = [cell for n in figures if (cell := held.at(cells, n))]
        if not any(map(_may_be_a_figure, there)):
            filled = _filled(cells, table).values()
            of_something = filter(_speaks_of_a_scale, there if at == 0 else ())
            said = next(chain(filter(_scale, filled if all(map(_is_unit, there)) else there), of_something), None)
            if said and not any(map(_leads, filled)):
                return number, said
    return None


def _filled(cells: Collection[str], table: Table) -> Mapping[int, str]:
    return {n: cell for n, cell in enumerate(cells) if n < len(table.header) and cell.casefold() not in numbers.ABSENT}


def _is_figure(name: str) -> bool:
    return network_columns.is_figure(name) or network_columns.is_of_network(name)


def _may_be_a_figure(cell: str) -> bool:
    """It holds a digit, «~12 тыс.», and no year of a plan."""
    return any(map(str.isdecimal, cell)) and not _is_of_a_plan(cell)


def _is_said_by(header: str, cell: str) -> bool:
    """What the cell says the name says now, the thousands if any; a figure or an address it cannot."""
    if _speaks_of_a_scale(cell):
        return bool(headers.scale(header)) and not _may_be_a_figure(cell)
    return not (_may_be_a_figure(cell) or _leads(cell))


def _names_no_row(header: str, cell: str) -> bool:
    """It says units, or the name of its column again, or is no day where these stand."""
    if _may_be_a_figure(cell) or turned.is_date(cell) or networks.called(cell) or _leads(cell):
        return False
    fields = {*headers.columns([header], OF_ACCOUNTS), *headers.columns([header], POST)}
    is_place = bool(fields) and fields <= PLACES
    return is_place or headers.plain(cell) == headers.plain(header) or _is_of_units(cell)


def _leads(cell: str) -> bool:
    return "://" in address_of(cell) or bool(pages.network_of(address_of(cell)))


def _is_of_units(cell: str) -> bool:
    return bool(NAME.fullmatch(cell.casefold().strip())) or _is_of_figures(cell)


def _is_of_units_alone(cell: str) -> bool:
    return _is_of_units(cell) and not _scale(cell)


def _is_of_figures(cell: str) -> bool:
    return _is_unit(cell) or bool(_scale(cell)) or _is_of_a_plan(cell)


def _is_of_a_plan(cell: str) -> bool:
    return plans.is_plan(cell) or plans.is_fact(cell)


def _is_unit(cell: str) -> bool:
    words = _words(cell)
    return bool(words) and all(map(UNIT.fullmatch, words))


def _scale(cell: str) -> str:
    """The word for the thousands or millions that it says, and nothing but units."""
    words = _words(cell)
    return next((SCALES[word] for word in words if word in SCALES and _is_unit(cell)), LETTERS.get(" ".join(words), ""))


def _speaks_of_a_scale(cell: str) -> bool:
    """«тыс. просмотров»: it says thousands, maybe of something."""
    return not SCALES.keys().isdisjoint(_words(cell))


def _note(cell: str) -> str:
    """The same as it may stand behind a name."""
    words = _words(cell)
    return " ".join([LETTERS.get(word, word) for word in words] if len(words) == 1 else words) if _scale(cell) else cell.strip("()")


def _words(cell: str) -> list[str]:
    return re.findall(r"[^\s./,*]+", IN_SCALE.sub("", cell.casefold().strip("(). ")))
