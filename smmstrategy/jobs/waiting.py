"""Waiting for a job at the command line: a worker does it or, where none takes it, this process does."""

import logging
import time
from collections.abc import Callable

from django.db import InterfaceError, OperationalError, connection
from django.utils import timezone

from smmstrategy.clients.isolation import scope
from smmstrategy.jobs import actions
from smmstrategy.jobs.models import Job

POLL_SECONDS = 0.1
PATIENCE_SECONDS = 1  # how long a job may wait for a worker before this process does it itself
OUTAGE_SECONDS = 60  # how long the database may be away, as when it is started again
OVER = (Job.Status.DONE, Job.Status.FAILED)

log = logging.getLogger(__name__)


def until_over(job_id: int, show: Callable[[Job], None]) -> Job:
    """The job as it ended, done or failed; `show` gets it at every look. OperationalError when the database stays away."""
    waiting_since = answered_at = time.monotonic()
    while True:
        try:
            job = _looked_at(job_id)
            answered_at = time.monotonic()
            show(job)
            if job.status in OVER:
                return job
            if job.lease_until and job.lease_until > timezone.now():
                waiting_since = time.monotonic()
            if time.monotonic() - waiting_since > PATIENCE_SECONDS:
                _attempt(job_id)
        except (OperationalError, InterfaceError):
            connection.close()
            if time.monotonic() - answered_at > OUTAGE_SECONDS:
                raise
        time.sleep(POLL_SECONDS)


def _attempt(job_id: int) -> None:
    """Do the job here. Whatever its handler raised is logged and written into the row by `run`; here the wait only goes on."""
    try:
        actions.run(job_id)
    except (OperationalError, InterfaceError):
        raise
    except Exception:
        log.warning("job %s: this attempt failed", job_id)


def _looked_at(job_id: int) -> Job:
    with scope("system"):
        return Job.objects.get(pk=job_id)
