"""What a weighted mean changed by: other weights of its segments, or other rates in them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal, localcontext

PLACES = 12


@dataclass(frozen=True, slots=True)
class Effects:
    """Why a weighted mean changed: all mix and rate effects together are exactly its change."""

    mix: dict[str, Decimal]
    rate: dict[str, Decimal]


Segments = Mapping[str, tuple[Decimal, Decimal | None]]
Sides = tuple[Decimal, Decimal, Decimal, Decimal]  # weight and rate of a segment before, and after


def decompose(before: Segments, after: Segments) -> Effects:
    """Δ = Σ(w1 − w0)·(r0 − m0) + Σ w1·(r1 − r0) over segments given as (weight, rate), m0 being the mean before.

    The effects of allocation and of selection with interaction by Brinson and Fachler (Journal of Portfolio Management, 1985): a
    segment under the mean that loses weight raises it, and one at the mean does nothing. Both sides' weights add up to the same,
    so the sum is that around any centre: the mean is taken to twelve places, as rates are. A segment of one side only has weight 0
    on the other and there the same rate, so that its whole effect is mix.
    """
    with localcontext(prec=200):
        sides = dict(_sides(before, after))
        mean = round(_total(w0 * r0 for w0, r0, _w1, _r1 in sides.values()), PLACES).normalize()
        whole, now = _total(w0 for w0, *_ in sides.values()), _total(w1 for _w0, _r0, w1, _r1 in sides.values())
        if whole != now:
            raise ValueError(f"weights add up to {whole} before and to {now} after")
        mix = {name: (w1 - w0) * (r0 - mean) + 0 for name, (w0, r0, w1, _r1) in sides.items()}  # −0 becomes 0
        rate = {name: w1 * (r1 - r0) + 0 for name, (_w0, r0, w1, r1) in sides.items()}
    return Effects(mix, rate)


def _sides(before: Segments, after: Segments) -> Iterable[tuple[str, Sides]]:
    for name in [*before, *(name for name in after if name not in before)]:
        w0, r0 = before.get(name, (Decimal(0), None))
        w1, r1 = after.get(name, (Decimal(0), None))
        r0, r1 = (r1 if r0 is None else r0), (r0 if r1 is None else r1)
        if r0 is not None:
            yield name, (w0, r0, w1, r1)
        elif w0 or w1:
            raise ValueError(f"segment «{name}» has a weight and no rate")


def _total(values: Iterable[Decimal]) -> Decimal:
    return sum(values, Decimal(0))
