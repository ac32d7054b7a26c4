"""Whether accounts of several networks may be one brand's, as far as what they are called tells."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from smmstrategy.clients import handles
from smmstrategy.clients.models import Brand, Tracking
from smmstrategy.clients.slugs import LATIN
from smmstrategy.metrics.catalogue import SITE
from smmstrategy.metrics.imports.outcomes import Reading, Subject
from smmstrategy.metrics.imports.reading.draft import Page, page
from smmstrategy.metrics.imports.reading.options import Options

# In which ways people write one sound in Latin letters; a letter that stands twice is one.
SOUNDS = [("shch|sch", "sh"), ("k+h", "h"), ("c(?!h)", "k"), ("[yj]", "i"), ("w", "v"), ("q", "k"), ("x", "ks"), (r"(.)\1+", r"\1")]
MANY = 100  # accounts that can no longer be one brand's
SHORTEST = 3  # letters of a word that says whose an account is, as «и», «tg» and «vk» do not
Names = Mapping[Page, Iterable[str]]


class Likely(NamedTuple):
    """The accounts of a file that are called like the brand's, and whether others beside them, or among each other, are not."""

    of_brand: set[Page]
    are_apart: bool


def accounts(reading: Reading, brand: Brand, trackings: Iterable[Tracking], options: Options) -> Likely:
    """A number says nothing of whose an account is; a site is where visitors came to, and never another's than the brand."""
    kept = {page(one.account.network, one.account.handle): one for one in trackings}
    others = {at for at, one in kept.items() if one.role != Tracking.Role.OWN}
    maybe = [one for one in reading.plan["subjects"] if not one["other_in"] and one["network"] != SITE]
    there = {page(one["network"], one["handle"]): _names(one) for one in maybe}
    called = [brand.name, brand.slug, *_called_otherwise(kept.values(), there, options)]
    named = {at: names for at, names in there.items() if names and at not in others}
    of_brand = {one for one in there if one in kept and one not in others} | _alike(called, named)
    if len(there) > MANY:
        return Likely(of_brand, are_apart=True)
    rest = {at: names for at, names in named.items() if at not in of_brand}
    is_of_others = bool(of_brand or others & there.keys()) or _alike(next(iter(rest.values()), ()), rest) != rest.keys()
    return Likely(of_brand, bool(rest) and is_of_others)


def _called_otherwise(kept: Iterable[Tracking], there: Names, options: Options) -> list[str]:
    """What the brand's own accounts are called, and those that a person has named for the file as such."""
    own = [one.account for one in kept if one.role == Tracking.Role.OWN]
    by_person = {page(*one) for one in options.accounts_named.items() if options.role in ("", Tracking.Role.OWN)}
    by_file = [name for at, names in there.items() if at in by_person for name in names]
    return [*_of_words((one.network, name) for one in own for name in (one.handle, one.name)), *by_file]


def _names(subject: Subject) -> list[str]:
    return _of_words((subject["network"], name) for name in (subject["handle"], subject["name"], *subject["other_names"]))


def _of_words(called: Iterable[tuple[str, str]]) -> list[str]:
    return [name for network, name in called if name and not handles.number(network, name)]


def _alike(called: Iterable[str], named: Names) -> set[Page]:
    """The accounts that are called like these, or like one that is."""
    known, found = [*called], set[Page]()
    while more := {at for at, names in named.items() if at not in found and _is_one_of(names, known)}:
        found |= more
        known += [name for at in more for name in named[at]] if len(named) <= MANY else []
    return found


def _is_one_of(names: Iterable[str], known: Iterable[str]) -> bool:
    return any(are_alike(one, name) for one in known for name in names)


def are_alike(one: str, other: str) -> bool:
    """Each word of one name begins a word of the other, or that name run together, in whatever alphabet."""
    return _begins(_words(one), _words(other)) or _begins(_words(other), _words(one))


def _begins(words: list[str], others: list[str]) -> bool:
    whole = _is_beginning("".join(words), "".join(others))
    return bool(words) and (whole or all(any(_is_beginning(word, one) for one in others) for word in words))


def _is_beginning(word: str, other: str) -> bool:
    return word == other or (len(word) >= SHORTEST and other.startswith(word))


@lru_cache(maxsize=10_000)
def _words(name: str) -> list[str]:
    """The words as they sound, in Latin letters."""
    text = "".join(sign for sign in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(sign))
    words = re.findall(r"[^\W_]+", text.translate(LATIN))
    for written, sound in SOUNDS:
        words = [re.sub(written, sound, word) for word in words]
    return [word for word in words if len(word) >= SHORTEST] or words
