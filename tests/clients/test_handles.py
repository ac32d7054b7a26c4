"""Handles: the same page in whatever letters, and what an upgrade does where it was kept twice."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from smmstrategy.clients.handles import key, spelt
from smmstrategy.clients.models import Account, Tracking

CHANNEL, OTHER = "UCabcdefghijklmnopqrstuv", "UCABCDEFGHIJKLMNOPQRSTUV"
NOW = ("clients", "0006_one_account_for_each_page")


@pytest.mark.parametrize(
    ("network", "one", "other"),
    [("telegram", "brand", "Brand"), ("youtube", "Brand", "BRAND"), ("website", "Brand.ru", "brand.ru"), ("vk", "БРЕНД", "бренд")],
)
def test_letters_of_either_case_are_one_page(network, one, other):
    assert key(network, one) == key(network, other)


def test_identifiers_of_channels_of_youtube_are_told_apart_by_case_alone():
    assert key("youtube", CHANNEL) != key("youtube", OTHER)
    assert key("telegram", CHANNEL) == key("telegram", OTHER)


@pytest.mark.parametrize(
    ("network", "spellings", "number"),
    [
        ("vk", ["club123", "Public123", "event123", "-123", "123"], "club123"),
        ("vk", ["id123", "ID123"], "id123"),
        ("telegram", ["1234567890", "-1001234567890"], "1234567890"),
        ("telegram", ["23456789", "-1000023456789"], "23456789"),
        ("facebook", ["100064"], "100064"),
    ],
)
def test_the_number_of_a_page_has_one_spelling(network, spellings, number):
    assert {spelt(network, one) for one in spellings} == {key(network, one) for one in spellings} == {number}


def test_a_name_is_no_number():
    assert [spelt("vk", name) for name in ("Clubhouse", "id_1", "-acme")] == ["Clubhouse", "id_1", "-acme"]


def test_the_database_keeps_one_account_for_a_page(agency):
    Account.objects.create(client=agency.a, network="telegram", handle="brand")
    Account.objects.create(client=agency.b, network="telegram", handle="Brand")
    Account.objects.bulk_create(Account(client=agency.a, network="youtube", handle=handle) for handle in (CHANNEL, OTHER))
    with pytest.raises(IntegrityError, match="one_account_per_client"), transaction.atomic():
        Account.objects.bulk_create([Account(client=agency.a, network="telegram", handle="Brand")])


@pytest.fixture
def brand(migrated):
    """A brand that tracks the same channel in two spellings, as the version before accounts had keys allowed."""
    before = migrated("clients", "0005_language_until_chosen")
    client = before.get_model("clients", "Client").objects.create(name="Client A", slug="client-a")
    brand = before.get_model("clients", "Brand").objects.create(client=client, name="Brand A", slug="brand-a")
    for handle in ("brand", "Brand"):
        account = client.accounts.create(network="telegram", handle=handle)
        brand.tracking.create(client=client, account=account, role="own")
    return brand


def collected(brand, handle):
    """Numbers of the account were brought."""
    account = brand.client.accounts.get(handle=handle)
    fields = {"source": "import", "collected_at": timezone.now(), "time_zone": "UTC", "currency": "RUB"}
    account.collections.create(client=brand.client, **fields)


@pytest.mark.parametrize(("with_numbers", "kept"), [([], "brand"), (["Brand"], "Brand")])
def test_an_upgrade_joins_accounts_of_one_page_of_which_at_most_one_has_numbers(brand, migrated, with_numbers, kept):
    for handle in with_numbers:
        collected(brand, handle)
    migrated(*NOW)
    assert list(Account.objects.values_list("handle", "key")) == [(kept, "brand")]
    assert list(Tracking.objects.values_list("brand__slug", "account__handle")) == [("brand-a", kept)]


def test_a_brand_that_tracked_the_account_joined_tracks_the_one_kept(brand, migrated):
    brand.tracking.get(account__handle="brand").delete()
    migrated(*NOW)
    assert list(Tracking.objects.values_list("brand__slug", "account__handle")) == [("brand-a", "brand")]


def test_an_upgrade_names_in_both_languages_the_accounts_of_one_page_that_both_have_numbers(brand, migrated):
    for handle in ("brand", "Brand"):
        collected(brand, handle)
    with pytest.raises(SystemExit) as stopped:
        migrated(*NOW)
    assert str(stopped.value).startswith("telegram:brand, telegram:Brand (client-a): одна страница, записанная разными буквами")
    assert " / One page in different letters" in str(stopped.value)
    brand.client.accounts.get(handle="brand").collections.all().delete()
    migrated(*NOW)
    assert Account.objects.get().handle == "Brand"


BY_NUMBER = ("clients", "0007_one_account_for_each_number")


def test_an_upgrade_joins_accounts_of_one_page_under_several_spellings_of_its_number(migrated):
    before = migrated("clients", "0006_one_account_for_each_page")
    client = before.get_model("clients", "Client").objects.create(name="Client A", slug="client-a")
    for handle in ("-123", "club123", "id123"):
        account = client.accounts.create(network="vk", handle=f"not {handle}")
        before.get_model("clients", "Account").objects.filter(pk=account.pk).update(handle=handle, key=handle)
    migrated(*BY_NUMBER)
    assert list(Account.objects.values_list("handle", "key")) == [("-123", "club123"), ("id123", "id123")]
