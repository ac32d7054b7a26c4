"""Posts that an earlier file of the same kind had and this one has not: perhaps deleted, perhaps only lacking here."""

from collections.abc import Sequence
from typing import Any
from zoneinfo import ZoneInfo

from smmstrategy.metrics.imports.reading.messages import NAMED
from smmstrategy.metrics.models import Post
from smmstrategy.metrics.records import PostRecord

LONGEST = 80  # characters of what is shown


def gone(posts: Sequence[Post]) -> list[PostRecord]:
    """What a person says of posts that were deleted before this collection."""
    return [PostRecord(key=post.key, metrics={}, is_gone=True) for post in posts]


def evidence(posts: Sequence[Post], zone: ZoneInfo) -> dict[str, Any]:
    """How many they are, and the first of them as a person may look them up."""
    return {"count": len(posts), "posts": [_described(post, zone) for post in posts[:NAMED]]}


def _described(post: Post, zone: ZoneInfo) -> dict[str, str]:
    day, words = post.published_at.astimezone(zone).date().isoformat(), (post.title or post.text)[:LONGEST]
    return {"account": post.account.handle, "day": day, "words": words, "link": post.permalink}
