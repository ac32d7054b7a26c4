"""manage.py audit_verify ID — draws an audit again from its sealed snapshot and compares byte by byte."""

import hashlib
import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import CommandError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from audits import queries
from audits.models import Audit
from audits.rendering import described, drawn
from smmstrategy.clients.isolation import scope
from smmstrategy.commands import Spoken
from smmstrategy.files import path_of
from smmstrategy.reports import snapshots
from smmstrategy.reports.document import Document
from smmstrategy.reports.manifest import DRAWN_WITH
from smmstrategy.reports.models import ReportFile
from smmstrategy.reports.snapshots import SnapshotDamaged

SHOWN = 20


class Command(Spoken):
    help = gettext_noop(
        "Draw an audit again from its sealed snapshot; exit 1 unless the stored files are the same, byte by byte,"
        " and 2 when another version of the product sealed or drew them, which this one cannot do again."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("id", type=int, metavar=_("ID"), help=_("of the audit, as `manage.py audit` prints it"))

    def handle(self, *, id: int, **options) -> None:
        with scope("system"):
            audit = Audit.objects.select_related("snapshot").filter(pk=id).first()
            if audit is None or audit.snapshot is None:
                raise CommandError(_("There is no sealed audit %(id)s. There are: %(known)s.") % {"id": id, "known": _sealed()})
            files = queries.documents(audit)
            try:
                snapshots.content(audit.snapshot)
                languages = {file.language for file in files} if audit.is_read else ()
                documents = {language: described(audit.snapshot, language) for language in languages}
            except SnapshotDamaged as damaged:
                raise CommandError(str(damaged)) from damaged
            checked = [_compared(file, documents.get(file.language)) for file in files]
        self.stdout.write(json.dumps({"audit": id, "snapshot_sha256": audit.snapshot.sha256, "files": checked}, ensure_ascii=False))
        if not checked or not all(one["same"] for one in checked):
            raise CommandError(_("The stored files are not what the snapshot gives."))
        if not audit.is_read:
            raise CommandError(_(Audit.UNREAD), returncode=2)
        if any(one["drawn_with"] != DRAWN_WITH for one in checked):
            unlike = _("The stored files are as they were kept, but another version drew them: drawing them again proves nothing.")
            raise CommandError(unlike, returncode=2)


def _sealed() -> str:
    newest = Audit.objects.exclude(snapshot=None).order_by("-pk").values_list("pk", flat=True)[:SHOWN]
    return ", ".join(map(str, newest)) or "—"


def _compared(file: ReportFile, document: Document | None) -> dict[str, Any]:
    again = (
        hashlib.sha256(drawn(document, file.form).drawing.content).hexdigest()
        if document and file.drawn_with == DRAWN_WITH
        else None
    )
    try:
        on_disk = hashlib.sha256(path_of(file.path).read_bytes()).hexdigest()
    except FileNotFoundError:
        on_disk = ""
    return {
        "form": file.form,
        "name": file.name,
        "drawn_with": file.drawn_with,
        "kept_sha256": file.sha256,
        "stored_sha256": on_disk,
        "drawn_again_sha256": again,
        "same": file.sha256 == on_disk and again in (file.sha256, None),
    }
