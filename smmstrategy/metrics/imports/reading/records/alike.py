"""Which posts without a number or a link are told elsewhere too: known by their words, and by moments near enough for these.

Where one of two has neither number nor link, the one near it that says the same is it, where either can be no third: in its
minute, or its day where one of them tells no more; within a quarter of an hour by any words; by long ones on its day, or on
another by hours that most show. Posts that cannot be told apart so stay apart, and the preview says it; of many at one distance
of hours, by words or by numbers, the zone is asked (`lags.py`).
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property
from itertools import product
from zoneinfo import ZoneInfo

from smmstrategy.metrics.imports.reading.cells import links
from smmstrategy.metrics.imports.reading.messages import say
from smmstrategy.metrics.imports.reading.records import lags
from smmstrategy.metrics.imports.reading.records.identity import is_made
from smmstrategy.metrics.records import BEGINNING

NO_LETTER = re.compile(r"[\W_]+")
AT_ONCE, DAY, OTHERWISE = timedelta(), timedelta(days=1), -1
# How far apart the moments of one post may be told, and how many letters both then say, at the least. Plans are kept by hand, to
# the quarter of an hour; a file may count hours in another zone.
REACH = ((AT_ONCE, 0), (lags.QUARTER, 1), (lags.HOURS, BEGINNING))
UNSURE = say(
    "{count} post of {account} may be told elsewhere too, in another file or table: they have no number or link in common, and "
    "time and words do not tell for certain (rows: {rows}). It is kept apart; if it is the same post it counts twice. Give each "
    "row its link, or the time at which the post was published where that is lacking, to settle it.",
    "{count} posts of {account} may be told elsewhere too, in other files or tables: they have no numbers or links in common, and "
    "times and words do not tell for certain (rows: {rows}). They are kept apart; if they are the same posts they count twice. "
    "Give each row its link, or the time at which the post was published where that is lacking, to settle it.",
)


@dataclass(frozen=True)
class Told:
    """A post as a table or the store tells it."""

    key: str
    link: str  # the key in its link
    minute: datetime | None
    day: date
    is_of_day: bool  # no more than the day is told
    title: str
    text: str

    @cached_property
    def words(self) -> list[str]:
        """Text and title, each alone and both together."""
        title, text = self.letters
        return list(dict.fromkeys(filter(None, (text, title, title + text))))

    @cached_property
    def letters(self) -> tuple[str, str]:
        """Title and text without what files do to blanks, marks and pictures in them."""
        return compared(self.title), compared(self.text)

    @cached_property
    def beginnings(self) -> set[str]:
        """By which words that say the same are found."""
        return {words[:BEGINNING] for words in self.words} or {""}

    def with_other(self, other: "Told", key: str) -> "Told":
        """One post as both tell it."""
        timed = other if self.is_of_day else self
        words = {name: max(getattr(self, name), getattr(other, name), key=len) for name in ("title", "text")}
        return Told(key, self.link or other.link, timed.minute, timed.day, timed.is_of_day, **words)


Saying = Mapping[str, Sequence[tuple[Told, int]]]


def told(network: str, zone: ZoneInfo, key: str, permalink: str, at: datetime, has_time: bool, title: str, text: str) -> Told:
    """`zone` is that in which days are counted."""
    minute = at.replace(second=0, microsecond=0) if has_time else None
    is_of_day = not has_time or is_midnight(at, zone)
    return Told(key, links.key_in(network, permalink), minute, at.astimezone(zone).date(), is_of_day, title, text)


def is_midnight(at: datetime, zone: ZoneInfo) -> bool:
    """That stands for the day alone among other times too."""
    return at.astimezone(zone).time() == time()


def compared(text: str) -> str:
    return NO_LETTER.sub("", unicodedata.normalize("NFKC", text).casefold())


def pairs(new: Sequence[Told], stored: Sequence[Told]) -> tuple[dict[str, str], dict[str, list[str]]]:
    """By key of the new ones the stored post that each is; and of the others those that each may be as well as not.

    It is the one in reach that says the same, if either can be no third. One told on another day is so by the clock of another
    zone, which most show.
    """
    saying_same, found = _saying_same(new, stored), {}
    for reach, letters in REACH:
        found |= _certain([one for one in new if one.key not in found], saying_same, reach, letters, {*_keys(found.values())})
    both = [(one, found[one.key]) for one in new if one.key in found]
    shown = lags.shown_by([one.minute - other.minute for one, other in both if not one.is_of_day and not other.is_of_day])
    same = {one.key: other.key for one, other in both if one.day == other.day or (shown and one.minute - other.minute == shown[0])}
    return same, _unsure([one for one in new if one.key not in same], stored, saying_same, {*same.values()})


def _keys(posts: Iterable[Told]) -> list[str]:
    return [post.key for post in posts]


def _saying_same(new: Sequence[Told], stored: Sequence[Told]) -> Saying:
    """By key of the new ones the stored ones of its day, and of those around it, that say the same, and how many letters."""
    there: dict[tuple[date, str], list[Told]] = defaultdict(list)
    for other in stored:
        for words in other.beginnings:
            there[other.day, words].append(other)
    found = {}
    for one in new:
        days = (one.day - DAY, one.day, one.day + DAY)
        others = {other.key: other for day in days for words in one.beginnings for other in there.get((day, words), ())}
        told = ((other, _shared(one, other)) for other in others.values() if _may_meet(one, other))
        found[one.key] = [(other, letters) for other, letters in told if letters > OTHERWISE]
    return found


def _certain(new: Sequence[Told], saying_same: Saying, reach: timedelta, least: int, taken: Set[str]) -> dict[str, Told]:
    """By key of the new ones the only stored one in reach, which is that of no other."""
    near = {
        one.key: [
            other
            for other, letters in saying_same[one.key]
            if letters >= least and other.key not in taken and _apart(one, other) <= reach
        ]
        for one in new
    }
    claims = Counter(key for others in near.values() for key in _keys(others))
    return {key: others[0] for key, others in near.items() if len(others) == 1 and claims[others[0].key] == 1}


def _unsure(new: Sequence[Told], stored: Sequence[Told], saying_same: Saying, taken: Set[str]) -> dict[str, list[str]]:
    """By key of these the stored ones that each may be: near it, or saying the same on its day, or on another by another clock."""
    unsure = {}
    for one, near in _near(new, [other for other in stored if other.key not in taken]):
        may_be = [other for other in near if _may_meet(one, other) and _may_be(one, other)]
        may_be += [
            other
            for other, letters in saying_same[one.key]
            if other.key not in taken and letters and (one.day == other.day or _is_of_zones(one, other, letters))
        ]
        unsure |= {one.key: [*dict.fromkeys(_keys(may_be))]} if may_be else {}
    return unsure


def _near(new: Sequence[Told], stored: Sequence[Told]) -> Iterator[tuple[Told, list[Told]]]:
    """Each new one with those stored about a quarter of an hour from it, or of its day where one of the two tells no more."""
    of_quarter, of_day, untimed = defaultdict(list), defaultdict(list), defaultdict(list)
    for post in stored:
        of_day[post.day].append(post)
        (untimed[post.day] if post.is_of_day else of_quarter[_quarter(post.minute)]).append(post)
    for post in new:
        quarters = [_quarter(post.minute) + n for n in (-1, 0, 1)] if not post.is_of_day else []
        timed = [other for quarter in quarters for other in of_quarter.get(quarter, ())]
        yield post, of_day.get(post.day, []) if post.is_of_day else timed + untimed.get(post.day, [])


def _quarter(minute: datetime) -> int:
    return int(minute.timestamp() // lags.QUARTER.total_seconds())


def _may_meet(one: Told, other: Told) -> bool:
    """Posts that both have a number or a link are known by these alone."""
    return (is_made(one.key) or is_made(other.key)) and (not one.link or other.link in ("", one.link))


def _apart(one: Told, other: Told) -> timedelta:
    if one.day == other.day and (one.is_of_day or other.is_of_day):
        return AT_ONCE
    return abs(one.minute - other.minute) if one.minute and other.minute else timedelta.max


def _shared(one: Told, other: Told) -> int:
    """How many letters both say: what one calls text may be the other's title; where both have both, the text says it.

    At a minute both may have no words.
    """
    if not one.words and not other.words:
        return 0 if one.minute and one.minute == other.minute else OTHERWISE
    have_both = len(one.words) == len(other.words) == 3
    words = [(one.words[0], other.words[0])] if have_both else product(one.words, other.words)
    return max((min(len(mine), len(theirs)) for mine, theirs in words if is_beginning(mine, theirs)), default=OTHERWISE)


def is_beginning(one: str, other: str) -> bool:
    shorter, longer = (one, other) if len(one) < len(other) else (other, one)
    return one == other or (len(shorter) >= BEGINNING and longer.startswith(shorter))


def _may_be(one: Told, other: Told) -> bool:
    """At one minute whatever the words; else where of two titles, and of two texts, one begins as the other."""
    if one.minute and one.minute == other.minute:
        return True
    return _apart(one, other) <= lags.QUARTER and all(map(_may_begin, one.letters, other.letters))


def _may_begin(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _is_of_zones(one: Told, other: Told, letters: int) -> bool:
    return letters >= BEGINNING and lags.may_be_of_zones(_apart(one, other))
