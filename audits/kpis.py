"""The KPIs of an audit as a plain list, for whoever checks them by hand."""

from collections.abc import Iterator
from typing import Any


def listed(evidence: dict[str, Any]) -> list[dict[str, Any]]:
    """Every measure of every subject and window, their changes and what these are of, and what rates changed by, each once.

    Of each: id, code@version, value (None: unknown), formula, inputs, n, coverage, source.
    """
    return [_kpi(number) for number in {number["id"]: number for number in _numbers(evidence)}.values()]


def _numbers(evidence: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield from evidence["totals"].values()
    for subject in evidence["subjects"]:
        for window in subject["windows"].values():
            yield from window["numbers"].values()
        for change in subject["changes"]:
            yield from (change[name] for name in ("now", "then", "absolute", "relative"))
        for made_of in subject["decompositions"]:
            yield from (made_of[name] for name in ("start", "end", "mix", "rate"))
            yield from (effect[name] for effect in made_of["effects"] for name in ("mix", "rate"))


def _kpi(number: dict[str, Any]) -> dict[str, Any]:
    kept = ("id", "value", "formula", "n", "coverage", "source", "reason")
    return {"code": number["metric"], "inputs": dict(number["inputs"])} | {name: number[name] for name in kept}
