"""Who walks through the product: one browser for each role, with what that person may see and do, told apart from the code."""

import sys
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from django.core.signals import got_request_exception
from django.http import HttpResponse
from django.test import Client as Browser

from smmstrategy.clients.access import CLIENT, MANAGER, OWNER, STAFF, STRATEGIST
from smmstrategy.clients.models import Client, Membership, User

OWN, SIBLING, FOREIGN = LABELS = ("own", "sibling", "foreign")
WHOLE_AGENCY = dict.fromkeys(LABELS, OWNER)


@dataclass(frozen=True)
class Person:
    """`roles`: label of a client → the role there. Somebody who is not signed in has none and is sent to the sign-in."""

    name: str
    roles: dict[str, str] = field(default_factory=dict)
    is_signed_in: bool = True

    @property
    def works_for(self) -> frozenset[str]:
        return frozenset(label for label, role in self.roles.items() if role in STAFF)

    @property
    def is_owner(self) -> bool:
        return self.roles == WHOLE_AGENCY

    def canaries(self) -> frozenset[str]:
        """The words this person may meet."""
        own = {canary(label, level) for label in self.works_for for level in ("within", "handed")}
        return frozenset(own | {canary(label, "handed") for label in self.roles})


def canary(label: str, level: str) -> str:
    """A word of one client's: `within` the agency, or `handed` over, so that the client's own people may read it too."""
    return f"kanar{label}{level}"


PEOPLE = (
    Person("anonymous", is_signed_in=False),
    Person("owner", WHOLE_AGENCY),
    Person("manager", {OWN: MANAGER, SIBLING: STRATEGIST}),
    Person("strategist", {OWN: STRATEGIST, SIBLING: CLIENT}),
    Person("client", {OWN: CLIENT}),
    Person("stranger", {FOREIGN: STRATEGIST}),
    Person("removed"),
    Person("deactivated", is_signed_in=False),
)


class PlainBrowser(Browser):
    """Keeps nothing between requests: no cookie, and no copy of what each template was drawn with, which is slow."""

    def __init__(self) -> None:
        super().__init__()
        got_request_exception.connect(self._broke)

    def request(self, **request: Any) -> HttpResponse:
        self.error: BaseException | None = None
        response = self.handler(self._base_environ(**request))
        response.error = self.error
        return response

    def _broke(self, **_signal: object) -> None:
        self.error = sys.exc_info()[1]


def sign_in_everybody(clients: dict[str, Client]) -> dict[str, Browser]:
    """A browser for each person; the removed and the deactivated signed in while they still could."""
    browsers = {person.name: PlainBrowser() for person in PEOPLE}
    for person in PEOPLE:
        if person.name != "anonymous":
            browsers[person.name].force_login(_user(person, clients))
    removed = User.objects.get(email="removed@example.com")
    Membership.objects.create(user=removed, client=clients[OWN], role=STRATEGIST, ended_at=datetime(2026, 1, 1, tzinfo=UTC))
    deactivated = User.objects.filter(email="deactivated@example.com")
    Membership.objects.create(user=deactivated.get(), client=clients[OWN], role=STRATEGIST)
    deactivated.update(is_active=False)
    return browsers


def _user(person: Person, clients: dict[str, Client]) -> User:
    name = canary(FOREIGN, "within") if person.name == "stranger" else person.name
    user = User.objects.create(email=f"{person.name}@example.com", name=name, language="en")
    if person.is_owner:
        Membership.objects.create(user=user, role=OWNER)
    else:
        Membership.objects.bulk_create(Membership(user=user, client=clients[at], role=role) for at, role in person.roles.items())
    return user
