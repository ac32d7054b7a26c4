"""What the demo's strategist thinks of the brand: scores of criteria, levels of maturity, what to do soon."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

WORSE_BEFORE = ("content.rubrics", "content.formats", "conversion.tagging", "community.ugc", "voice.action", "organisation.roles")
LOWER_BEFORE = ("content", "channels", "organisation")


@cache
def _stored() -> dict[str, Any]:
    return json.loads((Path(__file__).parent / "data" / "judgement.json").read_text("utf-8"))


def scores(is_newest: bool) -> Iterator[tuple[str, int | None, str, str]]:
    """(criterion, score or None where it does not apply, comment, evidence); six were lower half a year ago."""
    for criterion, (score, comment, evidence) in _stored()["scores"].items():
        if is_newest or criterion not in WORSE_BEFORE:
            yield criterion, score, comment, evidence
        else:
            yield criterion, score - 1, "", evidence


def levels(is_newest: bool) -> Iterator[tuple[str, int, int, str]]:
    """(dimension, level, target, why)."""
    for dimension, (level, target, why) in _stored()["maturity"].items():
        lower = not is_newest and dimension in LOWER_BEFORE
        yield dimension, level - lower, target - lower, "" if lower else why


def opportunities() -> list[list[Any]]:
    """[title, finding it answers, metric it moves, impact, effort, days, who]."""
    return _stored()["opportunities"]
