"""The KPIs of an audit as a plain list, for whoever checks them by hand."""

from collections.abc import Iterable, Iterator
from typing import Any

OF_A_NUMBER = {"id", "metric", "formula", "inputs"}
KEPT = ("id", "value", "formula", "n", "coverage", "source", "reason")


def listed(facts: dict[str, Any], manifests: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Every number of the evidence and the findings, then those that pages work out of these by a formula, each once.

    Of each: id, code@version, value (None: unknown), formula, inputs, n, coverage, source. What the report counts itself is none.
    """
    known = {number["id"]: number for number in _numbers([facts["evidence"], facts["findings"]])}
    shown = {id: figure | {"id": id} for one in manifests for id, figure in one["figures"].items() if _is_worked_out(figure)}
    return [_kpi(number) for number in (shown | known).values()]


def _numbers(facts: Any) -> Iterator[dict[str, Any]]:
    if isinstance(facts, dict) and facts.keys() >= OF_A_NUMBER:
        yield facts
    elif isinstance(facts, dict | list | tuple):
        for one in facts.values() if isinstance(facts, dict) else facts:
            yield from _numbers(one)


def _is_worked_out(figure: dict[str, Any]) -> bool:
    return bool(figure.get("formula")) and "value" in figure and figure["source"] != "report"


def _kpi(number: dict[str, Any]) -> dict[str, Any]:
    return {"code": number["metric"], "inputs": dict(number["inputs"])} | {name: number.get(name) for name in KEPT}
