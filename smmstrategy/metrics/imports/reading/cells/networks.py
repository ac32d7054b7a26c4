"""What a cell calls a social network: by a name, a short name, a host or the address of a page."""

import re
from functools import lru_cache

from smmstrategy.metrics.imports.reading.cells import pages
from smmstrategy.metrics.networks import CALLED

MARKS = re.compile(r"[*†‡¹²³⁰⁴-⁹«»\"]+")
NOTE = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
# Words that may stand beside the name: «Telegram-канал», «группа ВК».
PLACES = r"канал|группа|сообщество|паблик|страница|channel|group|community|page"
BESIDE = re.compile(rf"(?:{PLACES})[\s-]+(?P<after>.+)|(?P<before>.+?)[\s-]+(?:{PLACES})", re.IGNORECASE)


@lru_cache(maxsize=10_000)
def called(text: str) -> str:
    """The network a cell stands for, also with a note: «Instagram*», «X (Twitter)»; empty for any that is not kept here."""
    text = MARKS.sub("", text).replace("\u00a0", " ")
    return next(filter(None, map(_called, [NOTE.sub(" ", text), *NOTE.findall(text)])), "")


def _called(words: str) -> str:
    words = " ".join(words.split())
    beside = BESIDE.fullmatch(words)
    name = ((beside["after"] or beside["before"]) if beside else words).split("://")[-1].rstrip("/")
    return pages.network_of(words) or next((network for network, names in CALLED.items() if names.fullmatch(name)), "")
