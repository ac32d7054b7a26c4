"""How far a walk goes: every person, declared method and kind of thing; of the other ways to send a request a few."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING, Any

from django.urls import URLPattern

from tests.isolation import rules
from tests.isolation.expected import Outcome, belong_together
from tests.isolation.objects import Thing
from tests.isolation.people import OWN

if TYPE_CHECKING:
    from tests.isolation.walk import Step

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
SLIPPED = {"GET": ("query",), "POST": ("body", "form")}

Use = tuple[str, tuple[Thing | None, ...]]
Way = dict[str, Any]


def kinds(found: list[Use]) -> list[Use]:
    """One use of each kind: whose the things are, how far they have come, and how they belong together."""
    first: dict[tuple, Use] = {}
    for url, things in found:
        first.setdefault(_kind(things), (url, things))
    return list(first.values())


def is_telling(step: "Step") -> bool:
    """To who belongs nowhere it is all one whose a thing is: those of the first client stand for all."""
    return bool(step.person.roles) or all(thing is None or thing.line[:1] in ((), (OWN,)) for thing in step.things)


def is_of_audits(pattern: URLPattern) -> bool:
    """Theirs are walked beside all others, in a process of their own: about as many steps."""
    return pattern.callback.__module__.startswith("audits.")


def every_way() -> list[Way]:
    return [
        {"method": method, "htmx": htmx, "slipped": slipped}
        for method in METHODS
        for htmx in (False, True)
        for slipped in ("", *SLIPPED.get("GET" if method == "HEAD" else method, ()))
    ]


def few_ways(plain: "list[Step]", declared: tuple[str, ...]) -> "Iterator[Step]":
    """The same few in every run: ids are slipped in where somebody gets through, scripts ask for each person where it is shut.

    Owners come through every door, so where others may too they say nothing.
    """
    chance = Random(plain[0].route)
    for method in [method for method in declared if method in SLIPPED]:
        steps = [step for step in plain if step.method == method and None not in step.things]
        through = [step for step in steps if rules.outcome(step) in (Outcome.ALLOWED, None)]
        shut = [step for step in steps if step not in through and step.person.roles]
        slipped, script = [{"slipped": where} for where in SLIPPED[method]], [{"htmx": True}]
        yield from _some(chance, [step for step in through if not step.person.is_owner] or through, slipped + script)
        for person in dict.fromkeys(step.person.name for step in shut):
            yield from _some(chance, [step for step in shut if step.person.name == person], script)
    others = [method for method in METHODS if method not in declared]
    ways = [{"method": method, "htmx": htmx} for method, htmx in zip(chance.sample(others, k=2), (False, True), strict=True)]
    yield from _some(chance, [step for step in plain if step.method == declared[0]], ways)


def _some(chance: Random, steps: "list[Step]", ways: list[Way]) -> "Iterator[Step]":
    """Each of these ways once, at some of these steps."""
    if steps:
        yield from (replace(step, **way) for step, way in zip(chance.choices(steps, k=len(ways)), ways, strict=True))


def _kind(things: tuple[Thing | None, ...]) -> tuple:
    """What belongs together differs by its state, what does not by whose it is and how near to what stands above it."""
    if None not in things and belong_together([thing for thing in things if thing.line]):
        return tuple(thing.line[:1] + thing.line[2:] for thing in things)
    above = things[0]
    return tuple(thing and (thing.line[:1], bool(above) and thing.line[:2] == above.line[:2]) for thing in things)
