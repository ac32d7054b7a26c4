"""Taking back what an import wrote."""

from collections.abc import Iterator
from typing import Any

from django.db import connection, transaction

from smmstrategy.metrics.actions.merging import BITS, GUESSED, ORIGIN, POST, POST_VALUE, TEXTS, VALUE, Target
from smmstrategy.metrics.actions.outcome import Outcome, Status
from smmstrategy.metrics.models import Collection, Import

SEEN = """SELECT c.id, imported_in_id, source, collected_at, seen.ref, seen.said
  FROM metrics_collection c CROSS JOIN LATERAL unnest(c.confirmed, c.said) seen (ref, said) WHERE account_id = ANY(%(accounts)s)"""
SEEN_POSTS = f"""SELECT split_part(ref, ':', 2)::bigint AS post_id, split_part(ref, ':', 3)::int AS revision, imported_in_id, said
  FROM ({SEEN}) c WHERE ref LIKE 'post:%%'"""
POSTS_OF_IMPORT = f"""
SELECT id AS post_id FROM {POST.table} t WHERE imported_in_id = %(imported_in)s AND {POST.within}
UNION SELECT post_id FROM {POST.table}revision t WHERE imported_in_id = %(imported_in)s AND {POST.revisions_within}
UNION SELECT post_id FROM ({SEEN_POSTS}) s WHERE imported_in_id = %(imported_in)s"""

# That a post is gone tells nothing once nobody says that it was ever there.
ONLY_MISSED = f"""(t.id = ANY(%(posts)s) AND t.gone_at IS NOT NULL AND t.said = {BITS["gone_at"]}
  AND NOT EXISTS (SELECT FROM {POST.table}revision r WHERE r.post_id = t.id)
  AND NOT EXISTS (SELECT FROM ({SEEN_POSTS}) s WHERE s.post_id = t.id AND s.said > 0
    AND imported_in_id IS DISTINCT FROM %(imported_in)s))"""


@transaction.atomic
def retract(import_: Import) -> Outcome:
    """Undo an import: what it changed gets back what was before («changed»), what only it brought goes («removed»).

    Every value is then the one that the other collections alone would have left, whatever the order: what a later one changed
    stays, what another one confirmed becomes that one's, what was overruled stands again; a post keeps only the fields that
    others said. The outcome lists one status for each post and value touched, in no particular order,
    and counts the values that became another import's.
    """
    outcome = Outcome()
    with connection.cursor() as cursor:
        accounts = Collection.objects.filter(imported_in=import_).order_by("account").values_list("account", flat=True).distinct()
        facts = {"accounts": list(accounts), "imported_in": import_.pk}
        cursor.execute("SELECT FROM clients_account WHERE id = ANY(%(accounts)s) ORDER BY id FOR NO KEY UPDATE", facts)
        cursor.execute(f"SELECT array_agg(post_id) FROM ({POSTS_OF_IMPORT}) p", facts)
        facts["posts"] = cursor.fetchone()[0] or []
        for target in (VALUE, POST_VALUE):
            outcome.kept.update(_handed_over(cursor, target, facts))
            outcome.values.extend(_retract(cursor, target, facts))
        _handed_over(cursor, POST, facts)
        outcome.posts.extend(_retract(cursor, POST, facts))
        Collection.objects.filter(imported_in=import_).delete()
    return outcome


def _handed_over(cursor: Any, target: Target, facts: dict[str, Any]) -> Iterator[int]:
    """The import that each row has become; a collection without a file has none."""
    cursor.execute(f"{hand_over(target)} RETURNING t.imported_in_id", facts)
    return (row[0] for row in cursor.fetchall() if row[0] is not None)


def _retract(cursor: Any, target: Target, facts: dict[str, Any]) -> list[Status]:
    for statement in (hand_over_revisions(target), forget_revisions(target)):
        cursor.execute(statement, facts)
    changed = 0
    if target is POST:
        cursor.execute(take_fields_back(f"{POST.table}revision", "post_id"), facts)
        cursor.execute(take_fields_back(POST.table, "id"), facts)
        changed = cursor.rowcount
    cursor.execute(restore(target), facts)
    changed += cursor.fetchone()[0]
    cursor.execute(forget_restored(target), facts)
    nobody_s = f"t.imported_in_id = %(imported_in)s{f' OR {ONLY_MISSED}' if target is POST else ''}"
    cursor.execute(f"DELETE FROM {target.table} t WHERE ({nobody_s}) AND {target.within}", facts)
    return [Status.CHANGED] * changed + [Status.REMOVED] * cursor.rowcount


def hand_over(target: Target) -> str:
    return _hand_over(target, target.table, target.within, target.ref("t"))


def hand_over_revisions(target: Target) -> str:
    table = f"{target.table}revision"
    return _hand_over(target, table, target.revisions_within, target.ref("t", revision=True))


