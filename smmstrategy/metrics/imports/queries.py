"""Imports as pages show them, and what reading and applying one must know beside its file."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import chain
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Count, F, QuerySet, Value
from django.db.models.functions import Left, StrIndex
from django.utils.formats import number_format
from django.utils.translation import gettext, ngettext

from smmstrategy.clients import handles
from smmstrategy.clients.models import Account, Client, Tracking
from smmstrategy.metrics.catalogue import METRICS, Totals
from smmstrategy.metrics.imports import labels
from smmstrategy.metrics.imports.reading.cells import links, titles
from smmstrategy.metrics.imports.reading.cells.links import Wall
from smmstrategy.metrics.imports.reading.messages import Message
from smmstrategy.metrics.imports.reading.records.post_rows import MADE
from smmstrategy.metrics.models import Collection, ColumnMapping, Import, Post, PostObservation
from smmstrategy.metrics.periods import Period
from smmstrategy.metrics.records import PostRecord

JOB = "metrics.import"
OF_A_PAGE = re.compile(r"(?:.*_)?(\d{1,9})")  # what a page numbers its posts by; a network's own keys have more digits, or letters
SAID = {"day": labels.day, "fields": labels.alternatives, "months": labels.months}
COUNTS = ("count", "rows")  # a row's number is no count
ALIKE = 5  # posts, at the least, that make two accounts look like one page
Dated = tuple[str, str, datetime | None, bool]  # of a post: network, key, when published, whether to the minute
Mark = tuple[str, str, date]  # network, and number with minute where each page has its own numbers, else the whole key with day


def imports(client: Client) -> QuerySet[Import]:
    """The client's imports, newest first."""
    return Import.objects.filter(client=client).select_related("brand", "created_by").order_by("-created_at", "-pk")


def sentence(message: Message) -> str:
    """A message in the language now active, with what a kind of file and a metric are called there."""
    params = {name: _param(name, value, message["params"].get("metric", "")) for name, value in message["params"].items()}
    count = message["params"].get("count")
    text = ngettext(message["text"], message["plural"], count) if "plural" in message else gettext(message["text"])
    return text.format(**params)


def _param(name: str, value: object, metric: str) -> object:
    if isinstance(value, dict):
        return sentence(value)
    if isinstance(value, list):
        return "; ".join(map(sentence, value))
    if name == "metric":
        return labels.field(metric)
    if name in SAID:
        return SAID[name](str(value))
    if isinstance(value, int) and name in COUNTS:
        return number_format(value, force_grouping=True)
    if metric and name in ("total", "sum"):
        return labels.amount(metric, value)
    return gettext(value) if name == "kind" else value


def preview(import_: Import) -> dict[str, Any]:
    """What a page says about an import before and after it was applied.

    rows, new, changed, unchanged: rows of the file, or None before it was read;
    rejected: [(row, reason)]; warnings, error: sentences;
    absent: count and the first posts (account, day, words, link) of earlier files that this one lacks; gone: how many get the mark;
    tables: kind_name, rows, columns (header → field), sample rows; totals: metric code → sum as text;
    accounts: network, handle, name, posts, values, rejected, days_of_posts (first, last or None), is_new;
    question: asks, option, sentence and what is needed to answer.
    """
    summary = import_.summary
    counts = {name: summary.get(name) for name in ("rows", "new", "changed", "unchanged")}
    tables = [
        {**table, "kind_name": gettext(table["kind_name"]) if table.get("kind_name") else ""} for table in summary.get("tables", [])
    ]
    question = {**import_.question, "sentence": sentence(import_.question["message"])} if import_.question else {}
    return {
        **counts,
        "rejected": [(row, sentence(reason)) for row, reason in import_.rejected],
        "warnings": [sentence(warning) for warning in summary.get("warnings", [])],
        "error": sentence(summary["error"]) if "error" in summary else "",
        "absent": summary.get("absent", {}),
        "gone": summary.get("gone", 0),
        "tables": tables,
        "totals": summary.get("totals", {}),
        "accounts": summary.get("accounts", []),
        "question": question,
    }


def collected_at(import_: Import) -> datetime:
    """The end of the day the file's name gives, at the latest when the file was first brought.

    Bringing it again makes its figures no newer: they confirm, and correct nothing. Files that name the same day keep the
    order in which they were first brought, a microsecond for each import before them.
    """
    first = min([import_, *same_file(import_).only("pk", "created_at")], key=lambda brought: brought.created_at)
    zone = ZoneInfo(import_.client.time_zone)
    said = [Period(day, day).instants(zone)[1] + timedelta(microseconds=first.pk) for day in named_day(import_)]
    return min([first.created_at, *said])


