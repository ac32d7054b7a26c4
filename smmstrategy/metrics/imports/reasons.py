"""Why rows of a file were not taken, cause by cause."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from smmstrategy.metrics.imports.queries import sentence
from smmstrategy.metrics.imports.reading.messages import Message, first_of

OF_A_ROW = ("value", "row", "key")  # what a reason says of its row alone
EXAMPLES = 3


def by_cause(rejected: Sequence[tuple[str, Message]]) -> list[dict[str, Any]]:
    """Each cause once, with how many rows it is about and which."""
    causes: dict[str, list[tuple[str, Message]]] = defaultdict(list)
    for row, reason in rejected:
        shared = {name: value for name, value in reason["params"].items() if name not in OF_A_ROW}
        causes[f"{reason['text']} {shared}"].append((row, reason))
    return [
        {
            "reason": _of_all([reason for _row, reason in alike]),
            "count": len(alike),
            "rows": [row for row, _reason in alike],
        }
        for alike in causes.values()
    ]


def _of_all(reasons: Sequence[Message]) -> str:
    """One sentence for all, with the first examples of what each says of its row."""
    params = dict(reasons[0]["params"])
    for name in params.keys() & set(OF_A_ROW):
        params[name] = first_of(list(dict.fromkeys(str(reason["params"][name]) for reason in reasons)), EXAMPLES)
    return sentence(reasons[0] | {"params": params})
