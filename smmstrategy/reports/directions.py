"""Words from outside that are written from right to left, beside ours that are not."""

import unicodedata
from dataclasses import replace

from smmstrategy.reports.document import Part, Quote, Text
from smmstrategy.words import unturned

MARK = "\u200e"  # without width, and itself written from left to right


def in_line(text: Text) -> Text:
    """The parts as they stand beside each other: where one is written from right to left, marks keep figures and words of ours
    on their own side of it. Alone it stays as it is."""
    return tuple(map(_marked, text)) if len(text) > 1 else text


def _marked(part: Part) -> Part:
    if not isinstance(part, Quote) or part.text.isascii():
        return part
    text = unturned(part.text)  # by itself, so that it says the same whatever stands beside it
    return replace(part, text=f"{MARK}{text}{MARK}" if any(map(_is_right_to_left, text)) else text)


def _is_right_to_left(character: str) -> bool:
    return unicodedata.bidirectional(character) in ("R", "AL")
