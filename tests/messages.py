"""The words of the code and their translations; `python -m tests.messages` adds what is missing to each .po and compiles it."""

import ast
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

PROJECT = Path(__file__).resolve().parent.parent
APPS = ("smmstrategy", "audits", "influencers", "reputation", "kpi")
FUNCTIONS = ("_", "gettext", "gettext_lazy", "gettext_noop", "ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy", "npgettext")
REASONS = ("Reason",)  # of the lint, which is pure: translated where its findings are said
STRING = r"u?(?:'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")"
IN_TEMPLATE = re.compile(rf"\b(?:_|n?p?gettext)\({STRING}(?:, (?:{STRING}|count)|,count)*\)")

Message = tuple[str | None, str | tuple[str, ...]]  # context and msgid, with its plural when it has one


@dataclass(frozen=True)
class Translation:
    """One django.po with its compiled twin."""

    po: Path

    @property
    def mo(self) -> Path:
        return self.po.with_suffix(".mo")

    def read(self) -> Catalog:
        return read_po(io.BytesIO(self.po.read_bytes()), locale="ru") if self.po.exists() else new()

    def compiled(self) -> Catalog:
        return read_mo(io.BytesIO(self.mo.read_bytes()))

    def write(self, catalogue: Catalog) -> None:
        self.po.parent.mkdir(parents=True, exist_ok=True)
        with self.po.open("wb") as po, self.mo.open("wb") as mo:
            write_po(po, catalogue, width=120, no_location=True, omit_header=False)
            write_mo(mo, catalogue)


def new() -> Catalog:
    return Catalog(locale="ru", fuzzy=False, project="SMM Strategy", header_comment="# Russian for SMM Strategy.")


def translations() -> list[Translation]:
    return [Translation(po) for app in APPS for po in sorted((PROJECT / app).rglob("locale/ru/LC_MESSAGES/django.po"))]


def translation_of(source: Path) -> Translation:
    """Where the words of a file are translated: in the nearest app above it that has translations, or at the top."""
    for folder in source.parents:
        if folder != PROJECT and (folder / "locale").is_dir():
            return Translation(folder / "locale/ru/LC_MESSAGES/django.po")
    return Translation(PROJECT / "smmstrategy/locale/ru/LC_MESSAGES/django.po")


def sources() -> Iterator[Path]:
    for app in APPS:
        yield from (path for path in sorted((PROJECT / app).rglob("*.py")) if "migrations" not in path.parts)
    for folder in (PROJECT / "templates", *(PROJECT / app for app in APPS)):
        yield from sorted(
            path for kind in ("*.html", "*.txt", "*.svg") for path in folder.rglob(kind) if "vendor" not in path.parts
        )


@cache
def words(source: Path) -> list[Message]:
    """Every message a file asks a translation for."""
    if source.suffix != ".py":
        return [_called(call) for call in IN_TEMPLATE.findall(templatize(source.read_text(encoding="utf-8")))]
    calls = [node for node in _said(source) if isinstance(node, ast.Call) and _name(node) in FUNCTIONS + REASONS]
    return [message for call in calls if (message := _message(call))]


@cache
def _said(source: Path) -> list[ast.Call | ast.Constant]:
    """Its calls and constants; code is parsed once, whatever is asked of it."""
    nodes = ast.walk(ast.parse(source.read_text(encoding="utf-8")))
    return [node for node in nodes if isinstance(node, ast.Call | ast.Constant)]


def _called(call: str) -> Message:
    return _message(ast.parse(call, mode="eval").body)


def _name(call: ast.Call) -> str:
    return getattr(call.func, "id", getattr(call.func, "attr", ""))


def _message(call: ast.Call) -> Message | None:
    """What a call of gettext asks for; None when that is only known at run time."""
    function = _name(call)
    parts = tuple(part.value for part in call.args if isinstance(part, ast.Constant) and isinstance(part.value, str))
    context, parts = (parts[0], parts[1:]) if "pgettext" in function and parts else (None, parts)
    if not parts:
        return None
    return (context, parts[:2] if function.startswith(("ngettext", "npgettext")) else parts[0])


def missing() -> dict[Translation, set[Message]]:
    """What the code says and nobody has translated yet, by the file it belongs into."""
    known = [catalogue for translation in translations() for catalogue in [translation.read()]]
    untold: dict[Translation, set[Message]] = {}
    for source in sources():
        for context, msgid in words(source):
            if not any(_is_translated(catalogue, context, msgid) for catalogue in known):
                untold.setdefault(translation_of(source), set()).add((context, msgid))
    return untold


def stale(catalogue: Catalog) -> list[str | tuple[str, ...]]:
    """What a catalogue translates and nothing asks for, nor says in its code as a text to be translated later."""
    asked = {message for source in sources() for message in words(source)}
    said = {text for source in sources() if source.suffix == ".py" for text in _texts(source)}
    return [
        entry.id for entry in catalogue if entry.id and (entry.context, entry.id) not in asked and not {*_parts(entry.id)} <= said
    ]


def _texts(source: Path) -> Iterator[str]:
    return (node.value for node in _said(source) if isinstance(node, ast.Constant) and isinstance(node.value, str))


def _parts(msgid: str | tuple[str, ...]) -> tuple[str, ...]:
    return (msgid,) if isinstance(msgid, str) else msgid


def _is_translated(catalogue: Catalog, context: str | None, msgid: str | tuple) -> bool:
    entry = catalogue.get(msgid[0] if isinstance(msgid, tuple) else msgid, context)
    texts = entry.string if entry and isinstance(entry.string, tuple | list) else [entry.string if entry else ""]
    return entry is not None and not entry.fuzzy and all(texts)


def update() -> None:
    """Add untranslated words to each .po as empty entries, and compile every .po."""
    untold = missing()
    for translation in {*untold, *translations()}:
        catalogue = translation.read()
        for context, msgid in sorted(untold.get(translation, ()), key=str):
            if catalogue.get(msgid[0] if isinstance(msgid, tuple) else msgid, context) is None:
                catalogue.add(msgid, context=context)
        translation.write(catalogue)


if __name__ == "__main__":
    update()
