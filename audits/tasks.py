"""The audit's work for the worker."""

from audits import actions
from smmstrategy.jobs.actions import Claim, handler


@handler(actions.JOB)
def render(claim: Claim) -> None:
    actions.render(claim)
