"""Own accounts among the competitors, on the networks they share: places, and shares of all engagement."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from audits.evidence import Missing, Number, Rank, Standing, Subject
from audits.measures.changes import covered_alike, good_direction
from audits.measures.numbers import count, exact, ratio
from audits.measures.posts import Posts, within
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


def common_rate(posts: Posts, sides: tuple[Side, ...], now: Period) -> str:
    """The engagement rate that the brand and most competitors are measured by; without competitors the brand's own."""
    here = within(posts, now)
    own = here.of_accounts(sides[0].account_ids)
    competitors = [here.of_accounts(side.account_ids) for side in sides if side.kind == "competitor"]
    usable = [code for code in ENGAGEMENT if len(own.known(code)) >= ENOUGH_POSTS]
    if not competitors or not usable:
        return main_rate(own)
    reached = {code: sum(len(competitor.known(code)) >= ENOUGH_POSTS for competitor in competitors) for code in usable}
    best = max(usable, key=lambda code: reached[code])
    return best if reached[best] else ""


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


def beside(
    subjects: tuple[Subject, ...], sides: dict[str, Side], material: Material, common: str, comparable: frozenset[str]
) -> tuple[Subject, ...]:
    """The subjects with the numbers that may stand beside each other: of the accounts that `sides` has of them.

    A side that does not count the same interactions as the brand has none, nor a rate of them.
    """
    rate = f"{common}.median"
    codes = ("posts", rate, *MEASURES)
    given = tuple(_beside(s, sides[s.key], material, codes) if s.key in sides else s for s in subjects)
    return tuple(s if s.key in comparable else _without(s, (rate, *COUNTED_ALIKE)) for s in given)


def _beside(subject: Subject, side: Side, material: Material, codes: tuple[str, ...]) -> Subject:
    if not side.account_ids:
        return subject
    is_whole = side.account_ids == subject.account_ids
    found = subject.now.numbers if is_whole else numbers(f"{side.key}.beside", subject.now.period, material, side.account_ids)
    return replace(subject, beside={code: found[code] for code in codes if code in found})


def _without(subject: Subject, codes: tuple[str, ...]) -> Subject:
    known = [code for code in codes if code in subject.beside and subject.beside[code].value is not None]
    withheld = {code: _withheld(f"{subject.key}.beside.{code}", subject.beside[code]) for code in known}
    return replace(subject, beside=subject.beside | withheld)


def _withheld(number_id: str, number: Number) -> Number:
    return Number(number_id, None, number.metric, n=number.n, coverage=number.coverage, reason=Missing.COUNTED_APART)


def with_shares(subjects: tuple[Subject, ...], networks: dict[int, str]) -> tuple[Subject, ...]:
    """The share of all interactions, `soe`, of the sides that know about as many of them as the brand."""
    own, code = subjects[0].beside.get("interactions"), "interactions"
    given = [s for s in subjects if code in s.beside and s.beside[code].value is not None]
    sides = [s for s in given if own and _compares(code, own, s.beside[code], networks)]
    whole = sum((s.beside[code].value for s in sides), Decimal(0))
    if len(sides) < 2 or not whole or sides[0].key != "own":
        return subjects
    keys = {side.key for side in sides}
    return tuple(_with_share(s, whole) if s.key in keys else s for s in subjects)


def standings(subjects: tuple[Subject, ...], common: str, networks: dict[int, str]) -> tuple[Standing, ...]:
    """A place list for every measure of the brand and a competitor."""
    codes = (*((f"{common}.median",) if common else ()), *MEASURES)
    found = (_standing(code, subjects, networks) for code in codes)
    return tuple(one for one in found if one is not None)


def _compares(measure: str, own: Number, other: Number, networks: dict[int, str]) -> bool:
    """Whether both are known of the same networks and, of a sum, about as much: one month of a competitor is no half-year."""
    mine, theirs = ({networks[account] for account in one.accounts} for one in (own, other))
    return mine == theirs and (measure not in SUMS or covered_alike(own, other))


def _standing(measure: str, sides: tuple[Subject, ...], networks: dict[int, str]) -> Standing | None:
    known = {s.key: s.beside[measure] for s in sides if measure in s.beside and s.beside[measure].value is not None}
    own = known.get("own")
    given = {key: one for key, one in known.items() if own and _compares(measure, own, one, networks)}
    if own is None or len(given) < 2:
        return None
    sign = -1 if good_direction(measure) >= 0 else 1
    ordered = sorted(given.items(), key=lambda item: (sign * item[1].value, item[0]))
    ranks = tuple(Rank(key, number, _place(number, given, sign)) for key, number in ordered)
    place = next(rank.place for rank in ranks if rank.subject == "own")
    return Standing(measure, ranks, count("standing", f"{measure}.place", place), count("standing", f"{measure}.of", len(ranks)))


def _place(number: Number, given: dict[str, Number], sign: int) -> int:
    return 1 + sum(sign * other.value < sign * number.value for other in given.values())


def _with_share(subject: Subject, whole: Decimal) -> Subject:
    mine = subject.beside["interactions"]
    number = Number(
        f"{subject.key}.beside.soe",
        ratio(mine.value, whole),
        FORMULAS["soe"].id,
        "interactions ÷ interactions of all",
        ((mine.id, str(mine.value)), ("interactions of all", str(exact(whole)))),
        n=mine.n,
        coverage=mine.coverage,
        source=mine.source,
        accounts=mine.accounts,
    )
    return replace(subject, beside=subject.beside | {"soe": number})
