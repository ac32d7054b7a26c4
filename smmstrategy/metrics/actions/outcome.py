"""What became of each record."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Status(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    OVERRULED = "overruled"  # differs, and what is stored stays: it was collected later, or is measured or exact where this is not
    REMOVED = "removed"  # by `retract` only


@dataclass(frozen=True, slots=True)
class Replacement:
    """A stored value that would be replaced: of a post, or of an account on days and in a slice."""

    account: int
    metric: str
    post: str  # its link, or its key where it has none
    starts_on: date | None
    ends_on: date | None
    slice: str
    before: Decimal
    after: Decimal


@dataclass(frozen=True, slots=True)
class Outcome:
    """A status for each post and each value, in the order in which the records were given.

    `kept`, by `retract` only: how many values stay because another import says them, by that import.
    By `compare` only: `replacements`, the first values that would be replaced, and a `digest` of everything that would be
    written and of what it would replace.
    """

    posts: list[Status] = field(default_factory=list)
    values: list[Status] = field(default_factory=list)
    kept: Counter[int] = field(default_factory=Counter)
    replacements: list[Replacement] = field(default_factory=list, compare=False)
    digest: str = field(default="", compare=False)

    @property
    def new(self) -> int:
        return self._count(Status.NEW)

    @property
    def changed(self) -> int:
        return self._count(Status.CHANGED)

    @property
    def unchanged(self) -> int:
        return self._count(Status.UNCHANGED)

    def _count(self, status: Status) -> int:
        return self.posts.count(status) + self.values.count(status)
