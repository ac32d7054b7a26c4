"""Addresses of posts: what one says (its network, whose it is, the network's id of it), and the one under which a post is kept."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from smmstrategy.clients import handles

Wall = tuple[str, str]  # a network, and the page there whose wall it is, as its number calls it


class Link(NamedTuple):
    network: str
    handle: str  # empty when the address does not say
    key: str
    spelling: str  # the address under which it is kept, {page} for whose it is


VIDEO, MESSAGE = "https://www.youtube.com/watch?v={key}", "https://t.me/{handle}/{key}"
MADE = {"youtube": VIDEO, "telegram": MESSAGE}  # the addresses that a handle and a key make
TELEGRAM = r"(?:t(?:elegram)?\.me|telegram\.dog)"
# The network, what the addresses of its posts look like, and the spelling in which each is kept.
PATTERNS = [
    (
        "vk",
        r"(?:vk\.(?:com|ru)|vkontakte\.ru)/(?:[^\s]*[?&]w=)?wall(?P<handle>-?\d+)_(?P<key>\d+)",
        "https://vk.com/wall{handle}_{key}",
    ),
    (
        "vk",
        r"(?:vk(?:video)?\.(?:com|ru)|vkontakte\.ru)/(?:[^\s]*[?&]z=)?(?:video|clip)(?P<handle>-?\d+)_(?P<key>\d+)",
        "https://vk.com/video{handle}_{key}",
    ),
    ("telegram", TELEGRAM + r"/(?:s/)?c/(?P<handle>\d+)/(?:\d+/)?(?P<key>\d+)", "https://t.me/c/{handle}/{key}"),
    ("telegram", TELEGRAM + r"/(?:s/)?(?P<handle>\w+)/(?:\d+/)?(?P<key>\d+)", MESSAGE),
    (
        "youtube",
        r"(?:youtube(?:-nocookie)?\.com/(?:watch\?(?:[^\s]*&)?v=|(?:shorts|live|embed|v|video)/)|youtu\.be/)"
        r"(?P<key>(?!videoseries|live_stream)[\w-]{11})",
        VIDEO,
    ),
    (
        "instagram",
        r"instagr(?:am\.com|\.am)/(?:(?P<handle>(?!share/)[\w.]+)/)?(?:p|reel|reels|tv)/(?P<key>[\w-]+)",
        "https://www.instagram.com/p/{key}/",
    ),
    (
        "instagram",
        r"instagr(?:am\.com|\.am)/stories/(?P<handle>[\w.]+)/(?P<key>\d+)",
        "https://www.instagram.com/stories/{handle}/{key}/",
    ),
    (
        "facebook",
        r"(?:facebook|fb)\.com/(?:permalink|story)\.php\?(?:[^\s]*&)?story_fbid=(?P<key>pfbid\w+|\d+)",
        "https://www.facebook.com/{{page}}/posts/{key}",
    ),
    (
        "facebook",
        r"(?:facebook|fb)\.com/(?P<handle>[\w.-]+)/posts/(?:[^/\s]+/)*?(?P<key>pfbid\w+|\d+)(?![\w-])",
        "https://www.facebook.com/{{page}}/posts/{key}",
    ),
    (
        "facebook",
        r"(?:facebook|fb)\.com/(?:(?:watch/?|(?:video|photo)\.php)\?(?:[^\s]*&)?v=|reel/|(?P<handle>[\w.-]+)/(?:reels/|videos/(?:[^/\s]+/)*?))"
        r"(?P<key>\d+)(?![\w-])",
        "https://www.facebook.com/watch/?v={key}",
    ),
    (
        "facebook",
        r"(?:facebook|fb)\.com/(?:photo(?:\.php)?/?\?(?:[^\s]*&)?fbid=|(?P<handle>[\w.-]+)/photos/(?:[^/\s]+/)*?)(?P<key>\d+)",
        "https://www.facebook.com/photo/?fbid={key}",
    ),
    (
        "x",
        r"(?:twitter|x)\.com/(?:i/(?:web/)?|(?P<handle>\w+)/)status(?:es)?/(?P<key>\d+)",
        "https://x.com/{{page}}/status/{key}",
    ),
    (
        "tiktok",
        r"tiktok\.com/@(?P<handle>[\w.]+)/(?P<sort>video|photo)/(?P<key>\d+)",
        "https://www.tiktok.com/@{handle}/{sort}/{key}",
    ),
    (
        "ok",
        r"(?:ok|odnoklassniki)\.ru/(?P<place>(?:group|profile)/(?=\d+/))?(?P<handle>[\w.]+)/(?P<sort>topic|statuses|post)/(?P<key>\d+)",
        "https://ok.ru/{place}{handle}/{sort}/{key}",
    ),
    ("ok", r"(?:ok|odnoklassniki)\.ru/(?P<sort>video|live)/(?P<key>\d+)", "https://ok.ru/{sort}/{key}"),
    (
        "dzen",
        r"(?:dzen\.ru|zen\.yandex\.(?:ru|com))/(?P<sort>a|video/watch|b|shorts)/(?P<key>[\w-]+)",
        "https://dzen.ru/{sort}/{key}",
    ),
    (
        "rutube",
        r"rutube\.ru/(?:live/)?(?P<sort>video/private|video|shorts)/(?P<key>(?!(?:private|person|embed)\b)\w+)",
        "https://rutube.ru/{sort}/{key}/",
    ),
    ("rutube", r"rutube\.ru/(?:play|video)/embed/(?P<key>\w+)", "https://rutube.ru/video/{key}/"),
]
LONGEST = 200  # what is longer names no account and no post
HOST = r"(?:https?://)?(?:[\w-]+\.)*"
COMPILED = [(network, re.compile(HOST + pattern, re.IGNORECASE), spelling) for network, pattern, spelling in PATTERNS]
WHOSE = {"facebook": re.compile(r"[?&]id=(\d+)(?!\w)")}  # what says the page in an address that has no handle
IN_ADDRESS = re.compile(r"[\w.-]+", re.ASCII)  # a handle that may stand in an address
WALLED = frozenset({"vk", "facebook"})  # networks whose ids of posts may begin with the number of the page
ON_WALL = re.compile(r"(-?\d+)_")  # this number, before that of the post on the page's wall
SIGNS = "/?=&#"  # between the parts of an address
BETWEEN = re.compile(r"[\s,;|]+")  # the addresses in one cell
SCHEME = re.compile(r"\Ahttps?://", re.IGNORECASE)


def lower_scheme(address: str) -> str:
    """The address with its scheme in small letters, as everybody writes it: https:// for «HTTPS://»."""
    return SCHEME.sub(lambda scheme: scheme[0].lower(), address)


