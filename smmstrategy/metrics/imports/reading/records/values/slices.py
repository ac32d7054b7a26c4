"""Which slice of an account's figures a row is about: «utm_source=vk&utm_medium=social»; empty for the whole."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any
from urllib.parse import parse_qsl, urlencode

from smmstrategy.metrics.catalogue import METRICS, Totals
from smmstrategy.metrics.imports.reading.columns.values import Columns
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


def _label(names: list[str], row: tuple[str, ...], sums: dict, of_row: tuple[Any, dict[str, Decimal]]) -> str | None:
    span, figures = of_row
    if all(row):
        return slice_of({name[3:]: value for name, value in zip(names, row, strict=True)})
    below = sums.get((span, row), {})
    is_total = bool(below) and all(figures[code] == below.get(code) for code in figures)
    if not is_total and not any(row) and (not figures or any(figures[code] > below.get(code, 0) for code in figures)):
        return None
    return slice_of({name[3:]: value or NOT_SET for name, value in zip(names, row, strict=True) if value or not is_total})


def _sums(rows: list[tuple[str, ...]], spans: Sequence[Any], metrics: Measured) -> dict[tuple, dict[str, Decimal]]:
    """For each row that others of its days name and more: what those add up to that nobody names more than."""
    spans_and_rows = list(zip(spans, rows, strict=True))
    totals, sums = above(spans_and_rows), defaultdict(dict)
    patterns = {_pattern(row) for _span, row in totals}
    for index, (span, row) in enumerate(spans_and_rows):
        for pattern in patterns if (span, row) not in totals else ():
            if (key := (span, _kept(row, pattern))) in totals:
                for code, value in _figures(metrics, index).items():
                    sums[key][code] = sums[key].get(code, Decimal(0)) + value
    return sums


def above(spans_and_rows: Iterable[tuple[Any, tuple[str, ...]]]) -> set[tuple[Any, tuple[str, ...]]]:
    """Of rows, each after its days, those that others name and more: «social networks» beside «social networks, VK»."""
    rows = set(spans_and_rows)
    patterns = {_pattern(row) for _span, row in rows if not all(row)}
    return {(span, less) for span, row in rows for pattern in patterns if (less := _kept(row, pattern)) != row}


def _pattern(row: tuple[str, ...]) -> tuple[bool, ...]:
    return tuple(map(bool, row))


def _kept(row: tuple[str, ...], pattern: tuple[bool, ...]) -> tuple[str, ...]:
    """The dimensions of a row that the pattern keeps; the others empty."""
    return tuple(value if is_kept else "" for value, is_kept in zip(row, pattern, strict=True))


def dimensions(label: str) -> frozenset[str]:
    """What a slice is told apart by, beside the network that follows from its source."""
    return frozenset(name for name, _value in parse_qsl(label)) - {"social_network"}


def _figures(metrics: Measured, index: int) -> dict[str, Decimal]:
    """What of a row may be added up."""
    return {code: Decimal(values[index][0]) for code, values in metrics if values[index] and METRICS[code].totals is Totals.SUM}


def slice_of(dimensions: dict[str, str]) -> str:
    """The slice in its one notation; a source that is a social network is also named as such."""
    values = dict(dimensions)
    if "source_medium" in values:
        source, _, medium = values.pop("source_medium").partition("/")
        values |= {"source": source.strip(), "medium": medium.strip()}
    if "social_network" not in values and (network := network_of(values.get("utm_source") or values.get("source") or "")):
        values["social_network"] = network
    label = urlencode(sorted(values.items()))
    while len(label) > MAX_SLICE:
        longest = max(values, key=lambda name: len(urlencode({name: values[name]})))
        values[longest] = _shortened(values[longest], len(label) - MAX_SLICE)
        label = urlencode(sorted(values.items()))
    return label


def _shortened(text: str, excess: int) -> str:
    mark = "~" + hashlib.sha256(text.encode()).hexdigest()[:8]
    return text[: max(1, len(text) - max(excess // 6, 1) - len(mark))].rstrip() + mark if len(text) > 12 else mark
