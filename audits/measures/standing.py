"""Own accounts among the competitors, on the networks they share: places, and shares of all engagement."""

from decimal import Decimal

from audits.evidence import OF_FOLLOWERS, Comparison, Missing, Number, Rank, Standing, Subject
from audits.measures.calendar import ENOUGH
from audits.measures.changes import covered_alike, good_direction
from audits.measures.compared import Compared
from audits.measures.numbers import count, exact, is_of_few, ratio
from audits.measures.windows import numbers
from smmstrategy.metrics.formulas import FORMULAS

MEASURES = (
    *OF_FOLLOWERS,
    "posts_per_week",
    "interactions.median",
    "interactions",
    "soe",
    "views.median",
    "reach.median",
)
OF_POSTS = ("interactions", "soe")
COUNTED_ALIKE = ("interactions.median", *OF_POSTS)
SUMS = ("followers_end", *OF_POSTS)


def comparisons(compared: tuple[Compared, ...], subjects: tuple[Subject, ...], networks: dict[int, str]) -> tuple[Comparison, ...]:
    """Each with the numbers that may stand beside each other; the ids of those after the first name their networks."""
    return tuple(
        _comparison(one, subjects, networks, f":{'+'.join(one.networks)}" if place else "") for place, one in enumerate(compared)
    )


def _comparison(compared: Compared, subjects: tuple[Subject, ...], networks: dict[int, str], ending: str) -> Comparison:
    """A side that does not count the same interactions as the brand has none, nor a rate of them.

    One of other months has no place by anything but its followers.
    """
    rate = f"{compared.er}.median"
    known = {
        s.key: _beside(s, compared, ("posts", rate, *MEASURES), f"{s.key}.beside{ending}")
        for s in subjects
        if s.key in compared.sides
    }
    apart = [key for key in known if key not in compared.comparable]
    withheld = {key: _withheld(f"{key}.beside{ending}", known[key], (rate, *COUNTED_ALIKE)) for key in apart}
    given = {key: numbers | withheld.get(key, {}) for key, numbers in known.items()}
    alike = {key: numbers if key in compared.months.alike else _of_followers(numbers) for key, numbers in given.items()}
    ranked = with_shares(alike, networks, ending)
    places = standings(ranked, compared.er, networks, ending)
    beside = {key: numbers | ranked[key] for key, numbers in given.items()}
    return Comparison(compared.networks, compared.er, beside, places, compared.months.days, compared.months.partly)


def _of_followers(numbers: dict[str, Number]) -> dict[str, Number]:
    return {code: numbers[code] for code in OF_FOLLOWERS if code in numbers}


def _beside(subject: Subject, compared: Compared, codes: tuple[str, ...], prefix: str) -> dict[str, Number]:
    accounts, months = compared.sides[subject.key].account_ids, compared.months
    is_whole = accounts == subject.account_ids and subject.key not in months.narrowed
    by_code = subject.now.numbers if is_whole else numbers(prefix, subject.now.period, months.material, accounts)
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
    """Whether both are known of the same networks and, of a sum, about as much: one month of a competitor is no half-year.

    Nor is one month of all: as a pace does, a sum over posts takes enough of the days.
    """
    mine, theirs = ({networks[account] for account in one.accounts} for one in (own, other))
    is_enough = measure not in OF_POSTS or all(one.coverage is None or one.coverage >= ENOUGH for one in (own, other))
    return mine == theirs and (measure not in SUMS or (is_enough and covered_alike(own, other)))


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
