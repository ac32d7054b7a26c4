"""What a command says of columns (--columns), beside what is guessed, read or remembered of them."""

from collections.abc import Mapping, Sequence
from typing import Any

from smmstrategy.metrics.imports.reading.answers.explained import fields_at, is_figure, may_have, missing, rows_of, turned
from smmstrategy.metrics.imports.reading.answers.guess import of_values
from smmstrategy.metrics.imports.reading.columns import headers, networks
from smmstrategy.metrics.imports.reading.context import Context
from smmstrategy.metrics.imports.reading.draft import Draft
from smmstrategy.metrics.imports.reading.kinds.days import DAYS
from smmstrategy.metrics.imports.reading.kinds.fields import POST
from smmstrategy.metrics.imports.reading.kinds.kind import Rows
from smmstrategy.metrics.imports.reading.tables.layout import Table

MISSING = "The file has no column by a name that --columns gives: {columns}."
NOT_USED = "-"  # in place of a field: nothing is taken from the column
GUESS = "guess"  # in place of a column and its field, or beside them: what is guessed of the others is taken


def says_guess(columns: str) -> bool:
    return GUESS in map(str.strip, columns.split(";"))


def speaks_of(column: str | None, fields: Mapping[str, str]) -> bool:
    """It says something of the column asked about, or of the figures of its table where that is empty; None is of any."""
    if column:
        return headers.normalise(column) in map(headers.normalise, fields)
    return column is None or any(map(is_figure, fields.values()))


def explained(fields: Mapping[str, str], header: Sequence[str], guessed: Mapping[str, Any]) -> dict[str, Any]:
    """What a command has said of columns of a table, with those of which their names leave no doubt; of figures alone the days are
    those of the guess."""
    used = _used(fields)
    if fields and not used:
        return completed(fields, guessed)
    rows = rows_of(used.values())
    own = _sure(header, rows)
    if rows is Rows.VALUES and all(map(is_figure, used.values())) and "day" not in own.values():
        own |= {name: "day" for name, field in guessed["fields"].items() if of_values(field) == "day"}
    return {"rows": rows.value, "fields": _beside(fields, own, rows) | used}


def completed(fields: Mapping[str, str], known: Mapping[str, Any]) -> dict[str, Any]:
    """What is known of a table with what was said of some of its columns; where rows are something else, as these have it."""
    used = _used(fields)
    rows = rows_of(used.values(), Rows(known["rows"]))
    as_known = known if rows == known["rows"] else {"network": known.get("network", "")}
    return {**as_known, "rows": rows.value, "fields": _beside(fields, known["fields"], rows) | used}


def _beside(fields: Mapping[str, str], known: Mapping[str, str], rows: Rows) -> dict[str, str]:
    """What is known of the columns of which nothing was said, and was not said of another."""
    anew = {headers.normalise(name) for name in fields}
    there = {name: turned(field, rows) for name, field in known.items() if headers.normalise(name) not in anew}
    return {name: field for name, field in there.items() if field and field not in fields.values()}


def _sure(header: Sequence[str], rows: Rows) -> dict[str, str]:
    """The columns that are called as one of networks, a date or a figure always is."""
    names = {Rows.POST: POST, Rows.VALUES: DAYS}.get(rows, {})
    by_name = {header[position]: field for field, position in headers.columns(header, names).items()}
    sure = {name: field for name, field in by_name.items() if is_figure(field) or field in ("published_at", "day")}
    return sure | {header[position]: networks.FIELD for position in networks.called_surely(header)[:1]}


def _used(fields: Mapping[str, str]) -> dict[str, str]:
    return {name: field for name, field in fields.items() if field != NOT_USED}


def says_otherwise(rows: Rows, read: Mapping[str, int], table: Table, context: Context) -> bool:
    """A command says something else of this table than was read or remembered; of its rows, where they have all it names."""
    fields = context.options.fields_by_header
    by_command = fields_at({"rows": rows, "fields": fields}, table.names)
    are_rows_other = not missing(fields, table.names) and rows_of(_used(fields).values(), rows) != rows
    are_columns_other = any(may_have(rows, [field]) and read.get(field) != position for position, field in by_command.items())
    return are_rows_other or are_columns_other or _is_unwanted(fields, read, table)


def _is_unwanted(fields: Mapping[str, str], read: Mapping[str, int], table: Table) -> bool:
    """One of the columns read is not to be used."""
    names = headers.apart(table.names)
    taken = {headers.normalise(names[position]) for position in read.values() if position < len(names)}
    return any(field == NOT_USED and headers.normalise(name) in taken for name, field in fields.items())


def says_anew(answer: Mapping[str, Any], context: Context) -> bool:
    """A command says of every column what an answer remembered says of it."""
    given = {headers.normalise(name): field for name, field in context.options.fields_by_header.items()}
    return all(given.get(headers.normalise(name)) == field for name, field in answer["fields"].items())


def speaks_of_figures(table: Table, context: Context) -> bool:
    """A command says of a column of this table which figures it holds."""
    return any(map(is_figure, fields_at({"rows": Rows.ACCOUNT, "fields": context.options.fields_by_header}, table.names).values()))


def warn_of_missing(tables: Sequence[Table], draft: Draft, context: Context) -> None:
    """Say which columns a command speaks of that no table of the file has; of one of several files, each on its own."""
    absent = list(context.options.fields_by_header)
    for table in tables:
        absent = missing(absent, table.names)
    for names in ([name] for name in absent) if context.options.is_one_of_several else [absent]:
        draft.warn_of(names, MISSING, "The file has no columns by some names that --columns gives: {columns}.")
