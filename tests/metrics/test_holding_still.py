"""What is read together belongs together: an import waits until the reading of an account is over."""

import threading
from datetime import date

import pytest
from django.db import OperationalError, connection

from smmstrategy.clients.isolation import scope
from smmstrategy.clients.models import Account, Client
from smmstrategy.metrics import queries
from smmstrategy.metrics.actions import record
from tests.metrics.conftest import NOON, day

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def read_account():
    client = Client.objects.create(name="Север", slug="sever")
    return Account.objects.create(client=client, network="vk", handle="sever")


def import_without_patience(account, answers):
    try:
        with scope("system"), connection.cursor() as cursor:
            cursor.execute("SET LOCAL lock_timeout = '200ms'")
            record(account, values=[day("followers", date(2026, 3, 1), 10)], source="import", collected_at=NOON)
            answers.append("stored")
    except OperationalError:
        answers.append("had to wait")
    finally:
        connection.close()


def import_meanwhile(account):
    answers = []
    thread = threading.Thread(target=import_without_patience, args=[account, answers])
    thread.start()
    thread.join()
    return answers


def test_an_import_waits_for_a_reading_and_no_longer(read_account):
    with scope("system"):
        queries.hold_still([read_account])
        assert import_meanwhile(read_account) == ["had to wait"]
    assert import_meanwhile(read_account) == ["stored"]
