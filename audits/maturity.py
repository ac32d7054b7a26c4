"""The maturity model: nine dimensions of five described levels, kept as data by version, and the overall level."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from smmstrategy.words import Words

LATEST = "1"
ABOVE_LOWEST = 2


@dataclass(frozen=True, slots=True)
class Dimension:
    """`levels` describes levels 1 to 5, in this order."""

    id: str
    name: Words
    levels: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class MaturityModel:
    version: str
    levels: tuple[Words, ...]
    dimensions: tuple[Dimension, ...]

    def level_name(self, level: int) -> Words:
        return self.levels[level - 1]


@cache
def maturity_model(version: str = LATEST) -> MaturityModel:
    """The model of a version; an audit freezes the version it was scored with."""
    stored = json.loads((Path(__file__).parent / "data" / f"maturity-{version}.json").read_text("utf-8"))
    return MaturityModel(
        version=stored["version"],
        levels=tuple(Words(level["ru"], level["en"]) for level in stored["levels"]),
        dimensions=tuple(_dimension(dimension) for dimension in stored["dimensions"]),
    )


def overall_level(model: MaturityModel, levels: Mapping[str, int | None]) -> int | None:
    """Mean of the dimensions rounded down, but not above the lowest + 2; None until every dimension has a level."""
    given = [levels.get(dimension.id) for dimension in model.dimensions]
    if None in given:
        return None
    return min(sum(given) // len(given), min(given) + ABOVE_LOWEST)


def _dimension(stored: dict) -> Dimension:
    levels = tuple(Words(ru, en) for ru, en in zip(stored["levels_ru"], stored["levels_en"], strict=True))
    return Dimension(stored["id"], Words(stored["ru"], stored["en"]), levels)
