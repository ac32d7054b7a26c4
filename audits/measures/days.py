"""Numbers of accounts' own values: levels such as followers, and flows such as joined, left and visits."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from audits.evidence import Missing, Number, Segment
from audits.measures.calendar import DAY, Cut, whole_weeks
from audits.measures.numbers import conversion_of, difference, exact, quotient, share
from audits.measures.series import NOTHING, Days, Given, TimeSeries, apart, of_step
from smmstrategy.metrics.catalogue import must_add_up
from smmstrategy.metrics.formulas import identity
from smmstrategy.metrics.periods import Period

SHORTEST, LONGEST = 0.9, 1.5  # times the period: the days over which its growth is known
FLOWS = (
    "followers_gained",
    "followers_lost",
    "account_views",
    "account_impressions",
    "visits",
    "pageviews",
    "goal_reaches",
    "goal_visits",
    "revenue",
)
OF_ACCOUNTS = ("posts_published", "account_interactions")  # where nobody knows their posts; no trial asks of them
WEEK = 7
JOINED_AND_LEFT = ("followers_gained", "followers_lost")
NET = "followers_net"

GivenTo = tuple[int, date, int]  # an account, the last day a value was given for, and for how many days up to it


def audience(prefix: str, days: Days, account_ids: tuple[int, ...], period: Period) -> dict[str, Number]:
    """Followers at the end, joined, left, growth and churn of accounts that can have followers.

    Growth is that of the accounts known at both ends, if there are any.
    """
    ends = {a: _ends(days[a, "followers"], period) for a in account_ids if (a, "followers") in days}
    both = {a: ends[a] for a in known_at_both_ends(days, account_ids, period)}
    start = _level(prefix, "followers_start", {a: e[0] for a, e in both.items()}, account_ids)
    end = _level(f"{prefix}.growth_abs", "followers_end", {a: e[1] for a, e in both.items()}, account_ids)
    gained, lost = (flow(prefix, code, days, account_ids, period) for code in JOINED_AND_LEFT)
    joined, left = _joined_and_left(f"{prefix}.growth_net", days, account_ids, period)
    growth = difference(prefix, "growth_abs", end, start, metric=identity("growth_abs"))
    net = None if both else _net_of_all_days(prefix, days, account_ids, period)
    numbers = {
        "followers_start": start,
        "followers_end": _level(prefix, "followers_end", {a: e[1] for a, e in ends.items()}, account_ids),
        "growth_abs.followers_end": end,
        "followers_gained": gained,
        "followers_lost": lost,
        "growth_abs": net or growth,
        "growth_net.followers_gained": joined,
        "growth_net.followers_lost": left,
        "growth_net": difference(prefix, "growth_net", joined, left, metric=identity("growth_net")),
        "growth_rate": quotient(prefix, "growth_rate", growth, start),
        "churn_rate": _churn(prefix, days, account_ids, {a: e[0] for a, e in both.items()}, period),
    }
    return {code: number for code, number in numbers.items() if number.value is not None or code == "followers_end"}


def _net_of_all_days(prefix: str, days: Days, account_ids: tuple[int, ...], period: Period) -> Number | None:
    """Growth without a level: the net change of every day, of the accounts of which all days are known."""
    giving = net_of_all_days(days, account_ids, period)
    if not giving:
        return None
    number = flow(prefix, NET, days, giving, period)
    return replace(number, id=f"{prefix}.growth_abs", coverage=share(len(giving), len(account_ids)))


def net_of_all_days(days: Days, account_ids: tuple[int, ...], period: Period) -> tuple[int, ...]:
    """The accounts of which the net change of every day is known."""
    return tuple(a for a in account_ids if (a, NET) in days and flow("", NET, days, (a,), period).coverage == 1)


def known_at_both_ends(days: Days, account_ids: tuple[int, ...], period: Period) -> tuple[int, ...]:
    """The accounts whose followers are known at the start and at the end: growth is theirs."""
    return tuple(a for a in account_ids if (a, "followers") in days and None not in _ends(days[a, "followers"], period))


def _joined_and_left(prefix: str, days: Days, account_ids: tuple[int, ...], period: Period) -> tuple[Number, ...]:
    """Who joined and who left, over the accounts and days of which both are known."""
    giving = tuple(a for a in account_ids if all((a, code) in days for code in JOINED_AND_LEFT))
    known = zip(JOINED_AND_LEFT, _of_same_days(days, JOINED_AND_LEFT, giving, period), strict=True)
    return tuple(
        _added(prefix, code, list(values.values()), sum(n for _account, _day, n in values), len(giving), period, _accounts(values))
        for code, values in known
    )


def _churn(prefix: str, days: Days, account_ids: tuple[int, ...], starts: dict[int, Decimal | None], period: Period) -> Number:
    """Who left, of the followers at the start of the same accounts."""
    giving = known_within(days, "followers_lost", tuple(starts), period)
    start = _level(f"{prefix}.churn_rate", "followers_start", {a: starts[a] for a in giving}, account_ids)
    return quotient(prefix, "churn_rate", flow(f"{prefix}.churn_rate", "followers_lost", days, giving, period), start)


def conversion(prefix: str, days: Days, account_ids: tuple[int, ...], period: Period) -> dict[str, Number]:
    """Target visits out of all visits, over the days of which both are known."""
    known = _of_same_days(days, ("goal_visits", "visits"), account_ids, period)
    return conversion_of(prefix, *known)


def _of_same_days(days: Days, codes: Sequence[str], account_ids: tuple[int, ...], period: Period) -> list[dict[GivenTo, Decimal]]:
    """The values of each code that are given for the same days as one of every other."""
    by_code: list[dict[GivenTo, Decimal]] = [{} for _code in codes]
    for account_id in account_ids:
        inside = [days.get((account_id, code), NOTHING).inside(period) for code in codes]
        for one in apart(set.intersection(*map(set, inside))):
            for values, given in zip(by_code, inside, strict=True):
                values[account_id, *one] = given[one]
    return by_code


def _accounts(given: Iterable[GivenTo]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(account for account, _day, _length in given))


def flow(prefix: str, code: str, days: Days, account_ids: tuple[int, ...], period: Period) -> Number:
    """The sum over the days and accounts it is known of; `coverage` is the known share of the days of accounts that have it."""
    must_add_up(code)
    known = {a: days[a, code].counted(period) for a in account_ids if (a, code) in days}
    values = [value for one in known.values() for value in one.values()]
    count = sum(map(_length, known.values()))
    return _added(prefix, code, values, count, len(known), period, tuple(a for a, one in known.items() if one))


def _length(given: Iterable[Given]) -> int:
    """How many days apart values were given for."""
    return sum(length for _last, length in given)


def _added(
    prefix: str, code: str, values: list[Decimal], count: int, having: int, period: Period, accounts: tuple[int, ...]
) -> Number:
    """A sum that stands on `count` days of `accounts`, out of all days of so many `having` it."""
    return Number(
        f"{prefix}.{code}",
        exact(sum(values, Decimal(0))) if values else None,
        identity(code),
        f"Σ {code}",
        (("days", str(count)),),
        n=count,
        coverage=share(count, having * period.days),
        reason="" if values else Missing.NOT_IMPORTED,
        accounts=accounts,
    )


def known_within(days: Days, code: str, account_ids: tuple[int, ...], period: Period) -> tuple[int, ...]:
    """The accounts with a value of these days."""
    return tuple(a for a in account_ids if days.get((a, code), NOTHING).inside(period))


def flows(
    prefix: str, days: Days, account_ids: tuple[int, ...], period: Period, codes: Iterable[str] = (*FLOWS, *OF_ACCOUNTS)
) -> dict[str, Number]:
    """The flows of which anything is known."""
    numbers = {code: flow(prefix, code, days, account_ids, period) for code in codes}
    return {code: number for code, number in numbers.items() if number.value is not None}


def by_step(
    prefix: str, days: Days, account_ids: tuple[int, ...], publishing: tuple[int, ...], cut: Cut
) -> dict[str, dict[str, Number]]:
    """Audience of the accounts that can publish and flows of all, of every step, by its key."""
    mine = {key: one for key, one in days.items() if key[0] in account_ids}
    each = [(key, f"{prefix}:{key}", of_step(mine, step), step) for key, step in cut]
    return {
        key: audience(place, known, publishing, step) | flows(place, known, account_ids, step) for key, place, known, step in each
    }


def weekly_growth(days: Days, account_ids: tuple[int, ...], period: Period) -> list[Decimal]:
    """Net change of followers in each whole week, known in it and in the week before for every account that has followers."""
    known = [days[a, "followers"] for a in account_ids if (a, "followers") in days]
    changes = []
    for week in whole_weeks(period):
        steps = [_step(one, week) for one in known]
        if steps and None not in steps:
            changes.append(sum(steps, Decimal(0)))
    return changes


def weekly_sums(days: Days, code: str, account_ids: tuple[int, ...], period: Period) -> list[Decimal]:
    """The sum of a flow in each whole week of which every day is known for every account that has it."""
    known = [days[a, code] for a in account_ids if (a, code) in days]
    weeks = [[one.counted(week) for one in known] for week in whole_weeks(period)]
    return [
        sum((sum(given.values()) for given in week), Decimal(0))
        for week in weeks
        if week and all(_length(given) == WEEK for given in week)
    ]


def _step(one: TimeSeries, week: Period) -> Decimal | None:
    """From the last value of the week before to the last of this one."""
    before, inside = one.within(Period(week.first - timedelta(days=7), week.first - DAY)).values, one.within(week).values
    return inside[-1] - before[-1] if before and inside else None


def _ends(one: TimeSeries, period: Period) -> tuple[Decimal | None, Decimal | None]:
    """The level at the start, that of the days before the period or else the first in it, and the one at its end.

    There is a start only if about as many days as the period has lie between them: two days are no month.
    """
    end = one.end_of(period)
    if end is None:
        return None, None
    first_inside = bisect_left(one.days, period.first)
    starts = [n for n in (one.end_of(period.before()), first_inside) if n is not None and n < end]
    spanning = (n for n in starts if SHORTEST <= (one.days[end] - one.days[n]).days / period.days <= LONGEST)
    return next((one.values[n] for n in spanning), None), one.values[end]


def _level(prefix: str, code: str, values: dict[int, Decimal | None], account_ids: tuple[int, ...]) -> Number:
    known = {a: v for a, v in values.items() if v is not None}
    return Number(
        f"{prefix}.{code}",
        exact(sum(known.values(), Decimal(0))) if known else None,
        identity("followers"),
        "Σ followers" if len(account_ids) > 1 else "followers",
        tuple((f"account-{a}", str(v)) for a, v in known.items()),
        n=len(known),
        coverage=share(len(known), len(account_ids)),
        reason="" if known else Missing.FAR if values else Missing.NOT_IMPORTED,
        accounts=tuple(known),
    )


def levels(number: Number) -> dict[int, Decimal]:
    """Of each account what a level adds up."""
    return {account: Decimal(value) for account, (_name, value) in zip(number.accounts, number.inputs, strict=True)}


def segments_with(segments: Iterable[Segment], more: dict[str, dict[str, Number]]) -> tuple[Segment, ...]:
    """The same segments with further numbers by their key."""
    return tuple(replace(segment, numbers=segment.numbers | more.get(segment.key, {})) for segment in segments)
