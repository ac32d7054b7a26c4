"""The steps from the followers at the start to those at the end."""

from collections.abc import Sequence
from dataclasses import replace

from audits.evidence import Number
from audits.measures.numbers import remainder
from smmstrategy.metrics.formulas import identity


def taken_away(lost: Number) -> Number:
    """Those who left as a step down."""
    left = -lost.value if lost.value is not None else None
    return replace(lost, id=f"{lost.id}.left", value=left, formula=f"− {lost.formula}")


def unexplained(start: Number, end: Number, steps: Sequence[Number]) -> Number:
    """What the steps between them do not explain, of months those not known."""
    prefix = end.id.removesuffix(".followers_end")
    return remainder(prefix, "followers_end.unexplained", end, (start, *steps), metric=identity("growth_abs"))
