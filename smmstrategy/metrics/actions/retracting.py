"""Taking back what an import wrote."""

from collections.abc import Iterator
from typing import Any

from django.db import connection, transaction

from smmstrategy.metrics.actions.merging import BITS, GUESSED, ORIGIN, POST, POST_VALUE, TEXTS, VALUE, Target
from smmstrategy.metrics.actions.missing import gone_since, mark_gone
from smmstrategy.metrics.actions.outcome import Outcome, Status
from smmstrategy.metrics.models import Collection, Import

# The rows that others confirmed, each with the newest collection that did.
SEEN = """
WITH others AS (SELECT *, row_number() OVER (ORDER BY collected_at, id) AS nth FROM metrics_collection
  WHERE account_id = ANY(%(accounts)s) AND imported_in_id IS DISTINCT FROM %(imported_in)s),
rows AS (SELECT ref, max(ARRAY[nth, c.said]) AS newest, bit_or(c.said) AS ever_said
  FROM others CROSS JOIN LATERAL unnest(confirmed, others.said) c (ref, said) GROUP BY ref)
SELECT ref, imported_in_id, source, collected_at, newest[2]::smallint AS said, ever_said
FROM rows JOIN others ON nth = newest[1]"""
TOUCHED = f"""
SELECT id AS post_id FROM {POST.table} WHERE account_id = ANY(%(accounts)s) AND imported_in_id = %(imported_in)s
UNION SELECT id FROM {POST.table} p CROSS JOIN LATERAL
  (SELECT FROM {POST.table}revision WHERE post_id = p.id AND imported_in_id = %(imported_in)s LIMIT 1) r
  WHERE account_id = ANY(%(accounts)s)
UNION SELECT split_part(ref, ':', 2)::bigint FROM metrics_collection CROSS JOIN LATERAL unnest(confirmed) ref
  WHERE imported_in_id = %(imported_in)s AND ref LIKE 'post:%%'"""


@transaction.atomic
def retract(import_: Import) -> Outcome:
    """Undo an import: what it changed gets back what was before («changed»), what only it brought goes («removed»).

    Every value is then the one that the other collections alone would have left, whatever the order: what a later one changed
    stays, what another one confirmed becomes that one's, what was overruled stands again; a post keeps only the fields that
    others said, and is gone since when these say. The outcome lists one status for each post and value whose rows changed, in no
    particular order, and counts the values that became another import's.
    """
    outcome = Outcome()
    with connection.cursor() as cursor:
        accounts = Collection.objects.filter(imported_in=import_).order_by("account").values_list("account", flat=True).distinct()
        facts = {"accounts": list(accounts), "imported_in": import_.pk}
        cursor.execute("SELECT FROM clients_account WHERE id = ANY(%(accounts)s) ORDER BY id FOR NO KEY UPDATE", facts)
        cursor.execute("SET LOCAL work_mem = '64MB'")
        _keep_at_hand(cursor, "seen", "ref", SEEN, facts)
        _keep_at_hand(cursor, "touched", "post_id", TOUCHED, facts)
        for target in (VALUE, POST_VALUE):
            outcome.kept.update(_handed_over(cursor, target, facts))
            outcome.values.extend(_retract(cursor, target, facts))
        _handed_over(cursor, POST, facts)
        outcome.posts.extend(_retract(cursor, POST, facts))
        Collection.objects.filter(imported_in=import_).delete()
        cursor.execute(mark_gone(f"({gone_since()})"), facts)
        cursor.execute("DROP TABLE pg_temp.seen, pg_temp.touched")
    return outcome


def _keep_at_hand(cursor: Any, name: str, key: str, query: str, facts: dict[str, Any]) -> None:
    """A temporary table that is looked up by its key, whatever is known of the tables it was filled from, perhaps just now."""
    cursor.execute(f"CREATE TEMP TABLE {name} ON COMMIT DROP AS {query}", facts)
    cursor.execute(f"ALTER TABLE {name} ADD PRIMARY KEY ({key}); ANALYZE {name}")


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
    cursor.execute(f"DELETE FROM {target.table} t WHERE t.imported_in_id = %(imported_in)s AND {target.within}", facts)
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
    FROM seen WHERE seen.ref = {ref} AND t.imported_in_id = %(imported_in)s AND {within}"""


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
    WITH best AS (SELECT DISTINCT ON ({", ".join(target.revision_key)}) t.*, {_weight(target, "t")} AS weight
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
        WHERE {there} = ANY(ARRAY(SELECT post_id FROM touched)) AND imported_in_id IS DISTINCT FROM %(imported_in)s"""
        for name, there in ((POST.table, "id"), (f"{POST.table}revision", "post_id"))
    )
    return f"""
    WITH known AS (SELECT r.post_id, r.revision, r.said | coalesce(ever_said, 0) AS said, {", ".join(bits)}
      FROM ({rows}) r LEFT JOIN seen ON ref = {POST.ref("r", revision=True)}),
    kept AS (SELECT post_id, revision, {", ".join(f"coalesce({newest[c]}, {empty.get(c, 'NULL')}) AS {c}" for c in bits)} FROM known
      WINDOW newest AS (PARTITION BY post_id ORDER BY revision DESC ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING))
    UPDATE {table} t SET {", ".join(f"{c} = kept.{c}" for c in bits)} FROM kept
    WHERE t.{key} = kept.post_id AND t.revision = kept.revision AND
      ({", ".join(f"kept.{c}" for c in bits)}) IS DISTINCT FROM ({", ".join(f"t.{c}" for c in bits)})"""
