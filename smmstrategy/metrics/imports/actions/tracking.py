"""The accounts a file speaks of: found or made, tracked by the brand, and taken away again when only this import knew them."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from smmstrategy.clients import handles
from smmstrategy.clients.models import Account, Client, Tracking, User
from smmstrategy.ledger.actions import facts, record_each
from smmstrategy.ledger.verbs import Verb
from smmstrategy.metrics.imports import queries
from smmstrategy.metrics.imports.queries import There
from smmstrategy.metrics.imports.reading.cells.links import only_wall
from smmstrategy.metrics.imports.reading.draft import KEY
from smmstrategy.metrics.imports.roles.accounts import Accounts, Name
from smmstrategy.metrics.models import Collection, Import, Observation, Post


@dataclass(frozen=True)
class AccountsOfImport:
    """Of which accounts an import speaks, and how it calls them."""

    applied_at: datetime
    accounts: list[dict[str, Any]]
    called: list[dict[str, Any]]
    is_in_force: bool


def accounts(
    import_: Import, subjects: Sequence[dict[str, Any]], roles: Mapping[Name, str], kept: Iterable[Tracking], there: There
) -> Accounts:
    """The accounts of all subjects, found or made, each tracked by the brand in its role. What is new is still to be recorded."""
    client, known = import_.client, _known(subjects, there)
    known |= _renamed([s for s in subjects if _name(s) not in known], {*known.values()}, there)
    new = {name: s for s in subjects if (name := (s["network"], s["handle"])) not in known}
    made = Account.objects.bulk_create(
        Account(client=client, network=s["network"], handle=s["handle"], name=s["name"][:200], url=s["url"]) for s in new.values()
    )
    by_name = known | {(account.network, account.handle): account for account in made}
    tracked = {tracking.account_id: tracking for tracking in kept}
    told = {account: roles[name] for name, account in by_name.items()}
    trackings = Tracking.objects.bulk_create(
        Tracking(client=client, brand_id=import_.brand_id, account=account, role=role)
        for account, role in told.items()
        if account.pk not in tracked
    )
    tracked |= {tracking.account_id: tracking for tracking in trackings}
    return Accounts(by_name, made, trackings, {account: tracked[account.pk] for account in by_name.values()}, there)


def record(accounts: Accounts, *, by: User | None, client: Client) -> None:
    """To be called when nothing that takes long is left to do: from here on nobody else writes in the client's ledger."""
    record_each(Verb.CREATED, accounts.made, by=by, client=client)
    record_each(Verb.TRACKED, accounts.trackings, by=by, client=client)


def take_turns(import_: Import) -> Client:
    """The client, for one import at a time until the transaction ends: no account is made twice, no number comes in between."""
    return Client.objects.select_for_update(no_key=True).get(pk=import_.client_id)


def _known(subjects: Sequence[dict[str, Any]], there: There) -> dict[Name, Account]:
    by_key = {(account.network, account.key): account for account in there.accounts}
    pages = {_name(s): (s["network"], handles.key(s["network"], s["handle"])) for s in subjects}
    return {name: by_key[page] for name, page in pages.items() if page in by_key}


def _renamed(subjects: Sequence[dict[str, Any]], taken: Container[Account], there: There) -> dict[Name, Account]:
    """The accounts of subjects that bear another name than they do: one page's, as the numbers of walls say."""
    only_walls = {_name(s): only_wall(*_name(s), [post[KEY] for post in s["posts"]]) for s in subjects}
    walls = {name: wall for name, wall in only_walls.items() if wall}
    held = queries.accounts_of_walls(replace(there, accounts=[one for one in there.accounts if one not in taken])) if walls else {}
    renamed: dict[Name, Account] = {}
    for name, wall in walls.items():
        if wall in held and held[wall] not in renamed.values():
            renamed[name] = held[wall]
    return renamed


@dataclass(frozen=True, slots=True)
class Gone:
    """What an import took with it, still to be recorded."""

    trackings: list[Tracking]
    accounts: list[Account]


