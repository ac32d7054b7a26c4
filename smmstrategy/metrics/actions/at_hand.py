"""Temporary tables that are looked up by their key, whatever is known of the tables they were filled from, perhaps just now."""

from collections.abc import Iterable
from typing import Any


def keep(cursor: Any, name: str, key: Iterable[str], query: str, facts: dict[str, Any]) -> None:
    """What the query finds, until the transaction ends."""
    cursor.execute(f"CREATE TEMP TABLE {name} ON COMMIT DROP AS {query}", facts)
    give_key(cursor, name, key)


def give_key(cursor: Any, name: str, key: Iterable[str]) -> None:
    cursor.execute(f"ALTER TABLE {name} ADD PRIMARY KEY ({', '.join(key)}); ANALYZE {name}")
