"""For every id in an address: rows of each client to put there, and one that does not exist."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product
from typing import Any

from django.urls import URLPattern, reverse

from audits.criteria import criteria
from audits.maturity import maturity_model
from smmstrategy.clients.checks import is_ours
from tests.isolation.people import LABELS
from tests.isolation.world import Family, Holding, World


@dataclass(frozen=True)
class Thing:
    """`line` says whose it is: client, then brand, then audit… A thing stands below another when its line goes on from there.

    A word of the product's own, such as the code of a criterion, is nobody's: its line is empty.
    """

    value: Any
    line: tuple[Any, ...]
    is_handed: bool = False  # the client's own people may read it


MISSING = {"slug": "no-such-thing", "int": 999_999_999, "str": "nothing", "uuid": "00000000-0000-0000-0000-000000000000"}
Things = Callable[[Holding, str], list[Thing]]


def of_families(things: Callable[[Family], list[tuple[Any, str, bool]]]) -> Things:
    """Things of both brands: (value, its place below the brand or "", whether the client's people may read it)."""

    def of_holding(holding: Holding, label: str) -> list[Thing]:
        return [
            Thing(value, (label, number, *place.split("/")) if place else (label, number), is_handed)
            for number, family in enumerate(holding.families)
            for value, place, is_handed in things(family)
        ]

    return of_holding


# The part of a route that takes an id → what may stand there. A new kind of address needs its line here.
OBJECTS: dict[str, Things] = {
    "clients/<slug:slug>": lambda holding, label: [Thing(holding.client.slug, (label,), True)],
    "people/<int:pk>": lambda holding, label: [Thing(holding.membership.pk, (label, "membership"))],
    "brands/<slug:slug>": of_families(lambda family: [(family.brand.slug, "", True)]),
    "accounts/<int:pk>": of_families(lambda family: [(family.tracking.pk, "tracking", False)]),
    "accounts/<int:account>": of_families(lambda family: [(family.tracking.account_id, "account", False)]),
    "posts/<int:post>": of_families(lambda family: [(family.tracking.account.posts.get().pk, "post", False)]),
    "imports/<int:pk>": of_families(lambda family: [(family.import_.pk, "import", False)]),
    "jobs/<int:pk>": of_families(lambda family: [(family.job.pk, "job", False)]),
    "audits/<int:pk>": of_families(lambda family: [(row.pk, f"audit/{n}", n == "handed") for n, row in family.audits.items()]),
    "files/<int:pk>": of_families(lambda family: [(row.pk, f"file/{n}", n == "handed") for n, row in family.files.items()]),
    "opportunities/<int:opportunity>": of_families(
        lambda family: [(row.pk, f"audit/{name}/opportunity", False) for name, row in family.opportunities.items()]
    ),
    "confirm-email/<key>": lambda _holding, _label: [Thing("key", ())],
    "criteria/<str:criterion>": lambda _holding, _label: [Thing(criteria().each()[0].id, ())],
    "draw/<str:language>": lambda _holding, _label: [Thing("en", ())],
    "maturity/<slug:dimension>": lambda _holding, _label: [Thing(maturity_model().dimensions[0].id, ())],
}
# What libraries' addresses take is no row of a client's.
LIBRARIES = {
    "account_reset_password_from_key": {"uidb36": "1", "key": "nothing"},
}
TAKES = re.compile(r"<(?:(\w+):)?(\w+)>")


class NoObject(Exception):
    """The walker does not know what to put into an address."""


def parts(route: str) -> list[str]:
    """The parts of a route that take an id, each with the word before it: «brands/<slug:slug>»."""
    segments = route.split("/")
    return ["/".join(segments[max(n - 1, 0) : n + 1]) for n, segment in enumerate(segments) if TAKES.search(segment)]


def uses(world: World, route: str, pattern: URLPattern) -> Iterator[tuple[str, tuple[Thing | None, ...]]]:
    """Every address made from a route, with the things in it; None stands for one that does not exist."""
    if not is_ours(pattern):
        yield reverse(pattern.name, kwargs=LIBRARIES.get(pattern.name, {})), ()
        return
    taken = parts(route)
    for things in product(*(_candidates(world, route, part, nested=len(taken) > 1) for part in taken)):
        yield "/" + _filled(route, things), things


def _candidates(world: World, route: str, part: str, *, nested: bool) -> list[Thing | None]:
    """Things of all clients; those of a second brand only where an address names parent and child."""
    if part not in OBJECTS:
        raise NoObject(
            f"The address “{route}” takes an id that the walker knows no row for. "
            f"Add “{part}” to OBJECTS in tests/isolation/objects.py (and its rows to world.py)."
        )
    things = dict.fromkeys(thing for label in LABELS for thing in OBJECTS[part](world.holdings[label], label))
    return [*(thing for thing in things if nested or thing.line[1:2] != (1,)), None]


def _filled(route: str, things: tuple[Thing | None, ...]) -> str:
    left = list(things)

    def fill(match: re.Match) -> str:
        thing = left.pop(0)
        return str(MISSING[match[1] or "str"] if thing is None else thing.value)

    return TAKES.sub(fill, route)
