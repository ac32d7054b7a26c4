"""Under which keys posts of a file are stored where these are not the file's own."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db import connection
from django.db.models import Q
from django.db.models.functions import TruncDate

from smmstrategy.clients.models import Account
from smmstrategy.metrics.imports.reading.cells import links
from smmstrategy.metrics.imports.reading.records.posts import alike, lags
from smmstrategy.metrics.imports.reading.records.posts.alike import Told, Unsure
from smmstrategy.metrics.imports.reading.records.posts.identity import MADE, is_made
from smmstrategy.metrics.models import Post
from smmstrategy.metrics.records import PostRecord

# One long text is sent much faster than many short ones. A link that ends in the key leads to no other.
UNKNOWN = """
SELECT account, told.key FROM (SELECT * FROM unnest(%(accounts)s, %(keys)s) of (account, keys) WHERE account IN
    (SELECT account_id FROM metrics_post WHERE account_id = ANY(%(accounts)s)) OFFSET 0) with_posts
  CROSS JOIN LATERAL string_to_table(keys, %(apart)s) told (key)
  LEFT JOIN metrics_post p ON p.account_id = account AND p.account_id = ANY(%(accounts)s) AND p.key = told.key
WHERE p.id IS NULL"""
LINKED = """
SELECT account_id, key, permalink FROM metrics_post WHERE account_id = ANY(%(accounts)s)
  AND (key = ANY(string_to_array(%(wanted)s, %(apart)s)) OR right(permalink, length(key) + 1) NOT IN ('/' || key, '=' || key)
    AND EXISTS (SELECT FROM string_to_table(translate(permalink, %(signs)s, repeat('/', length(%(signs)s))), '/') part
    WHERE part = ANY(string_to_array(%(wanted)s, %(apart)s)))) ORDER BY id"""
APART, DAY = "\x1f", timedelta(days=1)
Brought = Mapping[Account, Sequence[PostRecord]]
ByKey = dict[str, PostRecord]


@dataclass
class Otherwise:
    """By account and key in the file: the key under which the post is stored; those of stored posts that it may be, or not.

    By account by how much posts are later than the stored ones that they are, and of how many.
    """

    keys: defaultdict[int, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    unsure: defaultdict[int, Unsure] = field(default_factory=lambda: defaultdict(Unsure))
    lags: dict[int, tuple[timedelta, int]] = field(default_factory=dict)


def known_otherwise(brought: Brought) -> Otherwise:
    """A post is the stored one with its key; else the one to which its link alone of these leads and that is no other of these.

    Else, where one of the two has neither number nor link, the one near it that says the same, if either can be no third.
    """
    found, unknown = Otherwise(), _unknown(brought)
    if unknown:
        _find_linked(brought, unknown, found)
        _find_alike(brought, unknown, found)
    _find_lags(brought, found)
    return found


def _unknown(brought: Brought) -> dict[Account, ByKey]:
    """The posts whose keys are not stored."""
    keys = {account.pk: _storable(APART.join({post.key for post in posts})) for account, posts in brought.items() if posts}
    rows = {*_rows(UNKNOWN, accounts=[*keys], keys=[*keys.values()], apart=APART)} if keys else ()
    unknown = {
        account: {post.key: post for post in posts if (account.pk, post.key) in rows} for account, posts in brought.items() if rows
    }
    return {account: posts for account, posts in unknown.items() if posts}


def _find_linked(brought: Brought, unknown: Mapping[Account, ByKey], found: Otherwise) -> None:
    for account, stored in _stored_by_link(brought, unknown).items():
        linked: dict[str, set[str]] = defaultdict(set)
        for post in brought[account]:
            linked[_link(account, post.permalink)].add(post.key)
        for link in linked.keys() & stored.keys():
            key, *others = linked[link]
            if not others and key in unknown[account]:
                found.keys[account.pk][key] = stored[link]


def _stored_by_link(brought: Brought, unknown: Mapping[Account, ByKey]) -> dict[Account, dict[str, str]]:
    """By account and the key in its link the stored key of each post, none of these, to which the links of the unknown may lead."""
    addresses = [(_link(account, post.permalink), post.permalink) for account in unknown for post in unknown[account].values()]
    wanted = {piece for link, address in addresses if link for piece in (link, links.part(link, address))}
    if not wanted:
        return {}
    accounts = {account.pk: account for account in unknown}
    keys = {account.pk: {post.key for post in brought[account]} for account in unknown}
    by_link: dict[Account, dict[str, str]] = defaultdict(dict)
    for pk, key, permalink in _rows(
        LINKED, accounts=[*accounts], wanted=_storable(APART.join(wanted)), apart=APART, signs=links.SIGNS
    ):
        if key not in keys[pk] and (link := _link(accounts[pk], permalink)):
            by_link[accounts[pk]].setdefault(link, key)
    return by_link


def _find_alike(brought: Brought, unknown: Mapping[Account, ByKey], found: Otherwise) -> None:
    zone = _zone(unknown)
    new = {
        account: [
            alike.told(account.network, zone, key, post.permalink, post.published_at, post.has_time, post.title, post.text)
            for key, post in posts.items()
            if post.published_at and key not in found.keys[account.pk]
        ]
        for account, posts in unknown.items()
    }
    for account, stored in _stored_of_days(new, zone).items():
        theirs = {post.key for post in brought[account]} | {*found.keys[account.pk].values()}
        same, found.unsure[account.pk] = alike.pairs(new[account], [post for post in stored if post.key not in theirs])
        found.keys[account.pk] |= same


def _find_lags(brought: Brought, found: Otherwise) -> None:
    """Of posts that are stored, whose time the file's would take the place of; midnight stands for no time."""
    told = {account.pk: _minutes(posts, found.keys[account.pk]) for account, posts in brought.items()}
    told = {account: of_keys for account, of_keys in told.items() if len(of_keys) >= lags.ALIKE}
    minutes = [at for of_keys in told.values() for at in of_keys.values()]
    if not minutes:
        return
    span, zone = (min(minutes) - lags.HOURS, max(minutes) + lags.HOURS), _zone(brought)
    rows = Post.objects.filter(account__in=told, has_time=True, published_at__range=span)
    apart: dict[int, list[timedelta]] = defaultdict(list)
    for pk, key, at in rows.values_list("account", "key", "published_at"):
        if key in told[pk] and not any(alike.is_midnight(moment, zone) for moment in (at, told[pk][key])):
            apart[pk].append(told[pk][key] - _minute(at))
    found.lags = {pk: lag for pk, of_posts in apart.items() if (lag := lags.shown_by(of_posts))}


