"""Which posts without a number or a link are told elsewhere too: known by their minute, or their day, and their words."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property

from smmstrategy.metrics.imports.reading.records import lags
from smmstrategy.metrics.imports.reading.records.identity import is_made
from smmstrategy.metrics.records import BEGINNING

NO_LETTER = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class Told:
    """A post as a file or the store tells it."""

    key: str
    link: str  # the key in its link
    minute: datetime | None  # empty where no more than the day is told
    day: date
    title: str
    text: str

    @cached_property
    def words(self) -> list[str]:
        """Text and title, each alone and both together, without what files do to blanks, marks and pictures in them."""
        title, text = compared(self.title), compared(self.text)
        return list(dict.fromkeys(filter(None, (text, title, title + text))))


def compared(text: str) -> str:
    return NO_LETTER.sub("", unicodedata.normalize("NFKC", text).casefold())


def pairs(new: Sequence[Told], stored: Sequence[Told]) -> tuple[dict[str, str], dict[str, list[str]]]:
    """By key of the new ones the stored post that each is; and of the others those that each may be as well as not."""
    beside = {one.key: list(_beside(one, others)) for one, others in _of_moment(new, stored)}
    same = {one.key: [other.key for other in beside[one.key] if _says_same(one, other)] for one in new}
    claims = Counter(key for keys in same.values() for key in keys)
    found = {key: keys[0] for key, keys in same.items() if len(keys) == 1 and claims[keys[0]] == 1}
    taken, unsure = {*found.values()}, {}
    for one in new:
        may_be = [other.key for other in beside[one.key] if other.key not in taken and _may_be(one, other)]
        unsure |= {one.key: may_be} if may_be and one.key not in found else {}
    return found, unsure


def lag(new: Sequence[Told], stored: Sequence[Told]) -> tuple[timedelta, int] | None:
    """By how much the moments of the new ones are later than those of stored ones of the same long words, and of how many.

    None where these are not many at one distance of two zones.
    """
    timed, of_words = [one for one in new if one.minute and _long(one)], defaultdict(list)
    for other in stored:
        for words in _long(other) if other.minute else ():
            of_words[words].append(other)
    both = []
    for one in timed:
        others = {other.key: other for words in _long(one) for other in of_words[words]}
        same = [other for other in _beside(one, [*others.values()]) if _is_near(one, other) and _says_same(one, other)]
        both += [(one.minute - other.minute, one.minute) for other in same if len(same) == 1 and one.minute != other.minute]
    first, last = (end((other.day for other in stored), default=date.max) for end in (min, max))
    return lags.shown_by(both, sum(first <= one.day <= last for one in timed))


def _long(one: Told) -> list[str]:
    """The beginnings by which its long words are known."""
    return [words[:BEGINNING] for words in one.words if len(words) >= BEGINNING]


def _is_near(one: Told, other: Told) -> bool:
    return abs(one.minute - other.minute) <= lags.HOURS


def _of_moment(new: Sequence[Told], stored: Sequence[Told]) -> Iterator[tuple[Told, list[Told]]]:
    """Each new one with those stored of its minute, or of its day where one of the two tells no more."""
    of_minute, of_day, untimed = defaultdict(list), defaultdict(list), defaultdict(list)
    for post in stored:
        of_day[post.day].append(post)
        (of_minute[post.minute] if post.minute else untimed[post.day]).append(post)
    for post in new:
        yield post, of_minute[post.minute] + untimed[post.day] if post.minute else of_day[post.day]


def _beside(one: Told, others: Sequence[Told]) -> Iterator[Told]:
    """Posts that both have a number or a link are known by these alone."""
    for other in others:
        if (is_made(one.key) or is_made(other.key)) and (not one.link or other.link in ("", one.link)):
            yield other


def _says_same(one: Told, other: Told) -> bool:
    """What one calls text may be the other's title; where both have both, the text says it. At a minute both may have no words."""
    if not one.words and not other.words:
        return bool(one.minute and other.minute)
    if len(one.words) == len(other.words) == 3:
        return _is_beginning(one.words[0], other.words[0])
    return any(_is_beginning(mine, theirs) for mine in one.words for theirs in other.words)


def _is_beginning(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return one == other or (len(shorter) >= BEGINNING and longer.startswith(shorter))


def _may_be(one: Told, other: Told) -> bool:
    """Whatever the words, where both tell the minute; else where the words do not speak against it."""
    return bool(one.minute and other.minute) or not (one.words and other.words) or _says_same(one, other)
