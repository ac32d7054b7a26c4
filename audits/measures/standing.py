"""Own accounts among the competitors, on the networks they share: places, and shares of all engagement."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from audits.evidence import Comparison, Missing, Number, Rank, Standing, Subject
from audits.measures.changes import covered_alike, good_direction
from audits.measures.numbers import count, exact, is_of_few, ratio
from audits.measures.posts import Posts
from audits.measures.rates import ENGAGEMENT
from audits.measures.subjects import Side, main_rate
from audits.measures.windows import Material, numbers
from audits.statistics import ENOUGH_POSTS
from smmstrategy.metrics.formulas import FORMULAS
from smmstrategy.metrics.periods import Period

MEASURES = (
    "followers_end",
    "growth_rate",
    "posts_per_week",
    "interactions.median",
    "interactions",
    "soe",
    "views.median",
    "reach.median",
)
COUNTED_ALIKE = ("interactions.median", "interactions", "soe")
SUMS = ("followers_end", "interactions", "soe")


@dataclass(frozen=True, slots=True)
class Compared:
    """The brand and the competitors that share these networks with it, each with its accounts there."""

    networks: tuple[str, ...]
    sides: dict[str, Side]  # the brand first
    er: str  # the engagement rate they have in common
    comparable: frozenset[str]  # those whose posts count the same interactions as own posts


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
    """Which networks are compared, and which competitors are in all of them, until none is left that is active beside the brand.

    One that is tracked there without any data stands where it is first looked for.
    """
    compared, left = {}, dict(active)
    while shared := shared_networks(own, left.values()):
        compared[shared] = [key for key, there in active.items() if there.issuperset(shared)]
        left = {key: there for key, there in left.items() if not there.issuperset(shared)}
    for key in left:
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


def comparisons(
    compared: tuple[Compared, ...], subjects: tuple[Subject, ...], material: Material, networks: dict[int, str]
) -> tuple[Comparison, ...]:
    """Each with the numbers that may stand beside each other; the ids of those after the first name their networks."""
    return tuple(
        _comparison(one, subjects, material, networks, f":{'+'.join(one.networks)}" if place else "")
        for place, one in enumerate(compared)
    )


def _comparison(
    compared: Compared, subjects: tuple[Subject, ...], material: Material, networks: dict[int, str], ending: str
) -> Comparison:
    """A side that does not count the same interactions as the brand has none, nor a rate of them."""
    rate = f"{compared.er}.median"
    known = {
        s.key: _beside(s, compared.sides[s.key], material, ("posts", rate, *MEASURES), f"{s.key}.beside{ending}")
        for s in subjects
        if s.key in compared.sides
    }
    apart = [key for key in known if key not in compared.comparable]
    withheld = {key: _withheld(f"{key}.beside{ending}", known[key], (rate, *COUNTED_ALIKE)) for key in apart}
    given = with_shares({key: numbers | withheld.get(key, {}) for key, numbers in known.items()}, networks, ending)
    return Comparison(compared.networks, compared.er, given, standings(given, compared.er, networks, ending))


def _beside(subject: Subject, side: Side, material: Material, codes: tuple[str, ...], prefix: str) -> dict[str, Number]:
    is_whole = side.account_ids == subject.account_ids
    by_code = subject.now.numbers if is_whole else numbers(prefix, subject.now.period, material, side.account_ids)
    return {code: by_code[code] for code in codes if code in by_code}


def _withheld(prefix: str, known: dict[str, Number], codes: tuple[str, ...]) -> dict[str, Number]:
    """In place of those that have a value."""
    having = {code: known[code] for code in codes if code in known and known[code].value is not None}
    return {
        code: Number(f"{prefix}.{code}", None, one.metric, n=one.n, coverage=one.coverage, reason=Missing.COUNTED_APART)
        for code, one in having.items()
    }


def with_shares(beside: dict[str, dict[str, Number]], networks: dict[int, str], ending: str = "") -> dict[str, dict[str, Number]]:
    """The share of all interactions, `soe`, of the sides that know about as many of them as the brand."""
    code = "interactions"
    given = {key: known[code] for key, known in beside.items() if code in known and known[code].value is not None}
    sides = {key: one for key, one in given.items() if "own" in given and compares(code, given["own"], one, networks)}
    whole = sum((one.value for one in sides.values()), Decimal(0))
    if len(sides) < 2 or not whole:
        return beside
    shares = {key: {"soe": _share(f"{key}.beside{ending}.soe", one, whole)} for key, one in sides.items()}
    return {key: known | shares.get(key, {}) for key, known in beside.items()}


def standings(
    beside: dict[str, dict[str, Number]], common: str, networks: dict[int, str], ending: str = ""
) -> tuple[Standing, ...]:
    """A place list for every measure of the brand and a competitor; by a median have one those whose posts are enough for it."""
    codes = (*((f"{common}.median",) if common else ()), *MEASURES)
    each = (_standing(code, beside, networks, f"standing{ending}") for code in codes)
    return tuple(one for one in each if one is not None)


def compares(measure: str, own: Number, other: Number, networks: dict[int, str]) -> bool:
    """Whether both are known of the same networks and, of a sum, about as much: one month of a competitor is no half-year."""
    mine, theirs = ({networks[account] for account in one.accounts} for one in (own, other))
    return mine == theirs and (measure not in SUMS or covered_alike(own, other))


def _standing(measure: str, beside: dict[str, dict[str, Number]], networks: dict[int, str], place: str) -> Standing | None:
    known = {key: one[measure] for key, one in beside.items() if measure in one and one[measure].value is not None}
    own = known.get("own")
    given = {key: one for key, one in known.items() if own and compares(measure, own, one, networks) and not is_of_few(one)}
    if "own" not in given or len(given) < 2:
        return None
    sign = -1 if good_direction(measure) >= 0 else 1
    ordered = sorted(given.items(), key=lambda item: (sign * item[1].value, item[0]))
    ranks = tuple(Rank(key, number, _place(number, given, sign)) for key, number in ordered)
    mine = next(rank.place for rank in ranks if rank.subject == "own")
    return Standing(measure, ranks, count(place, f"{measure}.place", mine), count(place, f"{measure}.of", len(ranks)))


def _place(number: Number, given: dict[str, Number], sign: int) -> int:
    return 1 + sum(sign * other.value < sign * number.value for other in given.values())


def _share(number_id: str, mine: Number, whole: Decimal) -> Number:
    return Number(
        number_id,
        ratio(mine.value, whole),
        FORMULAS["soe"].id,
        "interactions ÷ interactions of all",
        ((mine.id, str(mine.value)), ("interactions of all", str(exact(whole)))),
        n=mine.n,
        coverage=mine.coverage,
        source=mine.source,
        accounts=mine.accounts,
    )
