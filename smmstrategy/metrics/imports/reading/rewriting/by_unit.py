"""A row below the names of figures that says what these are, «тыс.», «чел.» or «план»: as part of them, «Подписчики, тыс.»."""

import re
from collections.abc import Collection, Mapping
from dataclasses import replace

from smmstrategy.metrics.catalogue import METRICS
from smmstrategy.metrics.imports.reading.cells import networks, numbers, pages, plans
from smmstrategy.metrics.imports.reading.columns import headers, held
from smmstrategy.metrics.imports.reading.kinds import network_columns
from smmstrategy.metrics.imports.reading.kinds.days import OF_ACCOUNTS
from smmstrategy.metrics.imports.reading.kinds.fields import POST
from smmstrategy.metrics.imports.reading.rewriting import turned
from smmstrategy.metrics.imports.reading.tables.grids import address_of
from smmstrategy.metrics.imports.reading.tables.layout import Table
from smmstrategy.metrics.imports.reading.vocabulary.units import IN_SCALE, LETTERS, NAME, SCALES, UNIT

OF_ANY_ROW = frozenset({"day", "published_at", "clock", "duration"})  # and figures: where words say not of what the row is


def named(table: Table) -> Table:
    """The table as it is, or without such a row: where one says thousands it may say more, unless that is of a row of its own."""
    filled = _filled(table.rows[0][1], table) if table.rows else {}
    said = {n: cell for n, cell in filled.items() if _is_figure(table.header[n])}
    if not said or any(map(numbers.is_number, filled.values())):
        return table
    others = {n: cell for n, cell in filled.items() if n not in said}
    if any(map(_scale, said.values())):
        is_of_units = not any(_is_of_its_own(table.header[n], cell) for n, cell in others.items())
        said |= {n: cell for n, cell in others.items() if _scale(cell)}
    else:
        is_of_units = all(map(_is_of_figures, said.values())) and all(map(_is_of_units, others.values()))
    header = [f"{name}, {_note(said[n])}" if n in said else name for n, name in enumerate(table.header)]
    return replace(table, header=header, in_file=table.names, rows=table.rows[1:]) if is_of_units else table


def in_doubt(table: Table, figures: Collection[int]) -> tuple[int, str] | None:
    """A row that says thousands in place of `figures` or, without a word there, elsewhere, and what it says.

    One with a link says it of what that leads to.
    """
    for number, cells in table.rows:
        there = [cell for n in figures if (cell := held.at(cells, n))]
        if not any(map(numbers.is_number, there)):
            filled = _filled(cells, table).values()
            said = next(filter(_scale, there or filter(_is_unit, filled)), None)
            if said and not any(map(_leads, filled)):
                return number, said
    return None


def _filled(cells: Collection[str], table: Table) -> Mapping[int, str]:
    return {n: cell for n, cell in enumerate(cells) if n < len(table.header) and cell.casefold() not in numbers.ABSENT}


def _is_figure(name: str) -> bool:
    return network_columns.is_figure(name) or network_columns.is_of_network(name)


def _is_of_its_own(header: str, cell: str) -> bool:
    """It is a day, a network or an address, or a word where others of its column say of what their rows are."""
    fields = {*headers.columns([header], OF_ACCOUNTS), *headers.columns([header], POST)} - OF_ANY_ROW
    names_rows = any(field.partition("*")[0] not in METRICS for field in fields)
    return turned.is_date(cell) or bool(networks.called(cell)) or _leads(cell) or (names_rows and not _is_of_units(cell))


def _leads(cell: str) -> bool:
    return "://" in address_of(cell) or bool(pages.network_of(address_of(cell)))


def _is_of_units(cell: str) -> bool:
    return bool(NAME.fullmatch(cell.casefold().strip())) or _is_of_figures(cell)


def _is_of_figures(cell: str) -> bool:
    return _is_unit(cell) or bool(_scale(cell)) or plans.is_plan(cell) or plans.is_fact(cell)


def _is_unit(cell: str) -> bool:
    return all(map(UNIT.fullmatch, _words(cell)))


def _scale(cell: str) -> str:
    """The word for the thousands or millions that it says."""
    words = _words(cell)
    return next((SCALES[word] for word in words if word in SCALES), LETTERS.get(" ".join(words), ""))


def _note(cell: str) -> str:
    """The same as it may stand behind a name."""
    words = _words(cell)
    return " ".join([LETTERS.get(word, word) for word in words] if len(words) == 1 else words) if _scale(cell) else cell.strip("()")


def _words(cell: str) -> list[str]:
    return re.split(r"[\s./]+", IN_SCALE.sub("", cell.casefold().strip("(). ")))