def named_day(import_: Import) -> list[date]:
    """The day the file's name gives, if it gives one alone: a range says what the file is about, not when it was made."""
    days = titles.days_in(import_.file_name)
    return days if len(days) == 1 else []


def same_file(import_: Import) -> QuerySet[Import]:
    """Other imports of the very same file, applied and not taken back."""
    same = Import.objects.filter(brand=import_.brand_id, sha256=import_.sha256, status=Import.Status.APPLIED)
    return same.exclude(pk=import_.pk)


def questions_settled_by(import_: Import) -> QuerySet[Import]:
    """Earlier imports of the very same file that could not be read or have an open question."""
    open_ones = (Import.Status.ASKING, Import.Status.REFUSED)
    same = Import.objects.filter(brand=import_.brand_id, sha256=import_.sha256, status__in=open_ones, put_away_at=None)
    return same.filter(pk__lt=import_.pk)


def known_before(account: Account, posts: Sequence[PostRecord], kind: str, collected_at: datetime) -> list[Post]:
    """The stored posts of the days of these, brought by files of this kind before, that are not among these.

    What a later collection has seen again was not missed.
    """
    moments = [post.published_at for post in posts if post.published_at]
    keys = {post.key for post in posts}
    if not moments or any(key.startswith(MADE) for key in keys):
        return []
    stored = Post.objects.filter(
        account=account,
        published_at__range=(min(moments), max(moments)),
        imported_in__kind=kind,
        collected_at__lt=collected_at,
    )
    later = Collection.objects.filter(account=account, collected_at__gt=collected_at).values_list("confirmed", flat=True)
    seen_again = set(chain.from_iterable(later))
    found = [post for post in stored.select_related("account").order_by("published_at", "pk") if post.key not in keys]
    return [post for post in found if f"post:{post.pk}:{post.revision}" not in seen_again]


def main_walls(accounts: QuerySet[Account]) -> dict[int, tuple[Wall, bool]]:
    """The wall on which most posts of an account stand, of those whose ids name one, and whether all of these do."""
    networks = dict(accounts.filter(network__in=links.WALLED).values_list("pk", "network"))
    begins = Left("key", StrIndex(F("key"), Value("_")))
    posts = Post.objects.filter(account__in=networks, key__contains="_").annotate(begins=begins)
    counted: dict[int, Counter[Wall]] = defaultdict(Counter)
    for account, key, count in posts.values_list("account", "begins").annotate(Count("pk")).order_by("account"):
        if page := links.on_wall(networks[account], key):
            counted[account][networks[account], page] = count
    most = {account: (*walls.most_common(1)[0], walls) for account, walls in counted.items()}
    return {account: (wall, len(walls) == 1) for account, (wall, count, walls) in most.items() if count * 2 > walls.total()}


def key_of_page(client: Client, network: str, handle: str) -> str:
    """The key of the client's account of that page: one called so, else the only one all of whose posts stand on its wall."""
    key, wall = handles.key(network, handle), links.only_wall(network, handle, [])
    there = client.accounts.filter(network=network)
    if wall is None or there.filter(key=key).exists():
        return key
    found = [account for account, of in main_walls(there).items() if of == (wall, True)]
    return there.get(pk=found[0]).key if len(found) == 1 else key


def held_already(brought: Mapping[Account, Sequence[PostRecord]]) -> dict[Account, Account]:
    """The account of the network that has the posts of one of these already; all are one client's.

    It has those on the wall of this one's posts, or of its number. Or it is asked of those that are new to the account: of the
    days of which the other has posts too, it must have half of them, and five at the least.
    """
    stored, found = _stored_beside(brought), _on_one_wall(brought)
    marks = {account: _marks(told) for account, told in stored.items()}
    for account, posts in brought.items():
        known = {key for _network, key, _at, _has_time in stored.get(account.pk, ())}
        new = _marks((account.network, one.key, one.published_at, one.has_time) for one in posts if one.key not in known)
        alike = {other: count for other, theirs in marks.items() if other != account.pk and (count := _alike(new, theirs))}
        if alike:
            found[account] = max(alike, key=alike.__getitem__)
    named = Account.objects.in_bulk(found.values())
    return {account: named[other] for account, other in found.items()}


def _on_one_wall(brought: Mapping[Account, Sequence[PostRecord]]) -> dict[Account, int]:
    """Another account for each on the wall of which it has most of its posts."""
    told = {one: links.only_wall(one.network, one.handle, [post.key for post in posts]) for one, posts in brought.items()}
    walls = {account: wall for account, wall in told.items() if wall}
    clients, networks = ({getattr(account, name) for account in walls} for name in ("client_id", "network"))
    held = main_walls(Account.objects.filter(client__in=clients, network__in=networks)).items()
    return {one: other for one, mine in walls.items() for other, (wall, _all) in held if wall == mine and other != one.pk}


