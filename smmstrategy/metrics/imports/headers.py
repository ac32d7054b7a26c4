"""Names of columns made comparable, and which column of a table is which field."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from smmstrategy.metrics.imports.money import bare

Aliases = Mapping[str, str]


@lru_cache(maxsize=10_000)
def normalise(header: str) -> str:
    """A header without case, quotes, underscores and stray blanks; text in brackets is kept."""
    text = header.replace("\ufeff", "").replace("\u00a0", " ").replace("_", " ").strip().strip("\"'«»").casefold().replace("ё", "е")
    return re.sub(r"\s+", " ", text.replace("(", " (").replace("«", '"').replace("»", '"').replace('""', '"')).strip()


def spread(aliases: Aliases) -> dict[str, tuple[str, int]]:
    """Normalised header → (field, rank among the field's names); a lower rank wins when several columns claim a field."""
    return {normalise(name): (field, rank) for field, names in aliases.items() for rank, name in enumerate(names.split("|"))}


def columns(header: Sequence[str], aliases: Aliases) -> dict[str, int]:
    """Field → position of the column that holds it; of two equal headers the first counts."""
    known, chosen = spread(aliases), {}
    for position, name in enumerate(header):
        if found := known.get(normalise(name)) or _money(known.get(normalise(bare(normalise(name))))):
            field, rank = found
            if field not in chosen or rank < chosen[field][0]:
                chosen[field] = (rank, position)
    return {field: position for field, (_rank, position) in chosen.items()}


def _money(found: tuple[str, int] | None) -> tuple[str, int] | None:
    return found if found and found[0] == "revenue" else None


def signature(header: Sequence[str]) -> str:
    """The same for every file with these columns in this order."""
    return hashlib.sha256("\n".join(map(normalise, header)).encode()).hexdigest()
