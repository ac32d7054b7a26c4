"""Our own path beside a reference, in turns in one run, as medians and a ratio; nothing here fails on a number.

A benchmark is a module of this package with a function `run() -> Iterable[Row]`; `python -m benchmarks [NAME…]` finds it.
"""

import gc
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from statistics import median

Measure = Callable[[], object]


@dataclass(frozen=True)
class Row:
    """One line of the table. `ratio` is ours against the reference; `goal` says which side of it is good, e.g. «≥ 0.6»."""

    what: str
    ours: str
    reference: str
    ratio: float | None
    goal: str = ""


def in_turns(measures: dict[str, Measure], rounds: int = 5) -> dict[str, float]:
    """Median wall seconds of each measure; every round runs them all, so that a slow minute slows them all."""
    seconds: dict[str, list[float]] = {name: [] for name in measures}
    for _round in range(rounds):
        for name, measure in measures.items():
            gc.collect()
            start = time.perf_counter()
            measure()
            seconds[name].append(time.perf_counter() - start)
    return {name: median(taken) for name, taken in seconds.items()}


def table(rows: Iterable[Row]) -> Iterator[str]:
    """The lines of a Markdown table, each as soon as its row is measured."""
    yield "| what | ours | reference | ratio | goal |"
    yield "|---|---|---|---|---|"
    for row in rows:
        ratio = "" if row.ratio is None else f"{row.ratio:.2f}"
        yield f"| {row.what} | {row.ours} | {row.reference} | {ratio} | {row.goal} |"