def _minutes(posts: Sequence[PostRecord], keys: Mapping[str, str]) -> dict[str, datetime]:
    """By the key under which it is stored the minute of each post that has one."""
    return {keys.get(post.key, post.key): _minute(post.published_at) for post in posts if post.published_at and post.has_time}


def _minute(at: datetime) -> datetime:
    return at.replace(second=0, microsecond=0)


def _zone(accounts: Iterable[Account]) -> ZoneInfo:
    """That of their client."""
    return ZoneInfo(next(iter(accounts)).client.time_zone)


def _stored_of_days(new: Mapping[Account, Sequence[Told]], zone: ZoneInfo) -> dict[Account, list[Told]]:
    """By account the stored posts of about the days of these, and beside those with a number or a link just the others."""
    days = {post.day + beside for posts in new.values() for post in posts for beside in (-DAY, DAY * 0, DAY)}
    if not days:
        return {}
    accounts = {account.pk: account for account in new}
    span = [datetime.combine(day, time(), zone) for day in (min(days), max(days) + DAY)]
    with_made = [account for account, posts in new.items() if any(is_made(post.key) for post in posts)]
    rows = Post.objects.filter(Q(key__startswith=MADE) | Q(account__in=with_made), account__in=new, published_at__range=span)
    rows = rows.annotate(day=TruncDate("published_at", tzinfo=zone)).filter(day__in=days).order_by("pk")
    stored: dict[Account, list[Told]] = defaultdict(list)
    for pk, *post in rows.values_list("account", "key", "permalink", "published_at", "has_time", "title", "text"):
        stored[accounts[pk]].append(alike.told(accounts[pk].network, zone, *post))
    return stored


def _link(account: Account, permalink: str) -> str:
    return links.key_in(account.network, permalink)


def _storable(text: str) -> str:
    """As PostgreSQL can hold it."""
    return text.replace("\0", "").encode("utf-8", "replace").decode()


def _rows(query: str, **params: object) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(query, params)
        return cursor.fetchall()
