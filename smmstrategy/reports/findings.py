"""Findings of the lint in the reader's language: where, what and why."""

import re

from django.utils.translation import gettext, pgettext

from smmstrategy.reports.drawing import STEP
from smmstrategy.reports.lint import Stray

_OF_A_SLIDE = re.compile(r"(?:slide|place) \d")
_LAYOUT = "layout"
_WORD = re.compile(r"\b[a-z]+\b")
_AT_THE_END = re.compile(r"\b(?:manifest|charts|footer)$")


def in_words(stray: Stray) -> str:
    reason = gettext(stray.reason.text).format(**stray.reason.values)
    return ": ".join(filter(None, (_place(stray.place), stray.token, reason)))


def _place(place: str) -> str:
    """With words of ours translated; sheets and shapes are called as in the file."""
    if not _OF_A_SLIDE.match(place):
        return _translated(place, _AT_THE_END)
    page, *steps = place.split(STEP)
    shape = 1 if steps[:1] == [_LAYOUT] else 0
    return STEP.join([_translated(page), *(step if n == shape else _translated(step) for n, step in enumerate(steps))])


def _translated(text: str, ours: re.Pattern[str] = _WORD) -> str:
    words = _words()
    return ours.sub(lambda word: words.get(word[0], word[0]), text)


def _words() -> dict[str, str]:
    return {
        "manifest": pgettext("in a file", "manifest"),
        "slide": pgettext("in a file", "slide"),
        "place": pgettext("in a file", "place"),
        "notes": pgettext("in a file", "notes"),
        "layout": pgettext("in a file", "layout"),
        "description": pgettext("in a file", "description"),
        "row": pgettext("in a file", "row"),
        "column": pgettext("in a file", "column"),
        "series": pgettext("in a file", "series"),
        "point": pgettext("in a file", "point"),
        "label": pgettext("in a file", "label"),
        "category": pgettext("in a file", "category"),
        "title": pgettext("in a file", "title"),
        "chart": pgettext("in a file", "chart"),
        "data": pgettext("in a file", "data"),
        "charts": pgettext("in a file", "charts"),
        "footer": pgettext("in a file", "footer"),
    }
