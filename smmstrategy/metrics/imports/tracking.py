"""The accounts a file speaks of: found or made, tracked by the brand, and taken away again when only this import knew them."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Exists, OuterRef

from smmstrategy.clients.models import Account, Tracking
from smmstrategy.metrics.models import Collection, Import, Observation, Post

Name = tuple[str, str]


def accounts(import_: Import, subjects: Sequence[dict[str, Any]], role: str) -> tuple[dict[Name, Account], set[Name]]:
    """The account of each subject by network and handle, and which of them are new; all are tracked by the brand now."""
    known = _known(import_, subjects)
    new = {name: s for s in subjects if (name := (s["network"], s["handle"])) not in known}
    Account.objects.bulk_create(
        [
            Account(client_id=import_.client_id, network=s["network"], handle=s["handle"], name=s["name"][:200], url=s["url"])
            for s in new.values()
        ],
        ignore_conflicts=True,
    )
    found = _known(import_, subjects)
    Tracking.objects.bulk_create(
        [
            Tracking(client_id=import_.client_id, brand_id=import_.brand_id, account=account, role=role)
            for account in found.values()
        ],
        ignore_conflicts=True,
    )
    return found, set(new)


def _known(import_: Import, subjects: Sequence[dict[str, Any]]) -> dict[Name, Account]:
    names = {(s["network"], s["handle"]) for s in subjects}
    handles = {handle for _network, handle in names}
    rows = Account.objects.filter(client=import_.client_id, handle__in=handles)
    return {name: account for account in rows if (name := (account.network, account.handle)) in names}


def forget(import_: Import) -> None:
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
    Account.objects.filter(pk__in=[account.pk for account in mine if (account.network, account.handle) in made]).delete()