def forget(import_: Import) -> Gone:
    """Delete the accounts of this import that imports made and that nobody else knows, and how its brand came to look at others.

    Who may know one still: another import or collection, a person's tracking, another brand.
    """
    names = {_name(account) for account in import_.summary["accounts"]}
    mine = Account.objects.filter(client=import_.client_id, handle__in={handle for _network, handle in names})
    list(mine.select_for_update(no_key=True).order_by("pk").values_list("pk"))  # nobody begins to look at one meanwhile
    known_still = [
        Exists(Post.objects.filter(account=OuterRef("pk"))),
        Exists(Observation.objects.filter(account=OuterRef("pk"))),
        Exists(Collection.objects.filter(account=OuterRef("pk"))),
        Exists(Tracking.objects.filter(account=OuterRef("pk")).exclude(brand=import_.brand_id, group="")),
    ]
    for condition in known_still:
        mine = mine.exclude(condition)
    unknown = _left_by_imports(import_, [account for account in mine if (account.network, account.handle) in names])
    untracked = _untracked(Tracking.objects.filter(account__in=unknown))
    Account.objects.filter(pk__in=[account.pk for account in unknown]).delete()
    return Gone([*untracked, *_untracked(_tracked_by_imports(import_))], unknown)


def record_gone(gone: Gone, *, by: User | None, client: Client) -> None:
    record_each(Verb.UNTRACKED, gone.trackings, by=by, client=client, words=lambda row: facts(row) | facts(row.account))
    record_each(Verb.DELETED, gone.accounts, by=by, client=client)


def _untracked(trackings: QuerySet[Tracking]) -> list[Tracking]:
    gone = list(trackings.select_related("account").select_for_update(of=("self",)))
    Tracking.objects.filter(pk__in=[row.pk for row in gone]).delete()
    return gone


def _tracked_by_imports(undone: Import) -> QuerySet[Tracking]:
    """Of the accounts of this import those that its brand looks at since an import made it so, this one or one undone before.

    Not those that a person has said more of since, nor those of which one that is still applied speaks.
    """
    mine = {called["account"] for called in undone.summary["called"]}
    made: dict[int, str] = {}
    for one in _accounts_of_imports(undone, Import.objects.filter(brand=undone.brand_id)):
        for account, called in zip(one.accounts, one.called, strict=True):
            made |= {called["tracking"]: account["role"]} if called["tracking"] else {}
            mine -= {called["account"]} if one.is_in_force else set()
    there = Tracking.objects.filter(brand=undone.brand_id, account__in=mine, pk__in=made, group="")
    return there.filter(pk__in=[row.pk for row in there if row.role == made[row.pk]])


def _left_by_imports(undone: Import, accounts: Sequence[Account]) -> list[Account]:
    """Those that an import made, this one or one undone before, and of which none that is still applied speaks.

    Not those that a person has made since.
    """
    if not accounts:
        return []
    made_at: dict[Name, datetime] = {}
    spoken_of: set[Name] = set()
    for one in _accounts_of_imports(undone, Import.objects.filter(client=undone.client_id)):
        is_new_by_name = {_name(account): account["is_new"] for account in one.accounts}
        made_at |= dict.fromkeys((name for name, is_new in is_new_by_name.items() if is_new), one.applied_at)
        if one.is_in_force:
            spoken_of |= is_new_by_name.keys()
    left = [(account, made_at.get((account.network, account.handle))) for account in accounts]
    return [
        account for account, at in left if at and account.created_at <= at and (account.network, account.handle) not in spoken_of
    ]


def _accounts_of_imports(undone: Import, imports: QuerySet[Import]) -> Iterator[AccountsOfImport]:
    """Of which accounts each of these spoke that was ever applied, in that order; nothing else that is as long as its file."""
    applied = imports.filter(applied_at__isnull=False).order_by("applied_at")
    for pk, status, applied_at, accounts, called in applied.values_list(
        "pk", "status", "applied_at", "summary__accounts", "summary__called"
    ):
        yield AccountsOfImport(applied_at, accounts, called, is_in_force=status == Import.Status.APPLIED and pk != undone.pk)


def _name(subject: dict[str, Any]) -> Name:
    return subject["network"], subject["handle"]
