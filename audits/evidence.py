"""Everything a finding or a page may use: frozen values that carry their identity, and their way to JSON and back.

A measure is looked up by its code in `numbers`. A plain code of the metric catalogue (`views`, `likes`, `visits`) or `posts` and
`interactions` is a total; an ending says how posts became one number: `.median`, `.mean` (one value per post), `.total` (sum of
numerators over sum of denominators). A rate's ending follows its formula's code: `er_view.median`, `er_reach.mean`. Reach has
no total: it is `reach.median`, `reach.mean` or the network's own `account_reach`. A number's id is "subject.window.measure" or
"subject.window.breakdown:key.measure": "own.now.er_view.median", "account-7.now.month:2026-05.posts".
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

import msgspec

Facts = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Number:
    """A number and all it takes to work it out again. `value` None means not known; `reason` then says why."""

    id: str
    value: Decimal | None
    metric: str  # code@version of the formula, «likes@1» for a total, «count@1» for a plain count
    formula: str = ""
    inputs: tuple[tuple[str, str], ...] = ()  # (name, exact value as text)
    n: int | None = None  # posts or days it stands on
    coverage: Decimal | None = None  # share of the posts or days that have what it needs, 0..1
    source: str = ""  # where the values came from, comma-separated codes of metrics.models.Source
    reason: str = ""  # a code of `Missing` when there is no value
    low: Decimal | None = None  # 95 % interval of a median, where n is enough
    high: Decimal | None = None


class Missing(StrEnum):
    """Why there is no value."""

    NOT_GIVEN = "not_given"  # the network or the file does not give this metric
    NOT_IMPORTED = "not_imported"  # it could be had, but nothing was imported
    NO_POSTS = "no_posts"
    NO_BASE = "no_base"  # the denominator is absent or zero
    NO_TOTAL = "no_total"  # unique people cannot be added up


@dataclass(frozen=True, slots=True)
class Span:
    """Days from `first` to `last`, both included."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Part:
    """A line of a breakdown: a month «2026-05», a week by its Monday, a format, a length of text «200-499», an hour «2-18»."""

    key: str
    numbers: dict[str, Number]


@dataclass(frozen=True, slots=True)
class RankedPost:
    """A post among the best or the worst, by which measure, and how many times the median of its account it is."""

    post_id: int
    place: int
    number: Number
    times_median: Number


