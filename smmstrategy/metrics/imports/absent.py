"""Posts that an earlier file of the same kind had and this one has not: perhaps deleted, perhaps only left out."""

from datetime import datetime

from smmstrategy.clients.models import Account
from smmstrategy.metrics.imports.post_rows import MADE
from smmstrategy.metrics.models import Post
from smmstrategy.metrics.records import PostRecord


def known_before(account: Account, posts: list[PostRecord], kind: str, collected_at: datetime) -> int:
    """How many stored posts of the days of these, brought by files of this kind before, are not among these."""
    moments = [post.published_at for post in posts if post.published_at]
    keys = {post.key for post in posts}
    if not moments or any(key.startswith(MADE) for key in keys):
        return 0
    stored = Post.objects.filter(
        account=account,
        published_at__range=(min(moments), max(moments)),
        imported_in__kind=kind,
        collected_at__lt=collected_at,
    )
    return len(set(stored.values_list("key", flat=True)) - keys)
