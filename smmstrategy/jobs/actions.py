"""Accepting, claiming, finishing and failing work; one UPDATE decides who holds a job."""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import Error, connection
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_noop

from smmstrategy import files
from smmstrategy.clients import access
from smmstrategy.clients.isolation import scope
from smmstrategy.clients.models import Client, User
from smmstrategy.jobs.models import Job

LEASE = timedelta(seconds=settings.JOB_LEASE_SECONDS)
HEARTBEAT_SECONDS = settings.JOB_LEASE_SECONDS / 4
MAX_ATTEMPTS = 5
# waits, or is held by somebody who is gone
FREE = Q(status=Job.Status.QUEUED, run_after__lte=Now()) | Q(status=Job.Status.RUNNING, lease_until__lt=Now())
UNEXPECTED = gettext_noop("Something went wrong on our side; nothing half-done was kept. The log says more under the job's number.")
DISK_FULL = gettext_noop("The disk is full; nothing half-done was kept. Tell whoever runs the system that it needs room.")
DIED = gettext_noop("The worker died every time this was tried. The log says more under the job's number.")
NOT_ALLOWED = gettext_noop("Whoever asked for this may no longer do it. Somebody who may can ask for it again.")

log = logging.getLogger(__name__)

Handler = Callable[["Claim"], None]
handlers: dict[str, Handler] = {}


class LeaseLost(Exception):
    """Another worker holds this job now: stop, and write nothing."""


class CannotSucceed(Exception):
    """Trying again is useless; the text is for the person who asked for the work."""


def handler(kind: str) -> Callable[[Handler], Handler]:
    """Register the function that does jobs of this kind. It must end inside `claim.finishing()`."""

    def register(function: Handler) -> Handler:
        handlers[kind] = function
        return function

    return register


def enqueue(kind: str, *, key: str, client: Client | None, payload: dict[str, Any], by: User | None) -> Job:
    """Accept work in the caller's transaction; asking again with the same key gives the same job back."""
    job, _created = Job.objects.get_or_create(
        key=key, defaults={"kind": kind, "client": client, "payload": payload, "requested_by": by}
    )
    return job


@dataclass
class Claim:
    """The right to do one job for the length of a lease."""

    job: Job

    @property
    def scope(self) -> str:
        return f"client:{self.job.client_id}" if self.job.client_id else "system"

    def progress(self, done: int, total: int, step: str = "") -> None:
        """Say how far the work is; raises LeaseLost when somebody else has taken over."""
        self._update(steps_done=done, steps_total=total, step=step[:200], lease_until=Now() + LEASE)

    def extend(self) -> None:
        self._update(lease_until=Now() + LEASE)

    @contextmanager
    def finishing(self, result: dict[str, Any]) -> Iterator[None]:
        """The effect written inside and the job's end are one transaction, and only the newest claim gets there."""
        with scope(self.scope):
            self.require_right()
            yield
            self._update(status=Job.Status.DONE, result=result, error="", finished_at=Now(), lease_until=None)

    def fail(self, error: str, *, again: bool) -> None:
        """Give up this attempt: try again later, or never."""
        if again and self.job.attempts < MAX_ATTEMPTS:
            later = Now() + timedelta(seconds=2**self.job.attempts)
            self._update(status=Job.Status.QUEUED, error=error, run_after=later, lease_until=None)
        else:
            self._update(status=Job.Status.FAILED, error=error, finished_at=Now(), lease_until=None)

    def require_right(self) -> None:
        """Whoever asked must still be one of the client's staff; what a command or the system asks for needs nobody."""
        by, client = self.job.requested_by, self.job.client
        if by is None or client is None:
            return
        with scope(f"user:{by.pk}"):  # roles for the whole agency stand in nobody else's scope
            if not access.roles(by, client) & access.STAFF:
                raise CannotSucceed(NOT_ALLOWED)

    def _update(self, **fields: Any) -> None:
        with scope(self.scope):
            held = Job.objects.filter(pk=self.job.pk, token=self.job.token, status=Job.Status.RUNNING)
            if held.update(**fields) != 1:
                raise LeaseLost(f"job {self.job.pk}")


def claim(job_id: int) -> Claim | None:
    """Take a job that waits or whose holder is gone; None when there is nothing to take."""
    with scope("system"):
        taken = Job.objects.filter(FREE, pk=job_id).update(
            status=Job.Status.RUNNING, token=F("token") + 1, attempts=F("attempts") + 1, lease_until=Now() + LEASE
        )
        return Claim(Job.objects.select_related("client", "requested_by").get(pk=job_id)) if taken else None


def run(job_id: int) -> bool:
    """Do one job if it can be claimed; say whether there was anything to do."""
    held = claim(job_id)
    if held is None:
        return False
    with suppress(LeaseLost):
        _do(held)
    return True


def _do(held: Claim) -> None:
    if held.job.attempts > MAX_ATTEMPTS:
        held.fail(held.job.error or DIED, again=False)
        return
    with _heartbeat(held):
        try:
            held.require_right()
            handlers[held.job.kind](held)
        except LeaseLost:
            raise
        except CannotSucceed as error:
            held.fail(str(error), again=False)
        except Exception as error:
            log.exception("job %s (%s), attempt %s", held.job.pk, held.job.kind, held.job.attempts)
            held.fail(DISK_FULL if files.disk_is_full(error) else UNEXPECTED, again=True)
            raise


def due(limit: int = 100) -> list[int]:
    """Jobs nobody holds though they could run: the sweeper sends their hints again."""
    with scope("system"):
        return list(Job.objects.filter(FREE).order_by("run_after").values_list("pk", flat=True)[:limit])


@contextmanager
def _heartbeat(held: Claim) -> Iterator[None]:
    stop = threading.Event()

    def beat() -> None:
        with closing(connection):
            while not stop.wait(HEARTBEAT_SECONDS):
                try:
                    held.extend()
                except LeaseLost:
                    break
                except Error as error:  # the database is away for a moment: the next beat finds it again
                    log.warning("job %s: a heartbeat failed: %s", held.job.pk, error)
                    connection.close()

    thread = threading.Thread(target=beat, daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()
