"""Figures that a network counts over some days only: they never take the place of those of a longer window."""

from dataclasses import replace

from smmstrategy.clients.models import Account
from smmstrategy.metrics.models import PostObservation
from smmstrategy.metrics.records import PostRecord


def longer_kept(account: Account, posts: list[PostRecord]) -> tuple[list[PostRecord], int]:
    """The posts, without figures where more views are stored than the file counts, and how many those are."""
    stored = PostObservation.objects.filter(post__account=account, post__key__in=[post.key for post in posts], metric="views")
    views = dict(stored.values_list("post__key", "value"))
    shorter = {post.key for post in posts if post.key in views and post.metrics.get("views", views[post.key]) < views[post.key]}
    kept = [replace(post, metrics={}, rounded=frozenset()) if post.key in shorter else post for post in posts]
    return kept, len(shorter)
