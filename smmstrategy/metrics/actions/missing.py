"""Since when a post is gone: what all collections say of it together, in whatever order they came."""

from typing import Any

from smmstrategy.metrics.actions.merging import GUESSED, POST

OF_THIS_ONE = "EXISTS (SELECT FROM staged_post WHERE is_gone)"
MISSED = f"""
EXISTS (SELECT FROM metrics_collection WHERE account_id = ANY(%(accounts)s) AND missed <> '{{}}')
OR EXISTS (SELECT FROM {POST.table} WHERE account_id = ANY(%(accounts)s) AND gone_at IS NOT NULL)"""

THIS_ONE = "UNION ALL SELECT account_id, key, %(collected_at)s, NOT is_gone FROM staged_post WHERE NOT %(guessed)s"


def gone_since(this_one: str = "") -> str:
    """Each post that a collection misses, with the first that misses it after the last that has it; `this_one` is not stored yet.

    Who has a post wrote a row of it, standing or replaced, or confirmed one.
    """
    ids = "ANY(ARRAY(SELECT id FROM marked))"
    return f"""
    WITH claims AS (
      SELECT account_id, key, collected_at, false AS has FROM metrics_collection CROSS JOIN LATERAL unnest(missed) key
      WHERE account_id = ANY(%(accounts)s) AND source NOT IN {GUESSED} {this_one}),
    marked AS MATERIALIZED (
      SELECT account_id, key, p.id, p.gone_at FROM (
        SELECT account_id, key FROM claims WHERE NOT has
        UNION SELECT account_id, key FROM {POST.table} WHERE account_id = ANY(%(accounts)s) AND gone_at IS NOT NULL) k
      LEFT JOIN {POST.table} p USING (account_id, key)),
    written AS (
      SELECT id, imported_in_id, source, collected_at FROM {POST.table} WHERE id = {ids}
      UNION ALL SELECT post_id, imported_in_id, source, collected_at FROM {POST.table}revision WHERE post_id = {ids}),
    all_claims AS (
      SELECT * FROM claims
      UNION ALL SELECT m.account_id, m.key, coalesce(c.collected_at, w.collected_at), true
      FROM written w JOIN marked m USING (id)
      LEFT JOIN metrics_collection c ON c.account_id = m.account_id AND c.imported_in_id = w.imported_in_id
      WHERE coalesce(c.source, w.source) NOT IN {GUESSED}
      UNION ALL SELECT m.account_id, m.key, c.collected_at, true
      FROM metrics_collection c CROSS JOIN LATERAL unnest(confirmed) ref
      JOIN marked m ON ref LIKE '{POST.name}:%%' AND split_part(ref, ':', 2) = m.id::text
      WHERE c.account_id = ANY(ARRAY(SELECT account_id FROM marked)) AND c.source NOT IN {GUESSED})
    SELECT account_id, key, id, m.gone_at AS before, min(collected_at) FILTER (WHERE NOT has AND collected_at > seen_at) AS gone_at
    FROM marked m LEFT JOIN (
      SELECT *, coalesce(max(collected_at) FILTER (WHERE has) OVER (PARTITION BY account_id, key), '-infinity') AS seen_at
      FROM all_claims) t USING (account_id, key)
    GROUP BY account_id, key, id, m.gone_at"""


COMPARE_GONE = gone_since(THIS_ONE)


def is_any_missed(cursor: Any, facts: dict[str, Any], or_is: str = "false") -> bool:
    """Whether any post may be gone, or have been."""
    cursor.execute(f"SELECT {or_is} OR {MISSED}", facts)
    return bool(cursor.fetchone()[0])


def mark_gone(gone: str) -> str:
    """Set the marks that differ from those of `gone`, a table or a query in brackets."""
    return f"""
    UPDATE {POST.table} t SET gone_at = gone.gone_at FROM {gone} gone
    WHERE t.account_id = gone.account_id AND t.key = gone.key AND t.gone_at IS DISTINCT FROM gone.gone_at"""
