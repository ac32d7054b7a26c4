"""Which slice of an account's figures a row is about: «utm_source=vk&utm_medium=social»; empty for the whole."""

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from smmstrategy.metrics.catalogue import METRICS, Totals
from smmstrategy.metrics.imports.columns import Columns
from smmstrategy.metrics.sources import NOT_SET, network_of

MAX_SLICE = 300

Measured = list[tuple[str, Sequence[Any]]]


def labels(columns: Columns, spans: Sequence[Any], metrics: Measured) -> list[str | None]:
    """The slice of each row; None for a row that names nothing and may add up rows the file does not have.

    A row that leaves dimensions empty is a total of the rows that fill them when its figures say so, else what is «not set».
    """
    names = sorted(name for name in columns.positions if name.startswith("by "))
    if not names:
        return [""] * len(columns.table.rows)
    rows = list(zip(*(columns.text(name) for name in names), strict=True))
    sums = _sums(rows, spans, metrics)
    return [_label(names, rows[index], sums, (spans[index], _figures(metrics, index))) for index in range(len(rows))]


def _label(names: list[str], row: tuple[str, ...], sums: dict, said: tuple[Any, dict[str, Decimal]]) -> str | None:
    span, figures = said
    if all(row):
        return slice_of({name[3:]: value for name, value in zip(names, row, strict=True)})
    below = sums.get((span, row), {})
    is_total = bool(below) and all(figures[code] == below.get(code) for code in figures)
    if not is_total and not any(row) and (not figures or any(figures[code] > below.get(code, 0) for code in figures)):
        return None
    return slice_of({name[3:]: value or NOT_SET for name, value in zip(names, row, strict=True) if value or not is_total})


def _sums(rows: list[tuple[str, ...]], spans: Sequence[Any], metrics: Measured) -> dict[tuple, dict[str, Decimal]]:
    """For each row with empty dimensions: what the full rows that agree with it add up to."""
    partial = {(span, row) for span, row in zip(spans, rows, strict=True) if not all(row)}
    patterns = {tuple(map(bool, row)) for _span, row in partial}
    sums: dict[tuple, dict[str, Decimal]] = defaultdict(dict)
    for index, row in enumerate(rows):
        if not patterns or not all(row):
            continue
        for pattern in patterns:
            key = spans[index], kept(row, pattern)
            if key in partial:
                for code, value in _figures(metrics, index).items():
                    sums[key][code] = sums[key].get(code, Decimal(0)) + value
    return sums


def kept(row: tuple[str, ...], pattern: tuple[bool, ...]) -> tuple[str, ...]:
    """The dimensions of a row that the pattern keeps; the others empty."""
    return tuple(value if is_kept else "" for value, is_kept in zip(row, pattern, strict=True))


def _figures(metrics: Measured, index: int) -> dict[str, Decimal]:
    """What of a row may be added up."""
    return {code: Decimal(values[index][0]) for code, values in metrics if values[index] and METRICS[code].totals is Totals.SUM}


def slice_of(dimensions: dict[str, str]) -> str:
    """The slice in its one notation; a source that is a social network is also named as such."""
    found = dict(dimensions)
    if "source_medium" in found:
        source, _, medium = found.pop("source_medium").partition("/")
        found |= {"source": source.strip(), "medium": medium.strip()}
    if "social_network" not in found and (network := network_of(found.get("utm_source") or found.get("source") or "")):
        found["social_network"] = network
    label = urlencode(sorted(found.items()))
    while len(label) > MAX_SLICE:
        longest = max(found, key=lambda name: len(urlencode({name: found[name]})))
        found[longest] = _shortened(found[longest], len(label) - MAX_SLICE)
        label = urlencode(sorted(found.items()))
    return label


def _shortened(text: str, excess: int) -> str:
    mark = "~" + hashlib.sha256(text.encode()).hexdigest()[:8]
    return text[: max(1, len(text) - max(excess // 6, 1) - len(mark))].rstrip() + mark if len(text) > 12 else mark