@lru_cache(maxsize=300_000)  # as many as a file has rows
def post(url: str) -> Link | None:
    """The post behind an address, or None. VK posts keep the wall in their id: -123_45."""
    for network, pattern, spelling in COMPILED:
        if (m := pattern.match(url)) and len(m[0]) <= LONGEST:
            parts = m.groupdict("")
            handle, key = parts.get("handle") or _whose(network, url), m["key"]
            kept = spelling.format_map({name: text.lower() for name, text in parts.items()} | {"key": key})
            page = handles.page(network, parts.get("place", "") + handle)
            return Link("vk", page_of("vk", handle), f"{handle}_{key}", kept) if network == "vk" else Link(network, page, key, kept)
    return None


def posts(cell: str) -> list[Link]:
    """The posts whose addresses stand in a cell, whatever other words stand between them."""
    return [link for part in BETWEEN.split(cell) if (link := post(part))]


def key_in(network: str, url: str) -> str:
    """The network's id of its post behind an address; empty for any other address."""
    link = post(url) if url else None
    return link.key if link and link.network == network else ""


def part(key: str, url: str) -> str:
    """What stands between two signs of an address and holds the network's id of its post."""
    return next((piece for piece in re.split(f"[{SIGNS}]", url) if key in piece), "")


def _whose(network: str, url: str) -> str:
    m = WHOSE[network].search(url) if network in WHOSE else None
    return m[1] if m else ""


def address(network: str, handle: str, key: str, url: str) -> str:
    """Where a post is kept: in its network's one spelling of the address its row has, or of the one its handle and key make.

    `handle` is what somebody has said the page is called, or nothing: then the address says it or does without.
    """
    handle = handle if IN_ADDRESS.fullmatch(handle) else ""
    return _spelt(network, handle, url) if url else _made(network, handle, key)


def _spelt(network: str, handle: str, url: str) -> str:
    link = post(url)
    page = link and ((handle if link.network == network else "") or link.handle)
    if link and (page or "{page}" not in link.spelling):
        return link.spelling.replace("{page}", page)
    return url if url.startswith(("http://", "https://")) else f"https://{url}"


def _made(network: str, handle: str, key: str) -> str:
    """An address counts only if it says that handle and key when read; a number is no handle that an address has."""
    made = MADE.get(network, "").format(handle=handle, key=key)
    link = None if handles.number(network, handle) else post(made)
    return made if link and link.key == key and link.handle in ("", handle) else ""


def page_of(network: str, number: str) -> str:
    """The handle of the page on the wall of that number: a community's is negative in VK."""
    if network != "vk":
        return number
    return f"club{number[1:]}" if number.startswith("-") else f"id{number}"


def on_wall(network: str, key: str) -> str:
    """The handle of the page on whose wall a post stands, where its id keeps that; empty for any other key."""
    m = ON_WALL.match(key) if network in WALLED else None
    return page_of(network, m[1]) if m else ""


def only_wall(network: str, handle: str, keys: Iterable[str]) -> Wall | None:
    """The one on which all posts of an account stand that say theirs, else the one whose number it is called by."""
    number = handles.number(network, handle) if network in WALLED else ""
    walls = {on_wall(network, key) for key in keys} - {""} or {number} - {""}
    return (network, walls.pop()) if len(walls) == 1 else None
