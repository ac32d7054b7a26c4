"""Tables that a command leaves out, each called as the preview calls it: by its sheet, its title, its network or its rows."""

import re
from collections.abc import Sequence

from smmstrategy.metrics.imports.reading.context import Context
from smmstrategy.metrics.imports.reading.draft import Draft
from smmstrategy.metrics.imports.reading.tables.layout import Table

MISSING = "The file has no table by a name that --leave-out gives: {columns}."
BESIDE = " · "
ROWS = re.compile(r"(?<!\w)(?:rows|строки) (?=\w)")


def is_named(table: Table, context: Context) -> bool:
    return not _names(table).isdisjoint(map(_plain, _given(context)))


def warn_of_missing(tables: Sequence[Table], draft: Draft, context: Context) -> None:
    """Say which tables a command speaks of that the file does not have; of one of several files, each on its own."""
    there = set().union(*map(_names, tables))
    absent = [name for name in _given(context) if _plain(name) not in there]
    for names in ([name] for name in absent) if context.options.is_one_of_several else [absent]:
        draft.warn_of(names, MISSING, "The file has no tables by some names that --leave-out gives: {columns}.")


def _given(context: Context) -> Sequence[str]:
    return context.options.tables_left_out


def _names(table: Table) -> set[str]:
    """What it may be called: a part as its whole, too, and rows alone where a table has no other name."""
    whole = {table.name, table.title}
    called = {*whole, *(BESIDE.join(filter(None, [name, table.part])) for name in whole)}
    own = {_plain(name) for name in called | {BESIDE.join(filter(None, [name, table.lines])) for name in called}} - {""}
    return own | (_names(table.whole) if table.is_lettered and table.whole else set())


def _plain(name: str) -> str:
    return ROWS.sub("", " ".join(name.casefold().replace("–", "-").split()))
