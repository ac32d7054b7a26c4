"""Two people change one client, brand, account or role: what was touched is written, what the other wrote stays in sight."""

import re
from html import unescape

import pytest

from smmstrategy.clients.models import Account, Brand, Client, Membership, Tracking
from smmstrategy.ledger.models import Entry
from tests.web.conftest import track

pytestmark = pytest.mark.django_db
FIELD = re.compile(r'<input type="hidden" autocomplete="off" name="(was-[^"]+)" value="([^"]*)">')


def opened(browser, address):
    """What the form of a page sends when nothing on it is touched."""
    page = browser.get(address)
    form = page.context["form"]
    was = {name: unescape(value) for name, value in FIELD.findall(page.content.decode())}
    return was | {name: form[name].value() for name in form.fields}


def errors(page):
    return page.context["form"].errors


def test_of_a_client_each_writes_what_they_touched(agency, manager, owner):
    address = "/clients/client-a/change/"
    early = opened(manager, address)
    owner.post(address, opened(owner, address) | {"name": "Ромашка и Ко", "time_zone": "Asia/Omsk"})
    assert manager.post(address, early | {"currency": "EUR"}).status_code == 302
    kept = Client.objects.get(pk=agency.a.pk)
    assert (kept.name, kept.time_zone, kept.currency) == ("Ромашка и Ко", "Asia/Omsk", "EUR")


def test_of_a_brand_each_writes_what_they_touched(agency, manager, owner):
    address = "/brands/brand-a/change/"
    early = opened(manager, address)
    owner.post(address, opened(owner, address) | {"website": "https://example.com/"})
    manager.post(address, early | {"name": "Ромашка"})
    kept = Brand.objects.get(pk=agency.brand_a.pk)
    assert (kept.name, kept.website) == ("Ромашка", "https://example.com/")


def test_of_an_account_each_writes_what_they_touched(agency, manager, owner):
    tracking = track(agency.brand_a, "vk", "umosta", role="competitor").tracking.get()
    address = f"/accounts/{tracking.pk}/"
    early = opened(manager, address)
    owner.post(address, opened(owner, address) | {"name": "Соперник", "role": "influencer"})
    manager.post(address, early | {"group": "Лента"})
    assert list(Account.objects.values_list("name", flat=True)) == ["Соперник"]
    assert list(Tracking.objects.values_list("role", "group")) == [("influencer", "Лента")]


def test_a_field_that_somebody_has_changed_meanwhile_shows_both_and_is_written_by_saving_again(agency, manager, owner):
    tracking = track(agency.brand_a, "vk", "umosta", role="own").tracking.get()
    address = f"/accounts/{tracking.pk}/"
    early = opened(manager, address)
    owner.post(address, opened(owner, address) | {"role": "influencer", "group": "Театр"})
    page = manager.post(address, early | {"role": "competitor", "group": "Лента"})
    assert errors(page) == {
        "role": ["Owner has meanwhile written here: “influencer”. Save again to keep what you wrote."],
        "group": ["Owner has meanwhile written here: “Театр”. Save again to keep what you wrote."],
    }
    assert list(Tracking.objects.values_list("role", "group")) == [("influencer", "Театр")]
    again = {name: unescape(value) for name, value in FIELD.findall(page.content.decode())}
    form = page.context["form"]
    assert manager.post(address, again | {name: form[name].value() for name in form.fields}).status_code == 302
    assert list(Tracking.objects.values_list("role", "group")) == [("competitor", "Лента")]


def test_one_person_in_two_windows_is_told_too(agency, manager):
    address = "/brands/brand-a/change/"
    early = opened(manager, address)
    manager.post(address, early | {"name": "Первое"})
    page = manager.post(address, early | {"name": "Второе"})
    said = "You have meanwhile written here on another page: “Первое”. Save again to keep what you wrote."
    assert errors(page) == {"name": [said]}
    assert Brand.objects.get(pk=agency.brand_a.pk).name == "Первое"


