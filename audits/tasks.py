"""The audit's work for the worker."""

from audits.models import DRAW_JOB, JOB
from smmstrategy.jobs.actions import Claim, handler


@handler(JOB)
def render(claim: Claim) -> None:
    from audits import rendering  # the drawers are loaded where something is drawn, not in every web process

    rendering.render(claim)


@handler(DRAW_JOB)
def draw(claim: Claim) -> None:
    from audits import rendering

    rendering.draw(claim)
