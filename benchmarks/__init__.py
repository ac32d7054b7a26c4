"""Our own path beside a reference, in turns in one run, as medians and a ratio; nothing here fails on a number.

A benchmark is a module of this package with a function `run() -> Iterable[Row]`; `python -m benchmarks [NAME…]` finds it.
"""

import gc
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
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


@dataclass(frozen=True)
class Spent:
    """Seconds by the clock, and seconds of processor: ours and, where a database works, its server process's."""

    wall: float
    cpu: float


def in_turns(measures: dict[str, Measure], rounds: int = 5, cpu: Callable[[], float] = time.process_time) -> dict[str, Spent]:
    """Medians of each measure; every round runs them all, so that a slow minute slows them all."""
    spent: dict[str, list[Spent]] = {name: [] for name in measures}
    for _round in range(rounds):
        for name, measure in measures.items():
            gc.collect()
            wall, processor = time.perf_counter(), cpu()
            measure()
            spent[name].append(Spent(time.perf_counter() - wall, cpu() - processor))
    return {name: Spent(median(s.wall for s in taken), median(s.cpu for s in taken)) for name, taken in spent.items()}


def both(what: str, ours: Spent, reference: Spent, against: str, goal: str, amount: float = 1.0) -> Iterator[Row]:
    """How many times the reference's cost ours is, by processor and by clock; `amount` is the reference's share of our work."""
    for by, unit in (("cpu", "CPU"), ("wall", "clock")):
        mine, theirs = getattr(ours, by), getattr(reference, by) / amount
        yield Row(f"{what}, {unit}", ms(mine), f"{against} {ms(theirs)}", mine / theirs, goal)


def speed(what: str, ours: Spent, reference: Spent, against: str, goal: str, amount: float = 1.0) -> Iterator[Row]:
    """The same the other way round: how many times as fast ours is."""
    for row in both(what, ours, reference, against, goal, amount):
        yield replace(row, ratio=1 / row.ratio)


def ms(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms"


def table(rows: Iterable[Row]) -> Iterator[str]:
    """The lines of a Markdown table, each as soon as its row is measured."""
    yield "| what | ours | reference | ratio | goal |"
    yield "|---|---|---|---|---|"
    for row in rows:
        ratio = "" if row.ratio is None else f"{row.ratio:.2f}"
        yield f"| {row.what} | {row.ours} | {row.reference} | {ratio} | {row.goal} |"
