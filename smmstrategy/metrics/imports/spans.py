"""Days of values that lie in one another: a month beside its days, a week beside its days."""

from collections.abc import Iterable

Span = tuple[str, str]  # first and last day, ISO


def successive(spans: Iterable[Span]) -> set[Span]:
    """The spans in which no day stands twice: of those that overlap the one that begins first, and lasts longest."""
    kept, until = set(), ""
    for span in sorted(sorted(set(spans), key=lambda span: span[1], reverse=True), key=lambda span: span[0]):
        if span[0] > until:
            kept.add(span)
            until = span[1]
    return kept
