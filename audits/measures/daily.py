"""What sums come to on a known day: so they compare where they are not those of as many known days."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from audits.evidence import MEAN_DAY, Number
from audits.measures.calendar import Calendar
from audits.measures.days import FLOWS, JOINED_AND_LEFT, OF_ACCOUNTS, audience, flows
from audits.measures.numbers import exact
from audits.measures.rates import TOTALS
from audits.measures.rhythm import on_known_days
from audits.measures.traffic import added
from audits.measures.windows import Material
from smmstrategy.metrics.formulas import FORMULAS
from smmstrategy.metrics.periods import Period

OF_POSTS = ("posts", *TOTALS)
OF_VALUES = (*FLOWS, *OF_ACCOUNTS, "growth_net", *(f"growth_net.{code}" for code in JOINED_AND_LEFT))


class Sum(NamedTuple):
    """What something of an account comes to over so many known days."""

    account_id: int
    value: Decimal
    days: int
    is_all: bool = True  # nothing lies on other days


Valued = Callable[[int, Period], dict[str, Sum]]


def is_sum(measure: str) -> bool:
    return measure in OF_POSTS or measure in OF_VALUES


def sums(
    measure: str, account_ids: tuple[int, ...], period: Period, material: Mapping[int, Material], valued: Valued
) -> tuple[Sum, ...]:
    """What values of each account, else its posts, come to on the days known of it; () where none is known of one of them."""
    by_account = [valued(account_id, period).get(measure) for account_id in account_ids]
    if measure in OF_POSTS and not any(by_account):
        by_account = [_of_posts(measure, account_id, period, material[account_id]) for account_id in account_ids]
    return tuple(by_account) if all(by_account) else ()


def _of_posts(measure: str, account_id: int, period: Period, material: Material) -> Sum | None:
    calendar = Calendar.of(material.watched, (account_id,), period).of_enough()
    every = material.posts.within(period)
    posts = on_known_days(every, calendar)
    value, days = len(posts) if measure == "posts" else posts.known(measure).sum(), calendar.days_together
    return Sum(account_id, exact(value), days, len(posts) == len(every)) if days else None


def values(account_id: int, period: Period, material: Mapping[int, Material]) -> dict[str, Sum]:
    """What each of the account's values comes to on the days known of it; of a breakdown where nothing else is known."""
    alone, mine = (account_id,), material[account_id]
    known = audience("", mine.known, alone, period) | flows("", mine.known, alone, period)
    known = added("", mine.slices, alone, period) | known
    return {code: Sum(account_id, known[code].value, known[code].n) for code in OF_VALUES if code in known}


def compare_as_they_are(now: Sequence[Sum], then: Sequence[Sum], periods: tuple[Period, Period]) -> bool:
    """Whether both are of known days alone, and of each account as many days are known of both, or all."""
    known = [(one.days, other.days) for one, other in zip(now, then, strict=True)]
    in_days = all(days[0] == days[1] or days == tuple(period.days for period in periods) for days in known)
    return in_days and all(one.is_all for one in (*now, *then))


def mean_day(by_account: Sequence[Sum]) -> Decimal:
    """Those of several accounts, each over days of its own, are added up."""
    return sum((one.value / one.days for one in by_account), Decimal(0))


def per_day(of: Number, measure: str, by_account: Sequence[Sum]) -> Number:
    """The mean of a known day in place of the sum `of`."""
    is_of_one, inputs = len(by_account) == 1, []
    for one in by_account:
        whose = "" if is_of_one else f"account-{one.account_id} "
        inputs += [(f"{whose}{measure}", str(one.value)), (f"{whose}days", str(one.days))]
    return Number(
        f"{of.id}{MEAN_DAY}",
        exact(mean_day(by_account)),
        FORMULAS["per_day"].id,
        f"Σ {measure} ÷ days" if is_of_one else f"Σ {measure} ÷ days by account",
        tuple(inputs),
        n=sum(one.days for one in by_account),
        coverage=of.coverage,
        source=of.source,
        accounts=of.accounts,
    )
