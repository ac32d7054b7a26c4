"""Which stored values a comparison would replace, and by what: the first for an eye, all of them as a digest."""

import hashlib
from collections import defaultdict
from typing import Any

from smmstrategy.metrics.actions.found import Found
from smmstrategy.metrics.actions.merging import DETAILS, POST, POST_VALUE, VALUE, Target
from smmstrategy.metrics.actions.outcome import Replacement

AT_MOST = 20  # of posts and of accounts each: enough for an eye to tell a correction from a mistake
OF_POSTS = """
SELECT c.account_id, c.metric, coalesce(nullif(p.permalink, ''), p.key), NULL, NULL, '', t.value, c.value
FROM compared_post_value c JOIN metrics_postobservation t USING (post_id, metric) JOIN compared_post p ON p.id = c.post_id
WHERE c.status = 'changed' AND t.value <> c.value ORDER BY c.ordinal, c.metric LIMIT %s"""
OF_ACCOUNTS = """
SELECT account_id, metric, '', starts_on, ends_on, slice, t.value, c.value
FROM compared_value c JOIN metrics_observation t USING (account_id, metric, starts_on, ends_on, slice)
WHERE c.status = 'changed' AND t.value <> c.value ORDER BY c.ordinal LIMIT %s"""

WRITTEN = "c.status NOT IN ('confirmed', 'unchanged')"
# By account: what comes in beside what stands there, in the order of the records and without the numbers of rows not made yet.
# What stands is found by walks along the keys, as when comparing.
DIGESTS = {
    POST: f"""
WITH t AS MATERIALIZED (SELECT * FROM metrics_post WHERE id = ANY(ARRAY(SELECT id FROM compared_post WHERE status = 'changed')))
SELECT c.account_id, md5(string_agg(md5(ROW(c.ordinal, c.status, {", ".join(f"c.{d}, t.{d}" for d in DETAILS)},
  s.metrics, s.numbers, s.rounded)::text), '' ORDER BY c.ordinal))
FROM compared_post c JOIN staged_post s USING (ordinal) LEFT JOIN t USING (id) WHERE {WRITTEN} GROUP BY 1""",
    POST_VALUE: f"""
WITH t AS MATERIALIZED (SELECT post_id, metric, value, precision FROM metrics_postobservation
  WHERE post_id = ANY(ARRAY(SELECT DISTINCT post_id FROM compared_post_value WHERE status IN ('changed', 'overruled'))))
SELECT c.account_id, md5(string_agg(md5(ROW(c.ordinal, c.metric, c.status, c.value, c.precision, t.value, t.precision)::text), ''
  ORDER BY c.ordinal, c.metric))
FROM compared_post_value c LEFT JOIN t USING (post_id, metric) WHERE {WRITTEN} GROUP BY 1""",
    VALUE: f"""
SELECT c.account_id, md5(string_agg(md5(ROW(c.ordinal, c.metric, c.starts_on, c.ends_on, c.slice, c.status, c.value, c.precision,
  t.value, t.precision)::text), '' ORDER BY c.ordinal))
FROM compared_value c LEFT JOIN LATERAL (SELECT * FROM metrics_observation o WHERE {VALUE.same("o", "c")} OFFSET 0) t ON true
WHERE {WRITTEN} GROUP BY 1""",
}
OF_MARKS = """
SELECT account_id, md5(string_agg(md5(ROW(key, before, gone_at)::text), '' ORDER BY key)) FROM compared_gone
WHERE gone_at IS DISTINCT FROM before GROUP BY 1"""


def digests(cursor: Any, targets: list[Target], found: Found) -> dict[int, str]:
    """By account a digest of everything that would be written, and of what it would replace."""
    lines: defaultdict[int, str] = defaultdict(str)
    questions = {target.name: DIGESTS[target] for target in targets} | ({"gone": OF_MARKS} if ("gone", "changed") in found else {})
    for name, question in questions.items():
        cursor.execute(question)
        for account, digest in cursor.fetchall():
            lines[account] += f"{name}:{digest} "
    return {account: hashlib.sha256(text.encode()).hexdigest() for account, text in lines.items()}


def replacements(cursor: Any, found: Found) -> list[Replacement]:
    """The first values that would be replaced, in the order of the records."""
    first: list[Replacement] = []
    for target, question in ((POST_VALUE, OF_POSTS), (VALUE, OF_ACCOUNTS)):
        if (target.name, "changed") in found:
            cursor.execute(question, [AT_MOST])
            first += [Replacement(*row) for row in cursor.fetchall()]
    return first
