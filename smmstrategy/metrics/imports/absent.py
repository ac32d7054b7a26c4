"""Posts that an earlier file of the same kind had and this one has not: perhaps deleted, perhaps only left out."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from smmstrategy.clients.models import Account
from smmstrategy.metrics.imports.messages import NAMED
from smmstrategy.metrics.imports.post_rows import MADE
from smmstrategy.metrics.models import Post
from smmstrategy.metrics.records import PostRecord

WORDS = 80


def known_before(account: Account, posts: Sequence[PostRecord], kind: str, collected_at: datetime) -> list[Post]:
    """The stored posts of the days of these, brought by files of this kind before and not gone yet, that are not among these."""
    moments = [post.published_at for post in posts if post.published_at]
    keys = {post.key for post in posts}
    if not moments or any(key.startswith(MADE) for key in keys):
        return []
    stored = Post.objects.filter(
        account=account,
        published_at__range=(min(moments), max(moments)),
        imported_in__kind=kind,
        collected_at__lt=collected_at,
        gone_at=None,
    )
    return [post for post in stored.select_related("account").order_by("published_at", "pk") if post.key not in keys]


def gone(posts: Sequence[Post], collected_at: datetime) -> list[PostRecord]:
    """What a person says of posts that were deleted before this collection."""
    return [PostRecord(key=post.key, metrics={}, gone_at=collected_at) for post in posts]


def evidence(posts: Sequence[Post], zone: ZoneInfo) -> dict[str, Any]:
    """How many they are, and the first of them as a person may look them up."""
    return {"count": len(posts), "posts": [_described(post, zone) for post in posts[:NAMED]]}


def _described(post: Post, zone: ZoneInfo) -> dict[str, str]:
    day, words = post.published_at.astimezone(zone).date().isoformat(), (post.title or post.text)[:WORDS]
    return {"account": post.account.handle, "day": day, "words": words, "link": post.permalink}
