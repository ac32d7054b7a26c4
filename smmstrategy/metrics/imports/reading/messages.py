"""Sentences for a person, kept as words and parameters so that they can be said in the reader's language."""

from collections.abc import Sequence
from typing import Any

Message = dict[str, Any]
NAMED = 10  # of a list of any length
ROOM = 200  # characters of what stands in a place


def say(text: str, plural: str = "", **params: object) -> Message:
    """A sentence to be translated when it is shown; `text` has {named} places, `plural` is for another {count} than 1.

    What stands in a place may be a sentence too, or a list of them.
    """
    short = {name: value if isinstance(value, int | dict | list) else _short(str(value)) for name, value in params.items()}
    return {"text": text, **({"plural": plural} if plural else {}), "params": short}


def note(text: str, plural: str = "", **params: object) -> Message:
    """A sentence that only says how a file was read, and leaves nobody anything to decide."""
    return say(text, plural, **params) | {"is_note": True}


def first_of(names: Sequence[str], at_most: int = NAMED) -> str:
    """The first names of a list, and that there are more: a sentence has room for ten, and for fewer long ones."""
    count = min(len(names), at_most)
    while count > 1 and len(", ".join([*names[:count], "…"])) > ROOM:
        count -= 1
    return ", ".join([*names[:count], *(["…"] if len(names) > count else [])])


def _short(text: str) -> str:
    return text if len(text) <= ROOM else f"{text[: ROOM - 1]}…"


def _as_written(part: object) -> object:
    """What stands in a place of a sentence, in the program's own words."""
    if isinstance(part, dict):
        return part["text"].format(**{name: _as_written(value) for name, value in part["params"].items()})
    return "; ".join(map(str, map(_as_written, part))) if isinstance(part, list) else part


class Refused(Exception):
    """The file cannot be taken; `message` tells the person why and what to do."""

    def __init__(self, text: str, **params: object) -> None:
        self.message = say(text, **params)
        super().__init__(_as_written(self.message))
