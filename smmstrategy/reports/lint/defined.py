"""The defined names of a workbook, each of which means the cells that it was drawn for."""

import re
from collections.abc import Iterator, Mapping

from smmstrategy.reports.lint import workbook
from smmstrategy.reports.lint.stray import Reason, Stray
from smmstrategy.reports.manifest import Manifest

_ABSOLUTE = re.compile(r".*!\$[A-Z]+\$[0-9]+(:\$[A-Z]+\$[0-9]+)?")


def strays(manifest: Manifest, defined: list[tuple[str, str]], sheets: Mapping[str, str]) -> Iterator[Stray]:
    """Names that mean other cells, here or elsewhere, or are gone, but those of a sheet that is gone. `defined`: name and
    reference of each, also of those that one sheet alone has; `sheets`: what the manifest calls each of the file's."""
    for name, cells in manifest["names"].items():
        if cells.rpartition("!")[0] not in sheets.values():
            continue
        references = [reference for one, reference in defined if one.lower() == name.lower()]
        if not references:
            yield Stray(name, "", Reason("the name is missing"))
        for reference in references:
            if (meant := _cells(reference, sheets)) != cells:
                yield Stray(name, meant, Reason("the name means {cells}", cells=cells))
            elif not _ABSOLUTE.fullmatch(reference):
                yield Stray(name, reference, Reason("the reference is relative: elsewhere the name means other cells"))


def _cells(reference: str, sheets: Mapping[str, str]) -> str:
    """«'Публикации'!$F$5:$F$44» → «Публикации!F5:F44»; what is no such range as it stands."""
    if (ends := workbook.ends(reference)) is None:
        return reference
    sheet, first, last = ends
    return f"{sheets.get(sheet, sheet)}!{first}:{last}"
