"""A table of which each row is a figure and each column a month, a network or all there is: turned, a row for each such column."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from itertools import dropwhile, pairwise

from smmstrategy.metrics.imports.reading import answers, kinds
from smmstrategy.metrics.imports.reading.answers import left_out
from smmstrategy.metrics.imports.reading.cells import dates, networks, numbers
from smmstrategy.metrics.imports.reading.columns import headers, held, years
from smmstrategy.metrics.imports.reading.context import Context
from smmstrategy.metrics.imports.reading.draft import Draft
from smmstrategy.metrics.imports.reading.kinds import network_columns
from smmstrategy.metrics.imports.reading.messages import say
from smmstrategy.metrics.imports.reading.tables import marks
from smmstrategy.metrics.imports.reading.tables.grids import cell_at
from smmstrategy.metrics.imports.reading.tables.layout import Table, lines_of
from smmstrategy.metrics.imports.reading.vocabulary.accounts import NAMES_OF_METRICS, VALUES_OF_METRICS
from smmstrategy.metrics.imports.reading.vocabulary.calendar import DAY_NAMES, NOTES

DATE, NETWORK = "Дата", "Соцсеть"
A_DAY = timedelta(days=1)
SAYS_NONE = say("The heading of this column is none of the months, days, networks or values: nothing was taken from it.")


def parts(table: Table, context: Context) -> list[Table]:
    """The table as it is, or turned, with a row for each column; beside it what is said of rows that hold no data."""
    place = _place_of_names(table)
    is_told = kinds.recognise(table.header, "", set()) or answers.answer_of(table, context) or left_out.is_named(table, context)
    if place is None or is_told or any(headers.plain(name) in DAY_NAMES for name in table.header):
        return [table]
    heads = {n: name for n, name in enumerate(table.header) if n != place and (name or held.texts(table, n))}
    for called, found in _rows_found(heads):
        notes = [replace(table, rows=[])] if table.skipped else []
        return [_turned(table, place, heads, found, called), *notes]
    return [table]


def tell(tables: Sequence[Table], draft: Draft) -> None:
    if any(table.is_turned for table in tables):
        draft.note("Rows of a table are figures: each of its columns counts as a row, called by the first cell below its heading.")


def _rows_found(heads: Mapping[int, str]) -> Iterator[tuple[str, list[int]]]:
    """The columns that may be rows, and what such a column of their headings is called."""
    dated = [n for n, name in heads.items() if is_date(name)]
    if dated and _are_stretches_or_run_on([heads[n] for n in dated]):
        yield DATE, dated
    of_networks = [n for n, name in heads.items() if networks.called(name)]
    if networks.are_beyond_doubt([heads[n] for n in of_networks]):
        yield NETWORK, of_networks
    of_values = [n for n, name in heads.items() if headers.plain(name) in VALUES_OF_METRICS]
    if len(of_values) == 1 and not dated and not of_networks:
        yield "", of_values


def _are_stretches_or_run_on(names: Sequence[str]) -> bool:
    """Months, weeks from day to day, or each day after the other: one day alone may stand for the week or the month it begins."""
    moments = list(map(_moment, names))
    single = [moment.day for moment in moments if not (moment.is_month or moment.last)]
    return not single or (len(single) == len(moments) > 1 and all(after - before == A_DAY for before, after in pairwise(single)))


def _moment(name: str) -> dates.Moment:
    return dates.parse(years.in_year(name, years.LEAP)[1] if years.is_without(name) else name, dates.Order())


def _turned(table: Table, place: int, heads: Collection[int], found: Collection[int], called: str) -> Table:
    """Rows become columns, and are counted from the first of them on; columns become rows, of which those not found are skipped."""
    first_row, last_row = table.rows[0][0], table.rows[-1][0]
    cells_of, names = dict(table.rows), _names(table, place)
    numbers = range(first_row, last_row + 1)
    columns = {n: [cell_at(cells_of.get(number, []), n) if number in names else "" for number in numbers] for n in found}
    of_column = {n: table.first_column + n for n in heads}
    turned = replace(
        table,
        header=[*(names.get(number, "") for number in numbers), *filter(None, [called])],
        rows=[(of_column[n], [*cells, *filter(None, [called and table.header[n]])]) for n, cells in columns.items()],
        skipped=[(number, SAYS_NONE) for n, number in of_column.items() if n not in columns],
        last_names=[],
        first_column=first_row,
        begins_at=marks.letters(first_row),
        is_turned=True,
    )
    return replace(turned, lines=lines_of(turned))


def _place_of_names(table: Table) -> int | None:
    """The column of names of figures: each row has one, some or without a heading most are known, and no more is said of them."""
    called = _called(table)
    place = next(iter(called), 0)
    names = held.texts(table, place) if table.header else []
    if not names or len(names) < len(table.rows) or said_besides(table):
        return None
    known, told = names_known(table, place), Counter(map(headers.plain, _names(table, place).values()))
    is_named, are_apart = bool(called) or len(known) * 2 > len(names), max(told.values()) == 1
    return place if known and is_named and are_apart else None


def _names(table: Table, place: int) -> dict[int, str]:
    """By the number of its row what each figure is called, with the network that a line of its own names above it."""
    names, network = {}, ""
    for number, cells in table.rows:
        name = cell_at(cells, place)
        if _counts_nothing(cells, place) and networks.called(name):
            network = name
        else:
            names[number] = f"{network} {name}".strip()
    return names


def _called(table: Table) -> list[int]:
    """The columns that are called as those of names of figures."""
    return [n for n, name in enumerate(table.header) if headers.plain(name) in NAMES_OF_METRICS]


def said_besides(table: Table) -> list[str]:
    """What headings, columns of words and lines say of the figures, and turned would be lost: in thousands, of a plan, whose."""
    place = next(iter(_called(table)), 0)
    told = {place: table.header[place]} if place < len(table.header) and not _called(table) else {}
    told |= {n: name for n, name in enumerate(table.header) if headers.scale(name)}
    told |= {n: name or held.texts(table, n)[0] for n, name in enumerate(table.header) if n != place and _is_of_words(table, n)}
    above_figures = list(dropwhile(lambda row: _counts_nothing(row[1], place), reversed(table.rows)))[::-1]
    lines = [_said_in_line(cells, place) for _number, cells in above_figures if _counts_nothing(cells, place)]
    return [*filter(None, told.values()), *filter(None, lines)]


def _said_in_line(cells: Sequence[str], place: int) -> str:
    """What a line without numbers is called, unless by a network or a figure; else the words beside that, as of a row of units."""
    name = cell_at(cells, place)
    if name and not (networks.called(name) or network_columns.is_figure(name)):
        return name
    beside = (cell for n, cell in enumerate(cells) if n != place and cell.casefold() not in numbers.ABSENT)
    return next((cell for cell in beside if any(map(str.isalpha, cell))), "")


def _is_of_words(table: Table, position: int) -> bool:
    """It holds words, which are no notes, and no figures."""
    texts = [cell for _number, cells in table.rows if (cell := held.at(cells, position))]
    is_of_notes = headers.plain(table.header[position]) in NOTES.split("|")
    return any(map(str.isalpha, "".join(texts))) and not is_of_notes and not any(map(numbers.is_number, texts))


def _counts_nothing(cells: Sequence[str], place: int) -> bool:
    return not any(map(numbers.is_number, cells[place + 1 :]))


def names_known(table: Table, position: int) -> list[str]:
    """The names of figures that stand in a column."""
    names = held.texts(table, position)
    return [name for name in names if network_columns.is_figure(name) or network_columns.is_of_network(name)]


def is_date(name: str) -> bool:
    """It is a day, a month or a stretch of days, with a year or without."""
    with suppress(dates.NotADate):
        return bool(name) and not name.isdigit() and (years.is_without(name) or dates.parse(name, dates.Order()) is not None)
    return False
