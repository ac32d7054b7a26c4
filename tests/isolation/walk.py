"""The walk: every address as every person, with everybody's things, by every method; what should not have happened is a finding."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpResponse
from django.test import Client as Browser
from django.urls import URLPattern

from smmstrategy.clients.checks import is_ours, policy_of
from smmstrategy.clients.models import User
from tests.isolation import bodies, extent, rules, traces
from tests.isolation.expected import Outcome
from tests.isolation.objects import Thing, uses
from tests.isolation.people import FOREIGN, OWN, PEOPLE, Person
from tests.isolation.world import World

SHOWN_BACK = 409  # what came too late to be saved is a page too
OWNER = next(person for person in PEOPLE if person.is_owner)
CHANGES_EACH_TIME = re.compile(rb'[A-Za-z0-9]{64}|nonce="[^"]*"|name="next" value="[^"]*"')


@dataclass(frozen=True)
class Step:
    """One request. `slipped` says where somebody else's ids are put: query, body, form or nowhere."""

    route: str
    pattern: URLPattern
    url: str
    things: tuple[Thing | None, ...]
    person: Person
    method: str = "GET"
    htmx: bool = False
    slipped: str = ""

    def __str__(self) -> str:
        marks = ("HX " if self.htmx else "") + (f"foreign ids in the {self.slipped}" if self.slipped else "")
        return f"{self.person.name}: {self.method} {self.url} {marks}".strip()


@dataclass
class Answer:
    status: int
    body: bytes
    headers: dict[str, str]
    cookies: dict[str, Any]
    left: traces.Left
    error: str = ""


@dataclass(frozen=True)
class Finding:
    step: str
    rule: str
    what: str

    def __str__(self) -> str:
        return f"{self.step}: {self.what} ({self.rule})"


class Walker:
    """Walks with the same people and rows; everything a request does is undone before the next one."""

    def __init__(self, world: World, *, is_full: bool = False) -> None:
        """`is_full`: all things of a kind, sent in all ways."""
        self.world, self.is_full = world, is_full
        self.walking = PEOPLE
        self.watch = traces.Watch()
        self.clients = {holding.client.pk: label for label, holding in world.holdings.items()}
        self.people = {user.pk: user.email.partition("@")[0] for user in User.objects.all()}
        self.slipped = {label: bodies.foreign_ids(world, label) for label in world.holdings}
        self.reader = Browser()
        self.reader.cookies = world.browsers["owner"].cookies

    def found(self, addresses: Iterable[tuple[str, URLPattern]]) -> list[str]:
        """The findings of many addresses, in words."""
        return [str(finding) for route, pattern in addresses for finding in self.walk(route, pattern)]

    def walk(self, route: str, pattern: URLPattern) -> Iterator[Finding]:
        """The findings of one address, as they are made."""
        reached, missing = False, {}
        form = self._form(route, pattern)
        for step in self.steps(route, pattern):
            answer = self.answer(step, form)
            outcome = rules.outcome(step)
            reached |= outcome is Outcome.ALLOWED and (answer.status < 400 or answer.status == SHOWN_BACK)
            yield from (
                Finding(str(step), rule, what) for rule, what in rules.broken(step, outcome, answer, self.clients, self.people)
            )
            yield from self._same(step, answer, missing)
        if not reached and is_ours(pattern) and _is_open(pattern):
            yield Finding(route, "reached", "nobody who may use this address got through, so nothing was shown about it")

    def steps(self, route: str, pattern: URLPattern) -> Iterator[Step]:
        """What does not exist comes first: other answers are compared with it."""
        found = sorted(uses(self.world, route, pattern), key=lambda use: None not in use[1])
        if self.is_full:
            asked = self._asked(route, pattern, found)
            yield from (replace(step, **way) for step in asked for way in extent.every_way())
            return
        asked = [step for step in self._asked(route, pattern, extent.kinds(found)) if extent.is_telling(step)]
        declared = (policy_of(pattern) or ((), extent.METHODS[:1]))[1]
        plain = [replace(step, method=method) for step in asked for method in declared]
        yield from plain
        yield from extent.few_ways(plain, declared)

    def answer(self, step: Step, form: dict[str, Any], **headers: str) -> Answer:
        """Send the request, look at what it did to the database, and undo it."""
        response, left = self.watch.observe(lambda: self._send(step, form, headers))
        return _read(response, left)

    def _asked(self, route: str, pattern: URLPattern, found: list[extent.Use]) -> list[Step]:
        return [Step(route, pattern, url, things, person) for url, things in found for person in self.walking]

    def _form(self, route: str, pattern: URLPattern) -> dict[str, Any]:
        """What the address's own page would send."""
        if {"GET", "POST"} <= {*(policy_of(pattern) or ((), extent.METHODS))[1]}:
            for url, things in uses(self.world, route, pattern):
                if rules.outcome(Step(route, pattern, url, things, OWNER)) is Outcome.ALLOWED:
                    page, _left = self.watch.observe(lambda url=url: self.reader.get(url))
                    return bodies.neutral(bodies.filled(bodies.forms_in(page)))
        return bodies.SAID.get(pattern.name, {})

    def _send(self, step: Step, form: dict[str, Any], headers: dict[str, str]) -> HttpResponse:
        others = self.slipped[OWN if FOREIGN in step.person.roles and OWN not in step.person.roles else FOREIGN]
        extra = {"HTTP_HX_REQUEST": "true"} | headers if step.htmx else headers
        browser = self.world.browsers[step.person.name]
        if step.method == "POST":
            slipped = {name: others.get(name, value) for name, value in form.items()}
            return browser.post(step.url, **bodies.sent({"body": others | form, "form": slipped}.get(step.slipped, form)), **extra)
        return getattr(browser, step.method.lower())(step.url, others if step.slipped else None, **extra)

    def _same(self, step: Step, answer: Answer, missing: dict[Any, tuple[int, bytes]]) -> list[Finding]:
        """Where somebody gets 404 for a thing that exists, it is the very 404 they get for one that does not."""
        if rules.outcome(step) is not Outcome.NO_SUCH_PAGE or answer.status != 404:
            return []
        told = (answer.status, CHANGES_EACH_TIME.sub(b"", answer.body))
        first = missing.setdefault((step.person.name, step.method), told)
        return [] if told == first else [Finding(str(step), "oracle", "its 404 differs from that of a missing object")]


def _is_open(pattern: URLPattern) -> bool:
    """Whether its policy lets anybody in at all; an address may be closed for good."""
    return bool((policy_of(pattern) or (True,))[0])


def _read(response: HttpResponse, left: traces.Left) -> Answer:
    body = b"".join(response.streaming_content) if response.streaming else response.content
    return Answer(
        status=response.status_code,
        body=body,
        headers=dict(response.items()),
        cookies={name: dict(morsel) for name, morsel in response.cookies.items()},
        left=left,
        error=repr(response.error) if response.error else "",
    )
