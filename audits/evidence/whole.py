"""All of it together, and its way to JSON and back."""

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

import msgspec

from audits.evidence.numbers import ENDINGS, Number
from audits.evidence.rows import Coverage, DayRow, ImportNote, PostRow, Tracked
from audits.evidence.subjects import Subject
from smmstrategy.metrics.periods import Period

METHODOLOGY = "23"  # raise it when evidence or findings are worked out or laid out differently
METHODOLOGIES_READ = ("21", "22", METHODOLOGY)  # whose snapshots and summaries are laid out as this program reads them
SIGNIFICANCE = Decimal("0.05")
OF_FOLLOWERS = ("followers_end", "growth_rate")  # beside each other whatever the months of which publications are known


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
class Comparison:
    """The brand and the competitors that are in these networks too: the numbers each has there, and who stands before whom."""

    networks: tuple[str, ...]
    er: str  # the engagement rate they have in common, "" when none
    beside: dict[str, dict[str, Number]]  # by subject, «own» first
    standings: tuple[Standing, ...]
    days: dict[str, tuple[Period, ...]] = field(default_factory=dict)  # by subject: the months whose posts stand in its numbers
    # By subject that knows other months from network to network: those in which it lacks some of the brand's, and what it knows.
    partly: dict[str, dict[str, tuple[Period, ...]]] = field(default_factory=dict)

    @property
    def own(self) -> dict[str, Number]:
        return self.beside["own"]

    @property
    def shared_days(self) -> tuple[Period, ...]:
        """Of which the posts of the brand and of any competitor stand beside each other."""
        mine = self.days.get("own", ())
        return mine if any(days == mine for key, days in self.days.items() if key != "own" and key not in self.partly) else ()

    def narrowed(self) -> dict[str, tuple[Period, ...]]:
        """The days of each number of posts that is worked out anew for it, by its id."""
        return {
            number.id: self.days[key]
            for key, numbers in self.beside.items()
            for code, number in numbers.items()
            if key in self.days and code not in OF_FOLLOWERS and ".beside" in number.id
        }


@dataclass(frozen=True, slots=True)
class Trial:
    """One question put to the data, answered by a test. Only `corrected` may be believed: it allows for all questions asked."""

    z: Decimal  # sign tells the direction: above 0 the group looked at is higher
    p: Decimal
    corrected: Decimal
    n: int

    @property
    def convinces(self) -> bool:
        return self.corrected <= SIGNIFICANCE

    @property
    def is_silent(self) -> bool:
        """Whether there is nothing to be seen even by a question asked alone."""
        return self.p > SIGNIFICANCE


@dataclass(frozen=True, slots=True)
class Evidence:
    brand: str
    client: str
    time_zone: str
    currency: str
    period: Period
    month_count: int
    before: Period | None  # None: no data in that window
    year_earlier: Period | None
    collected_until: datetime | None
    accounts: tuple[Tracked, ...]
    subjects: tuple[Subject, ...]  # «own» first, then own accounts, then competitors
    comparisons: tuple[Comparison, ...]  # the one with most competitors first; together they have all that share a network
    coverage: tuple[Coverage, ...]
    totals: dict[str, Number]  # about the audit itself: accounts, posts, months_with_data, coverage, incomplete
    posts: tuple[PostRow, ...]  # own accounts' first, by time
    days: tuple[DayRow, ...]
    imports: tuple[ImportNote, ...]
    trials: dict[str, Trial] = field(default_factory=dict)  # by question: «own.er_view.before», «own.format:video»
    formulas: dict[str, str] = field(default_factory=dict)  # code@version → formula, of every formula used
    earlier_posts: tuple[PostRow, ...] = ()  # of own accounts, in the windows compared with

    @property
    def own(self) -> Subject:
        return self.subjects[0]

    @property
    def own_accounts(self) -> tuple[Subject, ...]:
        return tuple(s for s in self.subjects if s.kind == "account")

    @property
    def competitors(self) -> tuple[Subject, ...]:
        return tuple(s for s in self.subjects if s.kind == "competitor")

    def subject(self, key: str) -> Subject:
        return next(s for s in self.subjects if s.key == key)

    def is_steady(self, subject: Subject, measure: str) -> bool:
        """Whether the measure stayed inside its usual variation; of what posts get not where they are few."""
        return subject.is_steady(measure) and not (measure.endswith(ENDINGS) and self.has_few_posts(subject))

    def has_few_posts(self, subject: Subject) -> bool:
        """Whether each of its accounts that published has too few posts to judge by."""
        mine = [account for account in self.accounts if account.account_id in subject.account_ids and account.posts]
        return all("few_posts" in account.reasons for account in mine)

    def comparison(self, key: str) -> Comparison | None:
        """The one in which a competitor is asked whether it is ahead: the first that has it."""
        return next((one for one in self.comparisons if key in one.beside), None)

    def part_compared(self, comparison: Comparison) -> tuple[Period, ...]:
        """The days of which posts are compared, where these are not all of the period."""
        days = comparison.shared_days
        return () if days == (self.period,) else days

    def numbers(self) -> dict[str, Number]:
        """Every number by its id, wherever it stands."""
        return {number.id: number for number in _numbers(self)}

    def days_apart(self) -> dict[str, tuple[Period, ...]]:
        """The days of each number of an earlier window, or of some months of the period, by its id; any other is of the period."""
        by_id = {id: (period,) for id, period in self._earlier().items()}
        for comparison in self.comparisons:
            by_id |= comparison.narrowed()
        return by_id

    def _earlier(self) -> dict[str, Period]:
        by_id: dict[str, Period] = {}
        for subject in self.subjects:
            periods = {name: window.period for name, window in subject.windows.items() if name != "now"}
            for name, period in periods.items():
                by_id |= dict.fromkeys((number.id for number in _numbers(subject.windows[name])), period)
            by_id |= {change.then.id: periods[change.against] for change in subject.changes}
            by_id |= {made_of.start.id: periods[made_of.against] for made_of in subject.decompositions}
        return by_id

    def to_facts(self) -> dict[str, Any]:
        """Plain JSON values: Decimals and dates become text, nothing becomes a float."""
        return msgspec.to_builtins(self)

    @classmethod
    def from_facts(cls, facts: dict[str, Any]) -> "Evidence":
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
