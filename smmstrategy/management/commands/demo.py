"""`manage.py demo`: the demo agency, from its files to its audits."""

import sys
from argparse import ArgumentParser
from datetime import date, timedelta
from pathlib import Path

from django.core.management.base import CommandError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from audits.management.until import months_until
from audits.models import Audit
from audits.queries.refusals import not_over
from smmstrategy.clients.isolation import scope
from smmstrategy.clients.models import Brand
from smmstrategy.clients.zones import today
from smmstrategy.commands import Spoken
from smmstrategy.demo import actions, exports, posts
from smmstrategy.demo.scenario import MONTHS, Scenario
from smmstrategy.jobs.models import Job
from smmstrategy.jobs.waiting import until_over
from smmstrategy.metrics.imports import labels
from smmstrategy.metrics.models import Import


class Command(Spoken):
    help = gettext_noop("Load the demo agency: people, export files through the import, one delivered audit and one to review.")

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--seed", type=int, metavar="N", default=1, help=_("another number gives other figures; by default 1"))
        parser.add_argument("--until", metavar=_("YYYY-MM"), help=_("last month audited; by default the last full month"))
        parser.add_argument("--files-only", type=Path, metavar=_("DIR"), help=_("only write the export files there"))

    def handle(self, *, seed: int, until: str | None, files_only: Path | None, **options) -> None:
        scenario = Scenario(_last_day(until), seed)
        if files_only:
            self.stdout.write("\n".join(map(str, _written(scenario, files_only))))
        else:
            self._load(scenario)

    def _load(self, scenario: Scenario) -> None:
        with scope("system"):
            brand = actions.make_agency()
            actions.let_people_in(brand)
        self._import(brand, scenario)
        self._audit(brand, scenario)
        self.stdout.write(actions.sign_ins())

    def _import(self, brand: Brand, scenario: Scenario) -> None:
        for number, export in enumerate(exports.exports(scenario), 1):
            with scope("system"):
                is_in = actions.is_in(brand, export)
            if not is_in:
                self._say(f"{number:>2}. {export.name}: {_line(actions.bring_in(brand, export))}")

    def _audit(self, brand: Brand, scenario: Scenario) -> None:
        """The earlier half-year is finished and delivered here; the newest goes to the worker."""
        with scope("system"):
            earlier = actions.submit_audit(brand, scenario.now.before(), is_newest=False)
        job = until_over(earlier.job_id, show=lambda job: None)
        with scope("system"):
            if job.status == Job.Status.DONE:
                actions.deliver(Audit.objects.get(pk=earlier.pk))
            actions.submit_audit(brand, scenario.now, is_newest=True)

    def _say(self, line: str) -> None:
        self.stdout.write(f"  {line}")
        sys.stdout.flush()


def _written(scenario: Scenario, folder: Path) -> list[Path]:
    try:
        return exports.write(scenario, folder)
    except OSError as error:
        why = {"folder": folder, "why": error.strerror}
        raise CommandError(_("The files cannot be written to %(folder)s: %(why)s.") % why) from error


def _line(import_: Import) -> str:
    counts = {name: import_.summary[name] for name in ("rows", "new", "changed", "unchanged")}
    return labels.outcome({**counts, "rejected": len(import_.rejected)})


def _last_day(until: str | None) -> date:
    """The last day of the month named, or of the last month that is over where the brand is."""
    before = today(posts.ZONE.key).replace(day=1) - timedelta(days=1)
    last = before if until is None else months_until(until, MONTHS).last
    if last > before:
        raise CommandError(not_over(last))
    return last
