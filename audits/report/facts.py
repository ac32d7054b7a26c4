"""The sealed facts of an audit as frozen values: what the report may speak of, and nothing else."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

import msgspec

from audits import criteria, maturity, opportunities
from audits.evidence import Evidence, Finding
from smmstrategy.law import rules


@dataclass(frozen=True, slots=True)
class About:
    """Which audit this is; `issue` is its version: it counts the sealed audits of the same brand and months."""

    id: int
    is_baseline: bool = False
    issue: int = 1
    author: str = ""  # who had it made, by name; "" where a command did


@dataclass(frozen=True, slots=True)
class Scored:
    """An expert's score of one criterion, 0–4; None with `is_applicable` means not scored yet."""

    criterion: str
    score: int | None = None
    is_applicable: bool = True
    comment: str = ""
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class MaturityLevel:
    """The level 1–5 of one dimension of maturity, now and aimed at."""

    dimension: str
    level: int | None = None
    target: int | None = None
    justification: str = ""


@dataclass(frozen=True, slots=True)
class Opportunity:
    """What can be done soon; `finding` is the code of the finding it answers."""

    title: str
    impact: int
    effort: int
    horizon_days: int
    finding: str = ""
    metric: str = ""
    owner: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """Versions are those the audit froze; empty lists mean that half was not filled in."""

    about: About
    evidence: Evidence
    findings: tuple[Finding, ...] = ()
    criteria_version: str = criteria.LATEST
    scores: tuple[Scored, ...] = ()
    maturity_version: str = maturity.LATEST
    maturity: tuple[MaturityLevel, ...] = ()
    opportunities_version: str = opportunities.LATEST
    opportunities: tuple[Opportunity, ...] = ()
    law_version: str = rules.LATEST
    law_on: date = rules.law().as_of  # the day on which rules of law are judged
    versions: dict[str, str] = field(default_factory=dict)  # what made the numbers: {"methodology": "…"}

    def to_facts(self) -> dict[str, Any]:
        """Plain JSON values, ready to be sealed."""
        return msgspec.to_builtins(self)

    @classmethod
    def from_facts(cls, facts: dict[str, Any]) -> "Facts":
        return msgspec.convert(facts, cls)
