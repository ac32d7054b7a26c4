"""What a client's sidebar offers: every product adds its item when Django starts, and nobody lists the others."""

from dataclasses import dataclass

from smmstrategy.clients.access import STAFF


@dataclass(frozen=True, slots=True)
class MenuItem:
    """`key` is what a page calls its `section`; the address `url_name` takes the client's slug."""

    key: str
    label: str
    icon: str
    url_name: str
    order: int
    roles: frozenset[str] = STAFF


_items: dict[str, MenuItem] = {}


def add(item: MenuItem) -> None:
    _items[item.key] = item


def items(roles: frozenset[str]) -> list[MenuItem]:
    """The items somebody with these roles sees, in order."""
    return sorted((i for i in _items.values() if i.roles & roles), key=lambda i: i.order)
