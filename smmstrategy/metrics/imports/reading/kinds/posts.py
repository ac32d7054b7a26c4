"""Tables of posts: VK, TikTok, LiveDune, Popsters, TGStat, and any other with the usual names of columns."""

from smmstrategy.metrics.imports.reading.kinds.fields import POST
from smmstrategy.metrics.imports.reading.kinds.kind import Kind, Rows

NUMBERS = "views|likes|comments|shares|reach|impressions|saves"
VK = POST | {"published_at": "дата поста (utc)|дата поста|дата публикации|дата", "likes": "количество лайков|лайки"}
LIVEDUNE = POST | {"published_at": "created|дата", "account": "account id|account|аккаунт"}
POPSTERS = POST | {"account": "author|автор|page|страница"}
# What TGStat calls the reach of a post are its views; the network knows no other.
TGSTAT = {field: names for field, names in POST.items() if field != "reach"} | {
    "permalink": "link|ссылка|ссылка на пост",
    "views": "views|просмотры|охват",
}
TGSTAT_WITHOUT = "err|er|err24|err 24"

KNOWN = (
    Kind(
        "tiktok_content",
        "TikTok Studio: content",
        Rows.POST,
        POST,
        ("title", "permalink", "views"),
        ("video link", "post time"),
        network="tiktok",
        unneeded=r"watched full video(?: \(%\))?",
    ),
    Kind(
        "vk_posts", "VK: posts", Rows.POST, VK, ("published_at", "likes"), ("дата поста (utc)", "количество лайков"), network="vk"
    ),
    Kind(
        "livedune_posts", "LiveDune: posts", Rows.POST, LIVEDUNE, ("permalink", "published_at", NUMBERS), ("account id", "created")
    ),
    Kind("popsters_posts", "Popsters: posts", Rows.POST, POPSTERS, ("permalink", "text"), ("url", "author"), names_accounts=True),
    Kind("popsters_posts", "Popsters: posts", Rows.POST, POPSTERS, ("permalink", NUMBERS), ("er day|erday",), names_accounts=True),
    Kind(
        "tgstat_posts",
        "TGStat: posts",
        Rows.POST,
        TGSTAT,
        ("permalink", "published_at", "views"),
        ("err",),
        network="telegram",
        unneeded=TGSTAT_WITHOUT,
        names_accounts=True,
    ),
    Kind(
        "tgstat_posts",
        "TGStat: posts",
        Rows.POST,
        TGSTAT,
        ("permalink", "published_at", "views", "shares"),
        network="telegram",
        unneeded=TGSTAT_WITHOUT,
        file_name="tgstat",
        names_accounts=True,
    ),
)
GENERIC = (
    Kind("posts", "Table of posts", Rows.POST, POST, ("published_at", "permalink|text|title", NUMBERS)),
    Kind("posts", "Table of posts", Rows.POST, POST, ("permalink", NUMBERS)),
    Kind("posts_undated", "Table of posts without dates", Rows.POST, POST, ("text", NUMBERS)),
)
