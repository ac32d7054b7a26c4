"""Values a source breaks down (UTM tags, traffic sources, pages, countries), added up over the days of a window."""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property, lru_cache
from urllib.parse import urlencode

from audits.evidence import Number
from audits.measures.numbers import conversion_of, exact, share
from smmstrategy.metrics.catalogue import Totals, metric
from smmstrategy.metrics.formulas import identity
from smmstrategy.metrics.periods import Period, each_day_once
from smmstrategy.metrics.sources import DIRECT, NOT_SET, is_direct, network_of

VISITED = ("visits", "pageviews")  # by what traffic is told, the first that is known
ADDED = (*VISITED, "goal_reaches", "goal_visits", "revenue")
CONVERTED = ("goal_visits", "visits")
NAMING = ("utm_source", "source_detail", "source", "social_network", "referrer")  # the first that is set names the source
DESCRIBING = ("traffic_source", "utm_medium", "medium", "utm_campaign", "campaign", "utm_content", "utm_term")
GIVEN = "given by the source for these days"
BY = "by"  # among a number's inputs: the breakdown whose parts it adds up


@dataclass(frozen=True)
class Stretch:
    """A value of an account over some days, broken down by `slice` or whole (an empty dict)."""

    account_id: int
    metric: str
    starts_on: date
    ends_on: date
    slice: dict[str, str]
    value: Decimal

    def lies_in(self, period: Period) -> bool:
        return period.first <= self.starts_on and self.ends_on <= period.last

    def fills(self, period: Period) -> bool:
        return (self.starts_on, self.ends_on) == (period.first, period.last)

    @cached_property
    def parts(self) -> dict[str, str]:
        """The slice as the file has it: the network that the import adds to a source's name is no part of its own."""
        is_added = any(name in self.slice for name in NAMING if name != "social_network")
        return {name: value for name, value in sorted(self.slice.items()) if not (is_added and name == "social_network")}

    @cached_property
    def tags(self) -> dict[str, str]:
        """What of it says where people came from: a country, a page or an age does not."""
        return {name: value for name, value in self.parts.items() if name in NAMING + DESCRIBING}

    @property
    def tagged(self) -> str:
        """The tags in the file's words: «utm_medium=social&utm_source=vk»."""
        return _encoded(tuple(self.tags.items()))

    @cached_property
    def source(self) -> str:
        """The source alone, a social network or no source at all under one name whatever a report has: «social_network=x»."""
        named = {name: self.tags[name] for name in NAMING + DESCRIBING if name in self.tags}
        name, value = next(((n, v) for n, v in named.items() if v != NOT_SET), next(iter(named.items())))
        if is_direct(value):
            return urlencode({"source": DIRECT})
        network = network_of(value) if name in NAMING else ""
        return urlencode({"social_network": network} if network else {name.removeprefix("utm_"): value})

    @property
    def days(self) -> set[date]:
        return {self.starts_on + timedelta(days=n) for n in range((self.ends_on - self.starts_on).days + 1)}


@dataclass(frozen=True, slots=True)
class Report:
    """The values of one metric that a source gives an account for the same days, broken down by the same names."""

    account_id: int
    starts_on: date
    ends_on: date
    names: tuple[str, ...]
    parts: tuple[Stretch, ...]

    @property
    def total(self) -> Decimal:
        return sum((one.value for one in self.parts), Decimal(0))

    @property
    def length(self) -> int:
        return (self.ends_on - self.starts_on).days + 1


@lru_cache(maxsize=10_000)  # a half-year says the same tags on every day
def _encoded(tags: tuple[tuple[str, str], ...]) -> str:
    return urlencode(tags)


def whole(
    prefix: str, stretches: Iterable[Stretch], account_ids: tuple[int, ...], period: Period, of_posts: Container[str]
) -> dict[str, Number]:
    """What a source gives for exactly these days, above all a network's own reach, which of several accounts is no sum.

    What the posts of these days add up to, `of_posts`, stays: it is another thing than what all posts got in them.
    """
    exactly: dict[str, dict[int, Decimal]] = {}
    for one in stretches:
        if one.account_id in account_ids and one.fills(period):
            exactly.setdefault(one.metric, {})[one.account_id] = one.value
    given = {code: values for code, values in exactly.items() if len(account_ids) == 1 or metric(code).totals is Totals.SUM}
    return {
        code: Number(
            f"{prefix}.{code}",
            exact(sum(values.values())),
            identity(code),
            GIVEN,
            n=len(values),
            accounts=tuple(values),
        )
        for code, values in given.items()
        if code not in of_posts
    }


