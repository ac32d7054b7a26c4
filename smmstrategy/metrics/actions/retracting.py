"""Taking back what an import wrote."""

from typing import Any

from django.db import connection, transaction

from smmstrategy.metrics.actions.merging import POST, POST_VALUE, VALUE, Target
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


def _retract(cursor: Any, target: Target, facts: dict[str, Any]) -> list[Status]:
    for statement in (hand_over(target), hand_over_revisions(target), forget_revisions(target)):
        cursor.execute(statement, facts)
    cursor.execute(restore(target), facts)
    restored = cursor.rowcount
    cursor.execute(forget_restored(target), facts)
    cursor.execute(f"DELETE FROM {target.table} t WHERE t.imported_in_id = %(imported_in)s AND {target.within}", facts)
    return [Status.CHANGED] * restored + [Status.REMOVED] * cursor.rowcount


def hand_over(target: Target) -> str:
    return _hand_over(target, target.table, target.within, target.ref("t"))


def hand_over_revisions(target: Target) -> str:
    table = f"{target.table}revision"
    return _hand_over(target, table, target.revisions_within, target.ref("t", revision=True))


def _hand_over(target: Target, table: str, within: str, ref: str) -> str:
    """Rows that another collection confirmed become the newest such collection's."""
    return f"""
    UPDATE {table} t SET imported_in_id = c.imported_in_id, source = c.source, collected_at = c.collected_at
    FROM (SELECT DISTINCT ON (ref) ref, imported_in_id, source, collected_at FROM metrics_collection, unnest(confirmed) ref
      WHERE account_id = ANY(%(accounts)s) AND imported_in_id IS DISTINCT FROM %(imported_in)s AND ref LIKE '{target.name}:%%'
      ORDER BY ref, collected_at DESC, id DESC) c
    WHERE c.ref = {ref} AND t.imported_in_id = %(imported_in)s AND {within}"""


def forget_revisions(target: Target) -> str:
    return f"DELETE FROM {target.table}revision t WHERE t.imported_in_id = %(imported_in)s AND {target.revisions_within}"


def restore(target: Target) -> str:
    """The newest revision left takes its row's place again."""
    columns = (*target.fields, "source", "collected_at", "imported_in_id", "revision")
    return f"""
    UPDATE {target.table} t SET {", ".join(f"{c} = r.{c}" for c in columns)}
    FROM (SELECT DISTINCT ON ({", ".join(target.revision_key)}) * FROM {target.table}revision t WHERE {target.revisions_within}
      ORDER BY {", ".join(target.revision_key)}, revision DESC) r
    WHERE {target.revision_of("t", "r")} AND t.imported_in_id = %(imported_in)s AND {target.within}"""


def forget_restored(target: Target) -> str:
    return f"""DELETE FROM {target.table}revision r USING {target.table} t
    WHERE {target.revision_of("t", "r")} AND r.revision = t.revision AND {target.within}"""
