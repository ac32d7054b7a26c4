"""Celery pointed at another broker for one test."""

import kombu
import pytest

from smmstrategy.celery import app


def point(address):
    app.conf.broker_url = app.conf.broker_write_url = app.conf.broker_read_url = address
    app.set_current()
    kombu.pools.reset()
    app._pool = app.amqp._producer_pool = None


@pytest.fixture
def point_celery_at():
    before = app.conf.broker_url
    yield point
    point(before)