def is_given(number: Number) -> bool:
    """Whether it is the source's own total of the days."""
    return number.formula == GIVEN


def added(
    prefix: str, slices: Iterable[Stretch], account_ids: tuple[int, ...], period: Period, given: Container[str] = ()
) -> dict[str, Number]:
    """What breakdowns add up to, of the metrics that total and of which no total is `given`."""
    wanted = [code for code in ADDED if code not in given]
    counted = (part for part in slices if part.metric in wanted and counts(part, account_ids, period))
    reports_of = by_metric(counted)
    numbers = {code: _sum_of(f"{prefix}.{code}", code, reports, period) for code, reports in reports_of.items()}
    pairs = {code: [(report, part) for report in reports for part in report.parts] for code, reports in reports_of.items()}
    return numbers | conversion(prefix, pairs)


def is_added(number: Number) -> bool:
    """Whether it is the sum of a breakdown, of which nobody says that it is all there was."""
    return bool(breakdown_of(number))


def breakdown_of(number: Number) -> str:
    """The names by which the parts that it adds up are told apart; "" of what is no sum of a breakdown."""
    return next((value for name, value in number.inputs if name == BY), "")


def _sum_of(place: str, code: str, reports: list[Report], period: Period) -> Number:
    by = " + ".join(dict.fromkeys(" × ".join(report.names) for report in reports))
    days, accounts = sum(report.length for report in reports), tuple(sorted({report.account_id for report in reports}))
    return Number(
        place,
        exact(sum((report.total for report in reports), Decimal(0))),
        identity(code),
        f"Σ {code} by {by}",
        (("days", str(days)), (BY, by)),
        n=days,
        coverage=share(days, len(accounts) * period.days),
        accounts=accounts,
    )


def counts(one: Stretch, account_ids: tuple[int, ...], period: Period) -> bool:
    return one.account_id in account_ids and one.lies_in(period)


def by_metric(stretches: Iterable[Stretch]) -> dict[str, list[Report]]:
    """Of each metric the reports that count: where days are shared the longest, of the same days the one that sums to most."""
    parts_of: dict[tuple, dict[tuple, Stretch]] = {}
    for stretch in stretches:
        parts = stretch.parts
        report = stretch.metric, stretch.account_id, stretch.starts_on, stretch.ends_on, tuple(parts)
        parts_of.setdefault(report, {})[tuple(parts.values())] = stretch
    by_metric: dict[str, list[Report]] = {}
    for (code, *which), stretches_of in parts_of.items():
        by_metric.setdefault(code, []).append(Report(*which, tuple(stretches_of.values())))
    return {code: each_day_once(reports, _days, _rank) for code, reports in by_metric.items()}


def _days(report: Report) -> set[tuple[date, int]]:
    """Those of its account alone: another account's are others."""
    return {(day, report.account_id) for day in report.parts[0].days}


def _rank(report: Report) -> tuple[Decimal, int, tuple[str, ...]]:
    return -report.total, len(report.names), report.names


def named_alike(slices: Iterable[Stretch], account_ids: tuple[int, ...], period: Period) -> tuple[Stretch, ...]:
    """Of the traffic of several websites that of those whose sources of visits are named alike, of most visits.

    «google» of one and «organic search» of another would be one source under two names.
    """
    slices = tuple(slices)
    naming = (one for one in slices if one.metric == "visits" and one.tags and counts(one, account_ids, period))
    by_account: dict[int, list[Report]] = {}
    for report in by_metric(naming).get("visits", ()):
        by_account.setdefault(report.account_id, []).append(report)
    alike: dict[frozenset[bool], list[int]] = {}
    for account, reports in by_account.items():
        alike.setdefault(frozenset(set(NAMING).isdisjoint(report.names) for report in reports), []).append(account)
    if not alike:
        return slices
    visits = {account: sum(report.total for report in reports) for account, reports in by_account.items()}
    told = max(alike.values(), key=lambda accounts: sum(visits[account] for account in accounts))
    return tuple(one for one in slices if one.metric not in ADDED or one.account_id in told)


def conversion(prefix: str, by_metric: dict[str, list[tuple[Report, Stretch]]]) -> dict[str, Number]:
    """Target visits out of all visits of the same parts of the same reports."""
    known: dict[str, dict[tuple, Decimal]] = {
        code: {(r.account_id, r.starts_on, r.ends_on, tuple(o.parts.items())): o.value for r, o in by_metric.get(code, [])}
        for code in CONVERTED
    }
    both = known["goal_visits"].keys() & known["visits"].keys()
    return conversion_of(prefix, *({key: known[code][key] for key in both} for code in CONVERTED))
