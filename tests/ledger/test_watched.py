"""The watch over requests sees an action that writes its entry before it waits for a row, and leaves one that holds it in peace."""

import pytest
from django.db import transaction

from smmstrategy.clients.isolation import scope
from smmstrategy.clients.models import Account, Client, Tracking
from smmstrategy.ledger.actions import record
from smmstrategy.ledger.verbs import Verb
from tests.turns import watched

KINDS = [pytest.param(one, marks=pytest.mark.django_db(transaction=one), id=name) for one, name in ((False, "test"), (True, "own"))]


@pytest.fixture
def tracking(agency):
    account = Account.objects.create(client=agency.a, network="vk", handle="brand")
    return Tracking.objects.create(client=agency.a, brand=agency.brand_a, account=account, role="own")


def entry(agency):
    record(Verb.CHANGED, agency.a, by=agency.owner, client=agency.a)


def late_of(agency, before, after):
    with watched() as late, scope("system"), transaction.atomic():
        before()
        entry(agency)
        after()
    return len(late)


def nothing():
    pass


@pytest.mark.parametrize("_kind", KINDS)
def test_what_is_locked_changed_or_deleted_after_an_entry_is_seen_unless_it_is_held(agency, tracking, _kind):
    def lock():
        Client.objects.select_for_update(no_key=True).get(pk=agency.a.pk)

    def change():
        Tracking.objects.filter(pk=tracking.pk).update(group="new")

    def delete():
        Tracking.objects.filter(account=tracking.account).delete()

    assert [late_of(agency, nothing, after) for after in (nothing, lock, change)] == [0, 1, 1]
    assert [late_of(agency, before, before) for before in (lock, change)] == [0, 0]
    assert late_of(agency, nothing, delete) == 1


@pytest.mark.parametrize("_kind", KINDS)
def test_rows_of_its_own_nobody_else_can_hold_and_each_action_begins_anew(agency, tracking, _kind):
    def make():
        made = Client.objects.create(name="New", slug="new")
        Client.objects.filter(pk=made.pk).update(name="Newer")

    with watched() as late:
        with scope("system"):
            entry(agency)
        with scope("system"):
            Tracking.objects.filter(pk=tracking.pk).update(group="new")
    assert (late, late_of(agency, nothing, make)) == ([], 0)
