"""Traffic by source: what each brought, how many of the days its reports cover, and all there was on those days."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import chain, pairwise

from audits.evidence import Number, Segment
from audits.measures.calendar import DAY
from audits.measures.numbers import exact, least, remainder, share
from audits.measures.series import NOTHING, Days, first_day
from audits.measures.traffic import ADDED, GIVEN, VISITED, Report, Stretch, by_metric, conversion, counts, is_added
from smmstrategy.metrics.catalogue import METRICS, Totals, metric
from smmstrategy.metrics.formulas import identity
from smmstrategy.metrics.pauses import SILENCE_DAYS
from smmstrategy.metrics.periods import Period

ADDING_UP = (*ADDED, "account_views")  # what sources bring that adds up

AccountDays = frozenset[tuple[int, date]]
Shape = tuple[str, int, tuple[str, ...]]  # metric, account, and the names by which reports break it down
Brought = dict[str, list[tuple[Report, Stretch]]]  # by metric


@dataclass(frozen=True, slots=True)
class Total:
    """A number of a window without its sources, and the values it adds up."""

    number: Number
    values: tuple[Stretch, ...]

    def over(self, place: str, days: AccountDays, period: Period) -> Number | None:
        """Of these days alone; None where of one of them nothing is known."""
        if days == frozenset(chain.from_iterable(map(_days, self.values))):
            return self.number
        reports = self.inside(days)
        if sum(report.length for report in reports) != len(days):
            return None
        on = len({day for _account, day in days})
        inputs = tuple((name, str(on) if name == "days" else value) for name, value in self.number.inputs)
        value, coverage = exact(_sum(reports)), _coverage(days, period)
        return replace(self.number, id=place, value=value, inputs=inputs, n=on, coverage=coverage, accounts=_accounts(days))

    def inside(self, days: AccountDays) -> list[Report]:
        """What is known of these days, each of them once."""
        known = [value for value in self.values if _days(value) <= days]
        return [report for reports in by_metric(known).values() for report in reports]


@dataclass(frozen=True, slots=True)
class SourceSegment:
    """What a source brought, and of which days each metric of it is known."""

    segment: Segment
    days: dict[str, AccountDays]


def totals(
    numbers: Mapping[str, Number],
    known: Days,
    slices: Iterable[Stretch],
    account_ids: tuple[int, ...],
    period: Period,
) -> dict[str, Total]:
    """The numbers of a window that sources can be shares of."""
    given = {code: numbers[code] for code in ADDING_UP if code in numbers and numbers[code].value is not None}
    values = [one for code in given for a in account_ids for one in _each(a, code, known, period)]
    added = [code for code, number in given.items() if is_added(number)]
    parts = by_metric(one for one in slices if one.metric in added and counts(one, account_ids, period))
    values += [_whole(code, report) for code, reports in parts.items() for report in reports]
    return {code: Total(number, tuple(one for one in values if one.metric == code)) for code, number in given.items()}


def _each(account_id: int, code: str, known: Days, period: Period) -> list[Stretch]:
    inside = known.get((account_id, code), NOTHING).inside(period)
    return [Stretch(account_id, code, first_day(one), one[0], {}, value) for one, value in inside.items()]


def _sum(reports: Iterable[Report]) -> Decimal:
    return sum((report.total for report in reports), Decimal(0))


def _coverage(days: AccountDays, period: Period) -> Decimal | None:
    return share(len(days), len(_accounts(days)) * period.days)


def _accounts(days: AccountDays) -> tuple[int, ...]:
    return tuple(sorted({account for account, _day in days}))


def _days(one: Stretch) -> AccountDays:
    return frozenset((one.account_id, day) for day in one.days)


def _whole(code: str, report: Report) -> Stretch:
    return Stretch(report.account_id, code, report.starts_on, report.ends_on, {}, report.total)


def sources(
    prefix: str, slices: Iterable[Stretch], account_ids: tuple[int, ...], period: Period, given: Mapping[str, Total]
) -> tuple[tuple[Segment, ...], dict[str, Number]]:
    """A segment for every source, a network under one name; the biggest first. Campaigns, pages and countries are added up.

    Sources that different reports of the same days name stand side by side while they are no more than the totals `given`:
    tagged visits beside the others. Otherwise one report contains the other, and only that which counts is told.
    Metrics that never total are given only where one value fills the window. With the segments comes what they are shares of:
    the totals of the days that the reports cover, where these are the same days for all of them.
    """
    naming = _naming_a_source(slices, account_ids, period)
    of_days, by_source = _reported(naming, period), _grouped(naming, lambda part: part.source)
    each = [_segments(f"{prefix}.source", parts, lambda part: part.source, period, of_days) for parts in by_source.values()]
    segments = sorted(chain.from_iterable(each), key=_biggest_first)
    totalled = {code: total for code, total in given.items() if not is_added(total.number)}
    if not _fit(segments, totalled):
        segments = _segments(f"{prefix}.source", naming, lambda part: part.source, period, of_days)
    return tuple(source.segment for source in segments), _of_the_same_days(prefix, segments, given, period)


def with_noughts(
    slices: Iterable[Stretch], account_ids: tuple[int, ...], period: Period, given: Mapping[str, Total]
) -> tuple[Stretch, ...]:
    """With a nought of what a source of visits brought where the account's reports add up to all there was without naming it.

    What a report lacks that adds up to less, or to nobody knows what part, stays unknown.
    """
    slices = tuple(slices)
    by_shape = _grouped(_naming_a_source(slices, account_ids, period), _shape)
    noughts = (
        nought
        for (code, account_id, names), parts in by_shape.items()
        if code not in VISITED and code in given and not is_added(given[code].number)
        for nought in _noughts(parts, by_shape.get(("visits", account_id, names), ()), given[code])
    )
    return (*slices, *noughts)


def _noughts(parts: list[Stretch], visits: Iterable[Stretch], total: Total) -> Iterator[Stretch]:
    """On the days of reports, or on others of which it is known that there was nothing."""
    code, account_id, _names = _shape(parts[0])
    reports = by_metric(parts)[code]
    known = by_metric(one for one in total.values if one.account_id == account_id).get(code, [])
    of_reports, of_known = (set().union(*(one.parts[0].days for one in some)) for some in (reports, known))
    if _sum(reports) != _sum(known) or not of_reports <= of_known:
        return
    days = {(one.starts_on, one.ends_on) for one in reports}
    named = {(one.starts_on, one.ends_on, *one.parts.values()) for one in parts}
    for one in visits:
        is_of_report = (one.starts_on, one.ends_on) in days or (one.days <= of_known and one.days.isdisjoint(of_reports))
        if is_of_report and (one.starts_on, one.ends_on, *one.parts.values()) not in named:
            yield replace(one, metric=code, value=Decimal(0))


def tags(prefix: str, slices: Iterable[Stretch], account_ids: tuple[int, ...], period: Period) -> tuple[Segment, ...]:
    """The same for every set of tags in the file's words, «utm_medium=social&utm_source=vk»; each kind of tags by itself."""
    naming = _naming_a_source(slices, account_ids, period)
    of_days, by_kind = _reported(naming, period), _grouped(naming, lambda one: tuple(one.tags))
    each = [_segments(f"{prefix}.tags", kind, lambda one: one.tagged, period, of_days) for kind in by_kind.values()]
    return tuple(one.segment for one in sorted(chain.from_iterable(each), key=_biggest_first))


