"""Writing down what somebody decided or changed."""

from typing import Any

from django.db.models import Model

from smmstrategy.clients.models import Client, User
from smmstrategy.ledger.models import Entry


def record(
    verb: str,
    about: Model,
    *,
    by: User | None,
    client: Client | None,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
    reason: str = "",
) -> Entry:
    """Append an entry in the caller's transaction; it stands or falls with the change it describes."""
    return Entry.objects.create(
        verb=verb,
        object_kind=about._meta.label_lower,
        object_id=about.pk,
        actor=by,
        client=client,
        before=before,
        after=after,
        reason=reason,
    )
