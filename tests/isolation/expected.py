"""What must come back for a person, an address and a method, worked out from roles alone."""

from enum import Enum
from itertools import pairwise

from smmstrategy.clients.access import ANYBODY, CLIENT
from tests.isolation.objects import Thing
from tests.isolation.people import Person


class Outcome(Enum):
    """What a request comes to."""

    SIGN_IN = "is sent to the sign-in, or a script told 401"
    NO_SUCH_PAGE = "gets the same 404 as for a missing object"
    WRONG_METHOD = "gets 405, or is led to the page above"
    FORBIDDEN = "gets 403"
    HIDDEN = "gets 403 or 404"
    ALLOWED = "may"

    @property
    def statuses(self) -> frozenset[int]:
        return frozenset(
            {
                Outcome.SIGN_IN: {302, 401},
                Outcome.NO_SUCH_PAGE: {404},
                Outcome.WRONG_METHOD: {302, 405},
                Outcome.FORBIDDEN: {403},
                Outcome.HIDDEN: {403, 404},
                Outcome.ALLOWED: {200, 204, 302, 304, 400, 409, 410, 422},
            }[self]
        )


def expected(
    person: Person, allowed: frozenset[str], methods: tuple[str, ...], method: str, things: tuple[Thing | None, ...]
) -> Outcome:
    """The answer an address of ours owes, from its declared roles and methods and the things it names."""
    if allowed != ANYBODY and not person.is_signed_in:
        return Outcome.SIGN_IN
    if allowed != ANYBODY and not allowed & frozenset(person.roles.values()):
        return Outcome.NO_SUCH_PAGE
    if method not in methods:
        return Outcome.WRONG_METHOD
    owned = [thing for thing in things if thing is not None and thing.line]
    seen = [thing for thing in owned if sees(person, thing)]
    lacking = None if allowed == ANYBODY else lacks_role(person, allowed, seen)
    if seen != owned:
        return Outcome.HIDDEN if lacking and seen[:1] == owned[:1] else Outcome.NO_SUCH_PAGE
    if None in things or not belong_together(owned):
        return Outcome.HIDDEN if lacking else Outcome.NO_SUCH_PAGE
    return lacking or Outcome.ALLOWED


def belong_together(things: list[Thing]) -> bool:
    """Whether each stands below the one before."""
    return all(below.line[: len(above.line)] == above.line for above, below in pairwise(things))


def sees(person: Person, thing: Thing) -> bool:
    label = thing.line[0]
    return label in person.works_for or (thing.is_handed and person.roles.get(label) == CLIENT)


def lacks_role(person: Person, allowed: frozenset[str], things: list[Thing]) -> Outcome | None:
    """A client's person may as well be told that a page of the agency's is not there at all."""
    roles = {person.roles[thing.line[0]] for thing in things}
    if all(role in allowed for role in roles):
        return None
    return Outcome.HIDDEN if roles == {CLIENT} else Outcome.FORBIDDEN
