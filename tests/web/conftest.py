"""A brand with six months of numbers: a channel with posts and followers, a gap in them, its website; and a real browser."""

import os
import threading
import time
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.conf import settings
from django.core.signals import request_finished, request_started
from django.db import connection
from django.test import Client as Browser
from playwright.sync_api import sync_playwright

from smmstrategy.clients.models import Account, Tracking
from smmstrategy.metrics.actions import Statement, record_all
from smmstrategy.metrics.periods import Period
from smmstrategy.metrics.records import AccountRecord, PostRecord
from tests.turns import watched

HALF_YEAR = Period(date(2026, 1, 1), date(2026, 6, 30))
ARGUMENTS = ["--no-sandbox", "--disable-gpu"]
GAP = {date(2026, 3, 10), date(2026, 3, 11)}


def track(brand, network, handle, role=Tracking.Role.OWN):
    account = Account.objects.create(client=brand.client, network=network, handle=handle, name=f"{handle} in {network}")
    Tracking.objects.create(client=brand.client, brand=brand, account=account, role=role)
    return account


def post(day, **metrics):
    return PostRecord(
        key=day.isoformat(),
        metrics={code: Decimal(value) for code, value in metrics.items()},
        permalink=f"https://vk.com/wall-1_{day:%Y%m%d}",
        published_at=datetime(day.year, day.month, day.day, 9, tzinfo=UTC),
        text=f"Post of {day:%d %B}",
    )


def followers(day, count):
    return AccountRecord("followers", day, day, Decimal(count))


@pytest.fixture(autouse=True)
def entries_come_last():
    """No request locks, changes or deletes a row after its first entry in the ledger that it does not hold already."""
    with watched() as late:
        yield
    assert late == []


@pytest.fixture
def owner(agency, signed_in):
    return signed_in(agency.owner)


@pytest.fixture
def manager(agency, signed_in):
    return signed_in(agency.manager)


@pytest.fixture
def strategist(agency, signed_in):
    return signed_in(agency.strategist)


@pytest.fixture
def channel(agency):
    """10 posts a month for a year, each with 100 views and 10 likes (20 likes in the second half); followers grow by one a day."""
    account = track(agency.brand_a, "vk", "brand")
    posts, values, day = [], [], date(2025, 6, 1)
    while day <= HALF_YEAR.last:
        if day.day <= 10:
            posts.append(post(day, views=100, likes=20 if day >= HALF_YEAR.first else 10))
        if day not in GAP:
            values.append(followers(day, 1000 + (day - HALF_YEAR.first).days))
        day += timedelta(days=1)
    stated = Statement(account, posts, values, Period(date(2025, 6, 1), HALF_YEAR.last))
    record_all([stated], source="import", collected_at=datetime(2026, 7, 1, tzinfo=UTC))
    return account


def somebody_waits():
    """Whether a connection waits for a row that another one holds."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT FROM pg_locks WHERE NOT granted")
        return cursor.fetchone() is not None


def enter(context, user, address):
    """Have the user signed in at the address without the form, which the whole road goes through; a new page of the context."""
    signed = Browser()
    signed.force_login(user)
    name = settings.SESSION_COOKIE_NAME
    context.add_cookies([{"name": name, "value": signed.cookies[name].value, "url": address}])
    return context.new_page()


@pytest.fixture
def live_server(live_server, transactional_db):
    """The server of the pages; the tables are emptied only once it has answered everything that a closed page still asked."""
    answering = set()
    with (
        heard(request_started, lambda **_: answering.add(threading.current_thread())),
        heard(request_finished, lambda **_: answering.discard(threading.current_thread())),
    ):
        yield live_server
        ends = time.monotonic() + 20
        while answering - {threading.current_thread()} and time.monotonic() < ends:
            time.sleep(0.01)


@contextmanager
def heard(signal, listener):
    signal.connect(listener)
    try:
        yield
    finally:
        signal.disconnect(listener)


@pytest.fixture(scope="session")
def browser(chromium):
    # the driver keeps an event loop in this thread; the tests' own use of the database beside it is meant
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as driver:
        launched = driver.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield launched
        launched.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]
