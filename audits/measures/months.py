"""The months that the sides of a comparison know together: only what they published in these stands beside each other."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from audits.measures.calendar import Calendar, calendar_months, inside
from audits.measures.subjects import Side
from audits.measures.sufficiency import has_data
from audits.measures.windows import Material
from smmstrategy.metrics.periods import Period

Months = frozenset[tuple[str, Period]]  # each with the network in which it is known


@dataclass(frozen=True, slots=True)
class SharedMonths:
    """What sides are measured from beside each other."""

    material: Material
    alike: frozenset[str]  # those of the same months, the brand among them
    narrowed: frozenset[str]  # those of them that know others too
    days: dict[str, tuple[Period, ...]]  # of each side, whose publications stand in its numbers
    partly: dict[str, dict[str, tuple[Period, ...]]]  # of who knows others from network to network


def shared_months(sides: Mapping[str, Side], material: Material, period: Period) -> SharedMonths:
    """The brand, first of the sides, and whoever knows months in common with it; any other is measured of its own."""
    months = {key: _known(side, material, period) for key, side in sides.items()}
    own = months["own"]
    common = in_common(own, [known for key, known in months.items() if key != "own"])
    alike = frozenset(key for key, known in months.items() if common and common <= known)
    narrowed = frozenset(key for key in alike if months[key] != common)
    accounts = {one: of for key in narrowed for one, of in zip(sides[key].account_ids, sides[key].networks, strict=True)}
    of_each = {key: common if key in alike else known for key, known in months.items()}
    days = {key: inside((month for _network, month in known), [period]) for key, known in of_each.items()}
    partly = {key: lacking for key in months.keys() - alike if (lacking := _partly(months[key], common, period))}
    return SharedMonths(_narrowed(material, accounts, common) if accounts else material, alike, narrowed, days, partly)


def in_common(own: Months, others: Iterable[Months]) -> Months:
    """As many months of as many of the others as can be; of as much that of more others, then the latest. Of none shared its own.

    A month is shared by whoever knows it in every network in which the brand does: else a network would stand for all of them.
    """
    shared = [_whole(own, known) for known in others]
    cuts: set[Months] = set()
    for one in shared:
        cuts |= {one, *(cut & one for cut in cuts)}
    return max(cuts, key=lambda cut: _weight(cut, shared), default=own) or own


def _weight(cut: Months, shared: list[Months]) -> tuple[int, int, list[date]]:
    knowing = sum(cut <= one for one in shared)
    return len(cut) * knowing, knowing, sorted((month.first for _network, month in cut), reverse=True)


def _partly(known: Months, common: Months, period: Period) -> dict[str, tuple[Period, ...]]:
    """By network in which months of the brand are not known, those that are; nothing where the same are in each network."""
    wanted, given = _by_network(common), _by_network(known)
    of_each = {network: given.get(network, frozenset()) for network in sorted(wanted)}
    if all(of_each.values()) and len({*of_each.values()}) == 1:
        return {}
    return {network: inside(of_each[network], [period]) for network, months in wanted.items() if not months <= of_each[network]}


def _by_network(months: Months) -> dict[str, frozenset[Period]]:
    return {network: frozenset(month for of, month in months if of == network) for network, _month in sorted(months)}


def _whole(own: Months, known: Months) -> Months:
    lacking = {month for _network, month in own - known}
    return frozenset((network, month) for network, month in own if month not in lacking)


def _known(side: Side, material: Material, period: Period) -> Months:
    """In which an account of it published, or whose days are known."""
    return frozenset(
        (network, month)
        for account, network in zip(side.account_ids, side.networks, strict=True)
        for month in _of_account(account, material, period)
    )


def _of_account(account: int, material: Material, period: Period) -> Iterable[Period]:
    days = {*Calendar.of(material.watched, (account,), period).days(account)}
    published = {*material.posts.of_accounts((account,)).within(period)["day"].tolist()}
    return [month for _key, month in calendar_months(period) if has_data(month, days, published)]


def _narrowed(material: Material, networks: Mapping[int, str], common: Months) -> Material:
    """Of these accounts, each in its network, only the posts and the known days of the months in common."""
    posts, watched, rejected = material.posts, dict(material.watched), dict(material.rejected)
    chosen = ~np.isin(posts["account_id"], list(networks))
    for account, network in networks.items():
        months = [month for of, month in common if of == network]
        numbers = [month.first.year * 12 + month.first.month for month in months]
        chosen |= (posts["account_id"] == account) & np.isin(posts["month"], numbers)
        watched[account] = inside(watched.get(account, ()), months)
        rejected[account] = [(days, rows) for days, rows in rejected.get(account, ()) if inside([days], months)]
    return replace(material, posts=posts.where(chosen), watched=watched, rejected=rejected)
