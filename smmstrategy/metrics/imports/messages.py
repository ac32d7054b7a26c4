"""Sentences for a person, kept as words and parameters so that they can be said in the reader's language."""

from collections.abc import Sequence
from typing import Any

Message = dict[str, Any]
NAMED = 10  # of a list of any length


def say(text: str, plural: str = "", **params: object) -> Message:
    """A sentence to be translated when it is shown; `text` has {named} places, `plural` is for another {count} than 1.

    What stands in a place may be a sentence too, or a list of them.
    """
    told = {name: value if isinstance(value, int | dict | list) else str(value)[:200] for name, value in params.items()}
    return {"text": text, **({"plural": plural} if plural else {}), "params": told}


def first_of(names: Sequence[str]) -> str:
    """The first names of a list, and that there are more: a sentence has room for ten."""
    return ", ".join([*names[:NAMED], *(["…"] if len(names) > NAMED else [])])


class Refused(Exception):
    """The file cannot be taken; `message` tells the person why and what to do."""

    def __init__(self, text: str, **params: object) -> None:
        super().__init__(text.format(**params))
        self.message = say(text, **params)
