"""The columns of a table from which nothing was taken, where that may surprise the person who brought it."""

from collections.abc import Mapping, Sequence, Set
from typing import Any

from smmstrategy.metrics.catalogue import METRICS
from smmstrategy.metrics.imports.reading import kinds
from smmstrategy.metrics.imports.reading.columns import accounts, dated, figures, headers, held, nameless, stretches, words
from smmstrategy.metrics.imports.reading.draft import Draft
from smmstrategy.metrics.imports.reading.kinds import network_columns
from smmstrategy.metrics.imports.reading.kinds.days import DAYS
from smmstrategy.metrics.imports.reading.kinds.kind import Kind, Rows
from smmstrategy.metrics.imports.reading.messages import Message, first_of, note, say
from smmstrategy.metrics.imports.reading.tables.layout import Table

FIGURES_OF_DAYS = {field: names for field, names in DAYS.items() if field != "day"}


def warn(table: Table, kind: Kind, columns: dict[str, int], answer: Mapping[str, Any] | None, draft: Draft) -> None:
    """Name those of the table read last."""
    told = Draft()
    _name(table, kind, columns, answer, told)
    draft.warnings += [message for message in told.warnings if message not in draft.warnings]
    draft.unused += [(message, len(draft.tables) - 1) for message in told.warnings]


def name_tables(draft: Draft) -> None:
    """Say of which tables columns were not used that another table of the file uses."""
    for position, message in enumerate(draft.warnings):
        of = [place for said, place in draft.unused if said == message]
        used = [name for place, table in enumerate(draft.tables) if place not in of for name in table["columns"]]
        if of and any(f"«{name}»" in message["params"]["columns"] for name in used):
            draft.warnings[position] = _of_tables(message, [draft.tables[place] for place in of])


def _of_tables(message: Message, tables: Sequence[Mapping[str, Any]]) -> Message:
    called = list(dict.fromkeys(" · ".join(filter(None, [table["name"], table["lines"]])) for table in tables))
    tell = note if message.get("is_note") else say
    if len(called) > 1:
        return tell("Tables {tables}. {question}", tables=first_of([f"«{name}»" for name in called]), question=message)
    return tell("Table «{table}». {question}", table=called[0], question=message)


def _name(table: Table, kind: Kind, columns: dict[str, int], answer: Mapping[str, Any] | None, draft: Draft) -> None:
    """Name the unused by what their names say of a network, a period or in a note, and those of dates, numbers, percent, words."""
    used = {headers.normalise(table.header[position]) for position in columns.values()}
    answered = {headers.normalise(name) for name in (answer or {}).get("fields", {})}  # of these is said why not
    names = enumerate(zip(table.header, table.names, strict=False))
    others = ((n, called) for n, (name, called) in names if headers.normalise(name) not in used)
    unused = {position: called for position, called in others if headers.normalise(called) not in answered}

    draft.warn_of(
        _taken(unused, network_columns.columns(table.header).keys() | network_columns.surely_own(table.header)),
        "A column was not used, because its name says that it is of one network alone: {columns}.",
        "Columns were not used, because their names say that each is of one network alone: {columns}.",
    )
    draft.note_of(
        _taken(unused, _at_beginnings(table, kind, columns)),
        "A column was not used, because it counts where a period begins, and one that counts where it ends is taken: {columns}.",
        "Columns were not used, because they count where a period begins, and one that counts where it ends is taken: {columns}.",
    )
    draft.warn_of(
        _taken(unused, stretches.unused(table, columns)),
        "A column was not used, because its figures are of a whole period, and a row is of a day: {columns}. Import it in a table "
        "without days and name the period (--period YYYY-MM-DD:YYYY-MM-DD).",
        "Columns were not used, because their figures are of a whole period, and a row is of a day: {columns}. Import them in a "
        "table without days and name the period (--period YYYY-MM-DD:YYYY-MM-DD).",
    )
    _warn_by_notes(table, kind, unused, draft)
    draft.warn_of(
        _taken(unused, {position for position in unused if table.is_turned and held.texts(table, position)}),
        "A row of a table was not used, because its figure is not known: {columns}.",
        "Rows of a table were not used, because their figures are not known: {columns}.",
    )
    _warn_by_cells(table, kind, columns, unused, draft)
    _warn_of_several(table, kind, unused, draft)
    draft.warn_of(
        nameless.figures(table),
        "A figure stands beside the table under no name, and was not used: {columns}.",
        "Figures stand beside the table under no name, and were not used: {columns}.",
    )


def _taken(unused: dict[int, str], positions: Set[int]) -> list[str]:
    """The names of those of the unused columns that stand there; none is named twice."""
    return [unused.pop(position) for position in sorted(positions & unused.keys())]


def _without_figures(table: Table, kind: Kind, columns: dict[str, int]) -> list[str]:
    """The columns of figures of a table of posts, where none of them holds any."""
    figures_of = [position for field, position in columns.items() if field.partition("*")[0] in METRICS]
    are_empty = not any(held.at(cells, position) for position in figures_of for _number, cells in table.rows)
    return [table.names[position] for position in figures_of] if kind.rows is Rows.POST and table.rows and are_empty else []


