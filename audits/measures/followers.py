"""The steps from the followers at the start to those at the end."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from audits.evidence import Number, Window
from audits.measures.numbers import of_same_accounts, remainder
from smmstrategy.metrics.formulas import identity

ENOUGH_DAYS = Decimal("0.9")  # of all


def by_month(window: Window, growth: Number) -> dict[str, Number]:
    """What months added to the growth of a window: of those of which it is known of the same accounts, by the same formula."""
    known = (
        (month.key, number) for month in window.months if (number := month.numbers.get(growth.code)) and number.value is not None
    )
    return {key: one for key, one in known if one.metric == growth.metric and of_same_accounts(one, growth)}


def taken_away(lost: Number) -> Number:
    """Those who left as a step down."""
    left = -lost.value if lost.value is not None else None
    return replace(lost, id=f"{lost.id}.left", value=left, formula=f"− {lost.formula}")


def unexplained(start: Number, end: Number, steps: Sequence[Number]) -> Number:
    """What the steps between them do not explain, of months those not known."""
    prefix = end.id.removesuffix(".followers_end")
    return remainder(prefix, "followers_end.unexplained", end, (start, *steps), metric=identity("growth_abs"))


def joined_and_left(window: Window) -> tuple[Number, Number] | None:
    """Who joined and who left, where both are known of nearly all days: those of a few days explain no half-year."""
    joined, left = (window.numbers.get(f"growth_net.{code}") for code in ("followers_gained", "followers_lost"))
    if joined is None or left is None or (joined.coverage or 0) < ENOUGH_DAYS:
        return None
    return joined, left
