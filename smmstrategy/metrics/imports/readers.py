"""A file's bytes to grids of text cells, by what the bytes are and not by what the file is called."""

import io
import json
import re
import zipfile
from typing import Any

from smmstrategy.metrics.imports import grids, markup, workbooks
from smmstrategy.metrics.imports.grids import Grid
from smmstrategy.metrics.imports.messages import Refused
from smmstrategy.metrics.imports.text import decode

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
FOREIGN = [
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"\x7fELF", "ELF"),
    (b"MZ", "EXE"),
    (b"Rar!", "RAR"),
]
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def read(content: bytes, name: str) -> list[Grid] | Any:
    """Grids of a table file; the parsed value of a JSON file. Raises Refused with a sentence for the person."""
    if not content.strip(b" \t\r\n\0\xef\xbb\xbf"):
        raise Refused("The file is empty.")
    for start, kind in FOREIGN:
        if content.startswith(start):
            raise Refused("This is a {kind} file, not a table. Export the table as .xlsx or .csv.", kind=kind)
    if content.startswith(b"PK\x03\x04"):
        return _archive(content)
    if content.startswith(OLE):
        return _old_workbook(content)
    return _text(content, name)


def _archive(content: bytes) -> list[Grid]:
    archive = workbooks.open_archive(content)
    if workbooks.is_workbook(archive):
        return workbooks.read_xlsx(content, archive)
    if "mimetype" in archive.namelist():
        raise Refused("This kind of document is not read. Save the table as .xlsx or .csv and upload that.")
    return [grid for info in archive.infolist() for grid in _member(archive, info)]


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> list[Grid]:
    if (
        info.is_dir()
        or info.filename.startswith("__MACOSX/")
        or not info.filename.lower().endswith((".csv", ".tsv", ".xlsx", ".xls"))
    ):
        return []
    content = archive.read(info)
    if zipfile.is_zipfile(io.BytesIO(content)) and b"[Content_Types].xml" not in content:
        raise Refused("The archive holds another archive. Unpack it and upload what is inside.")
    found = read(content, info.filename)
    for grid in found:
        grid.name = _name(info) + (f": {grid.name}" if grid.name and len(found) > 1 else "")
    return found


def _name(info: zipfile.ZipInfo) -> str:
    """The member's own name; Windows writes Russian ones in cp866 without saying so."""
    name = info.filename.rsplit("/", 1)[-1]
    try:
        return name if info.flag_bits & 0x800 else name.encode("cp437").decode("cp866")
    except UnicodeError:
        return name


def _old_workbook(content: bytes) -> list[Grid]:
    if ENCRYPTED in content:
        raise Refused("The workbook is protected by a password. Save it without one.")
    if "_VBA_PROJECT".encode("utf-16-le") in content:
        raise Refused("The workbook holds macros. Save it as .xlsx or .csv and upload that.")
    return workbooks.read_binary(content)


def _text(content: bytes, name: str) -> Any:
    start = content[:2000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"<"):
        return _markup(content, start)
    text, warnings = decode(content)
    if start[:1] in (b"{", b"["):
        return _json(text)
    grid = grids.from_text(text)
    grid.warnings += warnings
    return [grid]


def _markup(content: bytes, start: bytes) -> list[Grid]:
    if not re.search(rb"<(\w+:)?Workbook\b", start) and re.search(rb"<html|<table|<!doctype html", start, re.IGNORECASE):
        return markup.read_html(content)
    return markup.read_xml(content.lstrip(b"\xef\xbb\xbf \t\r\n"))


def _json(text: str) -> Any:
    try:
        return json.loads(text, parse_constant=lambda _name: None)
    except RecursionError as error:
        raise Refused("The JSON of the file is nested far deeper than an export can be.") from error
    except ValueError as error:
        raise Refused("The JSON of the file is damaged or cut short. Export it again.") from error
