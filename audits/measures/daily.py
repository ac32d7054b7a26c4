"""What sums over days come to on a day of which they are known: so they compare where not as many days are."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from audits.evidence import MEAN_DAY, Number
from audits.measures.calendar import Calendar
from audits.measures.days import FLOWS, JOINED_AND_LEFT, audience, flows
from audits.measures.numbers import exact
from audits.measures.posts import within
from audits.measures.rates import TOTALS
from audits.measures.rhythm import on_known_days
from audits.measures.traffic import added
from audits.measures.windows import Material
from smmstrategy.metrics.formulas import FORMULAS
from smmstrategy.metrics.periods import Period

OF_POSTS = ("posts", *TOTALS)
OF_VALUES = (*FLOWS, "growth_net", *(f"growth_net.{code}" for code in JOINED_AND_LEFT))


class Sum(NamedTuple):
    """What something of these accounts comes to over so many known days."""

    accounts: tuple[int, ...]
    value: Decimal
    days: int


def is_sum(measure: str) -> bool:
    return measure in OF_POSTS or measure in OF_VALUES


def sums(measure: str, account_ids: tuple[int, ...], period: Period, material: Material) -> tuple[Sum, ...]:
    """What values of each account come to on its own days; else posts of all accounts together on the days known of all."""
    values = [_of_values(measure, account_id, period, material) for account_id in account_ids if measure in OF_VALUES]
    found = [one for one in values if one.days]
    if not found and measure in OF_POSTS:
        found = [_of_posts(measure, account_ids, period, material)]
    return tuple(one for one in found if one.days)


def _of_posts(measure: str, account_ids: tuple[int, ...], period: Period, material: Material) -> Sum:
    calendar = Calendar.of(material.watched, account_ids, period)
    posts = on_known_days(within(material.posts.of_accounts(account_ids), period), calendar)
    value = len(posts) if measure == "posts" else posts.known(measure).sum()
    return Sum(account_ids, exact(value), calendar.days_together)


def _of_values(measure: str, account_id: int, period: Period, material: Material) -> Sum:
    """Of a breakdown where nothing else is known."""
    alone = (account_id,)
    known = audience("", material.known, alone, period) | flows("", material.known, alone, period)
    number = known.get(measure) or added("", material.slices, alone, period).get(measure)
    return Sum(alone, number.value, number.n) if number else Sum(alone, Decimal(0), 0)


def differ_in_days(now: Sequence[Sum], then: Sequence[Sum], periods: tuple[Period, Period]) -> bool:
    """Whether not as many days are known of both, and of one at least not all."""
    known = [[one.days for one in side] for side in (now, then)]
    return known[0] != known[1] and known != [[period.days] * len(side) for side, period in zip(known, periods, strict=True)]


def mean_day(found: Sequence[Sum]) -> Decimal:
    """Those of several accounts with days of their own are added up."""
    return sum((one.value / one.days for one in found), Decimal(0))


def per_day(of: Number, measure: str, found: Sequence[Sum]) -> Number:
    """The mean of a known day in place of the sum `of`."""
    is_of_one, inputs = len(found) == 1, []
    for one in found:
        whose = "" if is_of_one else f"account-{one.accounts[0]} "
        inputs += [(f"{whose}{measure}", str(one.value)), (f"{whose}days", str(one.days))]
    return Number(
        f"{of.id}{MEAN_DAY}",
        exact(mean_day(found)),
        FORMULAS["per_day"].id,
        f"Σ {measure} ÷ days" if is_of_one else f"Σ {measure} ÷ days by account",
        tuple(inputs),
        n=sum(one.days for one in found),
        coverage=of.coverage,
        source=of.source,
        accounts=of.accounts,
    )
