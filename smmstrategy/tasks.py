"""What beat asks of the whole house."""

import logging
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from celery import shared_task

from smmstrategy.clients.isolation import scope
from smmstrategy.files import path_of
from smmstrategy.metrics.models import Import
from smmstrategy.reports.models import ReportFile

FOLDERS = ("imports", "reports")
GRACE_SECONDS = 24 * 3600  # longer than any transaction between a file and the row that names it

log = logging.getLogger(__name__)


@shared_task
def sweep_files() -> int:
    """Remove files that no row names, of rolled-back requests and killed workers, and those of imports dismissed for a day.

    Gives how many there were.
    """
    orphans = list(_orphans(time.time() - GRACE_SECONDS))
    for path in orphans:
        path.unlink(missing_ok=True)
    if orphans:
        log.info("removed %s files that nothing needs", len(orphans))
    return len(orphans)


def _orphans(before: float) -> Iterator[Path]:
    old = [path for folder in FOLDERS for path in path_of(folder).glob("*") if path.is_file() and path.stat().st_mtime < before]
    with scope("system"):
        named = {path_of(name) for names in ReportFile.objects.values_list("path", "manifest_path") for name in names}
        dismissed = Import.objects.filter(dismissed_at__lt=datetime.fromtimestamp(before, UTC))
        kept = Import.objects.exclude(pk__in=dismissed.values("pk"))
        named |= {path_of(name) for name in kept.values_list("file_path", flat=True)}
    return (path for path in old if path not in named)