def test_a_form_that_is_sent_twice_is_no_clash_and_written_down_once(agency, manager):
    address = "/brands/brand-a/change/"
    sent = opened(manager, address) | {"name": "Первое"}
    assert [manager.post(address, sent).status_code for _time in range(2)] == [302, 302]
    assert Entry.objects.filter(verb="changed").count() == 1


def test_words_that_come_to_what_stands_already_change_nothing(agency, manager):
    address = "/brands/brand-a/change/"
    for said in ("https://example.org", "example.org"):
        manager.post(address, opened(manager, address) | {"website": said})
    assert Brand.objects.get(pk=agency.brand_a.pk).website == "https://example.org"
    assert Entry.objects.filter(verb="changed").count() == 1


def test_what_was_said_of_an_account_for_another_brand_is_told_with_who_said_it(agency, manager, owner):
    mine = track(agency.brand_a, "vk", "umosta", role="own").tracking.get()
    other = Brand.objects.create(client=agency.a, name="Other", slug="other")
    theirs = Tracking.objects.create(client=agency.a, brand=other, account=mine.account, role="competitor")
    early = opened(manager, f"/accounts/{mine.pk}/")
    address = f"/accounts/{theirs.pk}/"
    owner.post(address, opened(owner, address) | {"name": "Соперник"})
    page = manager.post(f"/accounts/{mine.pk}/", early | {"name": "Лента", "role": "influencer"})
    assert errors(page) == {"name": ["Owner has meanwhile written here: “Соперник”. Save again to keep what you wrote."]}


def test_a_role_that_another_owner_has_changed_meanwhile_is_told(agency, owner, signed_in):
    Membership.objects.create(user=agency.stranger, role="owner")
    held = agency.strategist.memberships.get()
    address = f"/people/{held.pk}/role/"
    early = opened(owner, address)
    signed_in(agency.stranger).post(address, early | {"role": "client"})
    page = owner.post(address, early | {"role": "manager"})
    assert errors(page) == {"role": ["Stranger has meanwhile written here: “client”. Save again to keep what you wrote."]}
    assert Membership.objects.get(pk=held.pk).role == "client"


@pytest.mark.parametrize("typed", ["example.org", " https://example.org "])
def test_an_address_that_comes_to_what_another_page_has_written_is_no_clash(agency, manager, owner, typed):
    address = "/brands/brand-a/change/"
    early = opened(manager, address)
    owner.post(address, opened(owner, address) | {"website": "example.org"})
    assert manager.post(address, early | {"website": typed, "name": "Ромашка"}).status_code == 302
    kept = Brand.objects.get(pk=agency.brand_a.pk)
    assert (kept.website, kept.name) == ("https://example.org", "Ромашка")


def test_what_was_only_spelt_anew_gives_way_to_what_another_page_has_written(agency, manager, owner):
    address = "/brands/brand-a/change/"
    manager.post(address, opened(manager, address) | {"website": "example.org"})
    early = opened(manager, address)
    owner.post(address, opened(owner, address) | {"website": "example.com"})
    assert manager.post(address, early | {"website": "example.org"}).status_code == 302
    assert Brand.objects.get(pk=agency.brand_a.pk).website == "https://example.com"


def test_the_address_of_an_account_that_comes_to_what_stands_already_is_not_written_down(agency, manager):
    address = f"/accounts/{track(agency.brand_a, 'vk', 'umosta').tracking.get().pk}/"
    for said in ("https://vk.com/umosta", "vk.com/umosta"):
        manager.post(address, opened(manager, address) | {"url": said})
    assert Entry.objects.filter(verb="changed").count() == 1


@pytest.mark.parametrize("address", ["/clients/client-a/change/", "/brands/brand-a/change/", "/accounts/{}/", "/people/{}/role/"])
def test_a_form_in_which_nothing_is_touched_changes_nothing(agency, owner, address):
    pk = agency.strategist.memberships.get().pk if "people" in address else track(agency.brand_a, "vk", "x").tracking.get().pk
    address = address.format(pk)
    assert owner.post(address, opened(owner, address)).status_code == 302
    assert list(Entry.objects.all()) == []
