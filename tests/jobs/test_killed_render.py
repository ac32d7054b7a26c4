"""A worker killed in the middle of a real audit: another finishes it, once, with the bytes an undisturbed one would have drawn."""

import json
import time
from datetime import UTC, date, datetime, timedelta
from io import StringIO

import pytest
from django.conf import settings
from django.core.management import call_command

from audits import actions as audits
from audits.models import Audit
from smmstrategy.files import path_of
from smmstrategy.jobs.models import Job
from smmstrategy.ledger.models import Entry
from smmstrategy.metrics.actions import record
from smmstrategy.reports.models import ReportFile, Snapshot
from tests.jobs.conftest import kill
from tests.web.conftest import HALF_YEAR, followers, post, track

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]
PATIENCE_SECONDS = 60


@pytest.fixture
def job(agency, settings, tmp_path, monkeypatch, point_celery_at):
    """An accepted audit of a year and a half of posts; `media` is shared with the workers."""
    settings.MEDIA_ROOT = tmp_path
    monkeypatch.setenv("MEDIA_ROOT", str(tmp_path))
    account = track(agency.brand_a, "vk", "brand")
    days = [date(2025, 1, 1) + timedelta(n) for n in range((HALF_YEAR.last - date(2025, 1, 1)).days + 1)]
    posts = [post(day, views=100 + day.day, likes=10 + day.month, comments=day.day % 3) for day in days]
    values = [followers(day, 1000 + n) for n, day in enumerate(days)]
    record(account, posts=posts, values=values, source="import", collected_at=datetime(2026, 7, 1, tzinfo=UTC))
    point_celery_at(broker())
    return audits.start(brand=agency.brand_a, period=HALF_YEAR, language="ru", by=agency.strategist).job


def broker():
    return settings.REDIS_URL.rsplit("/", 1)[0] + "/6"


def wait_until(condition):
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not condition():
        assert time.monotonic() < deadline, Job.objects.values("status", "step", "attempts", "error").get()
        time.sleep(0.005)


def now(job):
    return Job.objects.get(pk=job.pk)


@pytest.mark.parametrize("step", ["sealing the numbers", "drawing the deck", "drawing the workbook"])
def test_a_killed_render_is_finished_later_and_once(job, start_worker_at, step):
    worker = start_worker_at(broker())
    wait_until(lambda: now(job).step == step)
    kill(worker)
    interrupted = now(job)
    assert (interrupted.status, ReportFile.objects.count()) == (Job.Status.RUNNING, 0)

    start_worker_at("redis://127.0.0.1:9/0")  # finds the job by itself once the lease has run out
    wait_until(lambda: now(job).status == Job.Status.DONE)
    audit = Audit.objects.get()
    assert (audit.status, now(job).attempts, Snapshot.objects.count()) == (Audit.Status.READY, 2, 1)
    assert sorted(ReportFile.objects.values_list("form", flat=True)) == ["pptx", "xlsx"]
    assert Entry.objects.filter(verb="rendered").count() == 1
    assert all(path_of(name).exists() for names in ReportFile.objects.values_list("path", "manifest_path") for name in names)
    out = StringIO()
    call_command("audit_verify", str(audit.pk), stdout=out)
    assert [file["same"] for file in json.loads(out.getvalue())["files"]] == [True, True]
