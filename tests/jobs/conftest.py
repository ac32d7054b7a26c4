"""Celery pointed at another broker for one test, and real workers."""

import os
import signal
import subprocess
import sys

import kombu
import pytest
from django.conf import settings
from django.db import connection

from smmstrategy.celery import app
from smmstrategy.jobs import tasks

NOBODY_LISTENS = "redis://127.0.0.1:9/0"


def point(address):
    app.conf.broker_url = app.conf.broker_write_url = app.conf.broker_read_url = address
    app.set_current()
    kombu.pools.reset()
    app._pool = app.amqp._producer_pool = None
    tasks.left_alone_until = 0


@pytest.fixture
def point_celery_at():
    before = app.conf.broker_url
    yield point
    point(before)


@pytest.fixture
def start_worker_at():
    """Starts workers of tests.jobs.worker at an address of a broker; whatever still runs is killed afterwards."""
    started = []
    database = settings.DATABASES["default"]
    url = "postgres://{USER}:{PASSWORD}@{HOST}:{PORT}/".format(**database) + connection.settings_dict["NAME"]
    options = ["worker", "-c", "2", "--without-gossip", "--without-mingle", "--without-heartbeat", "-l", "error"]

    def start(broker):
        environment = os.environ | {"DATABASE_URL": url, "REDIS_URL": broker, "JOB_LEASE_SECONDS": "2"}
        command = [sys.executable, "-m", "celery", "-A", "tests.jobs.worker", *options]
        started.append(subprocess.Popen(command, env=environment, start_new_session=True))
        return started[-1]

    yield start
    for worker in started:
        kill(worker)


def kill(worker):
    if worker.poll() is None:
        os.killpg(worker.pid, signal.SIGKILL)
        worker.wait()
