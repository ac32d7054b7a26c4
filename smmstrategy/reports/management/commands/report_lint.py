"""manage.py report_lint FILE... — every number shown must stand in the manifest of the file."""

import hashlib
import json
from argparse import ArgumentParser
from contextlib import suppress
from pathlib import Path

from django.core.management.base import CommandError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from smmstrategy.clients.isolation import scope
from smmstrategy.commands import Spoken
from smmstrategy.files import path_of, why
from smmstrategy.reports.findings import in_words
from smmstrategy.reports.lint import Checked, NoDocument, OtherForm, checked, is_manifest, is_of_others
from smmstrategy.reports.manifest import Manifest
from smmstrategy.reports.queries import drawn_as


class Command(Spoken):
    help = gettext_noop(
        "Check that every number in decks and workbooks resolves to their manifest; exit 1 when one does not, "
        "when a header or the first words of a row of a table were changed, or when a slide or sheet was moved, renamed, added or "
        "is gone; exit 2 when another version of the product made the manifest, which this one does not read. "
        "The manifest is --manifest, or FILE.manifest.json beside the file, or the one kept with the document of the same SHA-256."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar=_("FILE"), help=_("a deck or a workbook"))
        parser.add_argument("--manifest", type=Path, metavar=_("FILE"), help=_("this one for every FILE"))

    def handle(self, *, files: list[Path], manifest: Path | None, **options) -> None:
        failed = 0
        for file in files:
            content = _content(file)
            result = _checked(file, content, _manifest(manifest or _where(file, content)))
            for stray in result.strays:
                self.stdout.write(f"{file}: {in_words(stray)}")
            failed += bool(result.strays)
            if not result.strays:
                self.stdout.write(_("%(file)s: every number is in the manifest") % {"file": file})
            if result.worked_out:
                self.stdout.write(f"{file}: {_of_formulas(result.worked_out)}")
        if failed:
            sentence = ngettext(
                "%(failed)s of %(n)s file: not what the manifest says",
                "%(failed)s of %(n)s files: not what the manifest says",
                len(files),
            )
            raise CommandError(sentence % {"failed": failed, "n": len(files)})


def _of_formulas(places: list[str]) -> str:
    return _(
        "formulas worked out anew: %(n)s, the first in %(place)s; their values are the manifest's to the twelve decimal places "
        "that it keeps"
    ) % {"n": len(places), "place": places[0]}


def _where(file: Path, content: bytes) -> Path:
    """The manifest beside the file; for one downloaded from a page, the one that was kept with it."""
    beside = file.with_name(f"{file.name}.manifest.json")
    if beside.exists():
        return beside
    with scope("system"):
        kept = drawn_as(hashlib.sha256(content).hexdigest())
    if kept is None:
        raise CommandError(
            _(
                "%(file)s has no manifest: there is no %(beside)s, and no document made here has its SHA-256, so it was made "
                "elsewhere or changed since. Put the manifest beside it, from the page of the audit, or name it with --manifest."
            )
            % {"file": file, "beside": beside}
        )
    return path_of(kept.manifest_path)


def _checked(file: Path, content: bytes, manifest: Manifest) -> Checked:
    try:
        return checked(content, manifest)
    except NoDocument as error:
        raise CommandError(_("%(file)s is no deck and no workbook, or is damaged.") % {"file": file}) from error
    except OtherForm as error:
        sentence = (
            _("%(file)s is a deck, and the manifest is that of a workbook.")
            if error.is_deck
            else _("%(file)s is a workbook, and the manifest is that of a deck.")
        )
        raise CommandError(sentence % {"file": file}) from error


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise CommandError(_("%(file)s cannot be read: %(error)s.") % {"file": file, "error": why(error)}) from error


def _manifest(file: Path) -> Manifest:
    content = _content(file)
    with suppress(ValueError, RecursionError):
        read = json.loads(content)
        if is_of_others(read):
            sentence = _("Another version of the program made the manifest %(file)s, and this one does not read it.")
            raise CommandError(sentence % {"file": file}, returncode=2)
        if is_manifest(read):
            return read
    raise CommandError(
        _("%(file)s is not a manifest: the one of a document is called like it, and ends in .manifest.json.") % {"file": file}
    )
