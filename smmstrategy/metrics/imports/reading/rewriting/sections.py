"""Lines that say whose the rows below them are: «Лютик» or «Telegram» alone among the rows, or addresses above several tables.

Each among the rows begins a table. It names an account, a network or a competitor; one that nobody knows is refused.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace

from smmstrategy.metrics.imports.reading.cells import months, names, networks, pages, whose
from smmstrategy.metrics.imports.reading.columns import titled
from smmstrategy.metrics.imports.reading.context import Context
from smmstrategy.metrics.imports.reading.draft import page
from smmstrategy.metrics.imports.reading.messages import say
from smmstrategy.metrics.imports.reading.records import totals
from smmstrategy.metrics.imports.reading.records.owners import column_words
from smmstrategy.metrics.imports.reading.tables.grids import cell_at
from smmstrategy.metrics.imports.reading.tables.header_rows import is_line
from smmstrategy.metrics.imports.reading.tables.layout import Table, lines_of

Row = tuple[int, list[str]]
TITLE = say("This line says whose the rows below it are; it holds no data.")
WORDS_OF_A_NAME = 4  # at the most; notes have more


def parts(table: Table, context: Context) -> list[Table]:
    """The table as it is, or its rows above the first such line and those below each as tables with that title.

    A line that names a network holds for the names below it, and one of a name for the networks. Where no names of columns stand
    between, the line over the first row is one of them.
    """
    position = _position_of_titles(table, context)
    if position is None:
        return [table]
    over = [(0, cells) for cells in _over(table) if _is_title(cells, position)]
    lines = {number: TITLE for number, cells in table.rows if _is_title(cells, position)}
    begun: list[tuple[str, list[Row]]] = [("", [])]
    name, network = "", ""
    for number, cells in [*over, *table.rows]:
        if not _is_title(cells, position):
            begun[-1][1].append((number, cells))
            continue
        title = cells[position]
        is_network = not (pages.profile(title) or whose.name_in(title))
        name, network = (name, title) if is_network else (title, "" if networks.spoken_in(title) else network)
        begun.append((" ".join(filter(None, [network, name])), []))
    end = -len(over) or None
    rows = [row for row in table.rows if row[0] not in lines]
    whole = replace(table, rows=rows, above=table.above[:end], reach=table.reach[:end])
    tables = [_of(whole, title, below) for title, below in begun if below]
    tables[0].skipped = [*table.skipped, *lines.items()]
    return tables


def under_addresses(tables: Sequence[Table]) -> list[Table]:
    """Where they stand under the addresses of several pages, each is below its own as rows are below a line among them."""
    addresses = filter(None, (pages.profile(titled.address(table)) for table in tables))
    are_several = len({page(*one) for one in addresses}) > 1
    return [replace(table, section=titled.address(table)) for table in tables] if are_several else [*tables]


def _of(table: Table, title: str, rows: list[Row]) -> Table:
    part = replace(table, rows=rows, section=title or table.section, skipped=[], whole=table)
    above, reach = ([[title]], [0]) if title else ([], [])
    return replace(part, lines=lines_of(part), above=[*table.above, *above], reach=[*table.reach, *reach])


def _position_of_titles(table: Table, context: Context) -> int | None:
    """Where lines of titles stand, one of which somebody knows; not where other rows have names."""
    lone = [cells for _number, cells in table.rows if is_line(cells)]
    for position in dict.fromkeys(_place(cells) for cells in lone):
        titles = {cells[position] for cells in [*lone, *_over(table)] if _is_title(cells, position)}
        if _are_known(titles, context):
            beside = [cell_at(cells, position) for _number, cells in table.rows if not _is_title(cells, position)]
            return position if beside and not _are_names(list(filter(None, beside)), context) else None
    return None


def _over(table: Table) -> list[list[str]]:
    """The line next to the rows of a table without names of columns."""
    return table.above[-1:] if table.is_lettered else []


def _place(cells: Sequence[str]) -> int:
    return next(position for position, cell in enumerate(cells) if cell)


def _is_title(cells: Sequence[str], position: int) -> bool:
    return is_line(cells) and _place(cells) == position and _may_be_name(cells[position])


def _may_be_name(text: str) -> bool:
    """A page, or words, and few; no day, month, figure or total."""
    words = names.cleaned(text).casefold().split()
    is_of_days = any(map(str.isdigit, text)) or any(word.strip(".") in months.NUMBERS for word in words[:1])
    is_name = 0 < len(words) <= WORDS_OF_A_NAME and not (is_of_days or totals.begins_as_total(text) or totals.reason_of(text))
    return is_name or bool(pages.profile(text))


def _are_names(held: Sequence[str], context: Context) -> bool:
    """Some are known, or most may be names."""
    return _are_known({*held}, context) or sum(map(_may_be_name, held)) * 2 > len(held)


def _are_known(texts: Collection[str], context: Context) -> bool:
    """One is a network, a page, a competitor's, or what an account that somebody knows is called."""
    called = [whose.without_competitor(whose.name_in(text)).lstrip("@") for text in texts]
    are_plain = any(networks.called(text) or pages.profile(text) or whose.is_of_competitor(text) for text in texts)
    return are_plain or bool(column_words.known("", called, context))
