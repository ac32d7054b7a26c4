"""What a weighted mean changed by: other weights of its segments, or other rates in them."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, localcontext


@dataclass(frozen=True, slots=True)
class Effects:
    """Why a weighted mean changed: all mix and rate effects together are exactly its change."""

    mix: dict[str, Decimal]
    rate: dict[str, Decimal]


Segments = Mapping[str, tuple[Decimal, Decimal | None]]


def decompose(before: Segments, after: Segments) -> Effects:
    """Δ = Σ(w1 − w0)·r0 + Σ w1·(r1 − r0) over segments given as (weight, rate).

    A segment of one side only has weight 0 on the other and there the same rate, so that its whole effect is mix.
    """
    mix, rate = {}, {}
    with localcontext(prec=200):
        for name in [*before, *(name for name in after if name not in before)]:
            w0, r0 = before.get(name, (Decimal(0), None))
            w1, r1 = after.get(name, (Decimal(0), None))
            if r0 is None:
                r0 = r1
            if r1 is None:
                r1 = r0
            if r0 is None or r1 is None:
                if w0 or w1:
                    raise ValueError(f"segment «{name}» has a weight and no rate")
                continue
            mix[name], rate[name] = (w1 - w0) * r0 + 0, w1 * (r1 - r0) + 0  # −0 becomes 0
    return Effects(mix, rate)
