"""A grid of text cells as a file holds it, before anybody knows where the tables in it begin."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from smmstrategy.metrics.imports.reading.messages import Message, Refused
from smmstrategy.metrics.imports.reading.tables.merged import Merged

MAX_ROWS = 300_000
MAX_COLUMNS = 8_000  # empty ones at the end do not count
INVISIBLE = "\u200b\u200e\u200f\u2060\ufeff"  # left around cells by copying
MAX_CELL = 100_000
RARE = "~^#:"  # delimiters only where every line has as many
DELIMITERS = "\t;,|"  # of those that cut as evenly the first: a comma may be a decimal one, or stand before a unit
END = "\ue000end of the file"
TEXT_OF_EXCEL = re.compile(r'\A="([^"]*)"\Z')  # how a number is kept from being read as one


class Linked(str):
    """The text of a cell that leads somewhere."""

    __slots__ = ("address",)
    address: str

    def __new__(cls, text: str, address: str) -> "Linked":
        cell = super().__new__(cls, text)
        cell.address = address
        return cell


class Figure(str):
    """The text of a cell that holds a number with a fraction."""

    __slots__ = ()


class ShortClock(str):
    """The text of a cell that shows hours and minutes alone: whoever typed «4:10» there may have meant 4 minutes 10 seconds."""

    __slots__ = ()


def address_of(cell: str) -> str:
    """Where a cell leads; its text where nothing else is known."""
    return cell.address if isinstance(cell, Linked) else cell


@dataclass
class Grid:
    """Rows of cells with the number a person sees beside them; `name` is the sheet or the file inside an archive."""

    name: str
    rows: list[tuple[int, list[str]]]
    warnings: list[Message] = field(default_factory=list)
    decimal_comma: bool = False
    first_column: int = 1
    merged: list[Merged] = field(default_factory=list)
    uncomputed: Counter[int] = field(default_factory=Counter)  # cells with a formula and no value, by column counted from 1
    since_1904: bool = False  # bare numbers of days count from there
    is_cut: bool = False  # the file ends without ending its last line
    is_packed: bool = False  # it lies in an archive, which may hold others
    is_delimited: bool = False  # a cell stands where the delimiters before it put it


def from_text(text: str, name: str = "") -> Grid:
    """The grid of a delimited text; row numbers count records, the way a spreadsheet shows them. Of empty rows one stays."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    first, _, rest = text.partition("\n")
    if first.lower().startswith("sep=") and len(first) == 5:
        return Grid(name, _records(rest, first[4], 2), decimal_comma=first[4] == ";", is_delimited=True)
    delimiter = delimiter_of(text)
    rows = _records(text, delimiter, 1)
    if is_quoted_whole(rows):
        return from_text("\n".join("".join(cells) for _number, cells in rows) + "\n", name)
    return Grid(name, rows, decimal_comma=delimiter == ";", is_cut=not text.endswith("\n"), is_delimited=True)


def from_objects(value: Any, name: str = "") -> Grid:
    """A JSON list of flat objects is a table too."""
    if isinstance(value, dict):
        value = next((v for v in value.values() if isinstance(v, list) and v and isinstance(v[0], dict)), None)
    if not isinstance(value, list) or not value or not all(isinstance(item, dict) for item in value):
        raise Refused("The JSON holds no list of posts or values.")
    names = list(dict.fromkeys(str(name) for item in value[:1000] for name in item))
    rows = [(n, ["" if item.get(name) is None else str(item.get(name)) for name in names]) for n, item in enumerate(value, 1)]
    return Grid(name, [(0, names), *rows])


def is_quoted_whole(rows: list[tuple[int, list[str]]]) -> bool:
    """Excel of another country has saved each line as one cell: "Date,Views"."""
    filled = [cells for _number, cells in rows if any(cells)]
    if len(filled) < 2 or any(sum(map(bool, cells)) > 1 for cells in filled):
        return False
    return any(all(delimiter in "".join(cells) for cells in filled) for delimiter in DELIMITERS)


