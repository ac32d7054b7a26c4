"""A name that turns the direction of writing turns no word of a page, and stays in its field as it was typed."""

import pytest

from smmstrategy.clients.isolation import scope
from smmstrategy.clients.models import Client

pytestmark = pytest.mark.django_db

TURNED = "Кафе \u202eабв"


def test_a_character_left_out_between_two_spaces_leaves_one_on_a_page_too(agency, signed_in):
    with scope("system"):
        Client.objects.filter(pk=agency.a.pk).update(name="Кафе \u202e абв")
    page = signed_in(agency.owner).get("/clients/client-a/").content.decode()
    assert ("Кафе абв" in page, "Кафе  абв" in page) == (True, False)


def test_a_page_says_the_name_without_what_would_turn_its_words(agency, signed_in):
    with scope("system"):
        Client.objects.filter(pk=agency.a.pk).update(name=TURNED)
    browser = signed_in(agency.owner)
    pages = [browser.get(address).content.decode() for address in ("/clients/", "/clients/client-a/", "/clients/client-a/change/")]
    assert ["Кафе абв" in page for page in pages] == [True, True, True]
    assert [page.count("\u202e") for page in pages] == [0, 0, pages[2].count(f'value="{TURNED}"')]
