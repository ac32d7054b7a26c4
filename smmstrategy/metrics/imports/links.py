"""What the address of a post says: its network, whose it is, and the network's id of it."""

import re
from functools import lru_cache
from typing import NamedTuple


class Link(NamedTuple):
    network: str
    handle: str  # empty when the address does not say
    key: str


PATTERNS = [
    ("vk", r"vk\.(?:com|ru)/(?:[^\s]*[?&]w=)?wall(?P<handle>-?\d+)_(?P<key>\d+)"),
    ("vk", r"vk(?:video)?\.(?:com|ru)/(?:video|clip)(?P<handle>-?\d+)_(?P<key>\d+)"),
    ("telegram", r"t(?:elegram)?\.me/(?:s/)?c/(?P<handle>\d+)/(?:\d+/)?(?P<key>\d+)"),
    ("telegram", r"t(?:elegram)?\.me/(?:s/)?(?P<handle>\w+)/(?:\d+/)?(?P<key>\d+)"),
    ("youtube", r"youtube\.com/(?:watch\?(?:[^\s]*&)?v=|shorts/|live/)(?P<key>[\w-]{11})"),
    ("youtube", r"youtu\.be/(?P<key>[\w-]{11})"),
    ("instagram", r"instagram\.com/(?:(?P<handle>[\w.]+)/)?(?:p|reel|reels|tv)/(?P<key>[\w-]+)"),
    ("instagram", r"instagram\.com/stories/(?P<handle>[\w.]+)/(?P<key>\d+)"),
    ("facebook", r"facebook\.com/(?:watch/?\?v=|reel/|permalink\.php\?story_fbid=|photo/?\?fbid=)(?P<key>\w+)"),
    (
        "facebook",
        r"facebook\.com/(?P<handle>[\w.-]+)/(?:posts|videos|photos|reels)/(?:[^/\s]+/)*?(?P<key>pfbid\w+|\d+)",
    ),
    ("x", r"(?:twitter|x)\.com/(?P<handle>\w+)/status(?:es)?/(?P<key>\d+)"),
    ("tiktok", r"tiktok\.com/@(?P<handle>[\w.]+)/(?:video|photo)/(?P<key>\d+)"),
    ("ok", r"ok\.ru/(?:group/|profile/)?(?P<handle>[\w.]+)/(?:topic|statuses|post)/(?P<key>\d+)"),
    ("dzen", r"dzen\.ru/(?:a|video/watch|b)/(?P<key>[\w-]+)"),
    ("rutube", r"rutube\.ru/(?:video|shorts)/(?P<key>\w+)"),
]
LONGEST = 200  # what is longer names no account and no post
COMPILED = [(network, re.compile(r"(?:https?://)?(?:[\w-]+\.)*" + pattern, re.IGNORECASE)) for network, pattern in PATTERNS]
WALL = re.compile(r"(?P<wall>-?\d+)_\d+")  # of VK, and the post on it
SCHEME = re.compile(r"\Ahttps?://", re.IGNORECASE)


def lower_scheme(address: str) -> str:
    """The address with its scheme in small letters, as everybody writes it: https:// for «HTTPS://»."""
    return SCHEME.sub(lambda scheme: scheme[0].lower(), address)


@lru_cache(maxsize=300_000)  # as many as a file has rows
def post(url: str) -> Link | None:
    """The post behind an address, or None. VK posts keep the wall in their id: -123_45."""
    for network, pattern in COMPILED:
        if (m := pattern.match(url)) and len(m[0]) <= LONGEST:
            handle, key = m.groupdict().get("handle") or "", m["key"]
            if network == "vk":
                return Link("vk", page_of(handle), f"{handle}_{key}")
            return Link(network, handle, key)
    return None


def wall_of(key: str) -> str:
    """The number of the wall a post of VK stands on, which its id keeps; empty for any other key."""
    m = WALL.fullmatch(key)
    return m["wall"] if m else ""


def page_of(wall: str) -> str:
    """The handle of the page whose wall it is: a community's number is negative."""
    return f"club{wall[1:]}" if wall.startswith("-") else f"id{wall}"
