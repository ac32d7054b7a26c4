"""Nobody sees or touches what is not theirs: every address, as every person, with everybody's things, by every method."""

from itertools import product

import pytest
from django.urls import path

from smmstrategy.clients.access import STAFF, policy
from smmstrategy.clients.checks import addresses, policy_of
from tests.isolation.extent import is_of_audits
from tests.isolation.objects import NoObject
from tests.isolation.people import PEOPLE
from tests.isolation.walk import Walker

pytestmark = pytest.mark.slow


def test_nobody_sees_or_touches_what_is_not_theirs(walker):
    findings = walker.found((route, pattern) for route, pattern in addresses() if not is_of_audits(pattern))
    assert not findings, "\n".join(findings)


def test_every_person_sends_every_declared_method_to_every_kind_of_thing(world):
    walker, kinds = Walker(world), {}
    for route, pattern in addresses():
        plain = [step for step in walker.steps(route, pattern) if not step.htmx and not step.slipped]
        methods = policy_of(pattern)[1]
        sent = {(step.url, step.person.name, step.method) for step in plain if step.person.roles and step.method in methods}
        kinds[route] = {step.url for step in plain}
        assert sent == set(product(kinds[route], {person.name for person in PEOPLE if person.roles}, methods))
        assert {(step.person.name, step.method) for step in plain} >= set(product({person.name for person in PEOPLE}, methods))
    assert len(kinds["clients/<slug:slug>/change/"]) == 4  # of three clients, and one that does not exist
    assert len(kinds["files/<int:pk>/"]) == 7  # of each client one handed over and one kept
    assert len(kinds["audits/<int:pk>/submit/"]) == 10  # of each client a draft, one being made and one handed over
    assert len(kinds["audits/<int:pk>/opportunities/<int:opportunity>/"]) == 28  # those, and others astray


def test_an_address_that_takes_an_unknown_id_says_what_is_to_be_added(walker):
    pattern = path("budgets/<int:line>/", policy(*STAFF)(lambda request, line: None))
    with pytest.raises(NoObject, match="Add “budgets/<int:line>” to OBJECTS"):
        list(walker.walk("budgets/<int:line>/", pattern))
