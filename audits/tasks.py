"""The audit's work for the worker."""

from audits.models import JOB
from smmstrategy.jobs.actions import Claim, handler


@handler(JOB)
def render(claim: Claim) -> None:
    from audits import rendering  # the drawers are loaded where something is drawn, not in every web process

    rendering.render(claim)
