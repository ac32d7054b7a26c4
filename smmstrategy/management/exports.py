"""The export files that a command line names, and how their names read."""

import os
from pathlib import Path

from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from smmstrategy.metrics.imports.reading.tables import endings


def files(named: str) -> list[Path]:
    """A file, or the exports in a folder in the order of their names."""
    if not named:
        raise CommandError(_("A PATH is empty: name a file or a folder («.» is this one)."))
    path = Path(named)
    if path.is_dir():
        exports = sorted(
            file for file in path.rglob("*") if file.suffix.lower() in endings.ACCEPTED and not file.name.startswith(".")
        )
        if not exports:
            sentence = _("The folder {path} holds no export: their names end in {endings}.")
            raise CommandError(sentence.format(path=path, endings=", ".join(endings.ACCEPTED)))
        return exports
    if not path.is_file():
        raise CommandError(_("There is no file or folder {path}.").format(path=path))
    return [path]


def readable(name: str) -> str:
    """The name of a file; one that is not in UTF-8 is taken for a Russian one of Windows, as archives of there leave it."""
    content = os.fsencode(name)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1251", "replace")
