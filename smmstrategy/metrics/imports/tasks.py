"""Looking at a file and applying it, as jobs of the queue."""

from django.utils.translation import gettext_noop

from smmstrategy.clients.isolation import scope
from smmstrategy.jobs.actions import CannotSucceed, Claim, handler
from smmstrategy.metrics.imports import actions
from smmstrategy.metrics.imports.queries import JOB
from smmstrategy.metrics.imports.reading.options import Options
from smmstrategy.metrics.models import Import


@handler(JOB)
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
                    actions.remember_columns(shown, Options(**shown.options).columns_by_signature, by=claim.job.requested_by)
            elif actions.is_as_shown(import_, reading):
                actions.write(import_, reading, by=claim.job.requested_by)
            else:
                actions.show_anew(import_, reading)
    except actions.NotNow as error:
        raise CannotSucceed(str(error)) from error
