"""Taking back what an import wrote."""

from typing import Any

from django.db import connection, transaction

from smmstrategy.metrics.actions import at_hand
from smmstrategy.metrics.actions.fields import forget_taken_over, settle, stand_settled
from smmstrategy.metrics.actions.first_said import kept_by, spoken_of, stand_since_first_said
from smmstrategy.metrics.actions.merging import DETAILS, GUESSED, ORIGIN, POST, POST_VALUE, VALUE, Target, is_exact
from smmstrategy.metrics.actions.missing import gone_since, is_any_missed, mark_gone
from smmstrategy.metrics.actions.outcome import Outcome, Status
from smmstrategy.metrics.models import Collection, Import

# The collections that are left, each with its place: measured over guessed, then the later collected, then the later said.
OTHERS = f"""
SELECT row_number() OVER (ORDER BY source NOT IN {GUESSED}, collected_at, id) AS nth, id, imported_in_id, source, collected_at
FROM metrics_collection WHERE account_id = ANY(%(accounts)s) AND imported_in_id IS DISTINCT FROM %(imported_in)s"""
# The rows that they confirmed, each with the one that counts most and with the one that came first.
SEEN = """
WITH rows AS (SELECT ref, max(ARRAY[nth, c.said]) AS newest, bit_or(c.said) AS ever_said, min(ARRAY[id, nth]) AS first
  FROM others JOIN metrics_collection USING (id) CROSS JOIN LATERAL unnest(confirmed, metrics_collection.said) c (ref, said)
  GROUP BY ref)
SELECT ref, o.nth, o.imported_in_id, o.source, o.collected_at, newest[2]::smallint AS said, ever_said,
  f.imported_in_id AS first_imported_in_id, f.source AS first_source, f.collected_at AS first_collected_at
FROM rows JOIN others o ON o.nth = newest[1] JOIN others f ON f.nth = first[2]"""
# An import says the same of all its accounts at once; what came without a file is known by its moment.
PLACES = "SELECT imported_in_id, max(nth) AS nth FROM others WHERE imported_in_id IS NOT NULL GROUP BY imported_in_id"
TOUCHED = f"""
SELECT id AS post_id, account_id, {", ".join(DETAILS)} FROM {POST.table} WHERE id = ANY(ARRAY(
SELECT id FROM {POST.table} WHERE account_id = ANY(%(accounts)s) AND imported_in_id = %(imported_in)s
UNION SELECT id FROM {POST.table} p CROSS JOIN LATERAL
  (SELECT FROM {POST.table}revision WHERE post_id = p.id AND imported_in_id = %(imported_in)s LIMIT 1) r
  WHERE account_id = ANY(%(accounts)s)
UNION SELECT split_part(ref, ':', 2)::bigint FROM metrics_collection CROSS JOIN LATERAL unnest(confirmed) ref
  WHERE imported_in_id = %(imported_in)s AND ref LIKE 'post:%%'))"""
SAY_OTHERWISE = f"""
SELECT count(*) FROM touched b JOIN {POST.table} t ON t.id = b.post_id
WHERE ({", ".join(f"b.{c}" for c in DETAILS)}) IS DISTINCT FROM ({", ".join(f"t.{c}" for c in DETAILS)})"""


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
        facts = {"accounts": list(accounts), "imported_in": import_.pk, "zone": import_.client.time_zone}
        cursor.execute("SELECT FROM clients_account WHERE id = ANY(%(accounts)s) ORDER BY id FOR NO KEY UPDATE", facts)
        cursor.execute("SET LOCAL work_mem = '64MB'")
        at_hand.keep(cursor, "others", ["nth"], OTHERS, facts)
        at_hand.keep(cursor, "places", ["imported_in_id"], PLACES, facts)
        at_hand.keep(cursor, "seen", ["ref"], SEEN, facts)
        at_hand.keep(cursor, "touched", ["post_id"], TOUCHED, facts)
        for target in (VALUE, POST_VALUE):
            at_hand.keep(cursor, f"due_{target.name}", target.key, spoken_of(target), facts)
        Collection.objects.filter(imported_in=import_).delete()
        for target in (VALUE, POST_VALUE):
            cursor.execute(hand_over(target), facts)
            changed, removed = _retract(cursor, target, facts)
            outcome.values.extend([Status.CHANGED] * changed + [Status.REMOVED] * removed)
            _say_once(cursor, target, facts)
            stand_since_first_said(cursor, target, facts)
            cursor.execute(kept_by(target))
            outcome.kept.update(import_id for (import_id,) in cursor.fetchall())
        cursor.execute(hand_over(POST), facts)
        _changed, removed = _retract(cursor, POST, facts)
        outcome.posts.extend([Status.CHANGED] * _settled(cursor, facts) + [Status.REMOVED] * removed)
        if is_any_missed(cursor, facts):
            cursor.execute(mark_gone(f"({gone_since()})"), facts)
        cursor.execute(
            "DROP TABLE pg_temp.others, pg_temp.places, pg_temp.seen, pg_temp.touched,"
            " pg_temp.written, pg_temp.heard, pg_temp.settled, pg_temp.best_post, pg_temp.best_post_value, pg_temp.best_value,"
            " pg_temp.due_post_value, pg_temp.due_value"
        )
    return outcome


