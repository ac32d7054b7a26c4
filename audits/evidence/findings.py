"""What is worth saying, and what it stands on."""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Any

import msgspec

from audits.evidence.numbers import Number


class Severity(StrEnum):
    GOOD = "good"
    BAD = "bad"
    NEUTRAL = "neutral"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something worth saying. `numbers` are what it stands on, by their role in the sentence; `words` are codes and names."""

    code: str
    severity: Severity
    subject: str
    numbers: dict[str, Number]
    words: dict[str, str] = field(default_factory=dict)
    direction: int = 0  # +1 rose, −1 fell, 0 does not move
    strength: Decimal = Decimal(0)  # 0..1, for choosing what to say first
    # «due_to» when what is named gives at least half of the change and rates beside it did not move alike, «amid» otherwise,
    # "" when none is named.
    cause: str = ""

    def to_facts(self) -> dict[str, Any]:
        return msgspec.to_builtins(self)

    @classmethod
    def from_facts(cls, facts: dict[str, Any]) -> "Finding":
        return msgspec.convert(facts, cls)
