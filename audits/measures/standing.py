"""Own accounts among the competitors: places, and shares of all engagement."""

from dataclasses import replace
from decimal import Decimal

from audits.evidence import Number, Rank, Span, Standing, Subject
from audits.measures.changes import good_direction
from audits.measures.numbers import count, exact, ratio
from audits.measures.posts import Posts, within
from audits.measures.rates import ENGAGEMENT
from audits.measures.subjects import Side, main_rate
from audits.statistics import ENOUGH_POSTS
from smmstrategy.metrics.formulas import FORMULAS

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


def common_rate(posts: Posts, sides: tuple[Side, ...], now: Span) -> str:
    """The engagement rate that the brand and most competitors are measured by; without competitors the brand's own."""
    here = within(posts, now)
    own = here.of_accounts(sides[0].account_ids)
    rivals = [here.of_accounts(side.account_ids) for side in sides if side.kind == "rival"]
    usable = [code for code in ENGAGEMENT if len(own.known(code)) >= ENOUGH_POSTS]
    if not rivals or not usable:
        return main_rate(own)
    reached = {code: sum(len(rival.known(code)) >= ENOUGH_POSTS for rival in rivals) for code in usable}
    best = max(usable, key=lambda code: reached[code])
    return best if reached[best] else ""


def with_shares(subjects: tuple[Subject, ...], comparable: frozenset[str]) -> tuple[Subject, ...]:
    """The share of all interactions, `soe`, of every side that counts them like the brand, when more than one has any."""
    sides = [s for s in subjects if s.kind != "account" and s.key in comparable and s.now.numbers.get("interactions")]
    whole = sum((s.now.numbers["interactions"].value or Decimal(0) for s in sides), Decimal(0))
    if len(sides) < 2 or not whole or sides[0].key != "own":
        return subjects
    keys = {side.key for side in sides}
    return tuple(_with_share(s, whole) if s.key in keys else s for s in subjects)


def standings(subjects: tuple[Subject, ...], common: str, comparable: frozenset[str]) -> tuple[Standing, ...]:
    """A place list for every measure of the brand and a competitor; interactions only among those that count them alike."""
    sides = [s for s in subjects if s.kind != "account"]
    rates = (f"{common}.median",) if common else ()
    alike = {*rates, *COUNTED_ALIKE}
    found = (_standing(code, [s for s in sides if code not in alike or s.key in comparable]) for code in (*rates, *MEASURES))
    return tuple(one for one in found if one is not None)


def _standing(measure: str, sides: list[Subject]) -> Standing | None:
    numbers = {
        s.key: s.now.numbers[measure] for s in sides if measure in s.now.numbers and s.now.numbers[measure].value is not None
    }
    if "own" not in numbers or len(numbers) < 2:
        return None
    sign = -1 if good_direction(measure) >= 0 else 1
    ordered = sorted(numbers.items(), key=lambda item: (sign * (item[1].value or 0), item[0]))
    ranks = tuple(Rank(key, number, _place(number, numbers, sign)) for key, number in ordered)
    own = next(rank.place for rank in ranks if rank.subject == "own")
    return Standing(measure, ranks, count("standing", f"{measure}.place", own), count("standing", f"{measure}.of", len(ranks)))


def _place(number: Number, numbers: dict[str, Number], sign: int) -> int:
    return 1 + sum(sign * (other.value or 0) < sign * (number.value or 0) for other in numbers.values())


def _with_share(subject: Subject, whole: Decimal) -> Subject:
    mine = subject.now.numbers["interactions"]
    number = Number(
        f"{subject.key}.now.soe",
        ratio(mine.value, whole),
        FORMULAS["soe"].id,
        "interactions ÷ interactions of all",
        ((mine.id, str(mine.value)), ("interactions of all", str(exact(whole)))),
        n=mine.n,
        coverage=mine.coverage,
        source=mine.source,
    )
    now = replace(subject.now, numbers=subject.now.numbers | {"soe": number})
    return replace(subject, windows=subject.windows | {"now": now})
