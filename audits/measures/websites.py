"""Which websites of several are told together: those of whose traffic the same is known."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from audits.evidence import Number
from audits.measures.calendar import calendar_months
from audits.measures.days import flows
from audits.measures.traffic import ADDED, added, counts, is_added
from audits.measures.windows import Material
from smmstrategy.metrics.catalogue import is_social
from smmstrategy.metrics.periods import Period


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a website's traffic: numbers of the period, in which months, and whether by source."""

    numbers: dict[str, Number]
    months: tuple[dict[str, Number], ...]
    is_by_source: bool

    def kind(self, code: str) -> tuple[bool, bool]:
        """Whether its months are known, and whether the number is a total: sums of breakdowns are less than those."""
        return any(code in month for month in self.months), not is_added(self.numbers[code])


def of_one_set(material: Material, account_ids: tuple[int, ...], networks: tuple[str, ...], period: Period) -> Material:
    """Without the values of websites of whose traffic other things are known in the period than of those that are told.

    A title, its chart and a table of sources stand on the same websites so: on those of which most days are known, in which most
    is known beside, and which had most.
    """
    sites = tuple(a for a, network in zip(account_ids, networks, strict=True) if not is_social(network))
    return _without(material, _apart(sites, material, period)) if len(sites) > 1 else material


def _apart(sites: tuple[int, ...], material: Material, period: Period) -> set[int]:
    """Those that are not told together with the others; one of which nothing is known is not told anyway."""
    every = {site: known for site in sites if (known := _known(site, material, period)).numbers}
    code = next((code for code in ADDED if any(code in known.numbers for known in every.values())), "")
    kinds: dict[tuple[bool, bool], dict[int, Known]] = {}
    for site, known in every.items():
        if code in known.numbers:
            kinds.setdefault(known.kind(code), {})[site] = known
    told = max(kinds, key=lambda kind: (*_days_and_months(kinds[kind].values(), code), kind), default=None)
    return every.keys() - kinds.get(told, {}).keys()


def _days_and_months(known: Collection[Known], code: str) -> tuple[int, bool, bool, Decimal]:
    days = max(one.numbers[code].n or 0 for one in known)
    has_months, is_total = next(iter(known)).kind(code)
    is_by_source = any(one.is_by_source for one in known)
    return days, has_months, is_total or is_by_source, sum((one.numbers[code].value for one in known), Decimal(0))


def _known(site: int, material: Material, period: Period) -> Known:
    slices = [one for one in material.slices if counts(one, (site,), period)]
    each = [_traffic(site, material, slices, one) for one in (period, *(month for _key, month in calendar_months(period)))]
    return Known(each[0], tuple(each[1:]), any(one.tags for one in slices))


def _traffic(site: int, material: Material, slices: Iterable, period: Period) -> dict[str, Number]:
    given = flows("", material.known, (site,), period, ADDED)
    return added("", slices, (site,), period, given) | given


def _without(material: Material, sites: set[int]) -> Material:
    return replace(
        material,
        days={key: one for key, one in material.days.items() if key[0] not in sites},
        known={key: one for key, one in material.known.items() if key[0] not in sites},
        stretches=tuple(one for one in material.stretches if one.account_id not in sites),
        slices=tuple(one for one in material.slices if one.account_id not in sites),
    )
