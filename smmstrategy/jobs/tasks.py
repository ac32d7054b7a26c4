"""What Celery carries: hints that a job may be claimed. A lost hint is sent again, a double one finds nothing to do."""

import logging

from celery import shared_task
from django.db import transaction
from django.db.models.signals import post_save
from django.dispatch import receiver
from kombu.exceptions import OperationalError

from smmstrategy.jobs import actions
from smmstrategy.jobs.models import Job

log = logging.getLogger(__name__)


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
    """Tell the workers now; when the broker is away the sweeper will."""
    try:
        run.apply_async([job_id], retry=False)
    except OperationalError:
        log.warning("the broker is away; job %s waits for the sweeper", job_id)
