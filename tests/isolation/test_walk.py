"""Nobody sees or touches what is not theirs: every address, as every person, with everybody's things, by every method."""

import pytest
from django.urls import path

from smmstrategy.clients.access import STAFF, policy
from smmstrategy.clients.checks import addresses
from tests.isolation.objects import NoObject

pytestmark = pytest.mark.slow


def test_nobody_sees_or_touches_what_is_not_theirs(walker):
    findings = [str(found) for route, pattern in addresses() for found in walker.walk(route, pattern)]
    assert not findings, "\n".join(findings)
    assert walker.walked == {route for route, _pattern in addresses()}


def test_an_address_that_takes_an_unknown_id_says_what_is_to_be_added(walker):
    pattern = path("budgets/<int:line>/", policy(*STAFF)(lambda request, line: None))
    with pytest.raises(NoObject, match="Add “budgets/<int:line>” to OBJECTS"):
        list(walker.walk("budgets/<int:line>/", pattern))
