"""The first wall by itself, in no scope: to fetch is to authorise, whatever rows a view begins with."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.http import Http404
from django.test.utils import CaptureQueriesContext

from smmstrategy.clients.access import fetch, visible
from smmstrategy.clients.checks import THIRD_PARTY, addresses, is_ours
from smmstrategy.clients.models import Account, Brand, Client, Membership, Tracking

IN_SIGHT = {
    "owner": ({"brand-a", "brand-b"}, {"client-a", "client-b"}),
    "strategist": ({"brand-a"}, {"client-a"}),
    "client_user": ({"brand-a"}, {"client-a"}),
    "stranger": ({"brand-b"}, {"client-b"}),
    "removed": (set(), set()),
}


@pytest.mark.parametrize("who", IN_SIGHT)
def test_rows_and_their_model_are_seen_alike(agency, who):
    person = getattr(agency, who)
    brands, clients = IN_SIGHT[who]
    for source in (Brand, Brand.objects.select_related("client")):
        assert {brand.slug for brand in visible(source, person)} == brands
    for source in (Client, Client.objects.order_by("-slug")):
        assert {client.slug for client in visible(source, person)} == clients


@pytest.mark.parametrize("who", ["client_user", "stranger", "removed"])
def test_rows_that_were_not_narrowed_open_nothing_to_a_stranger(agency, who):
    account = Account.objects.create(client=agency.a, network="vk", handle="brand")
    tracking = Tracking.objects.create(client=agency.a, brand=agency.brand_a, account=account, role="own")
    rows = Tracking.objects.select_related("brand")
    assert fetch(rows, agency.strategist, pk=tracking.pk) == tracking
    with pytest.raises(Http404):
        fetch(rows, getattr(agency, who), pk=tracking.pk)


def test_a_role_in_the_whole_agency_is_seen_by_those_who_have_one(agency):
    mine = Membership.objects.get(user=agency.owner)
    assert fetch(Membership.objects.filter(ended_at=None), agency.owner, pk=mine.pk) == mine
    with pytest.raises(Http404):
        fetch(Membership.objects.filter(ended_at=None), agency.manager, pk=mine.pk)


def test_what_is_listed_of_libraries_is_what_they_bring():
    assert {pattern.name for _route, pattern in addresses() if not is_ours(pattern)} == set(THIRD_PARTY)


def test_a_page_reads_once_what_its_reader_may_do(agency, signed_in):
    """And the next page reads it anew."""
    browser = signed_in(agency.strategist)
    with CaptureQueriesContext(connection) as asked:
        assert browser.get("/clients/client-a/").status_code == 200
    assert len([one for one in asked if 'FROM "clients_membership"' in one["sql"]]) == 1
    Membership.objects.filter(user=agency.strategist).update(ended_at=datetime(2026, 1, 1, tzinfo=UTC))
    assert browser.get("/clients/client-a/").status_code == 404
