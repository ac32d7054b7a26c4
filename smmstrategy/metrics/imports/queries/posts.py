"""The stored posts beside those that a file has of its accounts."""

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from datetime import datetime
from decimal import Decimal
from itertools import chain

from django.db import connection
from django.db.models import F, Q

from smmstrategy.clients.models import Account
from smmstrategy.metrics.catalogue import METRICS, Totals
from smmstrategy.metrics.imports.reading.cells import links
from smmstrategy.metrics.models import Collection, Post, PostObservation
from smmstrategy.metrics.records import PostRecord

SAID_BY = """
WITH of_kind AS (SELECT id FROM metrics_import WHERE kind = %(kind)s)
SELECT post_id FROM metrics_postrevision WHERE post_id = ANY(%(posts)s) AND imported_in_id IN (TABLE of_kind)
UNION SELECT post_id FROM metrics_collection CROSS JOIN LATERAL unnest(confirmed) ref
  CROSS JOIN LATERAL (SELECT split_part(ref, ':', 2)::bigint AS post_id WHERE ref LIKE 'post:%%') named
  WHERE account_id = ANY(%(accounts)s) AND imported_in_id IN (TABLE of_kind) AND post_id = ANY(%(posts)s)"""


def known_before(
    brought: Mapping[Account, Sequence[PostRecord]], may_be_there: Mapping[int, Set[str]], kind: str, collected_at: datetime
) -> dict[int, list[Post]]:
    """By account the stored posts of the days of these, brought by files of this kind before, that are not among these.

    Nor among those that `may_be_there`, by account the keys of posts about which the file has rows that were not taken, or that
    its rows may be about. What a later collection has seen again was not missed.
    """
    days = {account.pk: span for account, posts in brought.items() if (span := _days(posts))}
    if not days:
        return {}
    of_days = Q(*(Q(account=account, published_at__range=span) for account, span in days.items()), _connector=Q.OR)
    stored = Post.objects.filter(of_days, collected_at__lt=collected_at).annotate(kind=F("imported_in__kind"))
    later = Collection.objects.filter(account__in=days, collected_at__gt=collected_at).values_list("confirmed", flat=True)
    seen_again = set(chain.from_iterable(later))
    keys = {account.pk: {post.key for post in posts} | may_be_there[account.pk] for account, posts in brought.items()}
    rows = stored.select_related("account").order_by("published_at", "pk").iterator()
    lacking = [post for post in rows if keys[post.account_id].isdisjoint(_names(post)) and _ref(post) not in seen_again]
    pks_said = _said_by(kind, [post for post in lacking if post.kind != kind])
    missed: dict[int, list[Post]] = defaultdict(list)
    for post in lacking:
        if post.kind == kind or post.pk in pks_said:
            missed[post.account_id].append(post)
    return missed


def _names(post: Post) -> tuple[str, str]:
    return post.key, links.key_in(post.account.network, post.permalink)


def _ref(post: Post) -> str:
    return f"post:{post.pk}:{post.revision}"


def _said_by(kind: str, posts: Sequence[Post]) -> set[int]:
    """Those of these posts, each with a row that a file of another kind wrote, that a file of this kind wrote or confirmed."""
    if not posts:
        return set()
    with connection.cursor() as cursor:
        params = {"posts": [post.pk for post in posts], "accounts": [post.account_id for post in posts], "kind": kind}
        cursor.execute(SAID_BY, params)
        return {pk for (pk,) in cursor.fetchall()}


def _days(posts: Sequence[PostRecord]) -> tuple[datetime, datetime] | None:
    """From the first to the last; None where no day is told."""
    moments = [post.published_at for post in posts if post.published_at]
    return (min(moments), max(moments)) if moments else None


def shorter_than_stored(brought: Mapping[Account, Sequence[PostRecord]]) -> dict[int, set[str]]:
    """By account the keys of those of which more is stored than these count, so that these are of some days only."""
    keys = {post.key for posts in brought.values() for post in posts}
    counted = [code for code, metric in METRICS.items() if metric.totals is Totals.SUM]
    observations = PostObservation.objects.filter(post__account__in=brought, post__key__in=keys, metric__in=counted)
    stored: dict[tuple[int, str], dict[str, Decimal]] = defaultdict(dict)
    for account, key, code, value in observations.values_list("post__account", "post__key", "metric", "value"):
        stored[account, key][code] = value
    return {
        account.pk: {post.key for post in posts if _counts_less(post.metrics, stored[account.pk, post.key])}
        for account, posts in brought.items()
    }


def _counts_less(new: Mapping[str, Decimal], stored: Mapping[str, Decimal]) -> bool:
    """Views tell where both have them: a like may be taken back, a view is not."""
    shared = new.keys() & stored.keys()
    return any(new[code] < stored[code] for code in shared & {"views"} or shared)
