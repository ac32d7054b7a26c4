"""What no answer may do, whoever asked for what."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.conf import settings
from django.urls import reverse

from smmstrategy.clients.access import ANYBODY
from smmstrategy.clients.checks import is_ours, policy_of
from tests.isolation.expected import Outcome, expected
from tests.isolation.traces import TRACES

if TYPE_CHECKING:
    from tests.isolation.walk import Answer, Step

CANARY = re.compile(r"kanar(?:own|sibling|foreign)(?:within|handed)")
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
HEADERS = {
    "Content-Security-Policy": ("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'"),
    "X-Content-Type-Options": ("nosniff",),
    "X-Frame-Options": ("DENY",),
    "Referrer-Policy": ("same-origin",),
    "Cross-Origin-Opener-Policy": ("same-origin",),
}
Broken = tuple[str, str]


def outcome(step: "Step") -> Outcome | None:
    """What the request must come to; None where a library decides by itself for somebody signed in."""
    roles, methods = policy_of(step.pattern) or (frozenset(), ())
    if is_ours(step.pattern):
        return expected(step.person, roles, methods, step.method, step.things)
    return Outcome.SIGN_IN if roles != ANYBODY and not step.person.is_signed_in else None


def broken(
    step: "Step", owed: Outcome | None, answer: "Answer", clients: dict[int, str], people: dict[int, str]
) -> Iterator[Broken]:
    """Every rule that an answer breaks, in words; `clients`: id → label, `people`: id → name of the person."""
    if policy_of(step.pattern) is None:
        yield "policy", "the address declares no policy"
    yield from _status(step, owed, answer)
    yield from _words(step, answer)
    yield from _writes(step, owed, answer)
    yield from _rows(step, answer, clients)
    yield from _people(step, answer, people)
    yield from _headers(step, answer)


def _status(step: "Step", owed: Outcome | None, answer: "Answer") -> Iterator[Broken]:
    if answer.status >= 500:
        yield "status", f"broke with {answer.status} {answer.error}"
    elif owed is None:
        return
    elif answer.status not in owed.statuses | ({404} if owed is Outcome.ALLOWED and step.slipped else set()):
        yield "status", f"{owed.value}, but got {answer.status}"
    elif (
        answer.status == 302 and owed is Outcome.SIGN_IN and not answer.headers["Location"].startswith(reverse(settings.LOGIN_URL))
    ) or (answer.status == 302 and owed is Outcome.WRONG_METHOD and not step.url.startswith(answer.headers["Location"])):
        yield "status", f"{owed.value}, but went to {answer.headers['Location']}"


def _words(step: "Step", answer: "Answer") -> Iterator[Broken]:
    told = answer.body.decode("utf-8", "replace") + repr(answer.headers) + repr(answer.cookies)
    if strange := set(CANARY.findall(told)) - step.person.canaries():
        yield "words", f"read {', '.join(sorted(strange))}"


def _writes(step: "Step", owed: Outcome | None, answer: "Answer") -> Iterator[Broken]:
    left = answer.left
    if owed is not None and step.method in SAFE and (more := left.altered | (left.inserted - TRACES)):
        yield "safe method", f"wrote {', '.join(sorted(more))}"
    if owed not in (None, Outcome.ALLOWED) and (left.wrote or left.promised):
        yield "refused", f"was refused, yet wrote {', '.join(sorted(left.wrote)) or 'nothing now but promised something for later'}"
    if left.stray:
        yield "reference", left.stray


def _rows(step: "Step", answer: "Answer", clients: dict[int, str]) -> Iterator[Broken]:
    """Staff change rows of their clients, and where the address names a client's thing, of that client only."""
    mine = set(step.person.works_for)
    if answer.left.wrote <= TRACES:
        mine |= set(step.person.roles)
    if labels := {thing.line[0] for thing in step.things if thing is not None and thing.line}:
        mine &= labels
    if strange := {clients[client] for client in answer.left.changed & clients.keys()} - mine:
        yield "rows", f"changed rows of {', '.join(sorted(strange))}"


def _people(step: "Step", answer: "Answer", people: dict[int, str]) -> Iterator[Broken]:
    """A person's row is theirs alone; whoever is not among `people` has just been let in."""
    if strange := {people[user] for user in answer.left.people & people.keys()} - {step.person.name}:
        yield "people", f"changed {', '.join(sorted(strange))}"


def _headers(step: "Step", answer: "Answer") -> Iterator[Broken]:
    wanted = HEADERS | ({"Cache-Control": ("no-store",)} if step.person.is_signed_in else {})
    for name, words in wanted.items():
        if not all(word in answer.headers.get(name, "") for word in words):
            yield "headers", f"{name} is “{answer.headers.get(name, '')}”"
    for name, cookie in answer.cookies.items():
        if cookie["max-age"] == 0:
            continue  # it is being deleted
        if name != settings.LANGUAGE_COOKIE_NAME and not cookie["httponly"]:
            yield "headers", f"scripts can read the cookie {name}"
        if not cookie["samesite"]:
            yield "headers", f"the cookie {name} goes along from other sites"
