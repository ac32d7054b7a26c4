"""What the rows of a file add up to, metric by metric."""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from smmstrategy.metrics.catalogue import METRICS, Totals
from smmstrategy.metrics.imports.reading.draft import FIGURES, KEY, Draft
from smmstrategy.metrics.imports.reading.records.values import slices, spans


def of_file(draft: Draft) -> dict[str, str]:
    """What the file's rows add up to, metric by metric, where adding up means something.

    Slices and wholes are never mixed, of several ways to slice an account the fullest counts, and no day counts twice: not in a
    month's row and in its own.
    """
    sums: dict[str, Decimal] = {}
    for subject in draft.subjects.values():
        united: dict[str, dict[str, str]] = {}
        for post in subject.posts:
            united.setdefault(post[KEY], {}).update(post[FIGURES])
        for metrics in united.values():
            _add_up(sums, metrics.items())
        series: dict[tuple[str, str], dict[spans.Span, str]] = {}
        for _row, code, first, last, value, label, _rounded in subject.values:
            series.setdefault((code, label), {})[first, last] = value
        wholes = {key: values for key, values in series.items() if not key[1]}
        ways: dict[frozenset[str], dict[str, Decimal]] = defaultdict(dict)
        for (code, label), values in (wholes or series).items():
            _add_up(ways[slices.dimensions(label)], ((code, values[span]) for span in spans.counting(values)))
        for code in dict.fromkeys(code for code, _label in series):
            _add_up(sums, [(code, max(of_ways))] if (of_ways := [way[code] for way in ways.values() if code in way]) else [])
    return {code: f"{value:f}" for code, value in sums.items()}


def _add_up(sums: dict[str, Decimal], values: Iterable[tuple[str, Decimal | str]]) -> None:
    for code, value in values:
        if METRICS[code].totals is Totals.SUM:
            sums[code] = sums.get(code, Decimal(0)) + Decimal(value)
