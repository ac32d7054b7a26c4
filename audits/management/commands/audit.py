"""manage.py audit — the six-month audit of a brand as a deck and a workbook, through the queue like any other."""

import errno
import json
import shutil
import tempfile
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from audits import actions, kpis, queries
from audits.management.until import months_until
from audits.models import Audit
from audits.queries import refusals
from smmstrategy.clients.isolation import scope
from smmstrategy.clients.management.brands import known
from smmstrategy.clients.models import Brand, Language
from smmstrategy.commands import Spoken
from smmstrategy.files import path_of, why
from smmstrategy.jobs.models import Job
from smmstrategy.jobs.waiting import until_over
from smmstrategy.metrics.periods import Period
from smmstrategy.reports import snapshots
from smmstrategy.reports.models import ReportFile
from smmstrategy.reports.queries import files_of

NAMED = 20


class Command(Spoken):
    help = gettext_noop("Make the audit of a brand: a deck, a workbook, and every KPI as JSON on the last line.")

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--brand", required=True, metavar=_("SLUG"), help=_("the brand, by its address"))
        of_client = _("the brand's client; with it «spring» is the brand «acme--spring» of «acme»")
        parser.add_argument("--client", metavar=_("SLUG"), help=of_client)
        parser.add_argument(
            "--until", metavar=_("YYYY-MM"), help=_("last month; by default the last one with data for its last days")
        )
        parser.add_argument("--months", type=int, metavar="N", default=6, help=_("how many months, 1 to 24; by default 6"))
        parser.add_argument(
            "--out", required=True, metavar=_("DIR"), help=_("the folder for deck and workbook; made when it is not there")
        )
        parser.add_argument(
            "--lang", choices=Language.values, default=Language.RU, help=_("the language of both; by default Russian")
        )

    def handle(self, *, brand: str, client: str | None, until: str | None, months: int, out: str, lang: str, **options) -> None:
        folder = _folder(out)
        with scope("system"):
            audit, taken = self._start(_brand(brand, client), until, months, lang)
            job_id = audit.job_id
        self._wait(job_id)
        with scope("system"):
            audit = Audit.objects.select_related("snapshot", "brand").get(pk=audit.pk)
            summary = _summary(audit, taken, folder)
        self.stdout.write(json.dumps(summary, ensure_ascii=False))

    def _start(self, brand: Brand, until: str | None, months: int, language: str) -> tuple[Audit, str]:
        if not 1 <= months <= 24:
            raise CommandError(_("--months takes 1 to 24."))
        try:
            period, taken = _period(brand, until, months)
            self.stderr.write(_("%(brand)s, %(first)s to %(last)s (%(taken)s)") % {
                "brand": brand.name, "first": period.first, "last": period.last, "taken": taken,
            })  # fmt: skip
            filled = queries.last_filled(brand, period)
            if filled:
                self.stderr.write(_("Filled in as audit %(number)s of these months.") % {"number": filled.pk})
            return actions.start(brand, period=period, language=language, by=None, filled_as=filled), taken
        except actions.Refused as refused:
            raise CommandError(str(refused)) from refused

    def _wait(self, job_id: int) -> None:
        shown = ""

        def show(job: Job) -> None:
            nonlocal shown
            words = _("done") if job.status == Job.Status.DONE else _(job.step) if job.step else ""
            if (line := f"{job.steps_done}/{job.steps_total} {words}") != shown and job.steps_total:
                shown = line
                self.stderr.write(line)

        job = until_over(job_id, show)
        if job.status == Job.Status.FAILED:
            raise CommandError(_("Job %(number)s: %(error)s") % {"number": job.pk, "error": _(job.error)})


def _brand(slug: str, client_slug: str | None) -> Brand:
    brand = known(slug, client_slug)
    if brand is None and not Brand.objects.exists():
        command = f".venv/bin/python manage.py import_export FILE --brand {slug}"
        raise CommandError(_("There are no brands yet. Import a file first: %(command)s") % {"command": command})
    if brand is None:
        raise CommandError(_("There is no brand «%(slug)s». There are: %(known)s.") % {"slug": slug, "known": _known_brands()})
    return brand


def _known_brands() -> str:
    """By address; of many the first, and how many more there are: one more is named as well."""
    slugs = list(Brand.objects.order_by("slug").values_list("slug", flat=True))
    if len(slugs) <= NAMED + 1:
        return ", ".join(slugs)
    return _("%(named)s … and %(n)s more") % {"named": ", ".join(slugs[:NAMED]), "n": len(slugs) - NAMED}


def _folder(out: str | Path) -> Path:
    if not out:
        raise CommandError(_("--out is empty: name the folder for deck and workbook («.» is this one)."))
    folder = Path(out)
    with _explained(folder):
        folder.mkdir(parents=True, exist_ok=True)
        _require_writable(folder)
    return folder


def _require_writable(folder: Path) -> None:
    """Before all the work, not after it."""
    try:
        with tempfile.NamedTemporaryFile(dir=folder):
            pass
    except FileNotFoundError as error:  # it is there, and nothing comes to be in it
        raise OSError(errno.EROFS, error.strerror) from error


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """Say why a place for the files is none."""
    try:
        yield
    except OSError as error:
        raise CommandError(_("%(folder)s cannot be used: %(error)s.") % {"folder": path, "error": why(error)}) from error


def _period(brand: Brand, until: str | None, months: int) -> tuple[Period, str]:
    """The months to audit, and how the last of them was found."""
    if until is None:
        last = queries.default_until(brand)
        if last is None:
            raise actions.Refused(refusals.why_none(brand))
        if queries.with_its_last_days(brand, Period.months(last, 1)):
            return Period.months(last, months), _("the last month with data for its last days")
        return Period.months(last, months), _("one of the last months with data; there is none for its last days")
    return months_until(until, months), _("as asked")


def _summary(audit: Audit, taken: str, folder: Path) -> dict[str, Any]:
    """What was made: files with their hashes, the snapshot, and every KPI with its code, value, inputs and coverage."""
    snapshot = audit.snapshot
    facts = snapshots.content(snapshot)
    files = [_copied(file, folder) for _form, file in sorted(files_of(snapshot, audit.language).items())]
    return {
        "audit": audit.pk,
        "brand": audit.brand.slug,
        "period": {"first_day": f"{audit.first_day}", "last_day": f"{audit.last_day}", "taken": taken},
        "language": audit.language,
        "snapshot": {"id": snapshot.pk, "sha256": snapshot.sha256, "sealed_at": snapshot.sealed_at.isoformat()},
        "files": files,
        "findings": [
            {name: finding[name] for name in ("code", "severity", "subject", "words")}
            | {"numbers": {role: number["value"] for role, number in finding["numbers"].items()}}
            for finding in facts["findings"]
        ],
        "kpis": kpis.listed(facts, [json.loads(Path(file["manifest"]).read_text()) for file in files]),
    }


def _copied(file: ReportFile, folder: Path) -> dict[str, Any]:
    """The file and its manifest, side by side in the folder."""
    path, manifest = folder / file.name, folder / f"{file.name}.manifest.json"
    for kept, copy in ((file.path, path), (file.manifest_path, manifest)):
        with _explained(copy):
            shutil.copyfile(path_of(kept), copy)
    return {
        "form": file.form,
        "path": str(path.resolve()),
        "sha256": file.sha256,
        "size": file.size,
        "manifest": str(manifest.resolve()),
    }
