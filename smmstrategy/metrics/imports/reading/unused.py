"""The columns of a table from which nothing was taken, where that may surprise the person who brought it."""

import re
from collections.abc import Sequence

from smmstrategy.metrics.imports.reading import by_network, kinds
from smmstrategy.metrics.imports.reading.cells import dates, numbers
from smmstrategy.metrics.imports.reading.columns import headers
from smmstrategy.metrics.imports.reading.draft import Draft
from smmstrategy.metrics.imports.reading.messages import Message, first_of, say
from smmstrategy.metrics.imports.reading.tables.layout import Table, cell_at

ID = re.compile(r"\b(?:id|ids|ид|идентификатор|номер)\b|№")


def warn(table: Table, columns: dict[str, int], draft: Draft) -> None:
    """Name the columns left out for what their names say of a network or in a note, and those of dates and of numbers."""
    used = {headers.normalise(table.header[position]) for position in columns.values()}
    names = enumerate(zip(table.header, table.names, strict=False))
    left_out = {position: called for position, (name, called) in names if headers.normalise(name) not in used}
    of_networks = by_network.columns(table.header).keys() & left_out.keys()
    noted = {position for position in left_out if kinds.is_known(headers.noted(table.header[position]))} - of_networks
    dated = (of_dates(table, columns).keys() & left_out.keys()) - of_networks - noted
    unknown = {position for position in left_out if _holds_figures(table, position)} - of_networks - noted - dated
    draft.warn_of(
        [left_out[position] for position in sorted(of_networks)],
        "A column was not used, because its name says that it is of one network alone: {columns}.",
        "Columns were not used, because their names say that each is of one network alone: {columns}.",
    )
    draft.warn_of(
        [left_out[position] for position in sorted(noted)],
        "A column was not used, because the note in its name may make it something else: {columns}.",
        "Columns were not used, because the notes in their names may make them something else: {columns}.",
    )
    draft.warn_of(
        [left_out[position] for position in sorted(dated)],
        "A column of dates was not used: {columns}.",
        "Columns of dates were not used: {columns}.",
    )
    draft.warn_of(
        [left_out[position] for position in sorted(unknown)],
        "A column of numbers was not used, because its name is not known: {columns}.",
        "Columns of numbers were not used, because their names are not known: {columns}.",
    )


def of_dates(table: Table, columns: dict[str, int]) -> dict[int, str]:
    """By position the columns that hold dates of which nothing is taken; of a clock without a day nothing is."""
    used = {position for name, position in columns.items() if name != "clock" or "published_at" in columns}
    others = {position: name for position, name in enumerate(table.names) if name and position not in used}
    return {position: name for position, name in others.items() if dates.are_days(_cells(table, position))}


def may_date_posts(columns: dict[int, str]) -> Message:
    """The question of a table of posts that is known but for the column that may hold their dates."""
    return say(
        "The posts of the table have no date yet, and there are dates in {columns}. Say what the columns mean "
        '(--columns "HEADER=FIELD;…", or --columns guess to take the guess).',
        columns=first_of([f"«{name}»" for name in columns.values()]),
    )


def _holds_figures(table: Table, position: int) -> bool:
    cells = _cells(table, position)
    is_id = ID.search(headers.normalise(table.header[position]))
    figures = sum("%" not in text and numbers.is_number(text) for text in cells)
    return bool(table.header[position]) and not is_id and figures * 2 > len(cells)


def _cells(table: Table, position: int) -> Sequence[str]:
    return [text for _number, cells in table.rows if (text := cell_at(cells, position))]
