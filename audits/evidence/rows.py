"""The rows behind the numbers: accounts and their data, posts, days, imports."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from audits.evidence.numbers import Missing, Number
from smmstrategy.metrics.catalogue import is_social
from smmstrategy.metrics.periods import Period


@dataclass(frozen=True, slots=True)
class Tracked:
    """An account as the brand tracks it, and whether its data is enough to judge by."""

    account_id: int
    network: str
    handle: str
    name: str
    url: str
    role: str  # own, competitor, influencer
    group: str
    subject: str  # key of the subject it counts in: «account-ID» or «competitor-N»
    months_with_data: int
    months_expected: int
    posts: int
    undated_posts: int
    silences: tuple[Period, ...]  # 14 days and more without a post, inside the period, months in doubt among them
    last_post_on: date | None
    sufficiency: str  # enough, little, none
    # few_months, few_posts, no_posts_imported, totals_alone, silences, months_in_doubt, undated, no_data
    reasons: tuple[str, ...] = ()
    silent_days: int = 0  # known days without a post since the last one; 0 where nobody knows what came after it
    wider: Period | None = None  # the longest days, reaching beyond the period, that a value of it was given for
    in_doubt: tuple[Period, ...] = ()  # whole months of any window without a post, which may be left out of its files

    @property
    def is_social(self) -> bool:
        return is_social(self.network)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of a metric is known: days of the period for an account's metric, posts for a post's metric."""

    account_id: int
    metric: str
    level: str  # account, post
    known: int
    expected: int
    share: Number
    gaps: tuple[Period, ...]  # days nobody knows; empty for posts
    reason: str = ""  # a code of `Missing` when something is missing

    @property
    def is_given(self) -> bool:
        """Whether the account shows any of it, were it only parts that make no number of the period."""
        return self.known > 0 or self.reason in (Missing.OF_PARTS, Missing.IN_PARTS)

    @property
    def is_incomplete(self) -> bool:
        """Whether it is known only in part or not at all, without its total, or is left out of interactions."""
        return self.known < self.expected or self.reason in (Missing.LEFT_OUT, Missing.IN_PARTS)


@dataclass(frozen=True, slots=True)
class PostRow:
    """One post of the period. `metrics` and `rates` hold only what is known; the id of a value is «post-ID.code»."""

    id: int
    account_id: int
    url: str
    published_at: datetime | None  # UTC
    day: date | None  # in the client's zone
    hour: int | None
    format: str
    title: str
    text: str
    text_length: int | None
    is_paid: bool | None
    gone_on: date | None
    source: str
    metrics: dict[str, Decimal]
    rates: dict[str, Decimal]  # by code@version

    def value(self, code: str) -> Decimal | None:
        """Of a metric, or of a rate whatever its version."""
        return self.metrics.get(code, next((value for key, value in self.rates.items() if key.split("@")[0] == code), None))


@dataclass(frozen=True, slots=True)
class DayRow:
    """What is known of an account on one day; the id of a value is «day-ACCOUNT-DAY.code»."""

    account_id: int
    day: date
    metrics: dict[str, Decimal]


@dataclass(frozen=True, slots=True)
class ImportNote:
    """A file the numbers came from."""

    id: int
    file_name: str
    kind: str
    sha256: str
    applied_at: datetime | None
