"""The criteria of the qualitative half: groups, weights, what 0 and 4 look like; kept as data by version."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

from smmstrategy.words import Words

LATEST = "1"
HIGHEST = 4


@dataclass(frozen=True, slots=True)
class Criterion:
    id: str
    group: str
    weight: int
    name: Words
    at_zero: Words
    at_four: Words


@dataclass(frozen=True, slots=True)
class Group:
    id: str
    name: Words
    criteria: tuple[Criterion, ...]


@dataclass(frozen=True, slots=True)
class Criteria:
    version: str
    groups: tuple[Group, ...]

    def each(self) -> tuple[Criterion, ...]:
        return tuple(criterion for group in self.groups for criterion in group.criteria)


@cache
def criteria(version: str = LATEST) -> Criteria:
    """The criteria of a version; an audit freezes the version it was scored with."""
    stored = json.loads((Path(__file__).parent / "data" / f"criteria-{version}.json").read_text("utf-8"))
    return Criteria(stored["version"], tuple(_group(group) for group in stored["groups"]))


def group_score(group: Group, scores: Mapping[str, int | None]) -> Decimal | None:
    """Weighted mean 0–4 of the scored criteria of a group; None when none is scored or applicable."""
    return _weighted_mean(group.criteria, scores)


def overall_score(model: Criteria, scores: Mapping[str, int | None]) -> Decimal | None:
    """Weighted mean 0–4 of all scored criteria; a criterion that is missing or None does not count."""
    return _weighted_mean(model.each(), scores)


def _weighted_mean(criteria: tuple[Criterion, ...], scores: Mapping[str, int | None]) -> Decimal | None:
    scored = [(scores[criterion.id], criterion.weight) for criterion in criteria if scores.get(criterion.id) is not None]
    if not scored:
        return None
    return Decimal(sum(score * weight for score, weight in scored)) / sum(weight for _, weight in scored)


def _group(stored: dict) -> Group:
    criteria = tuple(_criterion(stored["id"], entry) for entry in stored["criteria"])
    return Group(stored["id"], Words(stored["ru"], stored["en"]), criteria)


def _criterion(group: str, stored: dict) -> Criterion:
    name, at_zero, at_four = (Words(*words) for words in zip(stored["ru"], stored["en"], strict=True))
    return Criterion(stored["id"], group, stored["weight"], name, at_zero, at_four)
