"""Sources of traffic that are social networks, under whatever name, host or short link a report gives them."""

import re

NOT_SET = "(not set)"
SOCIAL = {
    "vk": r"(\w+\.)?vk\.(com|ru|me|cc)|vk|vkontakte|вконтакте|вк|com\.vkontakte\.android",
    "telegram": r"t\.me|telegram\.me|telegram|телеграм|tg|org\.telegram\.messenger(\.web)?|web\.telegram\.org",
    "youtube": r"(m\.|www\.)?youtube(\.com)?|youtu\.be",
    "ok": r"ok|(m\.|www\.)?ok\.ru|odnoklassniki(\.ru)?|одноклассники",
    "instagram": r"((l|lm|m|www)\.)?instagram(\.com)?|ig",
    "facebook": r"((l|lm|m|mobile|web|www)\.)?facebook(\.com)?|fb(\.com|\.me)?",
    "x": r"t\.co|((m|mobile|www)\.)?twitter(\.com)?|x\.com|com\.twitter\.android",
    "tiktok": r"((m|vm|vt|www)\.)?tiktok(\.com)?",
    "linkedin": r"((m|www)\.)?linkedin(\.com)?|lnkd\.in|com\.linkedin\.android",
    "dzen": r"dzen(\.ru)?|дзен|zen\.yandex(\.ru|\.com)?",
    "rutube": r"((m|www)\.)?rutube(\.ru)?|рутуб",
    "max": r"((m|web|www)\.)?max\.ru|max|ru\.oneme\.app",
    "pinterest": r"((m|www)\.)?pinterest(\.\w+)?|pin\.it",
}


def network_of(source: str) -> str:
    """The social network that a source's name, host or address stands for; "" for any other source."""
    name = source.strip().split("://")[-1].split("/")[0]
    return next((network for network, names in SOCIAL.items() if re.fullmatch(names, name, re.IGNORECASE)), "")
