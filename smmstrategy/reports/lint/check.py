"""Holds what was found against the manifest: every number must be one the drawer declared for that place."""

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from xml.etree.ElementTree import ParseError
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile, ZipFile

from smmstrategy.reports.lint import around, deck, defined, order, workbook
from smmstrategy.reports.lint.declared import Declared
from smmstrategy.reports.lint.faults import manifest_faults
from smmstrategy.reports.lint.found import Cached, Found
from smmstrategy.reports.lint.listed import Listed
from smmstrategy.reports.lint.numbering import Numbering
from smmstrategy.reports.lint.order import Numbers
from smmstrategy.reports.lint.stray import Reason, Stray
from smmstrategy.reports.manifest import Manifest

_ADDED = {"slide": Reason("is no slide of the manifest"), "sheet": Reason("is no sheet of the manifest")}


@dataclass(frozen=True, slots=True)
class Checked:
    """What nothing accounts for, and where a formula's value was worked out anew: more digits than the manifest keeps."""

    strays: list[Stray]
    worked_out: list[str]


class NoDocument(ValueError):
    """What is to be checked is no deck and no workbook, or a damaged one."""


class OtherForm(ValueError):
    """A deck is held against the manifest of a workbook, or the other way round."""

    def __init__(self, *, is_deck: bool) -> None:
        super().__init__(is_deck)
        self.is_deck = is_deck  # what is to be checked


def strays(content: bytes, manifest: Manifest) -> list[Stray]:
    """Whatever of a deck or workbook is not as its manifest says; empty when all of it is."""
    return checked(content, manifest).strays


def checked(content: bytes, manifest: Manifest) -> Checked:
    with _opened(content) as archive:
        file = _File(archive, manifest)
        declared = Declared(manifest, Numbering(file.places()), file.names)
        strays = [*manifest_faults(manifest), *file.strays()]
        for each in file.read():
            strays += declared.strays(each)
        strays += file.around()
    return Checked([*strays, *declared.after_all()], declared.worked_out)


def _opened(content: bytes) -> ZipFile:
    """Of a file cut short what opens is a workbook inside it, which does not begin where the file does."""
    with _reading():
        archive = ZipFile(BytesIO(content))
    if min((part.header_offset for part in archive.infolist()), default=1):
        raise NoDocument
    return archive


@contextmanager
def _reading() -> Iterator[None]:
    """Whatever reading stumbles over, a part that is not there or a number that is none, is a damage of the file."""
    try:
        yield
    except (BadZipFile, zlib.error, ParseError, ExpatError, LookupError, ValueError, EOFError, OSError, RuntimeError) as error:
        raise NoDocument from error


class _File:
    """The slides or sheets of a file, each under the name that its manifest has for it."""

    def __init__(self, archive: ZipFile, manifest: Manifest) -> None:
        is_deck = "ppt/presentation.xml" in archive.namelist()
        if not is_deck and "xl/workbook.xml" not in archive.namelist():
            raise NoDocument
        self.archive, self.listed = archive, Listed(manifest, is_deck=is_deck)
        if not self.listed.is_of_its_form():
            raise OtherForm(is_deck=is_deck)
        kind = deck if is_deck else workbook
        self.what = "slide" if is_deck else "sheet"
        with _reading():
            self.parts, self.reader, self.defined = kind.parts(archive), kind.reader(archive), kind.names(archive)
        own = [id for id, _ in self.parts]
        self.which = order.recognised(own, self.listed.ids, self._numbers, self.listed.numbers)
        self.names = {id: self._name(n) for n, id in enumerate(own)}

    def places(self) -> dict[int, int | None]:
        """By the number of a slide in the manifest the one it has in the file; None where it is gone."""
        now = {m: n + 1 for n, m in self.which.items()}
        return {m + 1: now.get(m) for m in range(len(self.listed.ids))} if self.what == "slide" else {}

    def read(self) -> Iterator[Found | Cached]:
        for n, (_, path) in enumerate(self.parts):
            yield from self._part(path, self._name(n))

    def strays(self) -> Iterator[Stray]:
        """Parts that are gone, moved, renamed or added, each once."""
        for m in order.missing(self.which, self.listed.ids):
            yield Stray(self.listed.names[m], "", Reason("is missing"))
        for n in order.moved(self.which):
            m = self.which[n]
            yield Stray(self.listed.names[m], "", Reason("was moved from place {drawn} to {now}", drawn=m + 1, now=n + 1))
        for n, (id, _) in enumerate(self.parts):
            if n not in self.which:
                yield Stray(self._name(n), "", _ADDED[self.what])
            elif self.what == "sheet" and id != self.listed.names[self.which[n]]:
                yield Stray(self.listed.names[self.which[n]], "", Reason("is called «{name}»", name=id))
        yield from defined.strays(self.listed.manifest, self.defined, self.names)

    def around(self) -> list[Stray]:
        """What lies beside all that has a place."""
        with _reading():
            names = {path: self._name(n) for n, (_, path) in enumerate(self.parts)}
            return list(around.strays(self.archive, names, self.listed.manifest))

    def _part(self, path: str, name: str) -> Iterator[Found | Cached]:
        with _reading():
            yield from self.reader(path, name)

    def _name(self, n: int) -> str:
        if n in self.which:
            return self.listed.names[self.which[n]]
        return self._own_name(n)

    def _numbers(self, n: int) -> Numbers:
        contents = self._part(self.parts[n][1], self._own_name(n))
        return self.listed.known(each for each in contents if isinstance(each, Found))

    def _own_name(self, n: int) -> str:
        return f"place {n + 1}" if self.what == "slide" else self.parts[n][0]