def _naming_a_source(slices: Iterable[Stretch], account_ids: tuple[int, ...], period: Period) -> list[Stretch]:
    return [one for one in slices if counts(one, account_ids, period) and one.tags]


def _grouped(stretches: Iterable[Stretch], key: Callable[[Stretch], Hashable]) -> dict[Hashable, list[Stretch]]:
    groups: dict[Hashable, list[Stretch]] = {}
    for stretch in stretches:
        groups.setdefault(key(stretch), []).append(stretch)
    return groups


def _reported(stretches: Iterable[Stretch], period: Period) -> Callable[[frozenset[Shape]], AccountDays]:
    """Which days the reports of some shapes cover, whatever sources they name on each."""
    covered: dict[Shape, AccountDays] = {}
    for shape, parts in _grouped(stretches, _shape).items():
        reports = {(part.starts_on, part.ends_on): part for part in parts}
        days = _with_quiet_days(frozenset().union(*(part.days for part in reports.values())), period)
        covered[shape] = frozenset((parts[0].account_id, day) for day in days)
    return cache(lambda shapes: frozenset().union(*(covered[shape] for shape in shapes)))


def _shape(one: Stretch) -> Shape:
    return one.metric, one.account_id, tuple(one.parts)


def _with_quiet_days(days: Set[date], period: Period) -> Set[date]:
    """With the days around them on which nobody came: fewer than would be a silence."""
    ordered = [period.first - DAY, *sorted(days), period.last + DAY]
    pauses = [(last, (following - last).days - 1) for last, following in pairwise(ordered)]
    return days | {last + n * DAY for last, pause in pauses if pause < SILENCE_DAYS for n in range(1, pause + 1)}


