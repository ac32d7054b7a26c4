"""Which spellings of a handle are one page's, and what can be a handle at all: the rules for every network, in one place."""

import re
import unicodedata

CHANNEL = re.compile(r"(UC[\w-]{22})")  # the identifier of a channel of YouTube
# Hosts of many sites, whose addresses say by their path whose one it is.
SHARED = r"(?:(?:taplink\.(?:cc|ws)|linktr\.ee|hipolink\.(?:me|net)|mssg\.me)/[\w.-]+|sites\.google\.com/view/[\w.-]+)"
SITE = rf"(?:{SHARED}|(?:[\w-]+\.)+[\w-]{{2,}})"
# How each network's own addresses may say one page, and the spelling it is kept in.
SPELLINGS = {
    "vk": (re.compile(r"(?:public|event|club|-)?(?P<page>\d+)", re.IGNORECASE), "club{page}"),  # a person's has «id» before it
    "telegram": (re.compile(r"-100(?=\d{10}$)0*(?P<page>\d+)"), "{page}"),
    "ok": (re.compile(r"(?:group/?|(?P<person>profile)/?)?(?P<page>\d+)", re.IGNORECASE), "{person}{page}"),
    "facebook": (re.compile(r"profile\.php\?(?:[^#]*&)?id=(?P<page>\d+)(?:[&#].*)?", re.IGNORECASE), "{page}"),
    "website": (re.compile(rf"(?:https?://)?(?:www\.)?(?P<page>{SITE})\.?(?::\d+)?(?:[/?#].*)?", re.IGNORECASE), "{page}"),
}
# By which a network knows a page, as its key has it; others do by digits alone.
NUMBERS = {"vk": re.compile(r"(?:club|id)\d+"), "ok": re.compile(r"(?:profile)?\d+"), "youtube": CHANNEL}
DIGITS = re.compile(r"\d+")
ANY_ALPHABET = {"youtube", "linkedin"}
LONGEST = 120


def page(network: str, handle: str) -> str:
    """The handle in the one spelling of its page: whatever path a site's address has, whichever way a number is written."""
    pattern, spelling = SPELLINGS.get(network, (None, ""))
    found = pattern.fullmatch(handle) if pattern else None
    return spelling.format_map(found.groupdict("")).lower() if found else handle


def key(network: str, handle: str) -> str:
    """What all spellings of a handle have in common: networks ignore the case of letters, save in identifiers of channels."""
    kept = page(network, handle)
    return kept if network == "youtube" and CHANNEL.fullmatch(kept) else kept.casefold()


def number(network: str, handle: str) -> str:
    """The number or identifier by which a network knows a page, in its one spelling; empty for a name."""
    kept = key(network, handle)
    return kept if NUMBERS.get(network, DIGITS).fullmatch(kept) else ""


def is_possible(network: str, handle: str) -> bool:
    """Whether a page of that network may be called so: letters and digits with dots, dashes and underscores between them."""
    if len(handle) > LONGEST:
        return False
    if network == "website":
        return bool(re.fullmatch(SITE, handle))
    is_in_alphabet = handle.isascii() or network in ANY_ALPHABET
    return is_in_alphabet and any(map(str.isalnum, handle)) and all(map(_may_stand, handle))


def _may_stand(sign: str) -> bool:
    """Marks belong to letters: to the vowels of Hindi, say."""
    return sign in "_.-·" or unicodedata.category(sign)[0] in "LMN"
