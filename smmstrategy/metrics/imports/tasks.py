"""The work of imports for the worker."""

from smmstrategy.jobs.actions import Claim, handler
from smmstrategy.metrics.models import JOB, READY_JOB


@handler(JOB)
def run(claim: Claim) -> None:
    from smmstrategy.metrics.imports import working  # loaded where a file is worked on, not in every process

    working.run(claim)


@handler(READY_JOB)
def write_ready(claim: Claim) -> None:
    from smmstrategy.metrics.imports import working

    working.write_ready(claim)
