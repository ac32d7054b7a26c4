"""The walk: every address as every person, with everybody's things, by every method; what should not have happened is a finding."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from http.cookies import SimpleCookie
from typing import Any

from django.http import HttpResponse
from django.urls import URLPattern

from smmstrategy.clients.checks import is_ours, policy_of
from smmstrategy.clients.models import User
from tests.isolation import bodies, rules, sample, traces
from tests.isolation.expected import Outcome
from tests.isolation.objects import Thing, uses
from tests.isolation.people import FOREIGN, OWN, PEOPLE, Person
from tests.isolation.world import World

SHOWN_BACK = 409  # what came too late to be saved is a page too
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
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
    left: traces.Left = field(default_factory=traces.Left)
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

    def __init__(self, world: World, extent: str) -> None:
        """`extent`: «full» takes all combinations, «thorough» a part of them with all declared methods, «sample» fewer."""
        self.world, self.extent = world, extent
        self.before = traces.rows()
        self.clients = {holding.client.pk: label for label, holding in world.holdings.items()}
        self.people = {user.pk: user.email.partition("@")[0] for user in User.objects.all()}
        self.slipped = {label: bodies.foreign_ids(world, label) for label in world.holdings}
        self.walked: set[str] = set()
        self.cookies = {name: browser.cookies.output(attrs=[], header="") for name, browser in world.browsers.items()}

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
        self.walked.add(route)
        if not reached and is_ours(pattern) and _is_open(pattern):
            yield Finding(route, "reached", "nobody who may use this address got through, so nothing was shown about it")

    def steps(self, route: str, pattern: URLPattern) -> Iterator[Step]:
        """What does not exist comes first: other answers are compared with it."""
        found = list(uses(self.world, route, pattern))
        for url, things in sorted(found if self.extent == "full" else sample.uses(found), key=lambda use: None not in use[1]):
            for person in PEOPLE if self.extent == "full" else sample.people(things):
                yield from self._ways(Step(route, pattern, url, things, person))

    def answer(self, step: Step, form: dict[str, Any], **headers: str) -> Answer:
        """Send the request, look at what it did to the database, and undo it."""
        held: list[Answer] = []
        left = traces.observe(lambda: held.append(self._send(step, form, headers)), self.before)
        return replace(held[0], left=left)

    def _ways(self, step: Step) -> Iterator[Step]:
        """All ways to call an address, or a few of them."""
        ways = [
            replace(step, method=method, htmx=htmx, slipped=slipped)
            for method in METHODS
            for htmx in (False, True)
            for slipped in (("", "query") if method in ("GET", "HEAD") else ("", "body", "form") if method == "POST" else ("",))
        ]
        declared = (policy_of(step.pattern) or ((), METHODS))[1]
        if self.extent == "thorough":
            yield from (way for way in ways if way.method in declared)
        else:
            yield from ways if self.extent == "full" else sample.ways(ways, declared)

    def _form(self, route: str, pattern: URLPattern) -> dict[str, Any]:
        """What the address's own page would send."""
        owner = next(person for person in PEOPLE if person.name == "owner")
        for url, things in uses(self.world, route, pattern):
            step = Step(route, pattern, url, things, owner)
            if rules.outcome(step) is Outcome.ALLOWED:
                return bodies.neutral(bodies.filled(bodies.forms_in(self._page(owner, url))))
        return bodies.SAID.get(pattern.name, {})

    def _page(self, person: Person, url: str) -> HttpResponse:
        pages: list[HttpResponse] = []
        traces.observe(lambda: pages.append(self.world.browsers[person.name].get(url)), self.before)
        return pages[0]

    def _send(self, step: Step, form: dict[str, Any], headers: dict[str, str]) -> Answer:
        others = self.slipped[OWN if FOREIGN in step.person.roles and OWN not in step.person.roles else FOREIGN]
        body = {"": form, "body": others | form, "form": {name: others.get(name, value) for name, value in form.items()}}
        extra = {"HTTP_HX_REQUEST": "true"} | headers if step.htmx else headers
        browser, call = self.world.browsers[step.person.name], step.method.lower()
        browser.cookies = SimpleCookie(self.cookies[step.person.name])
        if step.method == "POST":
            response = browser.post(step.url, bodies.fresh(body.get(step.slipped, form)), **extra)
        elif step.slipped == "query":
            response = getattr(browser, call)(step.url, others, **extra)
        else:
            response = getattr(browser, call)(step.url, **extra)
        return _read(response)

    def _same(self, step: Step, answer: Answer, missing: dict[Any, tuple[int, bytes]]) -> list[Finding]:
        """Where somebody gets 404 for a thing that exists, it is the very 404 they get for one that does not."""
        if rules.outcome(step) is not Outcome.NO_SUCH_PAGE or answer.status != 404:
            return []
        told = (answer.status, CHANGES_EACH_TIME.sub(b"", answer.body))
        first = missing.setdefault((step.person.name, step.method, step.htmx), told)
        return [] if told == first else [Finding(str(step), "oracle", "its 404 differs from that of a missing object")]


def _is_open(pattern: URLPattern) -> bool:
    """Whether its policy lets anybody in at all; an address may be closed for good."""
    return bool((policy_of(pattern) or (True,))[0])


def _read(response: HttpResponse) -> Answer:
    body = b"".join(response.streaming_content) if response.streaming else response.content
    raised = getattr(response, "exc_info", None)
    return Answer(
        status=response.status_code,
        body=body,
        headers=dict(response.items()),
        cookies={name: dict(morsel) for name, morsel in response.cookies.items()},
        error=repr(raised[1]) if raised else "",
    )
