"""While the broker is away the worker finds accepted jobs by itself, and does each once; nobody waits long for a hint."""

import signal
import time

import pytest
import redis
from django.db import transaction

from smmstrategy.celery import app
from smmstrategy.clients.models import Client
from smmstrategy.jobs import actions
from smmstrategy.jobs.models import Job
from smmstrategy.local import ports
from smmstrategy.local.redis import Redis, answers
from tests.jobs.conftest import NOBODY_LISTENS, kill
from tests.jobs.test_kills import effects, wait_for

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]


def test_jobs_are_done_without_a_broker(start_worker_at, point_celery_at):
    point_celery_at(NOBODY_LISTENS)
    client = Client.objects.create(name="Север", slug="sever")
    worker = start_worker_at(NOBODY_LISTENS)
    for number in range(3):
        actions.enqueue("tests.mark", key=str(number), client=client, payload={"number": number}, by=None)
    assert wait_for(lambda: Job.objects.filter(status="done").count() == 3)
    assert effects("row") == ["row 0", "row 1", "row 2"]
    assert worker.poll() is None
    kill(worker)


@pytest.fixture
def broker(tmp_path):
    """A server that is not yet started, and its address."""
    port = ports.free()
    server = Redis(tmp_path, tmp_path / "log").server(port, "secret")
    yield server, f"redis://:secret@127.0.0.1:{port}/0"
    server.process.kill()
    server.process.wait()


def started(server, address):
    server.start()
    server.wait_until(lambda: answers(address))


def test_a_broker_that_refused_a_hint_is_given_the_next_one(broker, point_celery_at):
    server, address = broker
    point_celery_at(address)
    client = Client.objects.create(name="Север", slug="sever")
    actions.enqueue("tests.mark", key="0", client=client, payload={"number": 0}, by=None)
    started(server, address)
    actions.enqueue("tests.mark", key="1", client=client, payload={"number": 1}, by=None)
    with redis.from_url(address) as queues:
        assert queues.llen("celery") == 1


@pytest.fixture
def frozen_broker(broker):
    """The address of a server that takes connections and says nothing."""
    server, address = broker
    started(server, address)
    server.process.send_signal(signal.SIGSTOP)
    return address


@pytest.fixture
def limits():
    """How long a broker is waited for, here a second at most for each."""
    before = app.conf.broker_transport_options
    app.conf.broker_transport_options = before | {"socket_connect_timeout": 1, "socket_timeout": 1}
    yield app.conf.broker_transport_options
    app.conf.broker_transport_options = before


def test_many_jobs_accepted_at_once_wait_for_a_broker_that_hangs_as_long_as_one(limits, frozen_broker, point_celery_at):
    point_celery_at(frozen_broker)
    client = Client.objects.create(name="Север", slug="sever")
    began = time.monotonic()
    with transaction.atomic():
        for number in range(8):
            actions.enqueue("tests.mark", key=str(number), client=client, payload={"number": number}, by=None)
    waited = time.monotonic() - began
    assert 1 <= waited < limits["socket_connect_timeout"] + limits["socket_timeout"] + 1
    assert len(actions.due()) == 8
