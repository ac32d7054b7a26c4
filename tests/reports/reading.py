"""Reads finished workbooks with programs that are not ours: openpyxl and LibreOffice."""

import re
import subprocess
from collections.abc import Container, Iterable, Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
from openpyxl.cell.read_only import ReadOnlyCell


def cells(content: bytes, *, formulas: bool = False, sheets: Container[str] | None = None) -> dict[str, object]:
    """«Посты!B5» → value, or the formula's own text; of these sheets or all."""
    return {place: cell.value for place, cell in _cells(content, sheets, data_only=not formulas)}


def formula_cells(content: bytes) -> list[str]:
    """Where a cell is a formula, by the type the file gives it."""
    return [place for place, cell in _cells(content, data_only=False) if cell.data_type == "f"]


def _cells(content: bytes, sheets: Container[str] | None = None, *, data_only: bool) -> Iterator[tuple[str, ReadOnlyCell]]:
    for sheet in openpyxl.load_workbook(BytesIO(content), read_only=True, data_only=data_only):
        if sheets is None or sheet.title in sheets:
            yield from (
                (f"{sheet.title}!{cell.coordinate}", cell) for row in sheet.iter_rows() for cell in row if cell.value is not None
            )


def changed(content: bytes, part: str, pattern: str, replacement: str) -> bytes:
    """The package with the first match of the pattern in one of its parts replaced."""
    target = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(target, "w", ZIP_DEFLATED) as copy:
        for name in source.namelist():
            data = source.read(name)
            if name == part:
                text, times = re.subn(pattern, replacement, data.decode(), count=1)
                assert times == 1, pattern
                data = text.encode()
            copy.writestr(name, data)
    return target.getvalue()


def without_cached_values(content: bytes) -> bytes:
    """A copy that LibreOffice has to calculate, because no formula knows its value."""
    target = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(target, "w", ZIP_DEFLATED) as copy:
        for name in source.namelist():
            data = source.read(name)
            if name.startswith("xl/worksheets/sheet"):
                data = re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", data)
            copy.writestr(name, data)
    return target.getvalue()


def converted(libreoffice: str, folder: Path, content: bytes, ending: str = "xlsx", source_ending: str = "xlsx") -> bytes:
    """What LibreOffice makes of a file, in a profile of its own."""
    (made,) = all_converted(libreoffice, folder, [content], ending, source_ending)
    return made


def all_converted(
    libreoffice: str, folder: Path, contents: Iterable[bytes], ending: str = "xlsx", source_ending: str = "xlsx"
) -> list[bytes]:
    """What it makes of several, started once: most of what a conversion costs is the start."""
    sources = []
    for number, content in enumerate(contents):
        sources.append(folder / f"source-{number}.{source_ending}")
        sources[-1].write_bytes(content)
    out = folder / "out"
    command = [
        libreoffice,
        "--headless",
        f"-env:UserInstallation=file://{folder}/profile",
        "--convert-to",
        ending,
        "--outdir",
        str(out),
        *map(str, sources),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180 * len(sources))
    return [(out / f"{source.stem}.{ending}").read_bytes() for source in sources]