def _segments(
    place: str,
    stretches: Iterable[Stretch],
    name: Callable[[Stretch], str],
    period: Period,
    of_days: Callable[[frozenset[Shape]], AccountDays],
) -> list[SourceSegment]:
    brought_by: dict[str, Brought] = {}
    for code, reports in by_metric(stretches).items():
        for report in reports:
            for part in report.parts:
                brought_by.setdefault(name(part), {}).setdefault(code, []).append((report, part))
    each = []
    for key, brought in brought_by.items():
        days = {code: of_days(frozenset(_shape(part) for _report, part in parts)) for code, parts in brought.items()}
        each.append(SourceSegment(Segment(key, _numbers(f"{place}:{key}", brought, days, period)), days))
    return sorted((source for source in each if source.segment.numbers), key=_biggest_first)


def _numbers(prefix: str, brought: Brought, days: Mapping[str, AccountDays], period: Period) -> dict[str, Number]:
    numbers = {}
    for code, parts in brought.items():
        values = [part.value for _report, part in parts]
        if metric(code).totals is Totals.SUM:
            value, formula = exact(sum(values, Decimal(0))), f"Σ {code}"
        elif len(values) == 1 and parts[0][1].fills(period):
            value, formula = values[0], GIVEN
        else:
            continue
        numbers[code] = Number(
            f"{prefix}.{code}",
            value,
            identity(code),
            formula,
            (("values", str(len(values))),),
            n=len(values),
            coverage=_coverage(days[code], period),
            accounts=_accounts(days[code]),
        )
    return numbers | conversion(prefix, brought)


def _fit(segments: Iterable[SourceSegment], given: Mapping[str, Total]) -> bool:
    """Whether sources bring no more than is known of the days of their reports, of each metric of which anything is."""
    sums: Counter[str] = Counter()
    days: dict[str, AccountDays] = {}
    for source in segments:
        sums.update({code: source.segment.numbers[code].value for code in ADDED if code in source.segment.numbers})
        days |= {code: days.get(code, frozenset()) | covered for code, covered in source.days.items() if code in given}
    known = {code: reports for code, covered in days.items() if code in sums and (reports := given[code].inside(covered))}
    return bool(known) and all(sums[code] <= _sum(reports) for code, reports in known.items())


def _of_the_same_days(
    prefix: str, segments: Iterable[SourceSegment], given: Mapping[str, Total], period: Period
) -> dict[str, Number]:
    covered: dict[str, set[AccountDays]] = {}
    for source in segments:
        for code in source.segment.numbers.keys() & given.keys():
            covered.setdefault(code, set()).add(source.days[code])
    each = {code: given[code].over(f"{prefix}.sources.{code}", *days, period) for code, days in covered.items() if len(days) == 1}
    return {code: number for code, number in each.items() if number}


def together(place: str, parts: Iterable[Segment], code: str) -> Number | None:
    """What sources brought between them, as far as it is known; a share cannot be added up."""
    known = [number for one in parts if (number := one.numbers.get(code)) and number.value is not None]
    if not known or code not in METRICS:
        return None
    return Number(
        f"{place}.{code}",
        exact(sum((number.value for number in known), Decimal(0))),
        identity(code),
        f"Σ {code} of sources",
        (("sources", str(len(known))),),
        n=len(known),
        coverage=least(*(number.coverage for number in known)),
        accounts=tuple(sorted({account for number in known for account in number.accounts})),
    )


def unnamed(place: str, whole: Number, parts: Iterable[Segment], code: str) -> Number | None:
    """What of the whole came from no source; nothing of the sum of a breakdown, which has no more than its parts."""
    named = together(f"{place}.named", parts, code)
    if named is None or is_added(whole) or whole.value <= named.value:
        return None
    return remainder(place, code, whole, [named], metric=identity(code))


def _biggest_first(source: SourceSegment) -> tuple[Decimal, str]:
    return -_size(source.segment), source.segment.key


def _size(segment: Segment) -> Decimal:
    for code in ("visits", "account_views", "views"):
        if code in segment.numbers:
            return segment.numbers[code].value or Decimal(0)
    return max((number.value or Decimal(0) for number in segment.numbers.values()), default=Decimal(0))
