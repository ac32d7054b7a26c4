"""Text that any file can hold: what XML cannot carry is replaced, visibly, and what would turn the words beside it is left out."""

import re
from urllib.parse import urlsplit

from smmstrategy.words import unturned

_UNCARRIABLE = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def safe_text(text: str) -> str:
    """The text with control characters, lone surrogates, U+FFFE and U+FFFF replaced by U+FFFD, and without any that turn the words
    beside it round; line ends become \\n."""
    text = unturned(text)
    if _UNCARRIABLE.search(text) is None:
        return text
    return _UNCARRIABLE.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n").replace("\f", "\n"))


def safe_link(url: str) -> str:
    """The address when a document may link to it, else «»: http and https with a host, at most 2,079 characters."""
    url = url.strip()
    if len(url) > 2079 or safe_text(url) != url or any(character.isspace() for character in url):
        return ""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in ("http", "https") and parts.hostname else ""
