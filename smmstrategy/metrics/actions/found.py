"""What a comparison has found: the statuses there are in each of its tables, and of which records."""

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any

from smmstrategy.metrics.actions import at_hand
from smmstrategy.metrics.actions.outcome import Outcome, Status
from smmstrategy.metrics.actions.statement import Statement

# By table and status the records; of what is confirmed, or gives way in some fields, only that there is any.
Found = dict[tuple[str, str], list[int]]
STATUSES = (
    "SELECT status, array_agg(DISTINCT ordinal) FILTER (WHERE status <> 'confirmed') FROM {} WHERE status <> 'unchanged' GROUP BY 1"
)
FOUND = {
    "post": f"{STATUSES} UNION ALL SELECT 'overruled', NULL FROM {{}} HAVING max(overruled) > 0",
    "post_value": STATUSES,
    "value": STATUSES,
    "gone": """
    SELECT 'changed', array_agg(ordinal) FILTER (WHERE ordinal IS NOT NULL AND c.id IS NOT NULL)
    FROM {} c LEFT JOIN staged_post USING (account_id, key) WHERE gone_at IS DISTINCT FROM c.before HAVING count(*) > 0""",
}
# The later ones count more.
OF_POSTS = (
    (Status.OVERRULED, "post_value", "overruled"),
    (Status.CHANGED, "post_value", "new"),
    (Status.CHANGED, "post_value", "changed"),
    (Status.CHANGED, "post", "changed"),
    (Status.CHANGED, "gone", "changed"),
    (Status.NEW, "post", "new"),
)
OF_VALUES = tuple((status, "value", str(status)) for status in (Status.OVERRULED, Status.CHANGED, Status.NEW))


def look(cursor: Any, name: str, key: Iterable[str], query: str, facts: dict[str, Any]) -> Found:
    """Keep a comparison at hand, and say what there is in it."""
    table = f"compared_{name}"
    at_hand.keep(cursor, table, key, query, facts)
    cursor.execute(FOUND[name].replace("{}", table))
    return {(name, status): ordinals or [] for status, ordinals in cursor.fetchall()}


def outcomes(found: Found, statements: Sequence[Statement]) -> list[Outcome]:
    posts = _statuses(found, OF_POSTS, sum(len(statement.posts) for statement in statements))
    values = _statuses(found, OF_VALUES, sum(len(statement.values) for statement in statements))
    return [Outcome(list(islice(posts, len(s.posts))), list(islice(values, len(s.values)))) for s in statements]


def _statuses(found: Found, marks: Iterable[tuple[Status, str, str]], count: int) -> Iterable[Status]:
    statuses = [Status.UNCHANGED] * count
    for status, name, there in marks:
        for ordinal in found.get((name, there), ()):
            statuses[ordinal] = status
    return iter(statuses)
