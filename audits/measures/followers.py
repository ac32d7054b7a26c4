"""How followers moved: the steps from those at the start to those at the end, and what days say where no level does."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from audits.evidence import Number, Window
from audits.measures.days import JOINED_AND_LEFT, NET
from audits.measures.numbers import of_same_accounts, remainder
from smmstrategy.metrics.formulas import identity

ENOUGH_DAYS = Decimal("0.9")  # of all
GROWTH = "growth_abs"
OF_BOTH = {GROWTH: "growth_net"} | {code: f"growth_net.{code}" for code in JOINED_AND_LEFT}  # over what both are known of


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
    return remainder(prefix, "followers_end.unexplained", end, (start, *steps), metric=identity(GROWTH))


def joined_and_left(window: Window) -> tuple[Number, Number] | None:
    """Who joined and who left, where both are known of nearly all days: those of a few days explain no half-year."""
    joined, left = (window.numbers.get(f"growth_net.{code}") for code in JOINED_AND_LEFT)
    return (joined, left) if joined and left and _is_of_nearly_all_days(joined) else None


def without_level(window: Window) -> tuple[str, ...]:
    """The code of the growth that days tell in place of levels, if any: of every day, else who joined less who left."""
    growth = window.numbers.get(GROWTH)
    if growth:
        return (growth.code,) if growth.metric == identity(NET) else ()
    return ("growth_net",) if joined_and_left(window) else ()


def moves(window: Window) -> list[str]:
    """What days tell of how followers moved, by code: growth, and who joined and who left where that is of nearly all days.

    «growth_net.followers_lost», over the days of which both are known, stands beside «followers_lost» where it is another number.
    """
    codes: list[str] = []
    for code, of_both in OF_BOTH.items():
        number, both = window.numbers.get(code), window.numbers.get(of_both) if joined_and_left(window) else None
        is_known = number is not None and (code == GROWTH or _is_of_nearly_all_days(number))
        is_apart = both is not None and not (is_known and _is_same(number, both))
        codes += [code] * is_known + [of_both] * is_apart
    return codes


def _is_same(one: Number, other: Number) -> bool:
    return one.value == other.value and of_same_accounts(one, other)


def _is_of_nearly_all_days(number: Number) -> bool:
    return (number.coverage or 0) >= ENOUGH_DAYS
