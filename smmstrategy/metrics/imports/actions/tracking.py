"""The accounts a file speaks of: found or made, tracked by the brand, and taken away again when only this import knew them."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Exists, OuterRef

from smmstrategy.clients.models import Account, Client, Tracking, User
from smmstrategy.ledger.actions import record_each
from smmstrategy.ledger.verbs import Verb
from smmstrategy.metrics.models import Collection, Import, Observation, Post

Name = tuple[str, str]


def accounts(
    import_: Import, subjects: Sequence[dict[str, Any]], role: str, *, by: User | None
) -> tuple[dict[Name, Account], set[Name]]:
    """The account of each subject by network and handle, and which of them are new; all are tracked by the brand now."""
    client = take_turns(import_)
    known = _known(import_, subjects)
    new = {name: s for s in subjects if (name := (s["network"], s["handle"])) not in known}
    made = Account.objects.bulk_create(
        Account(client=client, network=s["network"], handle=s["handle"], name=s["name"][:200], url=s["url"]) for s in new.values()
    )
    record_each(Verb.CREATED, made, by=by, client=client)
    found = known | {(account.network, account.handle): account for account in made}
    tracked = set(Tracking.objects.filter(brand=import_.brand_id).values_list("account", flat=True))
    trackings = Tracking.objects.bulk_create(
        Tracking(client=client, brand_id=import_.brand_id, account=account, role=role)
        for account in found.values()
        if account.pk not in tracked
    )
    record_each(Verb.TRACKED, trackings, by=by, client=client)
    return found, set(new)


def take_turns(import_: Import) -> Client:
    """The client, for one import at a time until the transaction ends: no account is made twice, no number comes in between."""
    return Client.objects.select_for_update(no_key=True).get(pk=import_.client_id)


def _known(import_: Import, subjects: Sequence[dict[str, Any]]) -> dict[Name, Account]:
    names = {(s["network"], s["handle"]) for s in subjects}
    handles = {handle for _network, handle in names}
    rows = Account.objects.filter(client=import_.client_id, handle__in=handles)
    return {name: account for account in rows if (name := (account.network, account.handle)) in names}


def forget(import_: Import, *, by: User | None) -> None:
    """Delete the accounts this import made, unless another collection, a person's tracking or another brand knows them."""
    made = {(a["network"], a["handle"]) for a in import_.summary.get("accounts", []) if a["is_new"]}
    mine = Account.objects.filter(client=import_.client_id, handle__in={handle for _network, handle in made})
    known_still = [
        Exists(Post.objects.filter(account=OuterRef("pk"))),
        Exists(Observation.objects.filter(account=OuterRef("pk"))),
        Exists(Collection.objects.filter(account=OuterRef("pk"))),
        Exists(Tracking.objects.filter(account=OuterRef("pk")).exclude(brand=import_.brand_id, group="")),
    ]
    for condition in known_still:
        mine = mine.exclude(condition)
    unknown = [account for account in mine if (account.network, account.handle) in made]
    record_each(Verb.DELETED, unknown, by=by, client=import_.client)
    Account.objects.filter(pk__in=[account.pk for account in unknown]).delete()
