"""Short-term opportunities: what a finding recommends doing, what counts as a quick win, what comes first."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Protocol, TypeVar
from urllib.parse import parse_qsl

from audits.evidence import Finding, Subject
from audits.measures.rates import ENGAGEMENT
from smmstrategy.metrics.sources import can_be_strengthened
from smmstrategy.words import Words

LATEST = "3"


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
class Recommendation:
    """What to do about a finding, before a strategist has weighed it; `metric` is the measure it should move.

    `direction` is the finding's: −1 when something fell, +1 when it rose, 0 when it makes no difference.
    """

    finding: str
    direction: int
    title: Words
    impact: int
    effort: int
    horizon_days: int
    metric: str


def worth(one: Weighed) -> Decimal:
    """Impact for a unit of effort."""
    return Decimal(one.impact) / one.effort


def in_order(candidates: Iterable[T]) -> list[T]:
    """Quick wins first, then the most impact for the least effort; of equals the more impact, then the sooner."""
    return sorted(candidates, key=lambda one: (not QuickWin().includes(one), -worth(one), -one.impact, one.horizon_days))


@cache
def recommendations(version: str = LATEST) -> tuple[Recommendation, ...]:
    """The recommendations of a version; an audit freezes the version it was sealed with."""
    stored = json.loads((Path(__file__).parent / "data" / f"opportunities-{version}.json").read_text("utf-8"))
    return tuple(_recommendation(entry) for entry in stored["recommendations"])


def recommendation(finding: Finding, version: str = LATEST) -> Recommendation | None:
    """What the finding recommends doing, if anything; where no cause was found, or no source to act on, there is nothing."""
    if finding.cause == "amid" or (finding.code == "traffic_source" and not is_to_act_on(finding.words["key"])):
        return None
    return next((s for s in recommendations(version) if s.finding == finding.code and s.direction in (0, finding.direction)), None)


def is_to_act_on(source: str) -> bool:
    """Whether the source with these tags can be strengthened."""
    return any(map(can_be_strengthened, dict(parse_qsl(source)).values()))


def recommended(findings: Iterable[Finding], brand: Subject, version: str = LATEST) -> list[Recommendation]:
    """What the findings recommend, each recommendation and measure to be moved once, in the order worth doing."""
    made = [one for finding in findings if (one := aimed(finding, brand, version))]
    return in_order({(one.title, one.metric): one for one in made}.values())


def aimed(finding: Finding, brand: Subject, version: str = LATEST) -> Recommendation | None:
    """What it recommends, with the measure to be moved: in place of an engagement rate that which the finding is of.

    Where it names none, that by which the brand is judged.
    """
    one = recommendation(finding, version)
    if one is None or one.metric not in ENGAGEMENT:
        return one
    return replace(one, metric=finding.words.get("measure", "").partition(".")[0] or brand.er or brand.judged_by)


def titles(finding: str, title: str) -> set[str]:
    """In all languages the recommendation on this finding that has this title in one of them; or that title alone."""
    known = [one for one in recommendations() if one.finding == finding]
    directions = {one.direction for one in known if title in (one.title.ru, one.title.en)}
    return {title} | {words for one in known if one.direction in directions for words in (one.title.ru, one.title.en)}


def _recommendation(stored: dict) -> Recommendation:
    title = Words(stored["ru"], stored["en"])
    return Recommendation(
        stored["finding"], stored["direction"], title, stored["impact"], stored["effort"], stored["horizon_days"], stored["metric"]
    )
