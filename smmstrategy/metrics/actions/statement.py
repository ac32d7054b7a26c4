"""What one source says about one account, as `record_all` takes it."""

from collections.abc import Sequence
from dataclasses import dataclass

from smmstrategy.clients.models import Account
from smmstrategy.metrics.records import AccountRecord, PostRecord


@dataclass(frozen=True, slots=True)
class Statement:
    account: Account
    posts: Sequence[PostRecord] = ()
    values: Sequence[AccountRecord] = ()