def _retract(cursor: Any, target: Target, facts: dict[str, Any]) -> tuple[int, int]:
    """How many rows got back what was before, and how many went."""
    for statement in (hand_over_revisions(target), forget_revisions(target)):
        cursor.execute(statement, facts)
    changed = 0
    if at_hand.keep(cursor, f"best_{target.name}", target.revision_key, best(target), facts):
        cursor.execute(restore(target), facts)
        changed = cursor.fetchone()[0]
        cursor.execute(forget_restored(target), facts)
    cursor.execute(f"DELETE FROM {target.table} t WHERE t.imported_in_id = %(imported_in)s AND {target.within}", facts)
    return changed, cursor.rowcount


def _say_once(cursor: Any, target: Target, facts: dict[str, Any]) -> None:
    """What was said, then said otherwise by this import, then said again was first said before: the others confirm it."""
    if at_hand.keep(cursor, "alike", [*target.key, "revision"], said_alike(target), facts):
        for statement in (stand_as_first_said(target), forget_said_alike(target), CONFIRM):
            cursor.execute(statement, facts)
    cursor.execute("DROP TABLE pg_temp.alike")


def _settled(cursor: Any, facts: dict[str, Any]) -> int:
    """How many posts have other fields once they are as the words say that are left."""
    settle(cursor, facts)
    for statement in (forget_taken_over(), stand_settled(), SAY_OTHERWISE):
        cursor.execute(statement, facts)
    return int(cursor.fetchone()[0])


def hand_over(target: Target) -> str:
    return _hand_over(target, target.table, target.within, target.ref("t"))


def hand_over_revisions(target: Target) -> str:
    table = f"{target.table}revision"
    return _hand_over(target, table, target.revisions_within, target.ref("t", revision=True))


def _hand_over(target: Target, table: str, within: str, ref: str) -> str:
    """A value that others confirmed becomes that of the first of them, which would have said it; a post that of the newest."""
    columns, which = (("said",), "") if target is POST else ((), "first_")
    origin = {c: f"seen.{which}{c}" for c in ("imported_in_id", "source", "collected_at")} | {c: f"seen.{c}" for c in columns}
    return f"""
    UPDATE {table} t SET {", ".join(f"{c} = {it}" for c, it in origin.items())}
    FROM seen WHERE seen.ref = {ref} AND t.imported_in_id = %(imported_in)s AND {within}"""


def forget_revisions(target: Target) -> str:
    return f"DELETE FROM {target.table}revision t WHERE t.imported_in_id = %(imported_in)s AND {target.revisions_within}"


def _place(target: Target, row: str) -> str:
    """That of the collection that counts most of those that wrote or confirmed the row, after what the row itself is worth."""
    before = f"(o.source NOT IN {GUESSED}, o.collected_at) <= ({row}.source NOT IN {GUESSED}, {row}.collected_at)"
    worth = [f"({row}.source NOT IN {GUESSED})::int", f"({is_exact(row)})::int"] if target.is_of_its_days else []
    nth = f"greatest(seen.nth, coalesce(places.nth, (SELECT max(o.nth) FROM others o WHERE {before}), 0))"
    return f"ARRAY[{', '.join([*worth, nth, f'{row}.revision'])}]"


def best(target: Target) -> str:
    """The revision that counts most, for each row that is taken back or counts less now."""
    return f"""
    SELECT r.* FROM (SELECT DISTINCT ON ({", ".join(target.revision_key)}) t.*, {_place(target, "t")} AS place
      FROM {target.table}revision t LEFT JOIN seen ON seen.ref = {target.ref("t", revision=True)}
      LEFT JOIN places ON places.imported_in_id = t.imported_in_id
      WHERE {target.revisions_within} ORDER BY {", ".join(target.revision_key)}, place DESC) r
    CROSS JOIN LATERAL (SELECT t.*, {target.ref("t")} AS ref FROM {target.table} t
      WHERE {target.revision_of("t", "r")} OFFSET 0) s
    LEFT JOIN seen ON seen.ref = s.ref LEFT JOIN places ON places.imported_in_id = s.imported_in_id
    WHERE s.imported_in_id = %(imported_in)s OR r.place > {_place(target, "s")}"""


