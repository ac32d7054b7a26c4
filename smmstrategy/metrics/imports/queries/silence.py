"""Months of an import without a post: in doubt, or silent as a person has said."""

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from smmstrategy.metrics.models import Collection, Import
from smmstrategy.metrics.queries import months_in_doubt


def in_doubt(import_: Import) -> list[tuple[str, Collection, list[date]]]:
    """Of an applied import what it says of each account, by its name, with the first days of the months in doubt there now."""
    collections = Collection.objects.filter(imported_in=import_, posts_from__isnull=False).select_related("account")
    kept = list(collections.defer("missed", "confirmed", "said").order_by("account"))
    found = months_in_doubt([one.account_id for one in kept], ZoneInfo(import_.client.time_zone))
    of_each = [
        (one, [m.first for m in found.get(one.account_id, []) if one.posts_from <= m.last and m.first <= one.posts_until])
        for one in kept
    ]
    return [(f"{one.account.network}:{one.account.handle}", one, months) for one, months in of_each if months]


def days_in_doubt(import_: Import) -> dict[str, list[str]]:
    """By account the first days of the months in doubt now, as a summary says them."""
    return {name: [month.isoformat() for month in months] for name, _collection, months in in_doubt(import_)}


def silences(import_: Import) -> list[dict[str, Any]]:
    """Whose months without a post a person may have something to say of: network, handle, name, in_doubt, silent_as_said."""
    if import_.status not in (Import.Status.PREVIEWED, Import.Status.APPLIED):
        return []
    accounts = [{"in_doubt": [], "silent_as_said": [], **account} for account in import_.summary.get("accounts", [])]
    if import_.status == Import.Status.APPLIED:
        now = days_in_doubt(import_)
        accounts = [account | {"in_doubt": now.get(f"{account['network']}:{account['handle']}", [])} for account in accounts]
    return [account for account in accounts if account["in_doubt"] or account["silent_as_said"]]
