"""Values a source breaks down (UTM tags, traffic sources), added up over the days of a window."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from urllib.parse import urlencode

from audits.evidence import Missing, Number, Segment
from audits.measures.numbers import conversion_of, exact, share
from smmstrategy.metrics.catalogue import Totals, metric
from smmstrategy.metrics.formulas import identity
from smmstrategy.metrics.periods import Period

CONVERTED = ("goal_visits", "visits")
SOURCE = {"source", "medium", "campaign", "source_detail", "traffic_source", "social_network", "referrer"}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A value of an account over some days, broken down by `slice` or whole (an empty dict)."""

    account_id: int
    metric: str
    starts_on: date
    ends_on: date
    slice: dict[str, str]
    value: Decimal

    def lies_in(self, span: Period) -> bool:
        return span.first <= self.starts_on and self.ends_on <= span.last

    def fills(self, span: Period) -> bool:
        return (self.starts_on, self.ends_on) == (span.first, span.last)

    @property
    def names_a_source(self) -> bool:
        """Whether it says where people came from and nothing else: a country or an age is no source."""
        return bool(self.slice) and all(key in SOURCE or key.startswith("utm_") for key in self.slice)

    @property
    def days(self) -> set[date]:
        return {self.starts_on + timedelta(days=n) for n in range((self.ends_on - self.starts_on).days + 1)}


def sources(prefix: str, stretches: Iterable[Stretch], account_ids: tuple[int, ...], span: Period) -> tuple[Segment, ...]:
    """A segment for every source, its key written like «utm_medium=social&utm_source=vk»; the biggest first.

    Of stretches that overlap the longest counts: a month inside a half-year is not added to it.
    Metrics that never total are given only when a single stretch fills the window.
    """
    found: dict[str, dict[str, list[Stretch]]] = {}
    for one in stretches:
        if one.account_id in account_ids and one.lies_in(span) and one.names_a_source:
            found.setdefault(urlencode(sorted(one.slice.items())), {}).setdefault(one.metric, []).append(one)
    segments = [Segment(key, _numbers(f"{prefix}.source:{key}", by_metric, span)) for key, by_metric in found.items()]
    return tuple(sorted((p for p in segments if p.numbers), key=lambda segment: (-_size(segment), segment.key)))


def whole(prefix: str, stretches: Iterable[Stretch], account_ids: tuple[int, ...], span: Period) -> dict[str, Number]:
    """What a source gives for exactly these days, above all a network's own reach. Of one account only: reach is no sum."""
    if len(account_ids) != 1:
        return {}
    exactly = [one for one in stretches if one.account_id == account_ids[0] and one.fills(span)]
    return {
        one.metric: Number(f"{prefix}.{one.metric}", one.value, identity(one.metric), "given by the source for these days", n=1)
        for one in exactly
    }


def pageviews(prefix: str, slices: Iterable[Stretch], account_ids: tuple[int, ...], span: Period) -> dict[str, Number]:
    """What the reports by page add up to: a view is of one page. Of reports that break it down otherwise the sum is not known."""
    mine = [one for one in slices if one.account_id in account_ids and one.lies_in(span) and is_by_page(one)]
    finest: dict[tuple[int, date, date], tuple[int, list[str]]] = {}
    for one in mine:
        finest[_days_of(one)] = max(finest.get(_days_of(one), (0, [])), _broken_by(one))
    apart = {_days_of(one) for one in _apart(list({_days_of(one): one for one in mine}.values()))}
    counted = [one for one in mine if _days_of(one) in apart and _broken_by(one) == finest[_days_of(one)]]
    days = sum((last - first).days + 1 for _account, first, last in apart)
    if not counted:
        return {}
    number = Number(
        f"{prefix}.pageviews",
        exact(sum((one.value for one in counted), Decimal(0))),
        identity("pageviews"),
        "Σ pageviews by page",
        (("days", str(days)),),
        n=days,
        coverage=share(days, len({one.account_id for one in mine}) * ((span.last - span.first).days + 1)),
    )
    return {"pageviews": number}


def is_by_page(one: Stretch) -> bool:
    return one.metric == "pageviews" and "page" in one.slice


def _broken_by(one: Stretch) -> tuple[int, list[str]]:
    """By how much and by what the source breaks it down; a network's name is our own addition to its address."""
    names = sorted(one.slice.keys() - {"social_network"})
    return len(names), names


def _days_of(one: Stretch) -> tuple[int, date, date]:
    return one.account_id, one.starts_on, one.ends_on


def _conversion(prefix: str, by_metric: dict[str, list[Stretch]]) -> dict[str, Number]:
    """Target visits out of all visits of the same days."""
    known = {code: {(o.account_id, o.starts_on, o.ends_on): o.value for o in _apart(by_metric.get(code, []))} for code in CONVERTED}
    both = known["goal_visits"].keys() & known["visits"].keys()
    return conversion_of(prefix, *([known[code][key] for key in both] for code in CONVERTED))


def _apart(stretches: list[Stretch]) -> list[Stretch]:
    """Of each account the longest stretches that share no day."""
    kept, taken = [], {one.account_id: set() for one in stretches}
    for one in sorted(stretches, key=lambda one: (one.starts_on - one.ends_on, one.starts_on)):
        if taken[one.account_id].isdisjoint(one.days):
            kept.append(one)
            taken[one.account_id] |= one.days
    return kept


def _numbers(prefix: str, by_metric: dict[str, list[Stretch]], span: Period) -> dict[str, Number]:
    numbers = {}
    for code, found in by_metric.items():
        stretches = _apart(found)
        if metric(code).totals is Totals.SUM:
            value = exact(sum((one.value for one in stretches), Decimal(0)))
        elif len(stretches) == 1 and stretches[0].fills(span):
            value = stretches[0].value
        else:
            continue
        inputs = (("values", str(len(stretches))),)
        numbers[code] = Number(
            f"{prefix}.{code}",
            value,
            identity(code),
            f"Σ {code}",
            inputs,
            n=len(stretches),
            reason="" if value is not None else Missing.NOT_GIVEN,
        )
    return numbers | _conversion(prefix, by_metric)


def _size(segment: Segment) -> Decimal:
    for code in ("visits", "account_views", "views"):
        if code in segment.numbers:
            return segment.numbers[code].value or Decimal(0)
    return max((number.value or Decimal(0) for number in segment.numbers.values()), default=Decimal(0))
