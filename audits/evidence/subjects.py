"""Whom the numbers are about: one subject's windows, changes, and what the changes were made of."""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from audits.evidence.numbers import ENDINGS, Number, Segment
from smmstrategy.metrics.catalogue import is_social
from smmstrategy.metrics.formulas import FORMULAS, networks_giving
from smmstrategy.metrics.periods import Period


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
    period: Period
    numbers: dict[str, Number]
    months: tuple[Segment, ...] = ()  # posts, interactions, medians, followers_end, growth_abs …: every month of the window
    weeks: tuple[Segment, ...] = ()  # posts; weeks without posts are there with 0
    formats: tuple[Segment, ...] = ()  # posts, shares, {er}.median and among.{er}.median, of the same accounts; most posts first
    promotion: tuple[Segment, ...] = ()  # «organic» and «paid» posts, where it is said: as formats
    lengths: tuple[Segment, ...] = ()  # posts, {er}.median, by characters of text
    of_lengths: dict[str, Number] = field(default_factory=dict)  # the same of all posts whose text is known
    hours: tuple[Segment, ...] = ()  # «weekday-hour» with Monday = 0, client's zone: posts, {er}.median; only hours with posts
    weekdays: tuple[Segment, ...] = ()  # «0» is Monday
    slots: tuple[Segment, ...] = ()  # three hours of working days or of weekends: «workday-18», «weekend-9»
    sources: tuple[Segment, ...] = ()  # traffic by source, networks under one name: visits, goal_reaches, revenue, cr
    of_sources: dict[str, Number] = field(default_factory=dict)  # all there was on the days that their reports cover, if known
    tags: tuple[Segment, ...] = ()  # the same by source / medium / campaign, as the files name them
    best: tuple[RankedPost, ...] = ()
    worst: tuple[RankedPost, ...] = ()
    silent: tuple[int, ...] = ()  # accounts known to have no post in it
    of_few_days: tuple[int, ...] = ()  # accounts of whose posts some days are known, and too few for a pace
    in_doubt: tuple[int, ...] = ()  # accounts of which whole months without a post may be left out of their files

    def is_of_all(self, measure: str, step: Segment) -> bool:
        """Whether of each account that its number stands on a step of a window is known, were it that it has no post."""
        known = (*step.numbers[measure].accounts, *step.silent) if measure in step.numbers else ()
        return set(known) >= set(self.numbers[measure].accounts)


class Verdict(StrEnum):
    """What may be said of a change."""

    BETTER = "better"
    WORSE = "worse"
    MOVED = "moved"  # more than chance, and neither good nor bad
    UNSURE = "unsure"  # tested, and no answer: too much for the usual variation, too little to be believed
    STEADY = "steady"  # tested, and inside the usual variation
    UNTESTED = "untested"


CONVINCING = frozenset({Verdict.BETTER, Verdict.WORSE, Verdict.MOVED})


@dataclass(frozen=True, slots=True)
class Change:
    """A measure now against an earlier window, over the accounts that know it in both: like is compared with like.

    Of a sum over days of which not as many are known in both windows it is the change of its mean on a known day. `z` is the
    change in units of what single months vary by.
    """

    measure: str
    against: str  # before, year_earlier; start: of the same window
    accounts: tuple[int, ...]  # fewer than the subject's number stands on: then `now` is not that number, nor when it is a mean
    now: Number
    then: Number
    absolute: Number
    relative: Number  # ratio: 0.12 is +12 %; for rates prefer `absolute`, in percentage points
    z: Decimal | None = None  # None: too few months to know the noise
    verdict: Verdict = Verdict.UNTESTED

    @property
    def way(self) -> int:
        """+1 rose, −1 fell, 0 did neither or is not known."""
        value = self.absolute.value or Decimal(0)
        return (value > 0) - (value < 0)

    @property
    def is_per_day(self) -> bool:
        return self.now.is_per_day

    @property
    def is_convincing(self) -> bool:
        """Whether it may be claimed."""
        return self.verdict in CONVINCING

    @property
    def is_told(self) -> bool:
        """Whether it is said to be one, be it sure or not."""
        return self.is_convincing or (self.verdict is Verdict.UNSURE and self.way != 0)

    @property
    def good(self) -> int:
        """+1 better, −1 worse, 0 neither or not convincing."""
        return (self.verdict is Verdict.BETTER) - (self.verdict is Verdict.WORSE)


