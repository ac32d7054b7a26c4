"""Who wrote what stands in an audit that is being filled in, as the ledger tells it."""

from audits.edits import opportunity_texts
from audits.models import Audit, Opportunity
from smmstrategy.clients.models import User
from smmstrategy.ledger.models import Entry
from smmstrategy.ledger.queries import entries_of, writer
from smmstrategy.ledger.verbs import Verb


def of_field(audit: Audit, key: str, place: slice) -> User | None:
    """Of a field of a criterion or dimension; `place` is where entries have it."""
    for entry in entries_of(Verb.SCORED, audit).filter(after__has_key=key):
        before = (entry.before or {}).get(key) or []
        if entry.after[key][place] != before[place]:
            return entry.actor
    return None


def removal(audit: Audit, opportunity: int) -> Entry | None:
    """When this thing to do was taken off the list, by whom, and what it was by then."""
    return entries_of(Verb.UNPLANNED, audit).filter(before__id=opportunity).first()


def of_opportunity(row: Opportunity, name: str) -> User | None:
    """Of a field of something to do."""
    return writer(entries_of(Verb.PLANNED, row.audit).filter(after__id=row.pk), name, opportunity_texts(row)[name])
