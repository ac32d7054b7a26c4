"""Which stored values a comparison would replace, and by what."""

from typing import Any

from smmstrategy.metrics.actions.merging import POST, VALUE, Target
from smmstrategy.metrics.actions.outcome import Change

AT_MOST = 20  # of posts and of accounts each: enough for an eye to tell a correction from a mistake
OF_POSTS = """
SELECT c.account_id, c.metric, coalesce(nullif(p.permalink, ''), p.key), NULL, NULL, '', t.value, c.value
FROM compared_post_value c JOIN metrics_postobservation t USING (post_id, metric) JOIN compared_post p ON p.id = c.post_id
WHERE c.status = 'changed' AND t.value <> c.value ORDER BY c.ordinal, c.metric LIMIT %s"""
OF_ACCOUNTS = """
SELECT account_id, metric, '', starts_on, ends_on, slice, t.value, c.value
FROM compared_value c JOIN metrics_observation t USING (account_id, metric, starts_on, ends_on, slice)
WHERE c.status = 'changed' AND t.value <> c.value ORDER BY c.ordinal LIMIT %s"""


def changes(cursor: Any, targets: list[Target]) -> list[Change]:
    """The first values that would be replaced, in the order of the records."""
    found: list[Change] = []
    for target, question in ((POST, OF_POSTS), (VALUE, OF_ACCOUNTS)):
        if target in targets:
            cursor.execute(question, [AT_MOST])
            found += [Change(*row) for row in cursor.fetchall()]
    return found