@dataclass(frozen=True, slots=True)
class Effect:
    """A part's share in a change of a total rate: its weight moved (mix), or its own rate did (rate)."""

    key: str
    mix: Number
    rate: Number
    kept: Number  # what it would add to the total now, had its rate not moved


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
    is_of_one_post: bool = False  # without it less than half of the change would be left


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom the numbers are about: «own» (all own accounts), «account-ID», or «competitor-N» (with all its accounts)."""

    key: str
    kind: str  # own, account, competitor
    name: str
    account_ids: tuple[int, ...]
    networks: tuple[str, ...]  # of each of these accounts
    er: str  # code of the engagement rate most of its posts allow, "" when none does
    windows: dict[str, Window]
    changes: tuple[Change, ...] = ()
    growth: Change | None = None  # followers at the end of «now» against its start
    decompositions: tuple[Decomposition, ...] = ()
    judged_by: str = ""  # the measure by whose median formats, lengths and hours are judged, tested and shown; "" for none

    @property
    def now(self) -> Window:
        return self.windows["now"]

    @property
    def is_social(self) -> bool:
        return is_social(self.networks[0])

    def some_of(self, number: Number) -> tuple[Number, Number] | None:
        """On how many accounts a number of the period stands, and whose network gives it, where these are not all of a kind."""
        every = self._of_the_kind(number)
        if set(every) <= set(number.accounts):
            return None
        giving = networks_giving(number.code) | {self._network(account) for account in number.accounts}
        could = tuple(a for a in every if self._network(a) in giving)
        known = _counted(number.id, number.accounts, "accounts that know the measure")
        return known, _counted(f"{number.id}.of", could, "accounts that could know the measure")

    def is_apart(self, change: Change) -> bool:
        """Whether the change is not of the number of «now»: of fewer accounts, or of a mean on a known day."""
        return change.is_per_day or change.accounts != self.now.numbers[change.measure].accounts

    def _of_the_kind(self, number: Number) -> tuple[int, ...]:
        """Websites of what websites have, those that publish of the rest; of a median post none that is known to have no post."""
        publish = {is_social(self._network(account)) for account in number.accounts}
        without = set(self.now.silent if number.id.endswith(ENDINGS) else ()) - set(number.accounts)
        return tuple(a for a in self.account_ids if is_social(self._network(a)) in publish and a not in without)

    def _network(self, account_id: int) -> str:
        return self.networks[self.account_ids.index(account_id)]

    def alike(self, measure: str, against: str) -> bool:
        """Whether the measure is known of the same accounts in «now» and in an earlier window."""
        now, then = (self.windows[name].numbers.get(measure) if name in self.windows else None for name in ("now", against))
        return now is not None and then is not None and now.accounts == then.accounts

    def is_of_all(self, measure: str, step: Segment) -> bool:
        """Whether a step of any window is known of each account that the number of «now» stands on."""
        return self.now.is_of_all(measure, step)

    def change(self, measure: str, against: str = "before") -> Change | None:
        return next((c for c in self.changes if c.measure == measure and c.against == against), None)

    def is_steady(self, measure: str) -> bool:
        """Whether the measure stayed inside its usual variation wherever that was tested."""
        verdicts = {change.verdict for change in self.changes if change.measure == measure}
        return verdicts - {Verdict.UNTESTED} == {Verdict.STEADY}


def _counted(number_id: str, accounts: tuple[int, ...], formula: str) -> Number:
    count = len(accounts)
    return Number(f"{number_id}.accounts", Decimal(count), FORMULAS["count"].id, formula, n=count, accounts=accounts)
