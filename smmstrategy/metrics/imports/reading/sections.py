"""Lines inside a table that say whose the rows below them are, «Лютик» or «Telegram» alone in a row: each begins a table."""

from collections.abc import Sequence
from dataclasses import replace

from smmstrategy.metrics.imports.reading.cells import months, names, networks, whose
from smmstrategy.metrics.imports.reading.draft import Context
from smmstrategy.metrics.imports.reading.messages import say
from smmstrategy.metrics.imports.reading.records import column_words, totals
from smmstrategy.metrics.imports.reading.tables.grids import cell_at
from smmstrategy.metrics.imports.reading.tables.layout import Table, lines_of

Row = tuple[int, list[str]]
TITLE = say("This line says whose the rows below it are; it holds no data.")
WORDS_OF_A_NAME = 4  # at the most; notes have more


def parts(table: Table, context: Context) -> list[Table]:
    """The table as it is, or its rows above the first such line and those below each as tables with that title.

    A line that names a network holds for the names below it, and one of a name for the networks.
    """
    position = _position_of_titles(table, context)
    if position is None:
        return [table]
    lines = [number for number, cells in table.rows if _is_alone(cells, position)]
    begun: list[tuple[str, list[Row]]] = [("", [])]
    name, network = "", ""
    for number, cells in table.rows:
        if number not in lines:
            begun[-1][1].append((number, cells))
            continue
        title = cells[position]
        is_network = not whose.name_in(title)
        name, network = (name, title) if is_network else (title, "" if networks.spoken_in(title) else network)
        begun.append((" ".join(filter(None, [network, name])), []))
    tables = [_of(table, title, rows) for title, rows in begun if rows]
    tables[0].skipped = [*table.skipped, *((number, TITLE) for number in lines)]
    return tables


def _of(table: Table, title: str, rows: list[Row]) -> Table:
    part = replace(table, rows=rows, section=title, above=[*table.above, *([[title]] if title else [])], skipped=[])
    return replace(part, lines=lines_of(part), reach=[*table.reach, *([0] if title else [])])


def _position_of_titles(table: Table, context: Context) -> int | None:
    """Where lines of titles stand, one of which somebody knows; not where other rows have names."""
    positions = dict.fromkeys(_filled(cells)[0] for _number, cells in table.rows if len(_filled(cells)) == 1)
    for position in positions:
        alone = [cells[position] for _number, cells in table.rows if _is_alone(cells, position)]
        beside = [cells for _number, cells in table.rows if not _is_alone(cells, position)]
        held = [cell for cells in beside if (cell := cell_at(cells, position))]
        are_names = any(_is_known(one, context) for one in held) or sum(map(_may_be_name, held)) * 2 > len(held)
        if beside and not are_names and any(_is_known(one, context) for one in alone):
            return position
    return None


def _filled(cells: Sequence[str]) -> list[int]:
    """The places of its cells; of one that is merged over several the first."""
    there = [position for position, cell in enumerate(cells) if cell]
    return there[:1] if len({cells[position] for position in there}) == 1 else there


def _is_alone(cells: Sequence[str], position: int) -> bool:
    return _filled(cells) == [position] and _may_be_name(cells[position])


def _may_be_name(text: str) -> bool:
    """Words, and few; no day, month, figure or total."""
    words = names.cleaned(text).casefold().split()
    is_of_days = any(map(str.isdigit, text)) or any(word.strip(".") in months.NUMBERS for word in words[:1])
    return 0 < len(words) <= WORDS_OF_A_NAME and not (is_of_days or totals.begins_as_total(text) or totals.reason_of(text))


def _is_known(text: str, context: Context) -> bool:
    """A network, a competitor's, or what an account that somebody knows is called."""
    name = whose.without_competitor(whose.name_in(text))
    return bool(networks.called(text)) or whose.is_of_competitor(text) or bool(column_words.known("", [name], context))
