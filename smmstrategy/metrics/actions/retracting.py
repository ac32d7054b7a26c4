"""Taking back what an import wrote."""

from typing import Any

from django.db import connection, transaction

from smmstrategy.metrics.actions.merging import POST, POST_VALUE, VALUE, Stored
from smmstrategy.metrics.actions.outcome import Outcome, Status
from smmstrategy.metrics.models import Collection, Import


@transaction.atomic
def retract(import_: Import) -> Outcome:
    """Undo an import: what it changed gets back what was before («changed»), what only it brought goes («removed»).

    What a later collection changed stays as that one left it, and what another collection confirmed becomes that one's.
    The outcome lists one status for each post and value touched, in no particular order.
    """
    outcome = Outcome()
    with connection.cursor() as cursor:
        accounts = Collection.objects.filter(imported_in=import_).order_by("account").values_list("account", flat=True).distinct()
        facts = {"accounts": list(accounts), "imported_in": import_.pk}
        cursor.execute("SELECT FROM clients_account WHERE id = ANY(%(accounts)s) ORDER BY id FOR NO KEY UPDATE", facts)
        outcome.values.extend(_retract(cursor, VALUE, facts) + _retract(cursor, POST_VALUE, facts))
        outcome.posts.extend(_retract(cursor, POST, facts))
        Collection.objects.filter(imported_in=import_).delete()
    return outcome


def _retract(cursor: Any, stored: Stored, facts: dict[str, Any]) -> list[Status]:
    for statement in (hand_over(stored), hand_over_revisions(stored), forget_revisions(stored)):
        cursor.execute(statement, facts)
    cursor.execute(restore(stored), facts)
    restored = cursor.rowcount
    cursor.execute(forget_restored(stored), facts)
    cursor.execute(f"DELETE FROM {stored.table} t WHERE t.imported_in_id = %(imported_in)s AND {stored.within}", facts)
    return [Status.CHANGED] * restored + [Status.REMOVED] * cursor.rowcount


def hand_over(stored: Stored) -> str:
    return _hand_over(stored, stored.table, stored.within, stored.ref("t"))


def hand_over_revisions(stored: Stored) -> str:
    table = f"{stored.table}revision"
    return _hand_over(stored, table, stored.revisions_within, stored.ref("t", revision=True))


def _hand_over(stored: Stored, table: str, within: str, ref: str) -> str:
    """Rows that another collection confirmed become the newest such collection's."""
    return f"""
    UPDATE {table} t SET imported_in_id = c.imported_in_id, source = c.source, collected_at = c.collected_at
    FROM (SELECT DISTINCT ON (ref) ref, imported_in_id, source, collected_at FROM metrics_collection, unnest(confirmed) ref
      WHERE account_id = ANY(%(accounts)s) AND imported_in_id IS DISTINCT FROM %(imported_in)s AND ref LIKE '{stored.name}:%%'
      ORDER BY ref, collected_at DESC, id DESC) c
    WHERE c.ref = {ref} AND t.imported_in_id = %(imported_in)s AND {within}"""


def forget_revisions(stored: Stored) -> str:
    return f"DELETE FROM {stored.table}revision t WHERE t.imported_in_id = %(imported_in)s AND {stored.revisions_within}"


def restore(stored: Stored) -> str:
    """The newest revision left takes its row's place again."""
    columns = (*stored.fields, "source", "collected_at", "imported_in_id", "revision")
    return f"""
    UPDATE {stored.table} t SET {", ".join(f"{c} = r.{c}" for c in columns)}
    FROM (SELECT DISTINCT ON ({", ".join(stored.revision_key)}) * FROM {stored.table}revision t WHERE {stored.revisions_within}
      ORDER BY {", ".join(stored.revision_key)}, revision DESC) r
    WHERE {stored.revision_of("t", "r")} AND t.imported_in_id = %(imported_in)s AND {stored.within}"""


def forget_restored(stored: Stored) -> str:
    return f"""DELETE FROM {stored.table}revision r USING {stored.table} t
    WHERE {stored.revision_of("t", "r")} AND r.revision = t.revision AND {stored.within}"""
