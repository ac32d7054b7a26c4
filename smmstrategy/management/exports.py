"""The export files that a command line names, and how their names read."""

import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn

from django.core.management.base import CommandError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from smmstrategy.files import why
from smmstrategy.metrics.imports.reading.messages import say
from smmstrategy.metrics.imports.reading.tables import endings
from smmstrategy.metrics.models import Import

CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")


def is_there(named: str) -> bool:
    """A file or a folder has this name; a word that none may have names nothing."""
    try:
        return Path(named).exists()
    except OSError:
        return False


def files(named: str) -> list[Path]:
    """A file, or the exports in a folder in the order of their names."""
    if not named:
        raise CommandError(_("A PATH is empty: name a file or a folder («.» is this one)."))
    path = Path(named)
    try:
        if path.is_dir():
            return _in_folder(path)
        if path.is_file():
            return [path]
    except OSError as error:
        raise CommandError(_("{path} cannot be read: {why}.").format(path=error.filename, why=why(error))) from error
    raise CommandError(_("There is no file or folder {path}.").format(path=path))


def _in_folder(path: Path) -> list[Path]:
    found = (Path(folder, name) for folder, _folders, names in os.walk(path, onerror=_raised) for name in names)
    exports = sorted(file for file in found if file.suffix.lower() in endings.ACCEPTED and not file.name.startswith("."))
    if not exports:
        sentence = _("The folder {path} holds no export: their names end in {endings}.")
        raise CommandError(sentence.format(path=path, endings=", ".join(endings.ACCEPTED)))
    return exports


def _raised(error: OSError) -> NoReturn:
    raise error


def unread(path: Path) -> Import | None:
    """What to say of a file that cannot be opened, as an import that nobody keeps; None of any other."""
    reason = _why_closed(path)
    return Import(summary={"error": say(gettext_noop("The file cannot be read: {why}."), why=reason)}) if reason else None


def _why_closed(path: Path) -> str:
    try:
        if path.exists() and not path.is_file():  # a pipe would have us wait for whoever writes into it
            return _("it is no file")
        with path.open("rb") as file:
            file.peek(1)
    except OSError as error:
        return why(error)
    return ""


def readable(name: str) -> str:
    """The name of a file; one that is not in UTF-8 is taken for a Russian one of Windows, as archives of there leave it."""
    content = os.fsencode(name)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1251", "replace")


def printable(lines: Iterable[str]) -> str:
    """Lines for the terminal, those after the first set in, with a sign in place of each character that would command it."""
    return "\n  ".join(CONTROL.sub("\ufffd", line) for line in lines)
