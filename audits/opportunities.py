"""Short-term opportunities: what a finding suggests doing, what counts as a quick win, what comes first."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Protocol, TypeVar

from audits.criteria import Words
from audits.evidence import Finding

LATEST = "1"


class Weighed(Protocol):
    """Anything with impact and effort 1–5 and a horizon in days."""

    impact: int
    effort: int
    horizon_days: int


T = TypeVar("T", bound=Weighed)


@dataclass(frozen=True, slots=True)
class QuickWin:
    """Thresholds: high impact, low effort, soon."""

    impact: int = 4
    effort: int = 2
    horizon_days: int = 90

    def includes(self, one: Weighed) -> bool:
        return one.impact >= self.impact and one.effort <= self.effort and one.horizon_days <= self.horizon_days


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What to do about a finding, before a strategist has weighed it; `metric` is the measure it should move."""

    finding: str
    title: Words
    impact: int
    effort: int
    horizon_days: int
    metric: str


def worth(one: Weighed) -> Decimal:
    """Impact for a unit of effort."""
    return Decimal(one.impact) / one.effort


def in_order(found: Iterable[T]) -> list[T]:
    """The most impact for the least effort first; of equals the more impact, then the sooner."""
    return sorted(found, key=lambda one: (-worth(one), -one.impact, one.horizon_days))


@cache
def suggestions(version: str = LATEST) -> dict[str, Suggestion]:
    """By the code of the finding."""
    stored = json.loads((Path(__file__).parent / "data" / f"opportunities-{version}.json").read_text("utf-8"))
    return {entry["finding"]: _suggestion(entry) for entry in stored["suggestions"]}


def suggested(findings: Iterable[Finding], version: str = LATEST) -> list[Suggestion]:
    """One suggestion for every kind of finding that has one, in the order worth doing."""
    known = suggestions(version)
    return in_order(known[code] for code in dict.fromkeys(finding.code for finding in findings) if code in known)


def _suggestion(stored: dict) -> Suggestion:
    title = Words(stored["ru"], stored["en"])
    return Suggestion(stored["finding"], title, stored["impact"], stored["effort"], stored["horizon_days"], stored["metric"])
