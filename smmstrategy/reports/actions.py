"""Sealing facts, keeping the files drawn from them, delivering them, and noting who took which."""

import json
import secrets
from typing import Any

from django.db import transaction
from django.utils import timezone

from smmstrategy import files
from smmstrategy.clients.models import Brand, User
from smmstrategy.ledger.actions import record
from smmstrategy.ledger.verbs import Verb
from smmstrategy.reports import snapshots
from smmstrategy.reports.drawing import Drawing
from smmstrategy.reports.manifest import DRAWN_WITH
from smmstrategy.reports.models import Download, ReportFile, Snapshot


class DrawnDifferently(Exception):
    """The same snapshot, language and drawers gave other bytes than the file that was kept."""


@transaction.atomic
def seal(*, brand: Brand, kind: str, facts: dict[str, Any], by: User | None) -> Snapshot:
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
def keep(
    *, snapshot: Snapshot, form: str, language: str, name: str, drawing: Drawing, manifest: dict[str, Any], by: User | None
) -> ReportFile:
    """Store a drawn file and its manifest; again is once, and mends a file that was lost or damaged on disk."""
    digest = snapshots.sha256(drawing.content)
    what = {"snapshot": snapshot, "form": form, "language": language, "drawn_with": DRAWN_WITH}
    kept = ReportFile.objects.filter(**what).first()
    if kept is None:
        path = f"reports/{secrets.token_hex(16)}.{form}"
        kept = ReportFile(**what, client_id=snapshot.client_id, brand_id=snapshot.brand_id)
        kept.path, kept.manifest_path = path, f"{path}.manifest.json"
        kept.name, kept.sha256, kept.size = name, digest, len(drawing.content)
        kept.save(force_insert=True)
        record(Verb.DRAWN, kept, by=by, client=snapshot.client, after={"name": name, "sha256": digest})
    elif kept.sha256 != digest:
        raise DrawnDifferently(f"{kept.name}: {digest} instead of {kept.sha256}")
    _put(kept.manifest_path, json.dumps(manifest, ensure_ascii=True, sort_keys=True).encode("ascii"))
    _put(kept.path, drawing.content)
    return kept


@transaction.atomic
def deliver(*, file: ReportFile, by: User, reason: str = "") -> None:
    """Let the client's own people see and download the file."""
    _set_delivered(file, by=by, reason=reason, verb=Verb.DELIVERED, delivered_at=timezone.now(), delivered_by=by)


@transaction.atomic
def withdraw(*, file: ReportFile, by: User, reason: str) -> None:
    """Take a delivered file back; who downloaded it meanwhile stays on record."""
    _set_delivered(file, by=by, reason=reason, verb=Verb.WITHDRAWN, delivered_at=None, delivered_by=None)


def log_download(*, file: ReportFile, by: User) -> Download:
    """Note who took the file; call it before the first byte is sent."""
    return Download.objects.create(client_id=file.client_id, file=file, user=by)


def _put(name: str, content: bytes) -> None:
    if not files.holds(name, snapshots.sha256(content)):
        files.write(name, [content])


def _set_delivered(file: ReportFile, *, by: User, reason: str, verb: Verb, **state: Any) -> None:
    before = {"delivered_at": file.delivered_at and file.delivered_at.isoformat()}
    for field, value in state.items():
        setattr(file, field, value)
    file.save(update_fields=list(state))
    after = {"delivered_at": file.delivered_at and file.delivered_at.isoformat()}
    record(verb, file, by=by, client=file.client, before=before, after=after, reason=reason)
