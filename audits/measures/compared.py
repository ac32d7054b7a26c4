"""Who is compared with the brand: in which networks, by what of which months, and by which rate."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from audits.measures.months import SharedMonths, shared_months
from audits.measures.posts import Posts
from audits.measures.rates import ENGAGEMENT, Parts
from audits.measures.subjects import Side, has_data, main_rate
from audits.measures.windows import Material
from audits.statistics import ENOUGH_POSTS
from smmstrategy.metrics.catalogue import is_social
from smmstrategy.metrics.periods import Period


@dataclass(frozen=True, slots=True)
class Compared:
    """The brand and the competitors that share these networks with it, each with its accounts there."""

    networks: tuple[str, ...]
    sides: dict[str, Side]  # the brand first
    er: str  # the engagement rate they have in common
    comparable: frozenset[str]  # those whose posts count the same interactions as own posts
    months: SharedMonths


def common_rate(posts: Posts, sides: tuple[Side, ...], now: Period) -> str:
    """The engagement rate that the brand and most competitors are measured by."""
    here = posts.within(now)
    own = here.of_accounts(sides[0].account_ids)
    competitors = [here.of_accounts(side.account_ids) for side in sides if side.kind == "competitor"]
    usable = [code for code in ENGAGEMENT if len(own.known(code)) >= ENOUGH_POSTS]
    if not usable:
        return main_rate(own)
    reached = {code: sum(len(competitor.known(code)) >= ENOUGH_POSTS for competitor in competitors) for code in usable}
    best = max(usable, key=lambda code: reached[code])
    return best if reached[best] else ""


def together(
    own: frozenset[str], active: dict[str, frozenset[str]], tracked: dict[str, frozenset[str]]
) -> dict[tuple[str, ...], list[str]]:
    """Which networks are compared, and which competitors are in all of them, until none is left in which one is beside the brand.

    One that is tracked there without any data stands where it is first looked for.
    """
    compared, left = {}, dict(active)
    while shared := shared_networks(own, left.values()):
        compared[shared] = [key for key, there in active.items() if there.issuperset(shared)]
        left = {key: there.difference(shared) for key, there in left.items()}
    placed = {*chain(*compared.values())}
    for key in [key for key in active if key not in placed]:
        if place := next((shared for shared in compared if tracked[key].intersection(shared)), None):
            compared[place].append(key)
    return compared


def shared_networks(own: frozenset[str], competitors: Iterable[frozenset[str]]) -> tuple[str, ...]:
    """Take the network that most competitors are in; compared are all the networks that they and the brand have in common."""
    competitors = list(competitors)
    reached = {network: sum(network in competitor for competitor in competitors) for network in sorted(own)}
    widest = max(reached, key=lambda network: reached[network], default="")
    if not reached.get(widest):
        return ()
    return tuple(sorted(own.intersection(*(competitor for competitor in competitors if widest in competitor))))


def on_networks(side: Side, shared: tuple[str, ...], networks: dict[int, str]) -> Side:
    """The same side with its accounts in these networks alone."""
    there = tuple(account for account in side.account_ids if networks[account] in shared)
    return replace(side, account_ids=there, networks=tuple(networks[account] for account in there))


def compared(
    sides: tuple[Side, ...], networks: dict[int, str], parts: Parts, material: Material, now: Period
) -> Iterator[Compared]:
    """Of the brand and its competitors, by the networks in which they have data."""
    by_key = {side.key: side for side in sides if side.kind != "account"}
    active = {key: frozenset(networks[a] for a in s.account_ids if has_data(a, material, now)) for key, s in by_key.items()}
    own, tracked = frozenset(filter(is_social, active.pop("own"))), {key: frozenset(side.networks) for key, side in by_key.items()}
    for shared, competitors in together(own, active, tracked).items():
        there = {key: on_networks(by_key[key], shared, networks) for key in ("own", *competitors)}
        months = shared_months(there, material, now)
        alike = [side for key, side in there.items() if key in months.alike]
        common = common_rate(months.material.posts, tuple(alike if len(alike) > 1 else there.values()), now)
        yield Compared(shared, there, common, _comparable(parts, tuple(there.values()), networks), months)


def _comparable(parts: Parts, sides: tuple[Side, ...], networks: dict[int, str]) -> frozenset[str]:
    """Competitors whose posts count the same interactions as own posts in the shared networks: only with them rates compare."""
    counted = {side.key: _counted(parts, side, networks) for side in sides}
    return frozenset(
        key
        for key, theirs in counted.items()
        if (shared := theirs.keys() & counted["own"].keys()) and all(theirs[n] == counted["own"][n] for n in shared)
    )


def _counted(parts: Parts, side: Side, networks: dict[int, str]) -> dict[str, set[tuple[str, ...]]]:
    """By network what counts as an interaction there, in each of the accounts."""
    counted: dict[str, set[tuple[str, ...]]] = {}
    for account_id in side.account_ids:
        if parts.get(account_id):
            counted.setdefault(networks[account_id], set()).add(parts[account_id])
    return counted
