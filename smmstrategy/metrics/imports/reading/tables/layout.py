"""Where the tables in a grid begin and end: titles above, one or two header rows, tables below or beside each other."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import dropwhile, islice, takewhile

from smmstrategy.metrics.imports.reading.cells.numbers import ABSENT
from smmstrategy.metrics.imports.reading.messages import Message, say
from smmstrategy.metrics.imports.reading.tables import around, lettered, marks, side_by_side
from smmstrategy.metrics.imports.reading.tables.grids import Grid
from smmstrategy.metrics.imports.reading.tables.header_rows import (
    NUMERIC,
    NamesKnown,
    are_labels,
    are_pair,
    begin_alike,
    first_of_its_kind,
    is_header,
    is_line,
    is_upper,
    is_year,
    joined,
    titled,
    under_groups,
)
from smmstrategy.metrics.imports.reading.tables.merged import across, spread

Row = tuple[int, list[str]]
LOOK_AHEAD = 25
CUT_SHORT = say("The file is cut short in the middle of this row. Export it again.")
SHIFTED = say("The row has more cells than the table has columns: a delimiter or a quotation mark in a text has moved its figures.")


@dataclass
class Table:
    """A header and its data rows, with the numbers a person sees beside them and the lines that stood above."""

    name: str
    header: list[str]
    rows: list[tuple[int, list[str]]]
    above: list[list[str]] = field(default_factory=list)
    reach: list[int] = field(default_factory=list)  # of each line above, the last place over which its cells are merged
    skipped: list[tuple[int, Message]] = field(default_factory=list)
    decimal_comma: bool = False
    since_1904: bool = False
    first_column: int = 1  # where the grid begins, counted from 1
    begins_at: str = ""  # the letters of its first column, where another table stands beside it
    section: str = ""  # the line that says whose these are: among the rows of the file's table, or an address above several
    part: str = ""  # the network of its figures, as the file calls it, where those of others stand beside them
    is_beside_links: bool = False  # a part, where rows of the table have links to posts in another
    is_turned: bool = False  # its rows are columns of the file, and its columns are rows
    whole: "Table | None" = None  # the file's table, of whose rows these stand below one of its lines
    is_lettered: bool = False  # no names stand above its figures, and its columns are called by their letters
    is_aside: bool = False  # a part of which nobody knows the figures, beside others of which somebody does
    lines: str = ""  # the numbers of its first row and its last
    last_names: list[str] = field(default_factory=list)  # the row of names next to its rows, to which those above may be joined
    in_file: list[str] = field(default_factory=list)  # the columns in the file, where they are read by other names than these

    @property
    def names(self) -> list[str]:
        """What the columns are called in the file; one that only the reader has is not among them."""
        return self.in_file or self.header

    @property
    def own_column(self) -> int | None:
        """Where the reader has put the network of a part."""
        return len(self.header) - 1 if self.part else None

    def called(self, number: int) -> str:
        """A row, as a person finds it: «7», «E7» beside another table, and of a turned one the cell in which its column begins."""
        return f"{marks.letters(number)}{marks.column(self.begins_at)}" if self.is_turned else f"{self.begins_at}{number}"

    @property
    def signed(self) -> list[str]:
        """What an answer about its columns is remembered by."""
        return [*self.names, "", self.part.rstrip("*")] if self.part else self.names

    @property
    def broken(self) -> list[int]:
        """Skipped rows that held data which can no longer be told."""
        return [number for number, reason in self.skipped if reason in (CUT_SHORT, SHIFTED)]

    @property
    def notes(self) -> list[str]:
        """The lines above as text, without what marks comments and rules them off."""
        texts = [" ".join(filter(None, cells)).strip("#-= ") for cells in self.above]
        return list(filter(None, texts))

    @property
    def title(self) -> str:
        """What the table is called: its sheet or file, and what stands above it."""
        return " ".join(filter(None, [self.name, *self.notes]))


def tables(grid: Grid, known: NamesKnown) -> list[Table]:
    """The tables of a grid, from top to bottom and left to right."""
    grid = replace(grid, rows=across(grid.rows, grid.merged)) if grid.merged else grid
    of_grid = _with_titles(_below_each_other(grid, known), known)
    for table in of_grid if grid.merged else ():
        table.rows = spread(table.rows, grid.merged)
    if of_grid and grid.is_cut:
        _drop_cut_line(of_grid[-1])
    of_grid = [_under_letters(table) for table in of_grid]
    for table in of_grid if grid.is_delimited else ():
        _drop_shifted(table)
    parts = [part for table in of_grid for part in _side_by_side(_tidy(table, known), known)]
    return [replace(part, header=titled(part.header, part.above, part.name, known), lines=lines_of(part)) for part in parts]


def lines_of(table: Table) -> str:
    """The numbers of its first row and its last."""
    numbers = [table.called(number) for number, _cells in table.rows]
    return "–".join(dict.fromkeys([*numbers[:1], *numbers[-1:]]))


def _below_each_other(grid: Grid, known: NamesKnown) -> list[Table]:
    """Each from its header down; the rows gathered until that was certain are gone through again below it."""
    begun: list[Table] = []
    waiting: list[int] | None = []
    gap, place = True, 0
    while place < len(grid.rows):
        cells, is_comment, is_certain = grid.rows[place][1], False, False
        if any(cells):
            is_comment = gap and cells[0].startswith("#") and sum(map(bool, cells[1:])) <= 1
            if waiting is None and (is_comment or _begins(grid.rows, place, begun[-1], known, gap)):
                waiting = []
            if waiting is None:
                begun[-1].rows.append(grid.rows[place])
            else:
                waiting.append(place)
                is_certain = not is_comment and (is_header(cells, known) or _is_enough(grid.rows, waiting))
        gap = is_comment or not any(cells)
        if waiting and (is_certain or place + 1 == len(grid.rows)):
            place, waiting, gap = _open(begun, waiting, grid, known), None, False
        place += 1
    return begun


def _with_titles(begun: Sequence[Table], known: NamesKnown) -> list[Table]:
    """What was taken for a header without rows is titles where tables side by side begin below, each under one."""
    told: list[Table] = []
    for table in begun:
        over = told[-1] if told and not told[-1].rows else None
        spans = side_by_side.spans(table.last_names, table.rows, known, has_groups=True) if over else []
        if over and side_by_side.are_titles(over.last_names, spans):
            above, reach = [*over.above, over.last_names, *table.above], [*over.reach, 0, *table.reach]
            told[-1] = replace(table, above=above, reach=reach)
        else:
            told.append(table)
    return told


def _under_letters(table: Table) -> Table:
    """The table as it is; where no names stand above its figures, with letters for them under the lines of words there."""
    lines = list(takewhile(is_line, (cells for _number, cells in table.rows)))
    rows = table.rows[len(lines) :]
    letters = lettered.names(table.header, rows, table.first_column)
    above, reach = [*table.above, table.header, *lines], [*table.reach, 0, *[0 for _line in lines]]
    names = {"header": letters, "last_names": letters, "is_lettered": True}
    return replace(table, rows=rows, above=above, reach=reach, **names) if letters else table


def _drop_cut_line(table: Table) -> None:
    """The file ends in the middle of a row; its last number may have lost digits."""
    width = max((position for position, name in enumerate(table.header, 1) if name), default=0)
    if table.rows and len(table.rows[-1][1]) < width:
        table.skipped.append((table.rows.pop()[0], CUT_SHORT))


def _drop_shifted(table: Table) -> None:
    """Rows with more cells than the header: a delimiter inside a text has moved what stands behind it."""
    shifted = {number for number, cells in table.rows if around.is_shifted(cells, len(table.header))}
    table.skipped += [(number, SHIFTED) for number, _cells in table.rows if number in shifted]
    table.rows = [row for row in table.rows if row[0] not in shifted]


def _begins(rows: Sequence[tuple[int, list[str]]], place: int, table: Table, known: NamesKnown, gap: bool) -> bool:
    """Another table begins below this one, with its header or a title over it."""
    cells = rows[place][1]
    stands_apart = gap and (is_header(cells, known) or _stands_over_numbers(cells, table))
    return stands_apart or _is_another_header(cells, table, known) or _is_title(rows[place : place + LOOK_AHEAD], table, known)


def _is_enough(rows: Sequence[tuple[int, list[str]]], places: Sequence[int]) -> bool:
    """No header can be expected further down; of lines of words there may be any number above it."""
    return not is_line(rows[places[-1]][1]) and sum(not is_line(rows[place][1]) for place in places) >= LOOK_AHEAD


def _open(begun: list[Table], waiting: list[int], grid: Grid, known: NamesKnown) -> int:
    """Begin a table with the header among these rows, and say where it stands; below a line of words all of them are its rows.

    Names with their figures above it are rows of a table of their own, where these have a header.
    """
    rows = [grid.rows[place] for place in waiting]
    position = first_of_its_kind([cells for _number, cells in rows], known)
    if (own := around.begin_of_figures(rows[:position], known)) is not None:
        begun.append(replace(_with_header(rows, own, grid, known), rows=rows[own + 1 : position], skipped=[]))
        rows, waiting, position = rows[:own] + rows[position:], waiting[:own] + waiting[position:], own
    table = _with_header(rows, position, grid, known)
    table.rows = rows[position + 1 :] if is_line(table.header) else []
    begun.append(table)
    return waiting[-1] if table.rows else waiting[position]


def _with_header(rows: Sequence[Row], position: int, grid: Grid, known: NamesKnown) -> Table:
    """A table with its header there and what stands above; figures say nothing of what it is called."""
    figures = around.figures(rows[:position], known)
    over = [row for row in rows[:position] if row not in figures]
    above, names = [cells for _number, cells in over], rows[position][1]
    of_grid = {"decimal_comma": grid.decimal_comma, "first_column": grid.first_column, "since_1904": grid.since_1904}
    reach = [max((last for first, _, _, last in grid.merged if first == number), default=0) for number, _cells in over]
    skipped = [(number, around.FIGURES) for number, _cells in figures]
    return Table(grid.name, under_groups(names, above, known), [], above, reach, skipped, last_names=names, **of_grid)


def _is_another_header(cells: Sequence[str], table: Table, known: NamesKnown) -> bool:
    """Names of columns, or the first of this table with others beside it: in no row of figures it stands there."""
    names = [cell for cell in cells if cell]
    if len(names) < 2 or not are_labels(cells) or list(cells) == table.header:
        return False
    if not cells[0] and not table.rows and is_upper(table.header, cells):
        return False
    return (bool(table.rows) and begin_alike(table.header, names)) or all(map(known.is_column, names))


def _is_title(rows: Sequence[tuple[int, list[str]]], table: Table, known: NamesKnown) -> bool:
    """The first of these rows is a line of words, or a year, over a header, known or that of the table above; another line may be
    between."""
    if not (is_line(rows[0][1]) or is_year(rows[0][1])):
        return False
    below = list(islice((cells for _number, cells in rows[1:] if any(cells)), 2))
    header = next(dropwhile(is_line, below), [])
    return is_header(header, known) or header == table.header or _is_another_header(header, table, known)


def _stands_over_numbers(cells: Sequence[str], table: Table) -> bool:
    """Labels where the table above has numbers: another table begins, whatever its columns are called."""
    above = [row for _number, row in table.rows[-20:]]
    if sum(map(bool, cells)) < 2 or not are_labels(cells):
        return False
    return any(cell and cell.casefold() not in ABSENT and _is_numeric(above, position) for position, cell in enumerate(cells))


def _is_numeric(rows: Sequence[list[str]], position: int) -> bool:
    filled = [cells[position] for cells in rows if position < len(cells) and cells[position]]
    return bool(filled) and all(NUMERIC.fullmatch(cell) for cell in filled)


def _tidy(table: Table, known: NamesKnown) -> Table:
    """Take out what is no data: a second header row, descriptions under the header, the header repeated."""
    if table.rows and are_pair(table.header, table.rows[0][1], known):
        table = _under_names(table, known)
    if table.rows and around.is_description(table.rows[0][1]):
        table.skipped.append((table.rows[0][0], around.DESCRIPTION))
        table.rows = table.rows[1:]
    footer = around.footer(table.header, table.rows)
    table.skipped += [(number, around.FOOTER) for number, _cells in footer]
    table.rows = table.rows[: len(table.rows) - len(footer)]
    repeated = [number for number, cells in table.rows if cells == table.header]
    table.skipped += [(number, say("This row repeats the header; it holds no data.")) for number in repeated]
    table.rows = [row for row in table.rows if row[1] != table.header]
    return table


def _under_names(table: Table, known: NamesKnown) -> Table:
    """The first row holds the names; what was taken for them are groups, or titles of tables side by side."""
    names, rows = table.rows[0][1], table.rows[1:]
    if len(side_by_side.spans(names, rows, known, has_groups=True)) == 1:
        return replace(table, header=joined(table.header, names, known), rows=rows, last_names=names)
    above, reach = [*table.above, table.header], [*table.reach, 0]
    return replace(table, header=names, rows=rows, last_names=names, above=above, reach=reach)


def _side_by_side(table: Table, known: NamesKnown) -> list[Table]:
    """Tables that stand side by side; what stands above them is a title of one, or groups inside it, and part of no name else."""
    has_groups = bool(table.above) and is_upper(table.above[-1], table.last_names)
    spans = side_by_side.spans(table.last_names, table.rows, known, has_groups=has_groups)
    if len(spans) > 1:
        return [_named(_cut(table, span, spans[0][0]), [cells[slice(*span)] for cells in table.above], known) for span in spans]
    spans = side_by_side.spans(table.header, table.rows, known, has_groups=has_groups)
    return [_cut(table, span, spans[0][0]) for span in spans] if len(spans) > 1 else [table]


def _named(part: Table, above: Sequence[Sequence[str]], known: NamesKnown) -> Table:
    return replace(part, header=under_groups(part.last_names, above, known))


def _cut(table: Table, span: side_by_side.Span, first: int) -> Table:
    start, end = span
    rows = [(number, part) for number, cells in table.rows if any(part := cells[start:end])]
    lines = enumerate(table.above)
    above = [cells if side_by_side.is_of_all(table.above, table.reach, n, span, first) else cells[start:end] for n, cells in lines]
    column = table.first_column + start
    skipped = table.skipped if start == first else []
    of_part = {"skipped": skipped, "first_column": column, "begins_at": marks.letters(column)}
    names = {"header": table.header[start:end], "last_names": table.last_names[start:end]}
    return replace(table, rows=rows, above=above, **names, **of_part)
