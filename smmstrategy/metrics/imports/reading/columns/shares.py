"""Whether the bare numbers of a column of shares are percent."""

from collections.abc import Sequence

from smmstrategy.metrics.imports.reading.cells import numbers
from smmstrategy.metrics.imports.reading.messages import Message, say


def are_percent(column: str, texts: Sequence[str]) -> tuple[bool, list[Message]]:
    """All below one, under a header without «%», they are shares, and either way that is said."""
    if any(numbers.is_above_one(text) for text in texts):
        return True, []
    is_percent = "%" in column
    if not any(numbers.is_share(text) for text in texts):
        return is_percent, []
    if is_percent:
        return True, [say("«{column}» holds no number above 1; as its header says percent, 0.5 is 0.5 %.", column=column)]
    return False, [say("«{column}» holds no number above 1; its numbers were taken for shares: 0.5 is 50 %.", column=column)]
