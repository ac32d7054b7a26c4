"""What a cell calls a social network: by a name, a short name, a host or the address of a page."""

import re
from collections.abc import Iterable
from functools import lru_cache

from smmstrategy.metrics.imports.reading.cells import pages
from smmstrategy.metrics.imports.reading.cells.other_figures import ANOTHER
from smmstrategy.metrics.imports.reading.vocabulary.not_the_whole import ADVERTISING
from smmstrategy.metrics.networks import AMBIGUOUS, CALLED, ELSEWHERE, IN_TITLES, SIGN, SPOKEN

MARKS = re.compile(r"[*†‡¹²³⁰⁴-⁹«»\"]+")
NOTE = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
# Words that may stand beside the name: «Telegram-канал», «группа ВК».
PLACES = r"канал|группа|сообщество|паблик|страница|channel|group|community|page"
OTHERS = re.compile(rf"(?<!{SIGN})(?:{ELSEWHERE.pattern})", re.IGNORECASE)
AT_AN_END = re.compile(rf"\A(?:{PLACES})[ -]+|[ -](?:{PLACES})\Z", re.IGNORECASE)


@lru_cache(maxsize=10_000)
def called(text: str) -> str:
    """The network a cell stands for, also with a note: «Instagram*», «X (Twitter)»; empty for any that is not kept here.

    Nor is it one with a note that it is something else, «ВК (конкуренты)», «ВК (план)».
    """
    if is_elsewhere(text) or any(_makes_another(note) for note in NOTE.findall(text)):
        return ""
    text = without_marks(text)
    return next(filter(None, map(_called, [NOTE.sub(" ", text), *NOTE.findall(text)])), "")


def are_beyond_doubt(words: Iterable[str]) -> bool:
    """They name several networks, or one by a word that means nothing else: «Max» alone may be a maximum."""
    spoken = [(network, word) for word in words if (network := called(word))]
    return len({network for network, _word in spoken}) > 1 or not all(AMBIGUOUS.fullmatch(word) for _network, word in spoken)


def spoken_of(text: str) -> set[str]:
    """The networks of which a text speaks in any words, those of which no pages are kept here as one without a name."""
    spoken = {network for network, words in SPOKEN.items() if words.search(text)}
    return spoken | ({""} if OTHERS.search(text) else set())


@lru_cache(maxsize=10_000)
def spoken_in(title: str) -> str:
    """The one network the name of a file or the title of a table speaks of, or nothing."""
    found = [network for network, words in IN_TITLES.items() if re.search(words, title, re.IGNORECASE)]
    return found[0] if len(found) == 1 else ""


def is_elsewhere(text: str) -> bool:
    """A cell stands for another network or place of posts, of which no pages are kept here."""
    text = without_marks(text)
    ways = (NOTE.sub(" ", text), NOTE.sub(r" \1 ", text))
    return any(ELSEWHERE.fullmatch(" ".join(way.split())) for way in ways)


def without_marks(text: str) -> str:
    """Without the signs of a footnote, «Instagram*», and quotes."""
    return MARKS.sub("", text).replace("\u00a0", " ")


def _makes_another(note: str) -> bool:
    """«Конкуренты», «план», «реклама»; it may be the name of a network, «MAX»."""
    words = note.casefold()
    return bool(ANOTHER.search(words) or ADVERTISING.search(words)) and not _called(note)


def _called(words: str) -> str:
    words = " ".join(words.split())
    name = AT_AN_END.sub("", words).rstrip(" -").split("://")[-1].rstrip("/")
    return pages.network_of(words) or next((network for network, names in CALLED.items() if names.fullmatch(name)), "")
