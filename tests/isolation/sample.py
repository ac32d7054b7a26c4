"""A part of all combinations that still meets every rule with every address; the same part in every run."""

from collections.abc import Iterable
from typing import TYPE_CHECKING
from zlib import crc32

from tests.isolation.expected import belong_together
from tests.isolation.objects import Thing
from tests.isolation.people import OWN, PEOPLE, Person

if TYPE_CHECKING:
    from tests.isolation.walk import Step

Use = tuple[str, tuple[Thing | None, ...]]
OUTSIDE = [person for person in PEOPLE if not person.roles]


def uses(found: list[Use]) -> list[Use]:
    """One use of each sort: whose things they are, whether they belong together, and how far one's own have come."""
    return list({_sort(things): (url, things) for url, things in found if _is_telling(things)}.values())


def people(things: tuple[Thing | None, ...]) -> Iterable[Person]:
    """Everybody; whoever has no role at all is only tried on the first client's things."""
    is_first = all(thing is None or thing.line[:1] in ((), (OWN,)) for thing in things)
    return [person for person in PEOPLE if is_first or person not in OUTSIDE]


def ways(all_ways: "list[Step]", declared: tuple[str, ...]) -> "list[Step]":
    """The plainest way the address answers to, and every other time another one, never the same for long."""
    plainest = next(way for way in all_ways if way.method in declared)
    others = [way for way in all_ways if way != plainest]
    often = [way for way in others if way.method in declared] * 2 + others
    number = crc32(repr((plainest.url, plainest.person.name)).encode())
    return [plainest, often[number // 2 % len(often)]][: 1 + number % 2]


def _is_telling(things: tuple[Thing | None, ...]) -> bool:
    """With several ids: those of one line, and one's own mixed with anything."""
    owned = [thing for thing in things if thing is not None and thing.line]
    return len(things) < 2 or (belong_together(owned) and None not in things) or (bool(owned) and owned[0].line[0] == OWN)


def _sort(things: tuple[Thing | None, ...]) -> tuple:
    owned = [thing for thing in things if thing is not None and thing.line]
    places = tuple(thing and (thing.line[:1] if thing.line[:1] != (OWN,) or len(things) > 1 else thing.line) for thing in things)
    return places, belong_together(owned), tuple(thing.line[:2] for thing in owned) if _same_client(owned) else ()


def _same_client(owned: list[Thing]) -> bool:
    return len({thing.line[0] for thing in owned}) < 2
