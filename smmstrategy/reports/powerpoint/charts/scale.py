"""Axis scales: round ends and steps; bars start at zero."""

import math
from dataclasses import dataclass

_INTERVALS = 4
_LEAST_SPAN = 0.1  # of an axis that starts away from zero, by its farthest value: less would draw next to nothing as a steep line


@dataclass(frozen=True, slots=True)
class Scale:
    low: float
    high: float
    step: float

    def share(self, value: float) -> float:
        """Where the value stands between the ends, 0 to 1."""
        return (value - self.low) / (self.high - self.low)


ALL = Scale(0.0, 1.0, 0.25)  # of shares of a whole


def scale(values: list[float], *, from_zero: bool = True, whole: bool = False, most: float = math.inf) -> Scale:
    """Ends on multiples of 1, 2, 2.5 or 5 times a power of ten that hold all values; `whole`: no step under 1.

    Without `from_zero` the axis still starts at zero unless all values lie in the far part of it. The least span makes none
    pass `most`.
    """
    low, high = min(values, default=0.0), max(values, default=0.0)
    if from_zero or 0 <= low < 0.6 * high or 0 >= high > 0.6 * low:
        low, high = min(low, 0.0), max(high, 0.0)
    if low == high:
        low, high = (low, 0.0) if low < 0 else (0.0, high or 1.0)
    short = max(_LEAST_SPAN * max(-low, high) - (high - low), 0.0)
    over = min(short / 2, max(most - high, 0.0))
    low, high = low - (short - over), high + over
    step = _step((high - low) / _INTERVALS)
    step = max(step, 1.0) if whole else step
    return Scale(tidy(math.floor(low / step + 1e-9) * step), tidy(math.ceil(high / step - 1e-9) * step), step)


def tight(values: list[float]) -> Scale:
    """From zero to the farthest values exactly, for an axis that is not drawn."""
    axis = scale(values)
    low, high = min([*values, 0.0]), max([*values, 0.0])
    return Scale(low, high, axis.step) if low < high else axis


def _step(least: float) -> float:
    power = 10.0 ** math.floor(math.log10(least))
    return tidy(next(factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= least * (1 - 1e-9)))


def tidy(value: float) -> float:
    """Without the dust of binary fractions."""
    return float(f"{value:.12g}")
