"""Names that look the same: asked for on a page or twice at the same moment, the second is refused in a sentence."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from smmstrategy.agency import actions
from smmstrategy.clients.isolation import scope
from smmstrategy.clients.models import Brand, Client
from tests.web.conftest import somebody_waits

pytestmark = pytest.mark.django_db
COUNTED_IN = {"time_zone": "Europe/Moscow", "currency": "RUB"}


def taken(name):
    return {"name": [f"“{name}” is here already. Choose a name that can be told from it."]}


@pytest.mark.parametrize("name", ["Brand A", "brand a ", "Bra\u200bnd A"])
def test_a_second_brand_of_one_name_is_refused(agency, signed_in, name):
    Brand.objects.create(client=agency.a, name="Second", slug="second")
    browser = signed_in(agency.strategist)
    for address in ("/clients/client-a/brands/new/", "/brands/second/change/"):
        page = browser.post(address, {"name": name, "website": ""})
        assert page.context["form"].errors == taken("Brand A")
    assert list(Brand.objects.filter(client=agency.a).values_list("name", flat=True)) == ["Brand A", "Second"]


def test_a_second_client_of_one_name_is_refused(agency, signed_in):
    browser = signed_in(agency.owner)
    for address in ("/new-client/", "/clients/client-a/change/"):
        assert browser.post(address, {"name": "client b", **COUNTED_IN}).context["form"].errors == taken("Client B")
    assert list(Client.objects.values_list("name", flat=True)) == ["Client A", "Client B"]


def test_a_name_is_taken_by_no_client_or_brand_out_of_sight(agency, signed_in):
    sent = {"name": "Client B", **COUNTED_IN}
    assert signed_in(agency.manager).post("/clients/client-a/change/", sent).status_code == 302
    assert signed_in(agency.manager).post("/clients/client-a/brands/new/", {"name": "Brand B"}).status_code == 302


@pytest.mark.parametrize("address", ["/new-client/", "/clients/client-a/brands/new/"])
def test_a_name_that_shows_nothing_is_refused(agency, signed_in, address):
    page = signed_in(agency.owner).post(address, {"name": "\u200b", **COUNTED_IN})
    said = "There is nothing to see here: write at least one letter, digit or sign."
    assert page.context["form"].errors == {"name": [said]}


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("kind", ["client", "brand"])
def test_of_two_that_are_made_at_the_same_moment_one_is_refused(agency, kind):
    with ThreadPoolExecutor() as workers:
        with scope("system"):
            make(kind, agency)
            asked = workers.submit(make_at_once, kind, agency)
            while not (asked.done() or somebody_waits()):
                pass
        with pytest.raises(actions.NameTaken):
            asked.result()


def make(kind, agency):
    if kind == "client":
        actions.create_client(by=agency.owner, name="Параллель")
    else:
        actions.create_brand(agency.a, by=agency.owner, name="Параллель")


def make_at_once(kind, agency):
    try:
        with scope(f"user:{agency.owner.pk}"):
            make(kind, agency)
    finally:
        connection.close()
