"""A name that turns the direction of writing turns no word of a page, and stays in its field as it was typed."""

import json
import re
from datetime import UTC, date, datetime

import pytest
from django.template import Context, Template

from smmstrategy.clients.isolation import scope
from smmstrategy.clients.models import Account, Client, Tracking
from smmstrategy.metrics.actions import record
from tests.metrics.conftest import day

pytestmark = pytest.mark.django_db

TURNED = "Кафе \u202eабв"
NOW = datetime(2026, 11, 28, tzinfo=UTC)


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


def test_the_data_of_charts_have_the_names_as_the_page_says_them(agency, signed_in):
    """Two accounts, of the second of which less is known: followers are drawn account by account."""
    with scope(f"client:{agency.a.pk}"):
        for handle, name, months in (("one", TURNED, range(5, 12)), ("two", "Чай", range(5, 9))):
            account = Account.objects.create(client=agency.a, network="vk", handle=handle, name=name)
            Tracking.objects.create(client=agency.a, brand=agency.brand_a, account=account, role="own")
            values = [day("followers", date(2026, month, n), 100 + n) for month in months for n in (1, 10, 20, 28)]
            record(account, values=values, source="import", collected_at=NOW)
    address = "/brands/brand-a/numbers/?period=custom&first=2026-05-01&last=2026-10-31"
    page = signed_in(agency.owner).get(address).content.decode()
    (data,) = re.findall(r'<script id="chart-data" type="application/json">(.*?)</script>', page)
    assert [series["name"] for series in json.loads(data)["followers_end"]["series"]] == ["VK Кафе абв", "VK Чай"]


def test_data_of_any_page_are_escaped_as_a_page_must_be():
    drawn = Template('{{ data|json_script:"said" }}').render(Context({"data": {"имя": "</script>&«\u2028»"}}))
    escaped = "\\u003C/script\\u003E\\u0026"
    assert drawn == f'<script id="said" type="application/json">{{"имя": "{escaped}«\u2028»"}}</script>'
