"""Writing down what somebody decided or changed."""

from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import Model
from django.forms.models import model_to_dict

from smmstrategy.clients.models import Client, User
from smmstrategy.ledger.models import Entry
from smmstrategy.ledger.verbs import GOING, Verb


def record(
    verb: Verb,
    about: Model,
    *,
    by: User | None,
    client: Client | None,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
    reason: str = "",
) -> Entry:
    """Append an entry in the caller's transaction; it stands or falls with the change it describes."""
    entry = _entry(verb, about, by, client)
    entry.before, entry.after, entry.reason = before, after, reason
    entry.save(force_insert=True)
    return entry


def facts(row: Model) -> dict[str, Any]:
    """What people can change about a row."""
    return model_to_dict(row)


def record_each(
    verb: Verb, rows: Iterable[Model], *, by: User | None, client: Client, words: Callable[[Any], dict[str, Any]] = facts
) -> None:
    """An entry for every row, with what it is now, or with what it was when it goes, in these `words`."""
    entries = [(_entry(verb, row, by, client), words(row)) for row in rows]
    for entry, state in entries:
        setattr(entry, "before" if verb in GOING else "after", state)
    Entry.objects.bulk_create([entry for entry, _state in entries])


def _entry(verb: Verb, about: Model, by: User | None, client: Client | None) -> Entry:
    return Entry(verb=Verb(verb), object_kind=about._meta.label_lower, object_id=about.pk, actor=by, client=client)
