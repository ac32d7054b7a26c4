"""No unsafe request without its token, and no scope that outlives its request."""

import pytest
from django.db import connection

from smmstrategy.clients.checks import addresses
from tests.isolation.objects import uses
from tests.isolation.people import PEOPLE, canary
from tests.isolation.walk import Step

ROUNDS = 30


def test_no_address_takes_an_unsafe_request_without_its_token_or_from_elsewhere(walker):
    owner = next(person for person in PEOPLE if person.name == "owner")
    walker.world.browsers["owner"].handler.enforce_csrf_checks = True
    for route, pattern in addresses():
        url, things = next(iter(uses(walker.world, route, pattern)))
        for method, htmx, headers in (
            ("POST", False, {}),
            ("POST", True, {"HTTP_ORIGIN": "https://evil.example"}),
            ("DELETE", True, {}),
        ):
            answer = walker.answer(Step(route, pattern, url, things, owner, method, htmx), {}, **headers)
            assert (route, method, answer.status, answer.left.wrote) == (route, method, 403, set())


@pytest.mark.django_db(transaction=True)
def test_two_people_on_one_connection_never_see_with_each_other_s_eyes(agency, signed_in):
    """Every request is a transaction of its own on the connection both share; nothing of its scope is left after it."""
    for brand, label in ((agency.brand_a, "own"), (agency.brand_b, "foreign")):
        type(brand).objects.filter(pk=brand.pk).update(name=canary(label, "within"))
    people = [(signed_in(agency.strategist), agency.a, "own"), (signed_in(agency.stranger), agency.b, "foreign")]
    backend = _backend()
    for _round in range(ROUNDS):
        for browser, client, label in people:
            page = browser.get(f"/clients/{client.slug}/").content.decode()
            other = "foreign" if label == "own" else "own"
            assert (canary(label, "within") in page, canary(other, "within") in page) == (True, False)
            assert _scope() == ("none", "")
    assert _backend() == backend


@pytest.mark.django_db
def test_an_ended_membership_closes_pages_files_and_progress_at_once(world):
    """The same browser, the same session: open before, the 404 of a missing page after."""
    browser, family = world.browsers["strategist"], world.holdings["own"].families[0]
    open_pages = [
        f"/audits/{family.audits['rendering'].pk}/",
        f"/imports/{family.import_.pk}/",
        f"/files/{family.files['kept'].pk}/",
    ]
    assert [browser.get(url).status_code for url in open_pages] == [200, 200, 200]
    world.holdings["own"].client.memberships.filter(user__email="strategist@example.com").update(ended_at="2026-01-01T00:00Z")
    assert [browser.get(url).status_code for url in open_pages] == [404, 404, 404]


def _backend() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return cursor.fetchone()[0]


def _scope() -> tuple[str, str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('role'), coalesce(current_setting('smm.scope', true), '')")
        return cursor.fetchone()
