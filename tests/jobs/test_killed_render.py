"""Workers killed in the middle of a real audit: the last finishes it, once, with the bytes an undisturbed one would have drawn."""

import json
import time
from datetime import UTC, date, datetime, timedelta
from io import StringIO

import pytest
from django.conf import settings
from django.core.management import call_command

from audits import actions as audits
from audits.models import Audit
from smmstrategy.clients.models import Brand
from smmstrategy.files import path_of
from smmstrategy.jobs.models import Job
from smmstrategy.ledger.models import Entry
from smmstrategy.metrics.actions import record
from smmstrategy.reports.models import ReportFile, Snapshot
from tests.jobs.conftest import NOBODY_LISTENS, kill
from tests.web.conftest import HALF_YEAR, followers, post, track

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]
PATIENCE_SECONDS = 60


@pytest.fixture
def accepted(agency, settings, tmp_path, monkeypatch, point_celery_at):
    """The job of an audit of a brand with a year and a half of posts; workers share its `media`."""
    settings.MEDIA_ROOT = tmp_path
    monkeypatch.setenv("MEDIA_ROOT", str(tmp_path))
    point_celery_at(broker())
    brand = Brand.objects.create(client=agency.a, name="Killed", slug="killed")
    account = track(brand, "vk", brand.slug)
    days = [date(2025, 1, 1) + timedelta(n) for n in range((HALF_YEAR.last - date(2025, 1, 1)).days + 1)]
    posts = [post(day, views=100 + day.day, likes=10 + day.month, comments=day.day % 3) for day in days]
    values = [followers(day, 1000 + n) for n, day in enumerate(days)]
    record(account, posts=posts, values=values, source="import", collected_at=datetime(2026, 7, 1, tzinfo=UTC))
    return audits.start(brand=brand, period=HALF_YEAR, language="ru", by=agency.strategist).job


def broker():
    return settings.REDIS_URL.rsplit("/", 1)[0] + "/6"


def wait_until(condition, pause):
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not condition():
        assert time.monotonic() < deadline, list(Job.objects.values("status", "step", "attempts", "error"))
        time.sleep(pause)


def now(job):
    return Job.objects.get(pk=job.pk)


def killed_at(step, job, worker):
    """Kill the worker as soon as it is at that step of the job; some take it no longer than a few hundredths."""
    wait_until(lambda: now(job).step == step, pause=0.005)
    kill(worker)
    return now(job).status, ReportFile.objects.filter(snapshot__client=job.client).count()


def verified(audit):
    out = StringIO()
    call_command("audit_verify", str(audit.pk), stdout=out)
    return [file["same"] for file in json.loads(out.getvalue())["files"]]


def test_a_killed_render_is_finished_later_and_once(accepted, start_worker_at):
    """The first worker is told of the job; the others find it by themselves, each once the lease of the one before has run out."""
    steps = ("sealing the numbers", "drawing the deck", "drawing the workbook")
    for step, address in zip(steps, (broker(), NOBODY_LISTENS, NOBODY_LISTENS), strict=True):
        assert killed_at(step, accepted, start_worker_at(address)) == (Job.Status.RUNNING, 0)

    start_worker_at(NOBODY_LISTENS)
    wait_until(lambda: now(accepted).status == Job.Status.DONE, pause=0.1)
    assert now(accepted).attempts == 4
    audit = Audit.objects.get()
    files = ReportFile.objects.filter(snapshot=audit.snapshot)
    assert (audit.status, sorted(files.values_list("form", flat=True))) == (Audit.Status.READY, ["pptx", "xlsx"])
    assert all(path_of(name).exists() for names in files.values_list("path", "manifest_path") for name in names)
    assert verified(audit) == [True, True]
    assert (Snapshot.objects.count(), Entry.objects.filter(verb="rendered").count()) == (1, 1)
