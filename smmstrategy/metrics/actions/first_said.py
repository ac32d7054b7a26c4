"""When a value that stands was first said: by the first of the words that say it with no other word between them and now.

Words stand in the order of what they are worth and of their moments, so it is the same in whatever order files come and are undone.
"""

from typing import Any

from smmstrategy.metrics.actions import at_hand
from smmstrategy.metrics.actions.merging import GUESSED, VALUE, Target

SPEAKER = ("source", "collected_at", "imported_in_id")
# Accounts of which words came in another order than that of their moments.
SHUFFLED = f"""
(SELECT account_id FROM (SELECT account_id, row_number() OVER (PARTITION BY account_id ORDER BY id)
  <> row_number() OVER (PARTITION BY account_id ORDER BY source NOT IN {GUESSED}, collected_at, id) AS is_moved
  FROM metrics_collection WHERE account_id = ANY(%(accounts)s)) c WHERE is_moved)"""
OF_THE_IMPORT = """
(SELECT ref FROM metrics_collection CROSS JOIN LATERAL unnest(confirmed) ref WHERE imported_in_id = %(imported_in)s)"""


def out_of_turn(target: Target) -> str:
    """The values of which a collection speaks that is not the last to do so: before their first word, or amid their words."""
    keys = ", ".join(("account_id", *(c for c in target.key if c != "account_id")))
    return f"""
    SELECT {keys}, true AS is_unsure FROM compared_{target.name}
    WHERE (status = 'confirmed' AND first_said_at > %(collected_at)s)
      OR (status = 'overruled' AND first_said_at <= %(collected_at)s)"""


def spoken_of(target: Target) -> str:
    """The values that an import first said, and those of which it said something that does not stand.

    Of each whether others confirmed it, and whether who said it first may change by more than handing over: where somebody said
    otherwise, or words came in another order than that of their moments.
    """
    keys = ", ".join((*(["account_id"] if target is not VALUE else []), *(f"t.{c}" for c in target.key)))
    join = "" if target is VALUE else "JOIN touched USING (post_id)"
    return f"""
    SELECT *, false AS is_kept, true AS is_unsure FROM (
      SELECT {keys} FROM {target.table}revision t {join} WHERE {target.revisions_within}
        AND (t.imported_in_id = %(imported_in)s OR {target.ref("t", revision=True)} IN {OF_THE_IMPORT})
      EXCEPT SELECT {keys} FROM {target.table} t {join} WHERE t.imported_in_id = %(imported_in)s AND {target.within}) beside
    UNION ALL SELECT {keys}, seen.ref IS NOT NULL, account_id IN {SHUFFLED}
      OR EXISTS (SELECT FROM {target.table}revision r WHERE {target.revision_of("t", "r")} OFFSET 0)
      FROM {target.table} t {join} LEFT JOIN seen ON seen.ref = {target.ref("t")}
      WHERE t.imported_in_id = %(imported_in)s AND {target.within}"""


def stand_since_first_said(cursor: Any, target: Target, facts: dict[str, Any]) -> None:
    """The values of the table `due_…` get who first said them and when; who has been named till now confirms them."""
    if at_hand.keep(cursor, "first_said", target.key, first_said(target), facts):
        for statement in (CONFIRM, take_origin(target)):
            cursor.execute(statement, facts)
    cursor.execute("DROP TABLE pg_temp.first_said")


def first_said(target: Target) -> str:
    """The values which somebody else said first than the one that is named, with the collection of that one."""
    key, speaker = ", ".join(target.key), ", ".join(SPEAKER)
    row = f"revision, value, precision, {speaker}"
    return f"""
    WITH collected AS (SELECT account_id, source, collected_at, coalesce(imported_in_id, 0) AS import, max(id) AS id
      FROM metrics_collection WHERE account_id = ANY(%(accounts)s) GROUP BY 1, 2, 3, 4),
    told AS (SELECT d.*, t.*, t.revision = s.revision AS is_named,
        (t.value, t.precision, t.source IN {GUESSED}) = (s.value, s.precision, s.source IN {GUESSED}) AS is_alike
      FROM due_{target.name} d CROSS JOIN LATERAL (SELECT {row} FROM {target.table} t WHERE {target.same("t", "d")} OFFSET 0) s
      CROSS JOIN LATERAL (SELECT s.* UNION ALL
        SELECT {row} FROM {target.table}revision r WHERE {target.revision_of("d", "r")} OFFSET 0) t WHERE is_unsure),
    wrote AS (SELECT told.*, c.id, {target.ref("told", revision=True)} AS ref FROM told LEFT JOIN collected c
      ON (c.account_id, c.source, c.collected_at) = (told.account_id, told.source, told.collected_at)
      AND c.import = coalesce(told.imported_in_id, 0)),
    words AS (SELECT {key}, ref, is_alike, precision, is_named, id, {speaker} FROM wrote
      UNION ALL SELECT {", ".join(f"w.{c}" for c in target.key)}, ref, is_alike, precision, false, c.id,
        {", ".join(f"c.{c}" for c in SPEAKER)}
      FROM metrics_collection c CROSS JOIN LATERAL unnest(c.confirmed) ref JOIN wrote w USING (ref)
      WHERE c.account_id = ANY(%(accounts)s)),
    placed AS (SELECT *, row_number() OVER (PARTITION BY {key} ORDER BY {_worth(target)}) AS n FROM words),
    since AS (SELECT *, max(n) FILTER (WHERE NOT is_alike) OVER one AS other, max(id) FILTER (WHERE is_named) OVER one AS named_id,
        max(ref) FILTER (WHERE is_named) OVER one AS named_ref FROM placed WINDOW one AS (PARTITION BY {key})),
    first AS (SELECT DISTINCT ON ({key}) * FROM since WHERE is_alike AND n > coalesce(other, 0) ORDER BY {key}, n)
    SELECT {key}, named_ref AS ref, named_id, {speaker} FROM first WHERE NOT is_named"""


def _worth(target: Target) -> str:
    worth = [f"source NOT IN {GUESSED}", *(["precision = 'exact'"] if target.is_of_its_days else [])]
    return ", ".join([*worth, "collected_at", "id"])


def take_origin(target: Target) -> str:
    return f"""
    UPDATE {target.table} t SET {", ".join(f"{c} = f.{c}" for c in SPEAKER)} FROM first_said f WHERE {target.same("t", "f")}"""


def kept_by(target: Target) -> str:
    """The import of each value that others had confirmed; a collection without a file has none."""
    return f"""
    SELECT t.imported_in_id FROM due_{target.name} d CROSS JOIN LATERAL (SELECT imported_in_id FROM {target.table} t
      WHERE {target.same("t", "d")} OFFSET 0) t WHERE is_kept AND t.imported_in_id IS NOT NULL"""


CONFIRM = """
WITH named AS (SELECT named_id AS id, array_agg(ref) AS refs FROM first_said GROUP BY named_id),
due AS (SELECT id, ARRAY(SELECT unnest(refs) EXCEPT SELECT unnest(confirmed)) AS refs FROM named JOIN metrics_collection USING (id))
UPDATE metrics_collection c SET confirmed = confirmed || refs, said = said || array_fill(NULL::smallint, ARRAY[cardinality(refs)])
FROM due WHERE due.id = c.id"""
