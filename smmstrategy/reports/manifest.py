"""The manifest of a file: every number it shows, where, as which text, and how to work it out again by hand."""

import hashlib
import json
import zlib
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from decimal import Decimal
from typing import Any

from smmstrategy.reports.document import Document, Figure, Origin
from smmstrategy.reports.drawing import Column, Drawing, stored

DRAWN_WITH = "7"  # version of the drawers; raise it when the same document is drawn differently

Manifest = dict[str, Any]


class ValuesDisagree(ValueError):
    """One figure id stands for two values in one document."""


def manifest(document: Document, drawing: Drawing) -> Manifest:
    """What a deck or a workbook shows, ready for JSON; the values of figures are exact and written as text."""
    known = _figures(document)
    ids = {shown.id for shown in drawing.shown if shown.kind == "figure"} | {column.id for column in drawing.columns}
    content: Manifest = {
        "drawn_with": DRAWN_WITH,
        "language": document.language,
        "name": document.name,
        "snapshot_sha256": document.snapshot_sha256,
        "figures": {id: _figure(known.get(id, {}), document.origins.get(id)) for id in sorted(ids)},
        "shown": [[shown.place, shown.kind, shown.id, shown.text] for shown in drawing.shown],
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
    return stored(value)


def figures(document: Document) -> Iterator[Figure]:
    """Every figure of the pages and sheets, as often as it stands there."""
    yield from _walk((document.pages, document.sheets))


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


def _walk(node: object) -> Iterator[Figure]:
    if isinstance(node, Figure):
        yield node
    elif isinstance(node, tuple):
        for child in node:
            if isinstance(child, tuple) or is_dataclass(child):
                yield from _walk(child)
    elif is_dataclass(node):
        for name in _names(type(node)):
            yield from _walk(getattr(node, name))


def _names(kind: type) -> tuple[str, ...]:
    if kind not in _NAMES:
        _NAMES[kind] = tuple(field.name for field in fields(kind))
    return _NAMES[kind]


_NAMES: dict[type, tuple[str, ...]] = {}


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


def _column(column: Column) -> dict[str, Any]:
    return {
        "id": column.id,
        "sheet": column.sheet,
        "column": column.column,
        "first_row": column.first_row,
        "values": [fingerprint(value) for value in column.values],
    }
