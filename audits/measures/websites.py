"""Which websites of several are told together: those of whose traffic the same is known."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from audits.evidence import Number
from audits.measures.calendar import calendar_months
from audits.measures.days import flows
from audits.measures.traffic import ADDED, Stretch, added, counts, is_added
from audits.measures.windows import Material
from smmstrategy.metrics.catalogue import is_social
from smmstrategy.metrics.periods import Period


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a website's traffic in the period and in its months."""

    numbers: dict[str, Number]
    months: tuple[dict[str, Number], ...]

    def kind(self, code: str) -> tuple[bool, bool]:
        """Whether months are known, and whether the number is a total: nobody says that a breakdown is all there was."""
        return any(code in month for month in self.months), not is_added(self.numbers[code])


def of_one_set(material: Material, account_ids: tuple[int, ...], networks: tuple[str, ...], period: Period) -> Material:
    """Without the values of websites of whose traffic other things are known in the period than of those that are told.

    So a title, its chart and a table of sources stand on the same ones: those with most days known, then with months, then with a
    total, then with most visits.
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
    told = max(kinds, key=lambda kind: _days_and_value(kind, [known.numbers[code] for known in kinds[kind].values()]), default=None)
    return every.keys() - kinds.get(told, {}).keys()


def _days_and_value(kind: tuple[bool, bool], numbers: Iterable[Number]) -> tuple:
    each = [(number.n or 0, number.value) for number in numbers]
    return max(days for days, _value in each), *kind, sum(value for _days, value in each)


def _known(site: int, material: Material, period: Period) -> Known:
    slices = [one for one in material.slices if counts(one, (site,), period)]
    now, *months = (_traffic(site, material, slices, one) for one in (period, *(month for _key, month in calendar_months(period))))
    return Known(now, tuple(months))


def _traffic(site: int, material: Material, slices: Iterable[Stretch], period: Period) -> dict[str, Number]:
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
