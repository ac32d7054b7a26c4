"""The accounts of one page, as the walls and the numbers of their posts tell."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from operator import or_

from django.db.models import Count, Exists, F, OuterRef, Value
from django.db.models.functions import Left, StrIndex

from smmstrategy.clients import handles
from smmstrategy.clients.models import Account, Client
from smmstrategy.metrics.imports.reading.cells import links
from smmstrategy.metrics.imports.reading.cells.links import Wall
from smmstrategy.metrics.imports.reading.records.posts import lags
from smmstrategy.metrics.imports.reading.records.posts.identity import is_made
from smmstrategy.metrics.models import Observation, Post
from smmstrategy.metrics.records import PostRecord

ALIKE = 5  # posts, at the least, that make two accounts look like one page
OF_A_PAGE = re.compile(r"(?:.*_)?(\d{1,9})")  # what a page numbers its posts by; a network's own keys have more digits, or letters
Dated = tuple[str, str, str, datetime | None, bool]  # of a post: network, key, permalink, when published, whether to the minute
Name = tuple[str, str, bool]  # network, key, and whether that is a number which each page gives anew
Named = list[tuple[list[Name], datetime]]  # of each post what it is called, and its minute


@dataclass(frozen=True, slots=True)
class There:
    """Accounts that a client has, and by their numbers the walls of their posts, as `main_walls` tells them."""

    accounts: Sequence[Account]
    walls: Mapping[int, tuple[Wall, bool]]


def there(client: Client, networks: Iterable[str]) -> There:
    """Those of these networks."""
    accounts = list(client.accounts.filter(network__in=networks).order_by("pk"))
    return There(accounts, main_walls({account.pk: account.network for account in accounts}))


def main_walls(networks: Mapping[int, str]) -> dict[int, tuple[Wall, bool]]:
    """The wall on which most posts of an account stand, of those whose ids name one, and whether all of these do.

    The accounts are given by their numbers, each with its network.
    """
    walled = [account for account, network in networks.items() if network in links.WALLED]
    begins = Left("key", StrIndex(F("key"), Value("_")))
    posts = Post.objects.filter(account__in=walled, key__contains="_").annotate(begins=begins)
    counted: dict[int, Counter[Wall]] = defaultdict(Counter)
    for account, key, count in posts.values_list("account", "begins").annotate(Count("pk")).order_by("account"):
        if page := links.on_wall(networks[account], key):
            counted[account][networks[account], page] = count
    most = {account: (*walls.most_common(1)[0], walls) for account, walls in counted.items()}
    return {account: (wall, len(walls) == 1) for account, (wall, count, walls) in most.items() if count * 2 > walls.total()}


def accounts_of_walls(there: There) -> dict[Wall, Account]:
    """The account of each wall: the only one all of whose posts stand on it, else the one that is called by its number."""
    with_posts: dict[Wall, list[Account]] = defaultdict(list)
    for account in there.accounts:
        wall, has_all = there.walls.get(account.pk, (None, False))
        if wall and has_all:
            with_posts[wall].append(account)
    called = {wall: one for one in there.accounts if (wall := links.only_wall(one.network, one.handle, []))}
    return called | {wall: accounts[0] for wall, accounts in with_posts.items() if len(accounts) == 1}


def key_of_page(client: Client, network: str, handle: str) -> str:
    """The key of the client's account of that page: one called so, else the one of its wall."""
    key, wall = handles.key(network, handle), links.only_wall(network, handle, [])
    if wall is None or client.accounts.filter(network=network, key=key).exists():
        return key
    account = accounts_of_walls(there(client, [network])).get(wall)
    return account.key if account else key


def held_already(brought: Mapping[Account, Sequence[PostRecord]], there: There) -> dict[Account, Account]:
    """The account of the network that has the posts of one of these already, of those that were there.

    It has those on the wall of this one's posts, or of its number. Or it is asked of those that are new to the account: of the
    days of which the other has posts too, it must have half of them, and five at the least. A file may count hours in another zone.
    """
    stored, holder_of = _stored_beside(brought, there), _on_one_wall(brought, there)
    named = {account: {name: at for names, at in _named(posts) for name in names} for account, posts in stored.items()}
    for account, posts in brought.items():
        known = {key for _network, key, *_post in stored.get(account.pk, ())}
        unknown = [post for post in posts if post.key not in known]
        new = _named((account.network, post.key, post.permalink, post.published_at, post.has_time) for post in unknown)
        alike = {other: count for other, theirs in named.items() if other != account.pk and (count := _alike(new, theirs))}
        if alike:
            holder_of[account] = max(alike, key=alike.__getitem__)
    found = {account.pk: account for account in there.accounts}
    return {account: found[other] for account, other in holder_of.items()}


