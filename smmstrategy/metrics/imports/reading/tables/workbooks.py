"""Workbooks (.xlsx, old .xls): looked through before a reader opens them, then read as text cells."""

import gzip
import io
import lzma
import re
import zipfile
import zlib
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from types import MappingProxyType
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

from smmstrategy.metrics.imports.reading.cells import numbers
from smmstrategy.metrics.imports.reading.messages import Refused, first_of, say
from smmstrategy.metrics.imports.reading.tables import marks
from smmstrategy.metrics.imports.reading.tables.grids import MAX_ROWS, Figure, Grid, check_cells
from smmstrategy.metrics.imports.reading.tables.marks import Marks

# What unpacking says of bad bytes: a broken directory, an unheard-of method, an early end, impossible offsets, bad streams.
DAMAGED = (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError, zlib.error, lzma.LZMAError)
MAX_UNPACKED = 200_000_000
MAX_RATIO = 250
MAX_CELLS = 8_000_000
REFERENCE = re.compile(rb'\br="([A-Z]{0,4})(\d{1,12})"')
DIMENSION = re.compile(rb'<(?:\w+:)?dimension ref="([^"]{1,60})"')


def is_workbook(archive: zipfile.ZipFile) -> bool:
    return "[Content_Types].xml" in archive.namelist()


def unpacked(content: bytes) -> bytes:
    """What a gzip file holds, within the limits of an archive."""
    chunks, size = [], 0
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(content)) as file:
            while chunk := file.read(1 << 20):
                chunks.append(chunk)
                size += len(chunk)
                _check_size(size, len(content))
    except DAMAGED as error:
        raise Refused("The archive is damaged or cut short. Download it again.") from error
    return b"".join(chunks)


def _check_size(unpacked: int, packed: int) -> None:
    if unpacked > MAX_UNPACKED or (unpacked > 20_000_000 and unpacked > packed * MAX_RATIO):
        raise Refused("Unpacked, the file is far larger than an export can be.")


def open_archive(content: bytes) -> zipfile.ZipFile:
    """The archive, once everything it says about itself has been checked by unpacking it."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        _check_volume(archive, len(content))
    except DAMAGED as error:
        raise Refused("The archive is damaged or cut short. Download it again.") from error
    except RuntimeError as error:
        raise Refused("The archive is protected by a password. Save it without one.") from error
    return archive


def _check_volume(archive: zipfile.ZipFile, packed: int) -> None:
    infos = archive.infolist()
    if len(infos) > 2000:
        raise Refused("The archive holds {count} files: this is not an export.", count=len(infos))
    size = 0
    for info in infos:
        with archive.open(info) as member:
            while chunk := member.read(1 << 20):
                size += len(chunk)
                _check_size(size, packed)


def read_xlsx(content: bytes, archive: zipfile.ZipFile) -> list[Grid]:
    """The sheets of a workbook whose size has been checked."""
    names = archive.namelist()
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise Refused("The workbook holds macros. Save it as .xlsx or .csv and upload that.")
    if not any(name.startswith("xl/worksheets/") and name.endswith(".xml") for name in names):
        raise Refused("This kind of document is not read. Save the table as .xlsx or .csv and upload that.")
    for name in names:
        if name.startswith("xl/worksheets/") and name.endswith(".xml"):
            _check_extent(archive.read(name))
    return read_binary(content, marks.of_sheets(archive))


def _check_extent(xml: bytes) -> None:
    """A reader sets aside memory for the whole rectangle from the first to the last cell; refuse absurd ones."""
    if b"<!DOCTYPE" in xml[:2000] or b"<!ENTITY" in xml[:10_000]:
        raise Refused("The workbook holds definitions no export has. Save it anew and upload that.")
    bottom = right = 0
    for letters, row in REFERENCE.findall(xml):
        bottom, right = max(bottom, int(row)), max(right, marks.column(letters.decode()))
    for corner in DIMENSION.findall(xml)[:1]:
        last = re.match(rb"([A-Z]{1,4})(\d{1,12})$", corner.split(b":")[-1])
        if last and int(last[2]) * marks.column(last[1].decode()) > MAX_CELLS * 20:
            raise Refused("The workbook claims {rows} rows: far more than an export can have.", rows=int(last[2]))
    if bottom > 1_048_576 or right > 16_384 or bottom * max(right, 1) > MAX_CELLS:
        raise Refused(
            "The workbook has cells as far as row {row}, column {column}: far more than an export can have.",
            row=bottom,
            column=right,
        )


def read_binary(content: bytes, marked: Mapping[str, Marks] = MappingProxyType({})) -> list[Grid]:
    """The sheets as text cells; only ever called inside the limited child process."""
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        hidden = [sheet.name for sheet in book.sheets_metadata if sheet.visible != SheetVisibleEnum.Visible]
        shown = [name for name in book.sheet_names if name not in hidden]
        grids = [_grid(name, book.get_sheet_by_name(name), marked.get(name) or Marks()) for name in shown]
    except CalamineError as error:
        if "assword" in str(error):
            raise Refused("The workbook is protected by a password. Save it without one.") from error
        raise Refused("The workbook is damaged or of a kind that is not read. Save it anew as .xlsx and upload that.") from error
    if hidden and grids:
        grids[0].warnings.append(say("Hidden sheets were not read: {names}. Unhide them to import them.", names=first_of(hidden)))
    return grids


def _grid(name: str, sheet: Any, marked: Marks) -> Grid:
    """All rows from the first of the sheet, with the columns from the first that is filled."""
    if sheet.start is None:
        return Grid(name, [], uncomputed=marked.uncomputed)
    if sheet.total_height > MAX_ROWS or sheet.total_height * sheet.total_width > MAX_CELLS:
        raise Refused("The file has more than {count} rows. Export a shorter period.", count=MAX_ROWS)
    first = sheet.start[1] + 1
    rows = ((number, check_cells([cell_text(value) for value in row], number)) for number, row in enumerate(sheet.iter_rows(), 1))
    cells_of = [(number, marked.put_on(number, first, cells)) for number, cells in rows]
    merged = [(top, bottom, left - first, right - first) for top, bottom, left, right in marked.merged if left >= first]
    of_marks = {"uncomputed": marked.uncomputed, "since_1904": marked.since_1904}
    return Grid(name, cells_of, first_column=first, merged=merged, **of_marks)


def cell_text(value: Any) -> str:
    """A cell as text. Numbers Excel has rounded (over 15 digits) keep their exponent, so that nobody takes them for an id."""
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, float):
        return _number_text(value)
    if isinstance(value, datetime):
        return value.isoformat(sep=" ") if value.time() != time() else value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, timedelta):
        return numbers.clock(int(value.total_seconds()))
    if isinstance(value, time):
        return value.isoformat()
    return str(value)


def _number_text(value: float) -> str:
    if value != value or value in (float("inf"), float("-inf")):
        return "∞"
    if value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return Figure(repr(value)) if abs(value) < 1e15 else f"{value:.14E}"
