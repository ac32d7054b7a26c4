"""Of two changes at once the ledger says what was there before each, whatever the second had read."""

import pytest

from smmstrategy.agency import actions
from smmstrategy.clients.models import Brand, Client, Membership, Tracking
from smmstrategy.ledger.models import Entry

pytestmark = pytest.mark.django_db


def told(kind, field):
    entries = Entry.objects.filter(verb="changed", object_kind__endswith=kind).order_by("pk")
    return [(entry.before[field], entry.after[field]) for entry in entries]


@pytest.mark.parametrize(("model", "change"), [(Client, actions.change_client), (Brand, actions.change_brand)])
def test_of_a_client_and_a_brand(agency, model, change):
    first, second = (model.objects.get(name__endswith=" A") for _ in "12")
    was = first.name
    change(first, by=agency.manager, name="North")
    change(second, by=agency.manager, name="South")
    assert told(model.__name__.lower(), "name") == [(was, "North"), ("North", "South")]


def test_of_an_account_and_of_why_a_brand_looks_at_it(agency):
    fields = {"network": "vk", "handle": "page", "name": "", "url": "", "role": "own", "group": ""}
    made = actions.track(agency.brand_a, **fields, by=agency.manager)
    first, second = (Tracking.objects.select_related("account").get(pk=made.pk) for _ in "12")
    actions.change_tracking(first, by=agency.manager, name="North", role="competitor")
    actions.change_tracking(second, by=agency.manager, name="South", role="influencer")
    assert told("tracking", "role") == [("own", "competitor"), ("competitor", "influencer")]
    assert told("account", "name") == [("", "North"), ("North", "South")]


def test_of_a_role_that_is_changed_twice_and_taken_away(agency):
    first, second, third = (Membership.objects.get(user=agency.strategist) for _ in "123")
    actions.change_role(first, role="manager", by=agency.owner)
    actions.change_role(second, role="client", by=agency.owner)
    actions.end_membership(third, by=agency.owner)
    assert told("membership", "role") == [("strategist", "manager"), ("manager", "client")]
    assert [entry.before["role"] for entry in Entry.objects.filter(verb="revoked")] == ["client"]


def test_whoever_became_the_last_owner_meanwhile_stays_one(agency):
    seen = Membership.objects.create(user=agency.manager, role="manager")
    actions.change_role(Membership.objects.get(pk=seen.pk), role="owner", by=agency.owner)
    actions.end_membership(Membership.objects.get(user=agency.owner), by=agency.owner)
    with pytest.raises(actions.LastOwner):
        actions.change_role(seen, role="manager", by=agency.owner)


def test_of_an_account_at_which_a_brand_no_longer_looks(agency):
    fields = {"network": "vk", "handle": "page", "name": "", "url": "", "role": "own", "group": ""}
    made = actions.track(agency.brand_a, **fields, by=agency.manager)
    first, second = (Tracking.objects.select_related("account").get(pk=made.pk) for _ in "12")
    actions.change_tracking(first, by=agency.manager, name="North", role="competitor")
    actions.stop_tracking(second, by=agency.manager)
    (entry,) = Entry.objects.filter(verb="untracked")
    assert (entry.before["name"], entry.before["role"]) == ("North", "competitor")
