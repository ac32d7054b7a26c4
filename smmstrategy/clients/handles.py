"""Which spellings of a handle are one page's: the rule for every network, in one place."""

import re

CHANNEL = re.compile(r"(UC[\w-]{22})")  # the identifier of a channel of YouTube


def key(network: str, handle: str) -> str:
    """What all spellings of a handle have in common: networks ignore the case of letters, save in identifiers of channels."""
    return handle if network == "youtube" and CHANNEL.fullmatch(handle) else handle.casefold()