@dataclass(frozen=True, slots=True)
class Window:
    """What was measured of one subject in one period. Empty breakdowns mean there was nothing to break down."""

    name: str  # now, before, year_earlier
    span: Span
    numbers: dict[str, Number]
    months: tuple[Part, ...] = ()  # posts, interactions, medians, followers_end, growth_abs …: every month of the window
    weeks: tuple[Part, ...] = ()  # posts; weeks without posts are there with 0
    formats: tuple[Part, ...] = ()  # posts, posts_share, interactions_share, {er}.median …; most posts first
    lengths: tuple[Part, ...] = ()  # posts, {er}.median, by characters of text
    hours: tuple[Part, ...] = ()  # «weekday-hour» with Monday = 0, client's zone: posts, {er}.median; only hours with posts
    weekdays: tuple[Part, ...] = ()  # «0» is Monday
    slots: tuple[Part, ...] = ()  # three hours of working days or of weekends: «workday-18», «weekend-9»
    sources: tuple[Part, ...] = ()  # website traffic by source / medium / campaign: visits, goal_reaches, revenue, cr
    best: tuple[RankedPost, ...] = ()
    worst: tuple[RankedPost, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """A measure now against an earlier window, over the accounts that have data in both: like is compared with like.

    `z` is the change in units of what single months vary by.
    """

    measure: str
    against: str  # before, year_earlier
    accounts: tuple[int, ...]  # fewer than the subject's: then `now` is not the number of the whole subject
    now: Number
    then: Number
    absolute: Number
    relative: Number  # ratio: 0.12 is +12 %; for rates prefer `absolute`, in percentage points
    good: int  # +1 good, −1 bad, 0 neither, by the metric's direction
    z: Decimal | None = None  # None: too few months to know the noise


@dataclass(frozen=True, slots=True)
class Effect:
    """A part's share in a change of a total rate: its weight moved (mix), or its own rate did (rate)."""

    key: str
    mix: Number
    rate: Number


@dataclass(frozen=True, slots=True)
class Decomposition:
    """Why a total rate changed: start + Σ mix + Σ rate = end, exactly."""

    measure: str  # «er_view.total»
    by: str  # format, account
    against: str
    accounts: tuple[int, ...]
    start: Number
    end: Number
    mix: Number
    rate: Number
    effects: tuple[Effect, ...]


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom the numbers are about: «own» (all own accounts), «account-ID», or «rival-N» (a competitor with all its accounts)."""

    key: str
    kind: str  # own, account, rival
    name: str
    account_ids: tuple[int, ...]
    networks: tuple[str, ...]
    er: str  # code of the engagement rate most of its posts allow, "" when none does
    windows: dict[str, Window]
    changes: tuple[Change, ...] = ()
    decompositions: tuple[Decomposition, ...] = ()

    @property
    def now(self) -> Window:
        return self.windows["now"]

    def change(self, measure: str, against: str = "before") -> Change | None:
        return next((c for c in self.changes if c.measure == measure and c.against == against), None)


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
    subject: str  # key of the subject it counts in: «account-ID» or «rival-N»
    months_with_data: int
    months_expected: int
    posts: int
    undated_posts: int
    silences: tuple[Span, ...]  # 14 days and more without a post, inside the period
    last_post_on: date | None
    verdict: str  # enough, little, none
    reasons: tuple[str, ...] = ()  # few_months, few_posts, silences, undated, no_data


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of a metric is known: days of the period for an account's metric, posts for a post's metric."""

    account_id: int
    metric: str
    level: str  # account, post
    known: int
    expected: int
    share: Number
    gaps: tuple[Span, ...]  # days nobody knows; empty for posts
    sources: tuple[str, ...]
    reason: str = ""  # a code of `Missing` when something is missing
    first_collected_at: datetime | None = None
    last_collected_at: datetime | None = None


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
    text_length: int
    is_paid: bool | None
    gone_on: date | None
    source: str
    metrics: dict[str, Decimal]
    rates: dict[str, Decimal]  # by code@version


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


@dataclass(frozen=True, slots=True)
class Rank:
    """A subject's place by one measure among all subjects that have it; place 1 is the best. Equal values share a place."""

    subject: str
    number: Number
    place: int


@dataclass(frozen=True, slots=True)
class Standing:
    """Own accounts among the competitors by one measure of the same code."""

    measure: str
    ranks: tuple[Rank, ...]  # best first
    own_place: Number
    of: Number


@dataclass(frozen=True, slots=True)
class Trial:
    """One question put to the data, answered by a test. Only `corrected` may be believed: it allows for all questions asked."""

    z: Decimal  # sign tells the direction: above 0 the group looked at is higher
    p: Decimal
    corrected: Decimal
    n: int

    @property
    def convinces(self) -> bool:
        return self.corrected <= Decimal("0.05")


@dataclass(frozen=True, slots=True)
class Evidence:
    brand: str
    client: str
    website: str
    time_zone: str
    currency: str
    span: Span
    month_count: int
    before: Span | None  # None: no data in that window
    year_earlier: Span | None
    collected_until: datetime | None
    accounts: tuple[Tracked, ...]
    subjects: tuple[Subject, ...]  # «own» first, then own accounts, then rivals
    standings: tuple[Standing, ...]
    coverage: tuple[Coverage, ...]
    totals: dict[str, Number]  # about the audit itself: accounts, posts, months_with_data, coverage, gaps
    posts: tuple[PostRow, ...]  # own accounts' first, by time
    days: tuple[DayRow, ...]
    imports: tuple[ImportNote, ...]
    common_er: str  # the engagement rate that brand and competitors have in common, "" when none
    trials: dict[str, Trial] = field(default_factory=dict)  # by question: «own.er_view.median.before», «own.format:video»
    formulas: dict[str, str] = field(default_factory=dict)  # code@version → formula, of every formula used

    @property
    def own(self) -> Subject:
        return self.subjects[0]

    @property
    def own_accounts(self) -> tuple[Subject, ...]:
        return tuple(s for s in self.subjects if s.kind == "account")

    @property
    def rivals(self) -> tuple[Subject, ...]:
        return tuple(s for s in self.subjects if s.kind == "rival")

    def subject(self, key: str) -> Subject:
        return next(s for s in self.subjects if s.key == key)

    def numbers(self) -> dict[str, Number]:
        """Every number by its id, wherever it stands."""
        return {number.id: number for number in _numbers(self)}

    def to_facts(self) -> Facts:
        """Plain JSON values: Decimals and dates become text, nothing becomes a float."""
        return msgspec.to_builtins(self)

    @classmethod
    def from_facts(cls, facts: Facts) -> "Evidence":
        return msgspec.convert(facts, cls)


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
    cause: str = ""  # «due_to» when the named part gives at least half of the change, «amid» otherwise, "" when none is named

    def to_facts(self) -> Facts:
        return msgspec.to_builtins(self)

    @classmethod
    def from_facts(cls, facts: Facts) -> "Finding":
        return msgspec.convert(facts, cls)


def _numbers(value: Any) -> Iterator[Number]:
    if isinstance(value, Number):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _numbers(item)
    elif isinstance(value, tuple):
        for item in value:
            yield from _numbers(item)
    elif is_dataclass(value) and not isinstance(value, PostRow | DayRow):
        for part in fields(value):
            yield from _numbers(getattr(value, part.name))
