"""While the broker is away the worker finds accepted jobs by itself, and does each once."""

import pytest

from smmstrategy.clients.models import Client
from smmstrategy.jobs import actions
from smmstrategy.jobs.models import Job
from tests.jobs.conftest import kill
from tests.jobs.test_kills import effects, wait_for

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]
NOBODY_LISTENS = "redis://127.0.0.1:9/0"


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