def restore(target: Target) -> str:
    """The best revisions take the place of the rows that stand; how many did.

    A row that counts less now, because who confirmed it is taken back, becomes a revision itself.
    """
    kept = (*target.fields, *ORIGIN)
    return f"""
    WITH restored AS (UPDATE {target.table} t SET {", ".join(f"{c} = r.{c}" for c in kept)}
      FROM best_{target.name} r WHERE {target.revision_of("t", "r")}
      RETURNING {", ".join(f"old.{c}" for c in (*target.key, *kept))}),
    displaced AS (INSERT INTO {target.table}revision ({", ".join((*target.revision_key, *kept))})
      SELECT * FROM restored WHERE imported_in_id IS DISTINCT FROM %(imported_in)s)
    SELECT count(*) FROM restored"""


def forget_restored(target: Target) -> str:
    return f"""DELETE FROM {target.table}revision t WHERE {target.revisions_within} AND EXISTS (
      SELECT FROM {target.table} s WHERE {target.revision_of("s", "t")} AND s.revision = t.revision OFFSET 0)"""


def said_alike(target: Target) -> str:
    """The rows that say what stands with no other between them, that with the lowest number among them being the first."""
    names, r_names, ref = ", ".join(target.key), ", ".join(f"r.{c}" for c in target.key), target.ref("k")
    owner = "account_id" if target is VALUE else "(SELECT account_id FROM touched WHERE touched.post_id = k.post_id)"
    return f"""
    WITH told AS (SELECT t.*, s.revision AS now, {_place(target, "t")} AS place,
        (t.value, t.precision, t.source IN {GUESSED}) = (s.value, s.precision, s.source IN {GUESSED}) AS is_alike
      FROM {target.table}revision t CROSS JOIN LATERAL (SELECT s.revision, value, precision, source FROM {target.table} s
        WHERE {target.revision_of("s", "t")} OFFSET 0) s
      LEFT JOIN seen ON seen.ref = {target.ref("t", revision=True)} LEFT JOIN places ON places.imported_in_id = t.imported_in_id
      WHERE {target.revisions_within}),
    since AS (SELECT *, max(place) FILTER (WHERE NOT is_alike) OVER (PARTITION BY {names}) AS other FROM told),
    run AS (SELECT *, min(revision) OVER (PARTITION BY {names}) AS first FROM since
      WHERE is_alike AND (other IS NULL OR place > other)),
    k AS (SELECT {names}, revision, first, source, collected_at, imported_in_id FROM run WHERE first < now
      UNION SELECT {r_names}, t.revision, first, t.source, t.collected_at, t.imported_in_id
      FROM (SELECT DISTINCT {names}, first FROM run WHERE first < now) r CROSS JOIN LATERAL
        (SELECT t.revision, source, collected_at, imported_in_id FROM {target.table} t WHERE {target.same("t", "r")} OFFSET 0) t)
    SELECT k.*, {owner} AS owner, {ref} AS ref, {ref.replace("k.revision", "k.first")} AS first_ref FROM k"""


def stand_as_first_said(target: Target) -> str:
    origin = ("source", "collected_at", "imported_in_id", "revision")
    return f"""UPDATE {target.table} t SET {", ".join(f"{c} = k.{c}" for c in origin)}
    FROM alike k WHERE {target.same("t", "k")} AND k.revision = k.first"""


def forget_said_alike(target: Target) -> str:
    return f"DELETE FROM {target.table}revision r USING alike k WHERE {target.revision_of('k', 'r')} AND r.revision = k.revision"


# Who wrote or confirmed a row that says the same confirms the first; what came without a file is known by its moment.
CONFIRM = """
WITH said AS (SELECT c.id, array_agg(k.first_ref) AS refs FROM metrics_collection c JOIN alike k ON k.owner = c.account_id
    AND k.revision <> k.first AND k.imported_in_id IS NOT DISTINCT FROM c.imported_in_id
    AND (k.imported_in_id IS NOT NULL OR (k.source, k.collected_at) = (c.source, c.collected_at)) GROUP BY c.id),
named AS (SELECT c.id, array_agg(coalesce(k.first_ref, ref) ORDER BY n) AS refs
  FROM metrics_collection c CROSS JOIN LATERAL unnest(c.confirmed) WITH ORDINALITY u (ref, n) LEFT JOIN alike k USING (ref)
  WHERE c.account_id IN (SELECT owner FROM alike) GROUP BY c.id)
UPDATE metrics_collection c SET confirmed = coalesce(named.refs, '{}') || coalesce(said.refs, '{}'),
  said = c.said || array_fill(NULL::smallint, ARRAY[coalesce(cardinality(said.refs), 0)])
FROM metrics_collection o LEFT JOIN said USING (id) LEFT JOIN named USING (id)
WHERE o.id = c.id AND o.account_id IN (SELECT owner FROM alike)"""
