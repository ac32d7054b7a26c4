"""manage.py report_lint FILE... — every number shown must stand in the manifest beside the file."""

import json
from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from smmstrategy.reports.lint import strays


class Command(BaseCommand):
    help = "Check that every number in decks and workbooks resolves to their manifest; exit 1 when one does not."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument("--manifest", type=Path, help="instead of FILE.manifest.json")

    def handle(self, *, files: list[Path], manifest: Path | None, **options) -> None:
        failed = 0
        for file in files:
            found = strays(_content(file), _manifest(manifest or file.with_name(f"{file.name}.manifest.json")))
            for stray in found:
                self.stdout.write(f"{file}: {stray.place}: {stray.token}: {stray.reason}")
            failed += bool(found)
            if not found:
                self.stdout.write(f"{file}: every number is in the manifest")
        if failed:
            raise CommandError(f"{failed} of {len(files)} files show numbers that nothing accounts for")


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise CommandError(f"{file} cannot be read: {error.strerror}") from error


def _manifest(file: Path) -> dict:
    try:
        return json.loads(_content(file))
    except ValueError as error:
        raise CommandError(f"{file} is not a manifest: {error}") from error
