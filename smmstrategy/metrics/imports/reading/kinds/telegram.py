"""Telegram: posts read through its API into a table. The desktop application's result.json: `records.posts.telegram_export`."""

from smmstrategy.metrics.imports.reading.kinds.kind import Kind, Rows

POSTS = {
    "key": "tg message id|message id|id",
    "account": "tg chat id|chat id|channel id|channel",
    "published_at": "published at|date",
    "text": "text|message",
    "views": "view count|views",
    "likes": "reaction count|reactions",
    "comments": "comment count|replies",
    "shares": "forward count|forwards",
}
CHATS = {"account": "tg chat id", "account_name": "title", "followers": "participants count|members count"}
KINDS = (
    Kind(
        "telegram_posts",
        "Telegram: posts",
        Rows.POST,
        POSTS,
        ("key", "account", "published_at"),
        ("tg message id",),
        network="telegram",
        zone="UTC",
        names_accounts=True,
        numbers_messages=True,
    ),
    Kind(
        "telegram_posts",
        "Telegram: posts",
        Rows.POST,
        POSTS,
        ("key", "published_at", "views", "shares"),
        ("message id",),
        network="telegram",
        zone="UTC",
        names_accounts=True,
        numbers_messages=True,
    ),
    Kind(
        "telegram_chats",
        "Telegram: channels",
        Rows.ACCOUNT,
        CHATS,
        ("account", "account_name"),
        ("type",),
        network="telegram",
        of_own=True,
    ),
)
