"""A number with its identity, and the lines and days numbers stand on."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from smmstrategy.metrics.formulas import FORMULAS

ENDINGS = (".median", ".mean", ".total")  # of what posts have; an account without a post has none of it
UNCOUNTED = "posts not counted"  # the name of that input
MEAN_DAY = ".per_day"  # of a mean on a known day


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
    accounts: tuple[int, ...] = ()  # that it stands on; every number of a window says so

    @property
    def code(self) -> str:
        """What it is of, as its id says: «views» of «own.now.views.median»."""
        return next(part for part in reversed(self.id.split(".")) if f".{part}" not in (*ENDINGS, MEAN_DAY))

    @property
    def uncounted(self) -> int:
        """How many posts its formula does not count by its rule, though all they need for it is known."""
        return int(dict(self.inputs).get(UNCOUNTED, 0))

    @property
    def is_per_day(self) -> bool:
        """Whether it is the mean of a known day in place of a sum."""
        return self.metric == FORMULAS["per_day"].id


class Missing(StrEnum):
    """Why there is no value."""

    NO_SUCH = "no_such"  # the network has no such metric
    NOT_GIVEN = "not_given"  # the network or the file does not give this metric
    PARTLY_GIVEN = "partly_given"  # given, but not of each
    REJECTED = "rejected"  # rows that could have been posts were not taken from their files
    LEFT_OUT = "left_out"  # a part of interactions known of too few posts to count among them
    IN_PARTS = "in_parts"  # given only broken down: at best the sum of its parts is known
    OF_PARTS = "of_parts"  # unique people of days or weeks, which do not add up to those of the window or of a month
    GROWTH_ALONE = "growth_alone"  # of followers only how they changed day by day, not how many there are
    TOTALS_ALONE = "totals_alone"  # of posts only what the account counts of itself: how many there were, or what they got
    NOT_IMPORTED = "not_imported"  # it could be had, but nothing was imported
    NO_DAYS = "no_days"  # posts are known, and of no day whether there were none
    FEW_POSTS = "few_posts"  # of single posts, and fewer than a test asks: of a change
    FEW_DAYS = "few_days"  # posts are known of less than a quarter of the days: no pace of the period
    IN_DOUBT = "in_doubt"  # whole months without a post: silence, or left out of the file
    NOT_TOGETHER = "not_together"  # of several accounts: less than half of the days known of any are known of all
    FAR = "far"  # of a level: the nearest day it is known of is not near
    COUNTED_APART = "counted_apart"  # known, and not set beside the brand's: other interactions count there
    NO_POSTS = "no_posts"
    NO_BASE = "no_base"  # the denominator is absent or zero


@dataclass(frozen=True, slots=True)
class Segment:
    """A line of a breakdown: a month «2026-05», a week by its Monday, a format, a length of text «200-499», an hour «2-18»."""

    key: str
    numbers: dict[str, Number]
    silent: tuple[int, ...] = ()  # of a month or another step: the accounts known to have no post in it
