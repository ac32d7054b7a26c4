"""Which spellings of a handle are one page's: the rule for every network, in one place."""

import re

# A channel of Telegram as its bots write it; of VK the number of a wall, negative for a community, or of a page in its address.
NUMBERS = {
    "vk": re.compile(r"(?:club|public|event|-)?(?P<club>\d+)|id(?P<id>\d+)", re.IGNORECASE),
    "telegram": re.compile(r"(?:-(?:100(?=\d{10}$)0*)?)?(\d+)"),
    "youtube": re.compile(r"(UC[\w-]{22})"),  # the identifier of a channel
}
DIGITS = re.compile(r"(\d+)")


def number(network: str, handle: str) -> str:
    """The number by which a network knows a page, in one spelling for all there are; empty for a name."""
    m = NUMBERS.get(network, DIGITS).fullmatch(handle)
    if m is None:
        return ""
    return f"{m.lastgroup or ''}{m[m.lastindex]}"


def spelt(network: str, handle: str) -> str:
    """The handle as the page is called here: a number in its one spelling, a name as it stands."""
    return number(network, handle) or handle


def key(network: str, handle: str) -> str:
    """What all spellings of a handle have in common: networks ignore the case of letters, save in identifiers of channels."""
    return number(network, handle) or handle.casefold()