def _at_beginnings(table: Table, kind: Kind, columns: dict[str, int]) -> set[int]:
    """Columns that count where a period begins what another one of the table counts where it ends."""
    taken = {name for name, (field, _rank) in headers.spread(kind.columns).items() if field in columns}
    return {position for position, name in enumerate(table.header) if headers.at_beginning(name) in taken}


def _warn_by_notes(table: Table, kind: Kind, unused: dict[int, str], draft: Draft) -> None:
    others = {position for position in unused if not kind.is_read_without(table.header[position])}
    draft.warn_of(
        _taken(unused, {n for n in others if figures.are_held(table, n) and kinds.is_of_several(table.header[n])}),
        "A column was not used, because its name says that it counts several things together: {columns}.",
        "Columns were not used, because their names say that each counts several things together: {columns}.",
    )
    draft.warn_of(
        _taken(unused, {position for position in others if kinds.is_known(headers.noted(table.header[position]))}),
        "A column was not used, because the note in its name may make it something else: {columns}.",
        "Columns were not used, because the notes in their names may make them something else: {columns}.",
    )


def _warn_by_cells(table: Table, kind: Kind, columns: dict[str, int], unused: dict[int, str], draft: Draft) -> None:
    draft.warn_of(
        _without_figures(table, kind, columns),
        "The column with figures is empty, and the posts were taken without: {columns}.",
        "The columns with figures are empty, and the posts were taken without: {columns}.",
    )
    draft.warn_of(
        _taken(unused, dated.untaken(table, columns).keys()),
        "A column of dates was not used: {columns}.",
        "Columns of dates were not used: {columns}.",
    )
    _warn_of_numbers(table, kind, unused, draft)
    draft.warn_of(
        _taken(unused, {position for position in unused if figures.are_percent(table, position)}),
        "A column of percent was not used: {columns}.",
        "Columns of percent were not used: {columns}.",
    )
    draft.warn_of(
        _taken(unused, {position for position in unused if figures.are_lengths(table, position)}),
        "A column of lengths or times was not used: {columns}.",
        "Columns of lengths or times were not used: {columns}.",
    )
    said = {*headers.columns(table.header, kind.columns).values()}  # of these is said why not, and of names of several pages
    said |= {position for position in unused if table.header[position] in accounts.shared_names(columns, table)}
    of_words = {position for position in unused if position not in said and words.are_held(table, position)}
    draft.warn_of(
        [] if kind.headers else _taken(unused, of_words),
        "A column of text was not used: {columns}.",
        "Columns of text were not used: {columns}.",
    )
    draft.warn_of(
        [] if kind.headers else _taken(unused, {position for position in unused if words.lead_elsewhere(table, position)}),
        "A column of links or @names was not used: {columns}.",
        "Columns of links or @names were not used: {columns}.",
    )


def _warn_of_several(table: Table, kind: Kind, unused: dict[int, str], draft: Draft) -> None:
    several = {n for n in unused if figures.are_several(table, n) and not kind.is_read_without(table.header[n])}
    draft.warn_of(
        _taken(unused, several),
        "A column was not used, because each cell holds several numbers: {columns}. Give each figure a column of its own.",
        "Columns were not used, because each cell holds several numbers: {columns}. Give each figure a column of its own.",
    )


def _warn_of_numbers(table: Table, kind: Kind, unused: dict[int, str], draft: Draft) -> None:
    numbers = {position for position in unused if figures.are_held(table, position) or figures.are_spoilt(table, position)}
    left_out = _taken(unused, {position for position in numbers if kind.is_read_without(table.header[position])})
    draft.note_of(
        left_out,
        "A column of numbers was not used, because exports of this kind are read without it: {columns}.",
        "Columns of numbers were not used, because exports of this kind are read without them: {columns}.",
    )
    of_days = {*headers.columns(table.header, FIGURES_OF_DAYS).values()} if kind.rows is Rows.ACCOUNT else set()
    draft.warn_of(
        _taken(unused, numbers & of_days),
        "A column of numbers was not used, because a list of accounts rarely says of which days it counts: {columns}. If these are "
        'the days of the list, say what it holds (--columns "HEADER=FIELD;…").',
        "Columns of numbers were not used, because a list of accounts rarely says of which days they count: {columns}. If these "
        'are the days of the list, say what they hold (--columns "HEADER=FIELD;…").',
    )
    draft.warn_of(
        _taken(unused, numbers) if kind.is_explained else [],
        "A column of numbers was not used, because what was said of the columns takes nothing from it: {columns}.",
        "Columns of numbers were not used, because what was said of the columns takes nothing from them: {columns}.",
    )
    draft.warn_of(
        _taken(unused, numbers),
        "A column of numbers was not used, because its name is not known: {columns}.",
        "Columns of numbers were not used, because their names are not known: {columns}.",
    )