def _hand_over(target: Target, table: str, within: str, ref: str) -> str:
    """Rows that another collection confirmed become the newest such collection's."""
    columns = ("imported_in_id", "source", "collected_at", *(["said"] if target is POST else []))
    return f"""
    UPDATE {table} t SET {", ".join(f"{c} = seen.{c}" for c in columns)}
    FROM (SELECT DISTINCT ON (ref) ref, {", ".join(columns)} FROM ({SEEN}) c
      WHERE imported_in_id IS DISTINCT FROM %(imported_in)s AND ref LIKE '{target.name}:%%'
      ORDER BY ref, collected_at DESC, id DESC) seen
    WHERE seen.ref = {ref} AND t.imported_in_id = %(imported_in)s AND {within}"""


def forget_revisions(target: Target) -> str:
    return f"DELETE FROM {target.table}revision t WHERE t.imported_in_id = %(imported_in)s AND {target.revisions_within}"


def _weight(target: Target, row: str) -> str:
    """By which one row counts before another: measured over guessed, then the later collected or seen again, then the later said.

    A post's row holds what earlier ones said too, so the last one counts.
    """
    if target is POST:
        return f"ROW({row}.revision)"
    return f"ROW({row}.source NOT IN {GUESSED}, greatest({row}.collected_at, seen.collected_at), {row}.revision)"


def restore(target: Target) -> str:
    """The revision that counts most takes the place of a row that is taken back, or counts less now; how many did.

    A row that counts less now, because who confirmed it is taken back, becomes a revision itself.
    """
    kept = (*target.fields, *ORIGIN)
    return f"""
    WITH seen AS (SELECT ref, max(collected_at) AS collected_at FROM ({SEEN}) c
      WHERE imported_in_id IS DISTINCT FROM %(imported_in)s AND ref LIKE '{target.name}:%%' GROUP BY ref),
    best AS (SELECT DISTINCT ON ({", ".join(target.revision_key)}) t.*, {_weight(target, "t")} AS weight
      FROM {target.table}revision t LEFT JOIN seen ON seen.ref = {target.ref("t", revision=True)}
      WHERE {target.revisions_within} ORDER BY {", ".join(target.revision_key)}, weight DESC),
    restored AS (UPDATE {target.table} t SET {", ".join(f"{c} = r.{c}" for c in kept)}
      FROM best r JOIN {target.table} s ON {target.revision_of("s", "r")} LEFT JOIN seen ON seen.ref = {target.ref("s")}
      WHERE {target.same("t", "s")} AND (t.imported_in_id = %(imported_in)s OR r.weight > {_weight(target, "s")})
      RETURNING {", ".join(f"old.{c}" for c in (*target.key, *kept))}),
    displaced AS (INSERT INTO {target.table}revision ({", ".join((*target.revision_key, *kept))})
      SELECT * FROM restored WHERE imported_in_id IS DISTINCT FROM %(imported_in)s)
    SELECT count(*) FROM restored"""


def forget_restored(target: Target) -> str:
    return f"""DELETE FROM {target.table}revision r USING {target.table} t
    WHERE {target.revision_of("t", "r")} AND r.revision = t.revision AND {target.within}"""


def take_fields_back(table: str, key: str) -> str:
    """Each field that a post's row has taken over becomes the newest one that somebody else said before it, or empty."""
    bits, empty = BITS | {"has_time": BITS["published_at"]}, dict.fromkeys(TEXTS, "''") | {"has_time": "true"}
    newest = {c: f"(array_agg({c}) FILTER (WHERE said & {bit} > 0) OVER newest)[1]" for c, bit in bits.items()}
    rows = " UNION ALL ".join(
        f"""SELECT {there} AS post_id, revision, said, {", ".join(bits)} FROM {name}
        WHERE {there} = ANY(%(posts)s) AND imported_in_id IS DISTINCT FROM %(imported_in)s"""
        for name, there in ((POST.table, "id"), (f"{POST.table}revision", "post_id"))
    )
    return f"""
    WITH seen AS (SELECT post_id, revision, bit_or(said) AS seen FROM ({SEEN_POSTS}) s
      WHERE post_id = ANY(%(posts)s) AND imported_in_id IS DISTINCT FROM %(imported_in)s GROUP BY 1, 2),
    known AS (SELECT r.post_id, r.revision, r.said | coalesce(seen, 0) AS said, {", ".join(bits)}
      FROM ({rows}) r LEFT JOIN seen USING (post_id, revision)),
    kept AS (SELECT post_id, revision, {", ".join(f"coalesce({newest[c]}, {empty.get(c, 'NULL')}) AS {c}" for c in bits)} FROM known
      WINDOW newest AS (PARTITION BY post_id ORDER BY revision DESC ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING))
    UPDATE {table} t SET {", ".join(f"{c} = kept.{c}" for c in bits)} FROM kept
    WHERE t.{key} = kept.post_id AND t.revision = kept.revision AND
      ({", ".join(f"kept.{c}" for c in bits)}) IS DISTINCT FROM ({", ".join(f"t.{c}" for c in bits)})"""
