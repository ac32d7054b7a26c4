"""What the address of a page or channel says: its network and the handle of whose it is."""

import re
from urllib.parse import unquote

from smmstrategy.clients import handles
from smmstrategy.metrics.imports.reading.cells import links
from smmstrategy.metrics.networks import HOSTS, OLD_HOSTS, SHORT_HOSTS

OLD = "|".join(map(re.escape, OLD_HOSTS))
ADDRESS = re.compile(rf"(?:https?://)?(?:[\w-]+\.)*?(?P<host>{OLD}|[\w-]+\.\w+)(?:/(?P<path>.*))?", re.IGNORECASE)
SHORT = re.compile(rf"(?:https?://)?(?:www\.)?(?:{'|'.join(map(re.escape, SHORT_HOSTS))})/.*", re.IGNORECASE)
# What may stand before a handle, and the words in its place that are parts of the network.
BEFORE = {
    "telegram": r"(?:s/|c/)?@?",
    "youtube": r"(?:@|channel/|c/|user/)?",
    "facebook": r"(?:groups/|profile\.php\?id=|(?:pages|people)/[^/]+/|p/[^/]+-(?=\d+(?:[/?#]|$)))?",
    "ok": "",
    "dzen": r"(?:media/)?(?:id/|@)?",
    "rutube": r"(?:channel|u|feeds|video/person)/",
    "linkedin": r"(?:company|school|showcase|in)/",
}
PARTS = {
    "vk": r"\w+\.php|feed|search|im|groups|friends|video|clips|music|apps|market|notifications|fave|bookmarks|discover|"
    r"explore|mail|settings|services|support|games|photos|albums|videos|audios?|docs|stickers|stories|calls|menu|recommended|"
    r"(?:wall|photo|video|album|topic|clip|doc|poll)\d+\w*",
    "telegram": r"joinchat|addstickers|share|proxy|s|c",
    "youtube": r"watch|shorts|live|playlist|feed|results|embed|hashtag|channel|c|user",
    "instagram": r"share|p|reel|reels|tv|stories|explore|direct",
    "facebook": r"\w+\.php|p|groups|pages|people|watch|reel|share|photo|events|hashtag",
    "x": r"home|i|search|hashtag|intent|share|explore",
    "tiktok": r"foryou|explore|tag|music|discover|t",
    "ok": r"(?:group|profile)(?!/\d)|dk|feed|video|music|search|groups",
    "dzen": r"a|b|t|id|media|shorts|video|news|articles|topic|search",
    "max": r"join",
}
HANDLE = r"[\w.-]+"
HANDLES = {
    "vk": r"[\w.]+",  # no page of VK has a dash: photo-1_2, @page-article
    "ok": rf"(?:group|profile)/\d+|{HANDLE}",
}
AFTER = (
    r"(?:/(?:about|community|featured|followers|following|likes|live|media|members|mentions|photos|playlists|podcasts|posts|"
    r"reels|releases|replies|shorts|store|streams|tagged|topics|videos|with_replies))?/?(?:[?#&].*)?"
)


def _page(network: str) -> re.Pattern[str]:
    before, parts = BEFORE.get(network, "@?"), PARTS.get(network)
    no_part = rf"(?!(?:{parts})(?:[/?#]|$))" if parts else ""
    return re.compile(f"{before}{no_part}({HANDLES.get(network, HANDLE)}){AFTER}", re.IGNORECASE)


PATTERNS = {network: _page(network) for network in HOSTS.values()}
LINK = re.compile(r"(?:\w+://)?(?:[\w-]+\.)+[\w-]{2,}(?::\d+)?/\S+")


def profile(url: str) -> tuple[str, str] | None:
    """The network and handle behind the address of a page or channel, or None."""
    network, path = _parts(url)
    if network and not _is_of_post(url) and (m := PATTERNS[network].fullmatch(path)):
        return network, handles.page(network, m[1])
    return None


def name_beside_wall(url: str) -> str:
    """The name that the address of a post says of the page on which it was opened, beside the number of its wall."""
    at, query, _rest = url.partition("?")
    link, page = links.post(url), profile(at) if query else None
    is_name = link and page and link.network == page[0] and handles.number(*page) == "" != handles.number(link.network, link.handle)
    return page[1] if is_name else ""


def handle_in(network: str, text: str) -> str:
    """The handle in whatever names an account of that network, or of any, in the one spelling of its page.

    A handle, an @handle, words, the address of a page or post; there is none in others of a network, nor in those of another.
    """
    text = text.strip()
    if of_address := network_of(text):
        page = profile(text) or links.post(text) or (of_address, "")
        return page[1] if network in ("", of_address) else ""
    return handles.page(network, re.sub(r"^https?://", "", text).strip("@/ "))


def network_of(text: str) -> str:
    """The network of an address; empty of whatever else names an account, and of the address of a site."""
    return _parts(text)[0]


def is_of_one_thing(url: str) -> bool:
    """The address leads to something other than a site's front page or somebody's own page."""
    network, path = _parts(url)
    is_part = bool(network) and path.strip("/").isalpha() and not _is_of_post(url)
    return bool(LINK.fullmatch(url)) and ("?" in url or not (is_part or profile(url)))


def _is_of_post(url: str) -> bool:
    return bool(links.post(url) or SHORT.fullmatch(url.strip()))


def _parts(url: str) -> tuple[str, str]:
    """The network and the path of an address; neither when it is no network's."""
    m = ADDRESS.fullmatch(url.strip())
    network = HOSTS.get(m["host"].lower(), "") if m else ""
    return network, unquote(m["path"] or "") if m and network else ""
