"""Accepted work survives killed workers and a broker that forgets everything; the usual set-up, in the same run, does not."""

import time

import pytest
import redis
from django.conf import settings

from smmstrategy.clients.models import Client
from smmstrategy.jobs import actions, tasks
from smmstrategy.jobs.models import Job
from smmstrategy.ledger.models import Entry
from tests.jobs.conftest import kill

JOBS, KILLS, PATIENCE_SECONDS = 16, 2, 60
pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def broker(point_celery_at):
    """A database of the broker that only this test uses, so that it may be emptied."""
    address = settings.REDIS_URL.rsplit("/", 1)[0] + "/5"
    point_celery_at(address)
    return address


@pytest.fixture
def start_worker(broker, start_worker_at):
    return lambda: start_worker_at(broker)


def effects(prefix):
    return list(Entry.objects.filter(reason__startswith=prefix).order_by("pk").values_list("reason", flat=True))


def wait_for(condition, sweep=False, pause=0.1):
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not condition() and time.monotonic() < deadline:
        if sweep:
            for job_id in actions.due():
                tasks.send_hint(job_id)
        time.sleep(pause)
    return condition()


def test_no_accepted_job_is_lost_or_done_twice(start_worker, broker):
    from tests.jobs.worker import mark_naively

    client = Client.objects.create(name="Север", slug="sever")
    for number in range(JOBS):
        actions.enqueue("tests.mark", key=str(number), client=client, payload={"number": number}, by=None)
        mark_naively.delay(client.pk, number)
    worker, kills = start_worker(), 0
    for kill_number in range(1, KILLS + 1):
        floor = len(effects("row"))
        assert wait_for(lambda floor=floor: len(effects("row")) > floor + 1, sweep=kill_number > 1), "the worker did nothing"
        assert wait_for(lambda: Job.objects.filter(status="running").exists(), pause=0.01), "no job is in work"
        assert worker.poll() is None
        kill(worker)
        kills += 1
        if kill_number == 2:
            assert redis.Redis.from_url(broker).flushdb()
        worker = start_worker()
    assert wait_for(lambda: not Job.objects.exclude(status="done").exists(), sweep=True)

    assert kills == KILLS
    assert sorted(effects("row")) == sorted(f"row {number}" for number in range(JOBS))
    assert Job.objects.filter(attempts__gt=1).exists(), "no job was interrupted: the test proved nothing"
    assert len(effects("naive")) < JOBS, "the usual set-up lost nothing: the faults were too gentle to prove anything"
