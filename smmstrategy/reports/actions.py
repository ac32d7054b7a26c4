"""Sealing facts, keeping the files drawn from them, delivering them, and noting who took which."""

import json
import secrets
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone

from smmstrategy import files
from smmstrategy.clients.models import Brand, User
from smmstrategy.ledger.actions import record, record_each
from smmstrategy.ledger.verbs import Verb
from smmstrategy.reports import snapshots
from smmstrategy.reports.drawing import Drawn
from smmstrategy.reports.manifest import DRAWN_WITH
from smmstrategy.reports.models import Download, ReportFile, Snapshot


class DrawnDifferently(Exception):
    """The same snapshot, language and drawers gave other bytes than the file that was kept."""


@transaction.atomic
def seal(brand: Brand, *, kind: str, facts: dict[str, Any], by: User | None) -> Snapshot:
    """Freeze facts for good."""
    sealed = snapshots.canonical(facts)
    snapshot = Snapshot.objects.create(
        client_id=brand.client_id,
        brand=brand,
        kind=kind,
        content=snapshots.compressed(sealed),
        sha256=snapshots.sha256(sealed),
        sealed_by=by,
    )
    snapshot.refresh_from_db(fields=["sealed_at"])
    record(Verb.SEALED, snapshot, by=by, client=brand.client, after={"kind": kind, "sha256": snapshot.sha256})
    return snapshot


@transaction.atomic
def keep(snapshot: Snapshot, drawn: Sequence[Drawn], *, language: str, by: User | None) -> list[ReportFile]:
    """Store drawn files and their manifests; again is once, and mends a file that was lost or damaged on disk.

    Everything lies on the disk before the first entry, from which on nobody else writes in the client's ledger.
    """
    kept = [_row(snapshot, one, language) for one in drawn]
    for row, one in zip(kept, drawn, strict=True):
        _put(row.manifest_path, json.dumps(one.manifest, ensure_ascii=True, sort_keys=True).encode("ascii"))
        _put(row.path, one.drawing.content)
    new = [row for row in kept if row.pk is None]
    for row in new:
        row.save(force_insert=True)
    record_each(Verb.DRAWN, new, by=by, client=snapshot.client, words=lambda row: {"name": row.name, "sha256": row.sha256})
    return kept


def _row(snapshot: Snapshot, drawn: Drawn, language: str) -> ReportFile:
    """The row of a drawn file, the one there is or one still to be saved."""
    digest = snapshots.sha256(drawn.drawing.content)
    what = {"snapshot": snapshot, "form": drawn.form, "language": language, "drawn_with": DRAWN_WITH}
    kept = ReportFile.objects.filter(**what).first()
    if kept is None:
        path = f"reports/{secrets.token_hex(16)}.{drawn.form}"
        paths = {"path": path, "manifest_path": f"{path}.manifest.json"}
        of_brand = {"client_id": snapshot.client_id, "brand_id": snapshot.brand_id}
        return ReportFile(**what, **of_brand, **paths, name=drawn.name, sha256=digest, size=len(drawn.drawing.content))
    if kept.sha256 != digest:
        raise DrawnDifferently(f"{kept.name}: {digest} instead of {kept.sha256}")
    return kept


@transaction.atomic
def deliver(files: Iterable[ReportFile], *, by: User, reason: str = "") -> None:
    """Let the client's own people see and download the files."""
    _set_delivered(files, by=by, reason=reason, verb=Verb.DELIVERED, delivered_at=timezone.now(), delivered_by=by)


@transaction.atomic
def withdraw(files: Iterable[ReportFile], *, by: User, reason: str) -> None:
    """Take delivered files back; who downloaded them meanwhile stays on record."""
    _set_delivered(files, by=by, reason=reason, verb=Verb.WITHDRAWN, delivered_at=None, delivered_by=None)


def log_download(file: ReportFile, *, by: User) -> Download:
    """Note who took the file; call it before the first byte is sent."""
    return Download.objects.create(client_id=file.client_id, file=file, user=by)


def _put(name: str, content: bytes) -> None:
    if not files.holds(name, snapshots.sha256(content)):
        files.write(name, [content])


def _set_delivered(files: Iterable[ReportFile], *, by: User, reason: str, verb: Verb, **state: Any) -> None:
    before = [(file, _delivered(file)) for file in files]
    for file, _was in before:
        for field, value in state.items():
            setattr(file, field, value)
        file.save(update_fields=list(state))
    for file, was in before:
        record(verb, file, by=by, client=file.client, before=was, after=_delivered(file), reason=reason)


def _delivered(file: ReportFile) -> dict[str, Any]:
    return {"delivered_at": file.delivered_at and file.delivered_at.isoformat()}