def called_by_wall(brought: Mapping[Account, Sequence[PostRecord]], there: There) -> dict[Account, Account]:
    """Another account for each, with figures, that is called by the number of the wall on which all its posts stand."""
    by_key = {(other.network, other.key): other for other in there.accounts}
    called = {account: by_key[wall] for account, wall in _walls(brought).items() if by_key.get(wall, account) != account}
    figures = [Exists(rows.objects.filter(account=OuterRef("pk"))) for rows in (Post, Observation)]
    with_figures = Account.objects.filter(or_(*figures), pk__in=[other.pk for other in called.values()])
    found = {*with_figures.values_list("pk", flat=True)} if called else ()
    return {account: other for account, other in called.items() if other.pk in found}


def _on_one_wall(brought: Mapping[Account, Sequence[PostRecord]], there: There) -> dict[Account, int]:
    """Another account for each on the wall of which it has most of its posts."""
    walls, held = _walls(brought), there.walls.items()
    return {
        account: other for account, mine in walls.items() for other, (wall, _all) in held if wall == mine and other != account.pk
    }


def _walls(brought: Mapping[Account, Sequence[PostRecord]]) -> dict[Account, Wall]:
    """The only wall of these posts, or of the number of their account, for each that has one."""
    only_walls = {
        account: links.only_wall(account.network, account.handle, [post.key for post in posts])
        for account, posts in brought.items()
    }
    return {account: wall for account, wall in only_walls.items() if wall}


def _stored_beside(brought: Mapping[Account, Sequence[PostRecord]], there: There) -> dict[int, list[Dated]]:
    """The stored posts of the accounts that were there, where one is another than these, of the days of these posts, by account."""
    moments = [post.published_at for posts in brought.values() for post in posts if post.published_at]
    if not moments or not any(account != other for account in brought for other in there.accounts):
        return {}
    days = (min(moments) - timedelta(days=1), max(moments) + timedelta(days=1))
    posts = Post.objects.filter(account__in=[account.pk for account in there.accounts], published_at__range=days)
    stored: dict[int, list[Dated]] = defaultdict(list)
    for account, *post in posts.values_list("account", "account__network", "key", "permalink", "published_at", "has_time"):
        stored[account].append(tuple(post))
    return stored


def _named(posts: Iterable[Dated]) -> Named:
    """The posts that tell what they are called, whatever their account is, by their keys and those in their links."""
    named: Named = []
    for network, key, permalink, at, has_time in posts:
        keys = [one for one in dict.fromkeys((links.key_in(network, permalink), key)) if one and not is_made(one)]
        names = [name for name in map(partial(_name, network), keys) if has_time or not name[2]]
        if at and names:
            named.append((names, at.replace(second=0, microsecond=0)))
    return named


def _name(network: str, key: str) -> Name:
    number = OF_A_PAGE.fullmatch(key)
    return network, number[1] if number else key, bool(number)


def _alike(new: Named, theirs: Mapping[Name, datetime]) -> int:
    """How many posts are in both, 0 where they are too few to make the accounts look like one page.

    Those that each page numbers anew are, at one distance of two zones; but two pages with a fixed hour each are no one page.
    """
    both = [(at - theirs[name], at, name) for names, at in new for name in [name for name in names if name in theirs][:1]]
    apart: dict[timedelta, list[datetime]] = defaultdict(list)
    for lag, at, name in both:
        apart[lag if name[2] or abs(lag) > lags.HOURS else timedelta()].append(at)
    count = max((len(of) for lag, of in apart.items() if not lag or (lags.may_be_of_zones(lag) and _hours(of) > 1)), default=0)
    first, last = (end((at.date() for at in theirs.values()), default=date.max) for end in (min, max))
    return count if count >= ALIKE and count * 2 >= sum(first <= at.date() <= last for _names, at in new) else 0


def _hours(moments: Sequence[datetime]) -> int:
    return len({at.time() for at in moments})
