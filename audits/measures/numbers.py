"""How the values of many posts become one number with an identity."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from typing import SupportsFloat

import numpy as np

from audits.evidence import ENDINGS, UNCOUNTED, Missing, Number
from audits.measures.posts import Posts
from audits.statistics import ENOUGH_POSTS, median_interval, middle
from smmstrategy.metrics.catalogue import must_add_up
from smmstrategy.metrics.formulas import FORMULAS, identity

PLACES = 12

Values = Mapping[tuple, Decimal]  # by what they were given for, the account first


def exact(value: SupportsFloat | None) -> Decimal | None:
    """A Decimal without trailing zeros; NaN is not known. Twelve places are more than any page shows."""
    if value is None or value != value:
        return None
    if (whole := int(value)) == value:
        return Decimal(whole)
    number = round(value if isinstance(value, Decimal) else Decimal(repr(float(value))), PLACES) + 0  # −0 becomes 0
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize()


@lru_cache(maxsize=10_000)
def share(part: int, whole: int) -> Decimal | None:
    return exact(Decimal(part) / whole) if whole else None


def ratio(numerator: Decimal | None, denominator: Decimal | None) -> Decimal | None:
    """None when either is not known or the denominator is 0."""
    return exact(numerator / denominator) if numerator is not None and denominator else None


def least(*coverage: Decimal | None) -> Decimal | None:
    """None when none of them is known."""
    known = [c for c in coverage if c is not None]
    return min(known) if known else None


def of_same_accounts(*numbers: Number) -> bool:
    """Whether all stand on the same accounts: only then one is a part of another, a rate of it, or a step from one to another."""
    return len({frozenset(number.accounts) for number in numbers}) == 1


def is_of_single_posts(number: Number) -> bool:
    """Whether it is what single posts have in the middle or the mean, or their rate together."""
    return number.id.endswith((*ENDINGS, ".amplification"))


def is_of_few(number: Number) -> bool:
    """Whether it is of single posts, and these are fewer than a test asks."""
    return is_of_single_posts(number) and (number.n or 0) < ENOUGH_POSTS


def count(
    prefix: str,
    measure: str,
    value: int,
    *,
    source: str = "",
    coverage: Decimal | None = None,
    accounts: tuple[int, ...] = (),
) -> Number:
    formula = FORMULAS["count"].id
    return Number(f"{prefix}.{measure}", Decimal(value), formula, n=value, source=source, coverage=coverage, accounts=accounts)


def quotient(prefix: str, measure: str, top: Number, bottom: Number, *, formula: str = "", n: int | None = None) -> Number:
    """One number over another by the formula of this code (of the measure's name, without one), with both as its inputs."""
    value = ratio(top.value, bottom.value)
    return Number(
        f"{prefix}.{measure}",
        value,
        FORMULAS[formula or measure].id,
        f"{_name(top)} ÷ {_name(bottom)}",
        ((top.id, str(top.value)), (bottom.id, str(bottom.value))),
        n=n if n is not None else top.n,
        coverage=least(top.coverage, bottom.coverage),
        source=top.source or bottom.source,
        reason="" if value is not None else top.reason or bottom.reason or Missing.NO_BASE,
        accounts=top.accounts,
    )


def difference(prefix: str, measure: str, later: Number, earlier: Number, *, metric: str) -> Number:
    value = later.value - earlier.value if later.value is not None and earlier.value is not None else None
    return Number(
        f"{prefix}.{measure}",
        exact(value),
        metric,
        f"{_name(later)} − {_name(earlier)}",
        ((later.id, str(later.value)), (earlier.id, str(earlier.value))),
        n=later.n,
        coverage=least(later.coverage, earlier.coverage),
        source=later.source or earlier.source,
        reason="" if value is not None else later.reason or earlier.reason,
        accounts=later.accounts,
    )


def remainder(prefix: str, measure: str, whole: Number, parts: Sequence[Number], *, metric: str) -> Number:
    """What the parts leave of the whole."""
    value = None if whole.value is None else whole.value - sum((part.value or Decimal(0) for part in parts), Decimal(0))
    return Number(
        f"{prefix}.{measure}",
        exact(value),
        metric,
        f"{_name(whole)} − Σ of the parts",
        tuple((one.id, str(one.value)) for one in (whole, *parts)),
        n=whole.n,
        coverage=least(*(one.coverage for one in (whole, *parts))),
        source=whole.source,
        reason=whole.reason,
        accounts=whole.accounts,
    )


def conversion_of(prefix: str, goal_visits: Values, visits: Values) -> dict[str, Number]:
    """`cr` over values of the same accounts and days; nothing without any, nor where goals are of more visits than there were."""
    reached, of = _sum(f"{prefix}.cr", "goal_visits", goal_visits), _sum(f"{prefix}.cr", "visits", visits)
    return {"cr": quotient(prefix, "cr", reached, of)} if visits and reached.value <= of.value else {}


def _sum(prefix: str, code: str, values: Values) -> Number:
    inputs, accounts = (("values", str(len(values))),), tuple(dict.fromkeys(key[0] for key in values))
    total = exact(sum(values.values(), Decimal(0)))
    return Number(f"{prefix}.{code}", total, identity(code), f"Σ {code}", inputs, n=len(values), accounts=accounts)


def total(prefix: str, code: str, posts: Posts, days_known: Decimal | None = None) -> Number:
    """The sum over the posts of which it is known; `coverage` is their share of the posts, times that of the known days."""
    must_add_up(code)
    known = posts.known(code)
    value = exact(known.sum()) if len(known) else None
    number = _of_posts(prefix, code, code, identity(code), f"Σ {code}", posts, known, value)
    if days_known is None or number.coverage is None:
        return number
    return replace(number, coverage=exact(number.coverage * days_known))


def median(prefix: str, code: str, posts: Posts, metric: str) -> Number:
    """The middle post's value, with the interval that holds the true median in 95 of 100 cases where n is enough."""
    known = np.sort(posts.known(code))
    value = exact(middle(known)) if len(known) else None
    number = _of_posts(prefix, code, f"{code}.median", metric, f"median({code})", posts, known, value)
    interval = median_interval(known)
    if interval is None:
        return number
    return replace(number, low=exact(interval[0]), high=exact(interval[1]))


def mean(prefix: str, code: str, posts: Posts, metric: str) -> Number:
    known = posts.known(code)
    value = exact(known.mean()) if len(known) else None
    return _of_posts(prefix, code, f"{code}.mean", metric, f"mean({code})", posts, known, value)


def pooled(prefix: str, code: str, posts: Posts, metric: str, numerator: str, denominator: str, *needed: str) -> Number:
    """Sum of numerators over sum of denominators, over the posts that have both and what else is `needed`."""
    both = posts.having(numerator, denominator, *needed)
    top, bottom = exact(both[numerator].sum()), exact(both[denominator].sum())
    return Number(
        f"{prefix}.{code}.total",
        ratio(top, bottom),
        metric,
        f"Σ {numerator} ÷ Σ {denominator}",
        ((f"Σ {numerator}", str(top)), (f"Σ {denominator}", str(bottom)), *uncounted_as_input(posts.uncounted(code))),
        n=len(both),
        coverage=share(len(both), len(posts)),
        source=posts.sources,
        reason="" if bottom else _why(posts, both),
        accounts=both.giving(),
    )


def _of_posts(
    prefix: str, code: str, measure: str, metric: str, formula: str, posts: Posts, known: np.ndarray, value: Decimal | None
) -> Number:
    return Number(
        f"{prefix}.{measure}",
        value,
        metric,
        formula,
        (("n", str(len(known))), *uncounted_as_input(posts.uncounted(code))),
        n=len(known),
        coverage=share(len(known), len(posts)),
        source=posts.sources,
        reason="" if value is not None else _why(posts, known),
        accounts=posts.giving(code),
    )


def uncounted_as_input(posts: int) -> tuple[tuple[str, str], ...]:
    """Posts that a formula does not count by its rule, where there are any."""
    return ((UNCOUNTED, str(posts)),) if posts else ()


def _why(posts: Posts, known: Sequence | Posts) -> str:
    if not len(posts):
        return Missing.NO_POSTS
    return Missing.NO_BASE if len(known) else Missing.NOT_GIVEN


def _name(number: Number) -> str:
    return number.id.rsplit(".", 1)[-1] if not number.id.endswith(ENDINGS) else ".".join(number.id.split(".")[-2:])
