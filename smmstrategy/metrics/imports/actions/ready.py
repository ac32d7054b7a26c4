"""Writing at once all that is ready: one file after another in the order they were brought, each with its own outcome."""

import secrets
from collections.abc import Collection

from django.db import transaction
from django.utils.translation import gettext_noop

from smmstrategy.clients.models import Client, User
from smmstrategy.jobs import actions as jobs
from smmstrategy.metrics.imports import queries
from smmstrategy.metrics.imports.actions import tracking
from smmstrategy.metrics.imports.actions.importing import NotNow, confirm, show
from smmstrategy.metrics.imports.actions.writing import write
from smmstrategy.metrics.imports.outcomes import Reading
from smmstrategy.metrics.models import READY_JOB, Import

NONE_READY = gettext_noop("None of these files is ready any more. This is how they stand now.")


def confirm_ready(client: Client, *, shown: Collection[int], by: User) -> int:
    """Have a worker write those of the shown imports that are ready, and say how many there are."""
    with transaction.atomic():
        asked = Import.objects.filter(client=client, pk__in=shown)
        list(asked.select_for_update(no_key=True).order_by("pk").values_list("pk"))  # asked twice at once, they are written once
        ready = queries.with_state(asked).filter(state=queries.State.READY)
        numbers = sorted(ready.values_list("pk", flat=True))
        if not numbers:
            raise NotNow(NONE_READY)
        payload = {"imports": numbers, "step": "apply"}
        key = f"{READY_JOB}:{secrets.token_hex(8)}"
        job = jobs.enqueue(READY_JOB, key=key, client=client, payload=payload, by=by)
        Import.objects.filter(pk__in=numbers).update(job=job)
    return len(numbers)


def write_ready(import_: Import, reading: Reading, *, by: User | None) -> None:
    """Write what is still ready when its turn comes; in the caller's scope.

    Files written before it may have brought some of it, which is then shown anew; what asks or warns since waits for a person.
    """
    with transaction.atomic():
        if not (waiting := _waiting_still(import_)):
            return
        tracking.take_turns(waiting)
        waiting.job, waiting.status = None, Import.Status.READING
        waiting.save(update_fields=["job", "status"])
        shown = show(waiting, reading)
        if queries.with_state(Import.objects.filter(pk=shown.pk)).get().state == queries.State.READY:
            write(shown, reading, by=by)


def write_apart(import_: Import, *, by: User | None) -> None:
    """Have a worker write by itself what could not be written with the others."""
    with transaction.atomic():
        if waiting := _waiting_still(import_):
            confirm(waiting, by=by)


def _waiting_still(import_: Import) -> Import | None:
    """The import, locked, if it is to be written as it was shown: nobody has answered, dismissed or written it since."""
    there = Import.objects.select_for_update(of=("self",), no_key=True).select_related("client", "brand")
    return there.filter(pk=import_.pk, status=Import.Status.PREVIEWED, job=import_.job_id).first()
