"""Temporary tables that are looked up by their key, whatever is known of the tables they were filled from, perhaps just now."""

from collections.abc import Iterable
from typing import Any

FEW = 10  # to read so many rows for each of others takes no longer than to look one up


def keep(cursor: Any, name: str, key: Iterable[str], query: str, facts: dict[str, Any]) -> int:
    """What the query finds, until the transaction ends; how many rows that are."""
    cursor.execute(f"CREATE TEMP TABLE {name} ON COMMIT DROP AS {query}", facts)
    if (count := cursor.rowcount) > FEW:
        cursor.execute(f"ALTER TABLE {name} ADD PRIMARY KEY ({', '.join(key)}); ANALYZE {name}")
    return count
