"""What a mapping hands over: plain values about posts and accounts, in our words, before they are stored."""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

BEGINNING = 20  # letters and digits, at the least, by which words that were cut are known
# Of each field its bit in `said`, as stored rows have it: a bit never changes its meaning, a new field takes the next one free.
BITS = {"permalink": 1, "format": 2, "title": 4, "text": 8, "duration_seconds": 16, "is_paid": 32, "published_at": 64}


@dataclass(frozen=True, slots=True)
class PostRecord:
    """One post as a source describes it. `metrics` holds only what the source gives: a gap is absent, never 0."""

    key: str
    metrics: dict[str, Decimal]
    permalink: str = ""
    published_at: datetime | None = None
    has_time: bool = True
    format: str = ""
    title: str = ""
    text: str = ""
    duration_seconds: int | None = None
    is_paid: bool | None = None
    by_hand: bool = False  # told without the network's number or link, as plans are kept: its time may not be the network's
    is_gone: bool = False  # the source says no more than that it has the post no longer
    rounded: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class AccountRecord:
    """One value about an account over whole days, both ends included, in the zone of its statement."""

    metric: str
    starts_on: date
    ends_on: date
    value: Decimal
    slice: str = ""
    is_rounded: bool = False
