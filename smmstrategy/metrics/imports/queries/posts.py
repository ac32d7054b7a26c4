"""The stored posts beside those that a file has of its accounts."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from itertools import chain

from django.db.models import Q

from smmstrategy.clients.models import Account
from smmstrategy.metrics.catalogue import METRICS, Totals
from smmstrategy.metrics.imports.reading.records.post_rows import MADE
from smmstrategy.metrics.models import Collection, Post, PostObservation
from smmstrategy.metrics.records import PostRecord


def known_before(brought: Mapping[Account, Sequence[PostRecord]], kind: str, collected_at: datetime) -> dict[int, list[Post]]:
    """By account the stored posts of the days of these, brought by files of this kind before, that are not among these.

    What a later collection has seen again was not missed.
    """
    days = {account.pk: span for account, posts in brought.items() if (span := _days(posts))}
    if not days:
        return {}
    of_days = Q(*(Q(account=account, published_at__range=span) for account, span in days.items()), _connector=Q.OR)
    stored = Post.objects.filter(of_days, imported_in__kind=kind, collected_at__lt=collected_at)
    later = Collection.objects.filter(account__in=days, collected_at__gt=collected_at).values_list("confirmed", flat=True)
    seen_again = set(chain.from_iterable(later))
    keys = {account.pk: {post.key for post in posts} for account, posts in brought.items()}
    lacking: dict[int, list[Post]] = defaultdict(list)
    for post in stored.select_related("account").order_by("published_at", "pk").iterator():
        if post.key not in keys[post.account_id] and f"post:{post.pk}:{post.revision}" not in seen_again:
            lacking[post.account_id].append(post)
    return lacking


def _days(posts: Sequence[PostRecord]) -> tuple[datetime, datetime] | None:
    """From the first to the last; None where no day is told, or a post may be another in each file because its key was made up."""
    moments = [post.published_at for post in posts if post.published_at]
    is_told = moments and not any(post.key.startswith(MADE) for post in posts)
    return (min(moments), max(moments)) if is_told else None


def shorter_than_stored(brought: Mapping[Account, Sequence[PostRecord]]) -> dict[int, set[str]]:
    """By account the keys of those of which more is stored than these count, so that these are of some days only."""
    keys = {post.key for posts in brought.values() for post in posts}
    counted = [code for code, metric in METRICS.items() if metric.totals is Totals.SUM]
    found = PostObservation.objects.filter(post__account__in=brought, post__key__in=keys, metric__in=counted)
    stored: dict[tuple[int, str], dict[str, Decimal]] = defaultdict(dict)
    for account, key, code, value in found.values_list("post__account", "post__key", "metric", "value"):
        stored[account, key][code] = value
    return {
        account.pk: {post.key for post in posts if _counts_less(post.metrics, stored[account.pk, post.key])}
        for account, posts in brought.items()
    }


def _counts_less(told: Mapping[str, Decimal], stored: Mapping[str, Decimal]) -> bool:
    """Views tell where both have them: a like may be taken back, a view is not."""
    shared = told.keys() & stored.keys()
    return any(told[code] < stored[code] for code in shared & {"views"} or shared)
