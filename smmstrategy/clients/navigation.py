"""What a client's sidebar offers: every product adds its entry when Django starts, and nobody lists the others."""

from dataclasses import dataclass

from smmstrategy.clients.access import STAFF


@dataclass(frozen=True, slots=True)
class Entry:
    """`key` is what a page calls its `section`; the address `url_name` takes the client's slug."""

    key: str
    label: str
    icon: str
    url_name: str
    order: int
    roles: frozenset[str] = STAFF


_entries: dict[str, Entry] = {}


def add(entry: Entry) -> None:
    _entries[entry.key] = entry


def entries(roles: frozenset[str]) -> list[Entry]:
    """The entries somebody with these roles sees, in order."""
    return sorted((e for e in _entries.values() if e.roles & roles), key=lambda e: e.order)
