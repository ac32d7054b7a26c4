"""A file's bytes to grids of text cells or an export's JSON, by what the bytes are and not by what the file is called."""

import io
import json
import re
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from smmstrategy.metrics.imports.reading.messages import Message, Refused, first_of, say
from smmstrategy.metrics.imports.reading.tables import endings, grids, markup, old_workbooks, workbooks
from smmstrategy.metrics.imports.reading.tables.grids import Grid
from smmstrategy.metrics.imports.reading.tables.text import UNWANTED_ESCAPES, cleaned, decode, wide

ZIP, GZIP = b"PK\x03\x04", b"\x1f\x8b\x08"
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


@dataclass
class TelegramExport:
    """The result.json of Telegram Desktop, parsed; `name` is the file inside an archive."""

    name: str
    value: Any
    warnings: list[Message] = field(default_factory=list)


Pieces = list[Grid | TelegramExport]


def read(content: bytes, name: str) -> Pieces:
    """The grids of a file, or what Telegram has exported. Raises Refused with a sentence for the person."""
    if content.startswith(GZIP):
        return _packed_alone(content, name)
    if not content.strip(b" \t\r\n\0\xef\xbb\xbf"):
        is_of_zeros = len(content) > 2 and not content.strip(b"\0")
        raise Refused(
            "The file holds zeros alone: it was damaged on its way. Export it again." if is_of_zeros else "The file is empty."
        )
    for start, kind in FOREIGN:
        if content.startswith(start):
            raise Refused("This is a {kind} file, not a table. Export the table as .xlsx or .csv.", kind=kind)
    if content.startswith(ZIP):
        return _archive(content)
    if content.startswith(OLE):
        return list(_old_workbook(content))
    return _text(content)


def _packed_alone(content: bytes, name: str) -> Pieces:
    inside = workbooks.unpacked(content)
    _refuse_archive(inside)
    return read(inside, name)


def _archive(content: bytes) -> Pieces:
    archive = workbooks.open_archive(content)
    if workbooks.is_workbook(archive):
        return list(workbooks.read_xlsx(content, archive))
    if "mimetype" in archive.namelist():
        raise Refused("This kind of document is not read. Save the table as .xlsx or .csv and upload that.")
    files = [info for info in archive.infolist() if not info.is_dir() and not info.filename.startswith("__MACOSX/")]
    members = [(name, _member(archive, info, name)) for name, info in zip(_names(files), files, strict=True)]
    pieces = [part for _name, parts in members for part in parts]
    empty = [name for name, parts in members if not parts]
    packed = [name for name in empty if name.lower().endswith((*endings.ARCHIVES, *endings.UNOPENED))]
    if packed and not pieces:
        raise Refused("The archive holds another archive. Unpack it and upload what is inside.")
    if packed:
        text = "Archives within archives are not opened: {names}. Unpack them and upload what is inside."
        pieces[0].warnings.append(say(text, names=first_of(packed)))
    if pieces and (left := [name for name in empty if name not in packed]):
        text = "Left out of the archive, because they hold no table: {names} (files: {count})."
        pieces[0].warnings.append(say(text, names=first_of(left), count=len(left)))
    return pieces


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str) -> Pieces:
    """What a file of the archive holds; nothing for a picture, or for a page or a JSON of something else."""
    ending = Path(info.filename.lower()).suffix
    if ending not in (*endings.TABLES, *endings.PERHAPS_TABLES):
        return []
    content = archive.read(info)
    _refuse_archive(content)
    try:
        pieces = read(content, info.filename)
    except Refused:
        if ending in endings.TABLES:
            raise
        return []
    for piece in pieces:
        if isinstance(piece, Grid):
            piece.is_packed = True
        piece.name = name + (f": {piece.name}" if piece.name and len(pieces) > 1 else "")
    return pieces


def _refuse_archive(content: bytes) -> None:
    is_archive = zipfile.is_zipfile(io.BytesIO(content)) and b"[Content_Types].xml" not in content
    if is_archive or content.startswith(GZIP):
        raise Refused("The archive holds another archive. Unpack it and upload what is inside.")


def _names(files: list[zipfile.ZipInfo]) -> list[str]:
    """What the files are called, with their folders where two would be called the same."""
    paths = [_path(info) for info in files]
    alone = [path.rsplit("/", 1)[-1] for path in paths]
    return [name if alone.count(name) == 1 else path for name, path in zip(alone, paths, strict=True)]


def _path(info: zipfile.ZipInfo) -> str:
    """The member's own name; Windows writes Russian ones in cp866 without saying so."""
    try:
        return info.filename if info.flag_bits & 0x800 else info.filename.encode("cp437").decode("cp866")
    except UnicodeError:
        return info.filename


def _old_workbook(content: bytes) -> list[Grid]:
    if ENCRYPTED in content:
        raise Refused("The workbook is protected by a password. Save it without one.")
    if "_VBA_PROJECT".encode("utf-16-le") in content:
        raise Refused("The workbook holds macros. Save it as .xlsx or .csv and upload that.")
    try:
        marked, is_marked = old_workbooks.marks_of_sheets(content), True
    except Exception:  # xlrd says of damage whatever its parser stumbles over; the values are read by another reader
        marked, is_marked = {}, False
    grids = workbooks.read_binary(content, marked)
    if grids and not is_marked:
        text = "Percent formats and links behind words could not be read from this old .xls; save it as .xlsx and upload that."
        grids[0].warnings.append(say(text))
    return grids


def _text(content: bytes) -> Pieces:
    if (text := wide(content)) and text.lstrip().startswith("<"):
        content = re.sub(r"^(\s*<\?xml[^>]*?)\s+encoding=[\"'][^\"']*[\"']", r"\1", text).encode()
    start = content[:2000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"<"):
        return list(_markup(content, start))
    text, warnings = decode(content)
    if start[:1] in (b"{", b"["):
        value = _json(text)
        return [TelegramExport("", value) if _is_of_telegram(value) else grids.from_objects(value)]
    grid = grids.from_text(text)
    grid.warnings += warnings
    return [grid]


def _markup(content: bytes, start: bytes) -> list[Grid]:
    if not re.search(rb"<(\w+:)?Workbook\b", start) and re.search(rb"<html|<table|<!doctype html", start, re.IGNORECASE):
        return markup.read_html(content)
    return markup.read_xml(content.lstrip(b"\xef\xbb\xbf \t\r\n"))


def _json(text: str) -> Any:
    try:
        value = json.loads(text, parse_constant=lambda _name: None)
        return cleaned(value) if UNWANTED_ESCAPES.search(text) else value
    except RecursionError as error:
        raise Refused("The JSON of the file is nested far deeper than an export can be.") from error
    except ValueError as error:
        raise Refused("The JSON of the file is damaged or cut short. Export it again.") from error


def _is_of_telegram(value: Any) -> bool:
    return isinstance(value, dict) and any(isinstance(value.get(key), kind) for key, kind in (("messages", list), ("chats", dict)))
