"""From a sealed snapshot to a deck and a workbook; the same snapshot gives the same bytes, whoever asks."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from audits.report import document
from smmstrategy.reports import excel, powerpoint, snapshots
from smmstrategy.reports.document import Document
from smmstrategy.reports.drawing import Drawing
from smmstrategy.reports.manifest import manifest
from smmstrategy.reports.models import ReportFile, Snapshot

DRAWERS: dict[str, Callable[[Document], Drawing]] = {
    ReportFile.Form.DECK: powerpoint.draw,
    ReportFile.Form.WORKBOOK: excel.draw,
}


@dataclass(frozen=True, slots=True)
class Drawn:
    form: str
    name: str
    drawing: Drawing
    manifest: dict[str, Any]


def described(snapshot: Snapshot, language: str) -> Document:
    """The audit's document; raises SnapshotDamaged when the snapshot is not what was sealed."""
    facts = snapshots.content(snapshot)
    return document(facts, language, sealed_at=snapshot.sealed_at, sha256=snapshot.sha256)


def drawn(document: Document, form: str) -> Drawn:
    drawing = DRAWERS[form](document)
    return Drawn(form, f"{document.name}.{form}", drawing, manifest(document, drawing))
