"""Reading the ledger: whether its chains are whole, and the newest hash of each, to be kept elsewhere."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import connection
from django.db.models import Model, QuerySet

from smmstrategy.clients.models import User
from smmstrategy.ledger.edits import word
from smmstrategy.ledger.models import Entry
from smmstrategy.ledger.verbs import Verb

BREAKS = """
SELECT client_id, number, reason FROM (
  SELECT e.client_id, e.number,
    CASE WHEN e.hash <> ledger_hash(e) THEN 'changed'
         WHEN e.number <> coalesce(lag(e.number) OVER chain, 0) + 1 THEN 'entries before it are missing'
         WHEN e.previous_hash <> coalesce(lag(e.hash) OVER chain, '') THEN 'does not follow the entry before it' END AS reason
  FROM ledger_entry e WINDOW chain AS (PARTITION BY e.client_id ORDER BY e.number)) checked
WHERE reason IS NOT NULL ORDER BY client_id NULLS FIRST, number
"""


@dataclass(frozen=True, slots=True)
class Break:
    """The place where a chain stops being true."""

    client_id: int | None
    number: int
    reason: str


def breaks() -> list[Break]:
    """Every entry that was changed, moved or lost its predecessor; a cut tail shows only against a kept head."""
    with connection.cursor() as cursor:
        cursor.execute(BREAKS)
        return [Break(*row) for row in cursor.fetchall()]


def heads() -> dict[int | None, tuple[int, str]]:
    """Number and hash of the newest entry of each client's chain."""
    newest = Entry.objects.order_by("client_id", "-number").distinct("client_id")
    return {entry.client_id: (entry.number, entry.hash) for entry in newest}


def lost(kept: dict[int | None, tuple[int, str]]) -> list[Break]:
    """Heads kept elsewhere that the chains no longer hold: the tail was cut, or the chain written anew."""
    return [
        Break(client, number, "was there before and is not any more")
        for client, (number, digest) in kept.items()
        if not Entry.objects.filter(client=client, number=number, hash=digest).exists()
    ]


def entries() -> QuerySet[Entry]:
    """Every entry in sight, newest first."""
    return Entry.objects.select_related("actor", "client").order_by("-at", "-pk")


def newest(verb: Verb, about: Model) -> Entry | None:
    """When this was last done to a row, by whom and why."""
    return entries_of(verb, about).first()


def entries_of(verb: Verb, about: Model) -> QuerySet[Entry]:
    """Every time this was done to a row, the newest first."""
    return entries().filter(verb=verb, object_kind=about._meta.label_lower, object_id=about.pk)


def writer(entries: Iterable[Entry], name: str, stands: str) -> User | None:
    """Who wrote what stands in a field, in entries that have it by its name."""
    for entry in entries:
        before = entry.before or {}
        if word(entry.after.get(name)) == stands and word(before.get(name)) != stands:
            return entry.actor
    return None
