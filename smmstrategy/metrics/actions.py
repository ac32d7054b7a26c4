"""The one door in for numbers: `record` stores what a source says, `compare` foretells it, `retract` takes an import back."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from smmstrategy.clients.models import Account
from smmstrategy.metrics.models import Import
from smmstrategy.metrics.records import AccountRecord, PostRecord


class Status(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REMOVED = "removed"  # by `retract`


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of each record, in the order in which the records were given."""

    posts: list[Status] = field(default_factory=list)
    values: list[Status] = field(default_factory=list)

    @property
    def new(self) -> int:
        return self._count(Status.NEW)

    @property
    def changed(self) -> int:
        return self._count(Status.CHANGED)

    @property
    def unchanged(self) -> int:
        return self._count(Status.UNCHANGED)

    @property
    def removed(self) -> int:
        return self._count(Status.REMOVED)

    def _count(self, status: Status) -> int:
        return self.posts.count(status) + self.values.count(status)
