"""The walker finds what it is there for: every planted fault, and nothing in the same views as they should be."""

import pytest
from django.core.checks import run_checks
from django.test import override_settings

from tests.isolation import planted
from tests.isolation.people import PEOPLE
from tests.isolation.planted import FAULTS

pytestmark = pytest.mark.slow


def test_every_planted_fault_is_found_when_the_database_s_wall_is_gone(walker):
    found = {}
    for name, fault in FAULTS.items():
        with planted.mounted(fault.route, planted.without_walls(fault.faulty)) as pattern:
            found[name] = next((finding.rule for finding in walker.walk(fault.route, pattern) if finding.rule == fault.rule), None)
    assert found == {name: fault.rule for name, fault in FAULTS.items()}
    assert len(FAULTS) == 17


def test_nothing_is_found_in_the_same_views_as_they_should_be(walker):
    findings, walker.walking = [], [person for person in PEOPLE if person.name in ("owner", "strategist", "client", "stranger")]
    for route, view in {(fault.route, fault.sound) for fault in FAULTS.values()}:
        with planted.mounted(route, planted.without_walls(view)) as pattern:
            findings += [str(finding) for finding in walker.walk(route, pattern)]
    assert findings == []


def test_behind_the_database_s_wall_the_same_faults_show_no_words_and_change_no_rows(walker):
    """Not to those who work here and for others, the likeliest to; owners work for every client."""
    findings, walker.walking = [], [person for person in PEOPLE if person.name in ("manager", "stranger", "removed")]
    for fault in FAULTS.values():
        with planted.mounted(fault.route, fault.faulty) as pattern:
            findings += walker.walk(fault.route, pattern)
    assert [str(finding) for finding in findings if finding.rule in ("words", "rows", "people")] == []
    assert findings  # the faults are there; it is the wall that makes them harmless


@override_settings(ROOT_URLCONF="tests.isolation.undeclared")
def test_an_address_without_a_policy_fails_the_check_even_under_a_library_s_name():
    messages = [error.msg for error in run_checks() if error.id == "clients.E001"]
    assert messages == ["the address “planted/” declares no policy", "the address “planted/login/” declares no policy"]
