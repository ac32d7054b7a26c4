"""Months of an import without a post: in doubt, or silent as a person has said."""

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from smmstrategy.metrics.models import Collection, Import
from smmstrategy.metrics.queries import months_in_doubt


def months_in_question(import_: Import) -> list[tuple[Collection, list[date]]]:
    """Of an applied import what it says of each account, with the first days of the months there that are in doubt now."""
    collections = Collection.objects.filter(imported_in=import_, posts_from__isnull=False).select_related("account")
    kept = list(collections.defer("missed", "confirmed", "said").order_by("account"))
    in_doubt = months_in_doubt([one.account_id for one in kept], ZoneInfo(import_.client.time_zone))
    found = [
        (one, [m.first for m in in_doubt.get(one.account_id, []) if one.posts_from <= m.last and m.first <= one.posts_until])
        for one in kept
    ]
    return [(collection, months) for collection, months in found if months]


def silences(import_: Import) -> list[dict[str, Any]]:
    """Whose months without a post a person may have something to say of: network, handle, name, in_doubt, silent."""
    if import_.status not in (Import.Status.PREVIEWED, Import.Status.APPLIED):
        return []
    accounts = [{"in_doubt": [], "silent": [], **account} for account in import_.summary.get("accounts", [])]
    if import_.status == Import.Status.APPLIED:
        now = {(one.account.network, one.account.handle): months for one, months in months_in_question(import_)}
        days = {page: [day.isoformat() for day in months] for page, months in now.items()}
        accounts = [account | {"in_doubt": days.get((account["network"], account["handle"]), [])} for account in accounts]
    return [account for account in accounts if account["in_doubt"] or account["silent"]]
