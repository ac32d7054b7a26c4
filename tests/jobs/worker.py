"""A Celery worker's application with two kinds of work: one through job rows, one the usual way, straight from the broker."""

import time

import django
from celery import shared_task

from smmstrategy.celery import app

django.setup()

from smmstrategy.clients.isolation import scope  # noqa: E402
from smmstrategy.clients.models import Client  # noqa: E402
from smmstrategy.jobs.actions import Claim, handler  # noqa: E402
from smmstrategy.ledger.actions import record  # noqa: E402
from smmstrategy.ledger.verbs import Verb  # noqa: E402

SECONDS_OF_WORK = 0.15


@handler("tests.mark")
def mark(claim: Claim) -> None:
    time.sleep(SECONDS_OF_WORK)
    claim.progress(1, 2, "half")
    with claim.finishing({"marked": claim.job.payload["number"]}):
        _leave(f"row {claim.job.payload['number']}", claim.job.client)


@shared_task
def mark_naively(client_id: int, number: int) -> None:
    time.sleep(SECONDS_OF_WORK)
    with scope("system"):
        client = Client.objects.get(pk=client_id)
        _leave(f"naive {number}", client)


def _leave(trace: str, client: Client) -> None:
    record(Verb.CHANGED, client, by=None, client=client, reason=trace)


__all__ = ["app"]