def _stored_beside(brought: Mapping[Account, Sequence[PostRecord]]) -> dict[int, list[Dated]]:
    """The stored posts of the client's accounts in these networks, of the days of these posts, by account."""
    moments = [post.published_at for posts in brought.values() for post in posts if post.published_at]
    if not moments:
        return {}
    days = (min(moments) - timedelta(days=1), max(moments) + timedelta(days=1))
    clients, networks = ({getattr(account, name) for account in brought} for name in ("client_id", "network"))
    posts = Post.objects.filter(account__client__in=clients, account__network__in=networks, published_at__range=days)
    stored: dict[int, list[Dated]] = defaultdict(list)
    for account, *told in posts.values_list("account", "account__network", "key", "published_at", "has_time"):
        stored[account].append(tuple(told))
    return stored


def _marks(posts: Iterable[Dated]) -> dict[Mark, date]:
    """The days of posts by what tells each of its network, whatever its account is called."""
    found: dict[Mark, date] = {}
    for network, key, at, has_time in posts:
        number = OF_A_PAGE.fullmatch(key)
        if at and not key.startswith(MADE) and (has_time or not number):
            mark = (network, number[1], at.replace(second=0, microsecond=0)) if number else (network, key, at.date())
            found[mark] = at.date()
    return found


def _alike(new: dict[Mark, date], theirs: dict[Mark, date]) -> int:
    """How many posts are in both, 0 where they are too few to make the accounts look like one page."""
    count = len(new.keys() & theirs.keys())
    if count < ALIKE:
        return 0
    first, last = min(theirs.values()), max(theirs.values())
    return count if count * 2 >= sum(first <= day <= last for day in new.values()) else 0


def shorter_than_stored(account: Account, posts: Sequence[PostRecord]) -> set[str]:
    """The keys of those of which more is stored than these count, so that these are of some days only."""
    keys, counted = [post.key for post in posts], [code for code, metric in METRICS.items() if metric.totals is Totals.SUM]
    found = PostObservation.objects.filter(post__account=account, post__key__in=keys, metric__in=counted)
    stored: dict[str, dict[str, Decimal]] = defaultdict(dict)
    for key, code, value in found.values_list("post__key", "metric", "value"):
        stored[key][code] = value
    return {post.key for post in posts if _counts_less(post.metrics, stored[post.key])}


def _counts_less(told: Mapping[str, Decimal], stored: Mapping[str, Decimal]) -> bool:
    """Views tell where both have them: a like may be taken back, a view is not."""
    shared = told.keys() & stored.keys()
    return any(told[code] < stored[code] for code in shared & {"views"} or shared)


def context(import_: Import) -> dict[str, Any]:
    """What the child needs to know beside the bytes; today is the day it is where the client is."""
    tracked = list(Tracking.objects.filter(brand=import_.brand_id).select_related("account").order_by("account__handle"))
    known: dict[str, list[str]] = {}
    for tracking in tracked:
        if tracking.role == Tracking.Role.OWN:
            known.setdefault(tracking.account.network, []).append(tracking.account.handle)
    mappings = ColumnMapping.objects.filter(client=import_.client_id)
    return {
        "file_name": import_.file_name,
        "today": datetime.now(ZoneInfo(import_.client.time_zone)).date().isoformat(),
        "time_zone": import_.client.time_zone,
        "currency": import_.client.currency,
        "default_handle": import_.brand.slug,
        "may_ask": import_.created_by_id is not None,
        "known_accounts": known if import_.options.get("role", "own") == "own" else {},
        "names": _names([tracking.account for tracking in tracked]),
        "walls": _walls(import_),
        "options": {name: value for name, value in import_.options.items() if name != "role"},
        "mappings": {mapping.signature: mapping.mapping for mapping in mappings},
    }


def _names(accounts: Sequence[Account]) -> dict[str, dict[str, str]]:
    """By network the handle and the name of each account, in small letters, and its handle; what two are called is left out."""
    called: dict[tuple[str, str], set[str]] = defaultdict(set)
    for account in accounts:
        for name in filter(None, (account.handle, account.name)):
            called[account.network, name.casefold()].add(account.handle)
    names: dict[str, dict[str, str]] = defaultdict(dict)
    for (network, name), of in called.items():
        names[network] |= {name: min(of)} if len(of) == 1 else {}
    return names


def _walls(import_: Import) -> list[str]:
    """What a page that a person has named is called by the wall on which most of its stored posts stand, if there is one."""
    network, _colon, handle = import_.options.get("account", "").partition(":")
    if network not in links.WALLED:
        return []
    account = Account.objects.filter(client=import_.client_id, network=network, key=handles.key(network, handle))
    return [page for (_network, page), _all in main_walls(account).values()]
