"""The manifest of a file: every number it shows, where, as which text, and how to work it out again by hand."""

import hashlib
import json
import zlib
from decimal import Decimal
from typing import Any

from smmstrategy.reports import plain
from smmstrategy.reports.document import Document, Origin
from smmstrategy.reports.document.walk import figures
from smmstrategy.reports.drawing import DataColumn, Drawing, fifteen_digits
from smmstrategy.reports.formats import write

DRAWN_WITH = "23"  # version of the drawers; raise it when the same document is drawn differently
DRAWERS_READ = ("13", "14", "15", "16", "17", "18", "19", "20", "21", "22", DRAWN_WITH)  # whose manifests this program reads
TITLE = "file title"  # the place of what a file's properties call it

Manifest = dict[str, Any]


class ValuesDisagree(ValueError):
    """One figure id stands for two values in one document."""


class NumberInWords(ValueError):
    """A number is written in plain words, so that nothing says where it comes from."""


def manifest(document: Document, drawing: Drawing) -> Manifest:
    """What a deck or a workbook shows, ready for JSON; the values of figures are exact and written as text."""
    known, words = _figures(document), document.words | drawing.words
    _refuse_numbers_in_words(document, drawing, words)
    ids = {shown.id for shown in drawing.shown if shown.kind in ("figure", "code")} | {column.id for column in drawing.columns}
    content: Manifest = {
        "drawn_with": DRAWN_WITH,
        "language": document.language,
        "name": document.name,
        "snapshot_sha256": document.snapshot_sha256,
        "words": sorted(words),
        "figures": {id: _figure(known.get(id, {}), document.origins.get(id)) for id in sorted(ids)},
        "shown": [
            *([shown.place, shown.kind, shown.id, shown.text] for shown in drawing.shown),
            [TITLE, "quote", "", write(document.title, document.language)],
        ],
        "shapes": list(drawing.shapes),
        "parts": list(drawing.parts),
        "labels": dict(drawing.labels),
        "names": dict(drawing.names),
        "columns": [_column(column) for column in drawing.columns],
    }
    return content | {"sha256": digest(content)}


def digest(content: Manifest) -> str:
    """SHA-256 of a manifest without its own `sha256`, so that lint notices when it was edited."""
    plain = {key: value for key, value in content.items() if key != "sha256"}
    return hashlib.sha256(json.dumps(plain, sort_keys=True, separators=(",", ":")).encode("ascii")).hexdigest()


def fingerprint(value: str | float | Decimal | None) -> str | None:
    """A data cell in short: the number itself, a checksum for a text, None for an empty cell."""
    if value is None or value == "":
        return None
    if isinstance(value, str):
        return f"#{zlib.crc32(value.encode()):08x}"
    return fifteen_digits(value)


def _refuse_numbers_in_words(document: Document, drawing: Drawing, words: frozenset[str]) -> None:
    plain_words = [(shown.place, shown.id or shown.text) for shown in drawing.shown if shown.kind == "word"]
    plain_words += [(column.sheet, text) for column in drawing.columns for text in column.words]
    for place, text in plain_words:
        if plain.numbers(text, words):
            raise NumberInWords(f"{place}: {text!r} holds a number that is no figure")
    for shown in (one for one in drawing.shown if one.kind == "code"):
        origin = document.origins[shown.id]
        if shown.text not in (shown.id, origin.metric, origin.formula):
            raise NumberInWords(f"{shown.place}: {shown.text!r} is neither id, metric nor formula of {shown.id}")


def _figures(document: Document) -> dict[str, dict[str, Any]]:
    """By id: the exact value and every form in which the document writes it."""
    known: dict[str, dict[str, Any]] = {}
    for figure in figures(document):
        value = None if figure.value is None else format(Decimal(figure.value).normalize(), "f")
        entry = known.setdefault(figure.id, {"value": value, "forms": []})
        if entry["value"] != value:
            raise ValuesDisagree(f"{figure.id} is {entry['value']} and {value}")
        form = [figure.shown.value, figure.places, figure.signed, figure.currency]
        if form not in entry["forms"]:
            entry["forms"].append(form)
    return known


def _figure(entry: dict[str, Any], origin: Origin | None) -> dict[str, Any]:
    if origin is None:
        return dict(entry)
    return entry | {
        "metric": origin.metric,
        "formula": origin.formula,
        "inputs": [list(pair) for pair in origin.inputs],
        "source": origin.source,
        "period": origin.period,
        "coverage": None if origin.coverage is None else str(origin.coverage),
    }


def _column(column: DataColumn) -> dict[str, Any]:
    return {
        "id": column.id,
        "sheet": column.sheet,
        "column": column.column,
        "first_row": column.first_row,
        "values": [fingerprint(value) for value in column.values],
    }
