"""The jobs of imports: to look at a file, to apply it, and to write all that is ready."""

import logging

from django.db import InterfaceError, OperationalError
from django.utils.translation import gettext_noop

from smmstrategy.clients.isolation import scope
from smmstrategy.jobs.actions import CannotSucceed, Claim, LeaseLost
from smmstrategy.metrics.imports import actions
from smmstrategy.metrics.imports.reading.options import Options
from smmstrategy.metrics.models import Import

log = logging.getLogger(__name__)


def run(claim: Claim) -> None:
    """payload: {"import": id, "step": "look" | "apply"}."""
    with scope(claim.scope):
        import_ = Import.objects.select_related("client", "brand").get(pk=claim.job.payload["import"])
    claim.progress(0, 2, gettext_noop("reading the file"))
    reading = actions.read(import_)
    claim.progress(1, 2, gettext_noop("comparing with what is stored"))
    try:
        with claim.finishing({"import": import_.pk}):
            if claim.job.payload["step"] == "look":
                shown = actions.show(import_, reading)
                if shown.status == Import.Status.PREVIEWED:  # before, nobody knows whose the tables are
                    actions.remember_columns(
                        shown, answers=Options(**shown.options).columns_by_signature, by=claim.job.requested_by
                    )
            elif not actions.write_as_shown(import_, reading, by=claim.job.requested_by):
                actions.show_anew(import_, reading)
    except actions.NotNow as error:
        raise CannotSucceed(str(error)) from error


def write_ready(claim: Claim) -> None:
    """payload: {"imports": ids, "step": "apply"}. What fails, or a worker was lost at, is tried apart and stops no other."""
    numbers = claim.job.payload["imports"]
    for done, number in enumerate(numbers):
        claim.progress(done, len(numbers), gettext_noop("writing the files one after another"))
        with scope(claim.scope):
            import_ = Import.objects.select_related("client", "brand").get(pk=number)
        if import_.job_id == claim.job.pk:  # else it had its turn before this attempt
            if claim.job.attempts > 1 and done == claim.job.steps_done:  # where the attempt before has ended
                _set_apart(claim, import_)
            else:
                _take_turn(claim, import_)
    with claim.finishing({"imports": numbers}):
        pass


def _take_turn(claim: Claim, import_: Import) -> None:
    try:
        reading = actions.read(import_)
        with scope(claim.scope):
            claim.require_right()
            actions.write_ready(import_, reading, by=claim.job.requested_by)
            claim.extend()  # in the same transaction: whoever lost the lease writes nothing
    except (LeaseLost, CannotSucceed, InterfaceError, OperationalError):
        raise
    except Exception:
        log.exception("import %s could not be written with the others", import_.pk)
        _set_apart(claim, import_)


def _set_apart(claim: Claim, import_: Import) -> None:
    with scope(claim.scope):
        actions.write_apart(import_, by=claim.job.requested_by)
        claim.extend()
