"""By what each social network is known: the hosts of its pages and of what else is its own, and what it is called."""

import re
from typing import NamedTuple

SIGN = r"[^\W_]"  # of a word, in which «vk_likes» has two


class KnownBy(NamedTuple):
    """`hosts` apart by blanks, the others as patterns; a name stands also within a longer word, a short one only by itself."""

    hosts: str = ""  # of its pages
    other_hosts: str = ""  # of its short links and apps, and those it had before
    names: str = ""
    short_names: str = ""
    in_files: str = ""  # names that mean it in the name of an export alone
    in_sources: str = ""  # names that mean it as a source of traffic alone
    in_columns: str = ""  # names that mean it in a column of networks alone
    short_hosts: str = ""  # apart by blanks, of its short links to single posts
    old_hosts: str = ""  # apart by blanks, of its pages below a host that is not its own

    @property
    def as_title(self) -> str:
        """A pattern of the names by which the title of a table or the name of a file speaks of it; empty when none does."""
        short = f"(?<![a-zа-я])(?:{self.short_names})(?![a-zа-я])" if self.short_names else ""
        return "|".join(filter(None, (self.names, self.in_files, short)))

    @property
    def as_source(self) -> str:
        """A pattern of all that a report of traffic may call it."""
        hosts = map(re.escape, f"{self.hosts} {self.short_hosts}".split())
        with_domains = "|".join(filter(None, (*hosts, self.other_hosts, self.names)))
        alone = "|".join(filter(None, (self.short_names, self.in_sources)))
        return rf"(?:[\w-]+\.)*(?:{with_domains})" + (f"|{alone}" if alone else "")

    @property
    def spoken(self) -> str:
        """A pattern of all words that speak of it, in whatever form a longer text has them."""
        words = "|".join(filter(None, (self.short_names, self.in_sources, self.in_columns)))
        alone = f"(?<!{SIGN})(?:{words})(?!{SIGN})" if words else ""
        return "|".join(filter(None, (self.names, alone)))

    @property
    def as_network(self) -> str:
        """A pattern of all that a column of networks may call it."""
        return f"{self.as_source}|{self.in_columns}" if self.in_columns else self.as_source


NETWORKS = {
    "vk": KnownBy(
        "vk.com vk.ru vkontakte.ru",
        r"vk\.me|vk\.cc|com\.vkontakte\.android",
        short_names="vk|вк|vkontakte|вконтакте",
    ),
    "telegram": KnownBy(
        "t.me telegram.me telegram.dog",
        r"telegram\.org|org\.telegram\.messenger(?:\.web)?",
        "telegram|телеграм",
        "tg|тг",
        in_files="tgstat",
        in_columns="телеграмм|телег[аиеу]",
    ),
    "youtube": KnownBy(
        "youtube.com youtube-nocookie.com", names="youtube|ютуб|ютьюб", short_hosts="youtu.be", in_columns="yt|ютюб"
    ),
    "ok": KnownBy("ok.ru odnoklassniki.ru", names="odnoklassniki|одноклассники?", short_names="ok", in_columns="ок"),
    "instagram": KnownBy(
        "instagram.com instagr.am",
        names="instagram|инстаграм",
        short_names="ig",
        in_columns="инстаграмм|инст[аыеу]?|insta?|запрещ[её]нграм|нельзяграм",
    ),
    "facebook": KnownBy("facebook.com fb.com", "", "facebook|фейсбук", "fb", short_hosts="fb.watch fb.me", in_columns="фб"),
    "x": KnownBy(
        "twitter.com x.com",
        r"t\.co|com\.twitter\.android",
        "twitter|твиттер",
        in_files="tweet",
        in_columns=r"(?:x|х) ?\(twitter\)|twitter ?\((?:x|х)\)|(?:x|х) ?/ ?twitter|twitter ?/ ?(?:x|х)|x|х",
    ),
    "tiktok": KnownBy("tiktok.com", names="tik.?tok|тик.?ток", short_hosts="vm.tiktok.com vt.tiktok.com", in_columns="tt|тт"),
    "linkedin": KnownBy("linkedin.com", r"lnkd\.in|com\.linkedin\.android", "linkedin", in_columns="линкедин"),
    "dzen": KnownBy(
        "dzen.ru",
        r"zen\.yandex\.(?:ru|com)",
        "dzen|дзен",
        in_sources=r"zen\.yandex",
        in_columns=r"(?:яндекс|yandex)\W{0,2}(?:дзен|zen|dzen)",
        old_hosts="zen.yandex.ru zen.yandex.com",
    ),
    "rutube": KnownBy("rutube.ru", names="rutube|рутуб"),
    "max": KnownBy("max.ru", r"ru\.oneme\.app", in_sources="max", in_columns="макс|[mм][aа][xх]"),
    "pinterest": KnownBy("", r"pinterest\.\w+|pin\.it", in_sources="pinterest"),
}
SHORT_HOSTS = [host for known in NETWORKS.values() for host in known.short_hosts.split()]
OLD_HOSTS = {host: network for network, known in NETWORKS.items() for host in known.old_hosts.split()}
# By the last two names of each host, the old ones by all.
HOSTS = OLD_HOSTS | {
    ".".join(host.split(".")[-2:]): network
    for network, known in NETWORKS.items()
    for host in f"{known.hosts} {known.short_hosts}".split()
}
# Patterns by which titles of tables and names of files speak of them.
IN_TITLES = {network: known.as_title for network, known in NETWORKS.items() if known.as_title}
SOURCES = {network: re.compile(known.as_source, re.IGNORECASE) for network, known in NETWORKS.items()}
# Those alone whose pages are kept here.
CALLED = {network: re.compile(NETWORKS[network].as_network, re.IGNORECASE) for network in dict.fromkeys(HOSTS.values())}
SPOKEN = {  # «Max» may be a maximum
    network: re.compile(known.spoken, re.IGNORECASE) for network, known in NETWORKS.items() if network != "max"
}
# Names that may mean something else: «Max» a maximum, «ok» that all is well, «ТТ» a shop.
AMBIGUOUS = re.compile("ok|ок|tt|тт|x|х|[mм][aа][xх]|макс|дзен|zen|yt|ig|телег[аиеу]", re.IGNORECASE)
# What else may stand among them; VK Видео is no other word for VK: it has followers and views of its own.
ELSEWHERE = re.compile(
    r"threads|тредс|pinterest|пинтерест|discord|дискорд|whatsapp|в[ао]тс ?апп?|viber|вайбер|snapchat|снапчат|twitch|твич|reddit|"
    r"реддит|likee|tenchat|тенчат|vkvideo\.ru|(?:vk|вк|вконтакте).?(?:video|видео)",
    re.IGNORECASE,
)
