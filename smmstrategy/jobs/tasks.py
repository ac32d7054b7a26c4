"""What Celery carries: hints that a job may be claimed. A lost hint is sent again, a double one finds nothing to do."""

import logging
import time

from celery import shared_task
from django.db import transaction
from django.db.models.signals import post_save
from django.dispatch import receiver
from kombu.exceptions import OperationalError
from redis.exceptions import TimeoutError as NoAnswer

from smmstrategy.jobs import actions
from smmstrategy.jobs.models import Job

LEFT_ALONE_SECONDS = 30  # a broker that hangs: of many jobs accepted at once each would wait for it; one that refuses costs nothing

log = logging.getLogger(__name__)
left_alone_until = 0.0


@shared_task
def run(job_id: int) -> None:
    actions.run(job_id)


@shared_task
def sweep() -> None:
    for job_id in actions.due():
        run.delay(job_id)


@receiver(post_save, sender=Job, dispatch_uid="hint a new job")
def hint(instance: Job, created: bool, **_signal) -> None:
    if created:
        transaction.on_commit(lambda: send_hint(instance.pk), robust=True)


def send_hint(job_id: int) -> None:
    """Tell the workers now; when the broker is away, or hangs, the sweeper will."""
    global left_alone_until
    if time.monotonic() < left_alone_until:
        return
    try:
        run.apply_async([job_id], retry=False)
    except OperationalError as away:
        if isinstance(away.__cause__, NoAnswer):
            left_alone_until = time.monotonic() + LEFT_ALONE_SECONDS
        log.warning("the broker is away; job %s waits for the sweeper", job_id)