def delimiter_of(text: str) -> str:
    """The delimiter that cuts the first lines into the most equal rows."""
    sample = text[:200_000].split("\n")[:1000]
    best = max(DELIMITERS, key=lambda delimiter: _evenness(sample, delimiter))
    return best if _evenness(sample, best) >= len(sample) / 2 else _rare_delimiter(sample) or best


def _rare_delimiter(lines: list[str]) -> str:
    """A mark that cuts every line, the first of all, into as many cells; none where lines are whole sentences."""
    filled = [line for line in lines[:-1] or lines if line.strip()]
    counts = {mark: {line.count(mark) for line in filled} for mark in RARE}
    return next(
        (mark for mark, times in counts.items() if len(filled) > 1 and len(times) == 1 and times != {0}),
        "",
    )


def _evenness(lines: list[str], delimiter: str) -> float:
    try:
        widths = Counter(len(row) for row in csv.reader(lines, delimiter=delimiter) if row)
    except csv.Error:
        return 0.0
    wide = [(width, count) for width, count in widths.items() if width > 1]
    if not wide:
        return 0.0
    width, count = max(wide, key=lambda pair: (pair[1], pair[0]))
    return count * min(width, 12) ** 0.5


def _records(text: str, delimiter: str, first_number: int) -> list[tuple[int, list[str]]]:
    csv.field_size_limit(50_000_000)
    lines: list[str] = []  # of the record being read
    whole = io.StringIO(text + ("" if text.endswith("\n") else "\n") + END, newline="\n")
    reader = csv.reader(_noted(whole, lines), delimiter=delimiter)
    rows, may_be_kept = [], '="' in text
    for number, cells in enumerate(reader, first_number):
        opened = reader.line_num - len(lines) + first_number
        if cells == [END]:
            return rows
        if len(cells) > 0 and cells[-1].endswith(END):
            raise Refused(
                "A quotation mark opened in line {line} is never closed: the rest of the file cannot be told apart.", line=opened
            )
        if len(lines) > 1 and rows and _takes_in_rows(lines, delimiter, len(rows[-1][1])):
            raise Refused(
                "A quotation mark opened in line {line} takes in rows below it: they cannot be told apart. Close it there.",
                line=opened,
            )
        lines.clear()
        if any(cells) or not rows or any(rows[-1][1]):
            cells = check_cells(cells, number)
            rows.append((number, [TEXT_OF_EXCEL.sub(r"\1", cell) for cell in cells] if may_be_kept else cells))
        if len(rows) > MAX_ROWS:
            raise Refused("The file has more than {count} rows. Export a shorter period.", count=MAX_ROWS)
    return rows


def _noted(file: io.StringIO, lines: list[str]) -> Iterator[str]:
    for line in file:
        lines.append(line)
        yield line


def _takes_in_rows(lines: list[str], delimiter: str, width: int) -> bool:
    """Whether a record that breaks the rules of quoting has a line that is a row by itself."""
    return not _cells_of(lines, delimiter) and any(
        len(cells) == width > 1 and line.count('"') % 2 == 0 and any(cell[:1].isdigit() for cell in cells)
        for line in lines[1:]
        if (cells := _cells_of([line], delimiter))
    )


def _cells_of(lines: list[str], delimiter: str) -> list[str]:
    """The cells of a record; none when its quotation marks do not stand as they should."""
    try:
        return [cell for row in csv.reader(lines, delimiter=delimiter, strict=True) for cell in row]
    except csv.Error:
        return []


def check_cells(cells: list[str], number: int) -> list[str]:
    """The row's cells without outer blanks; more of them than can be read, and a cell no export would hold, refuse the file."""
    stripped = [cell.strip().strip(INVISIBLE) if type(cell) is str else cell for cell in cells]
    if any(stripped[MAX_COLUMNS:]):
        raise Refused(
            "Row {row} has more than {count} columns, which are too many to read. Leave out those that are not needed.",
            row=number,
            count=MAX_COLUMNS,
        )
    del stripped[MAX_COLUMNS:]
    if max(map(len, stripped), default=0) > MAX_CELL:
        raise Refused(
            "Row {row} has a cell longer than {count} characters: this is not an export file.", row=number, count=MAX_CELL
        )
    return stripped


def cell_at(cells: Sequence[str], position: int) -> str:
    return cells[position] if position < len(cells) else ""
