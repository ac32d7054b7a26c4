"""Handles: the same page in whatever letters, and what an upgrade does where it was kept twice."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from smmstrategy.clients.handles import is_possible, key, number, page
from smmstrategy.clients.models import Account, Tracking

CHANNEL, OTHER = "UCabcdefghijklmnopqrstuv", "UCABCDEFGHIJKLMNOPQRSTUV"
NOW = ("clients", "0006_one_account_for_each_page")


@pytest.mark.parametrize(
    ("network", "one", "other"),
    [("telegram", "brand", "Brand"), ("youtube", "Brand", "BRAND"), ("website", "Brand.ru", "brand.ru"), ("vk", "БРЕНД", "бренд")],
)
def test_letters_of_either_case_are_one_page(network, one, other):
    assert key(network, one) == key(network, other)


@pytest.mark.parametrize(
    ("network", "spellings", "kept"),
    [
        ("vk", ["606", "club606", "public606", "event606", "-606", "PUBLIC606"], "club606"),
        ("telegram", ["1234567890", "-1001234567890"], "1234567890"),
        ("telegram", ["12345678", "-1000012345678"], "12345678"),
        ("ok", ["5512345", "group5512345", "group/5512345"], "5512345"),
        ("ok", ["profile/5512345", "profile5512345", "PROFILE/5512345"], "profile5512345"),
        ("facebook", ["100064", "profile.php?id=100064", "profile.php?ref=page&id=100064#top"], "100064"),
        ("website", ["site.ru", "www.site.ru", "http://site.ru/blog", "HTTPS://WWW.Site.RU:443/path?x=1", "site.ru."], "site.ru"),
        ("website", ["taplink.cc/acme", "https://Taplink.cc/acme/", "www.taplink.cc/acme/p/1?x=1"], "taplink.cc/acme"),
        ("website", ["sites.google.com/view/acme/news", "http://sites.google.com/view/acme"], "sites.google.com/view/acme"),
    ],
)
def test_a_page_is_one_whichever_way_its_address_says_it(network, spellings, kept):
    assert {page(network, spelling) for spelling in spellings} == {key(network, spelling) for spelling in spellings} == {kept}


@pytest.mark.parametrize(
    ("network", "handle"),
    [
        ("vk", "id606"),
        ("vk", "public_talk"),
        ("ok", "groupie"),
        ("website", "m.site.ru"),
        ("website", "Site"),
        ("x", "www.site.ru"),
    ],
)
def test_what_may_be_another_page_keeps_its_name(network, handle):
    assert page(network, handle) == handle


@pytest.mark.parametrize(
    ("network", "handle"),
    [
        ("vk", "club606"),
        ("youtube", "акме"),
        ("youtube", "हिन्दी"),
        ("tiktok", "_a.b-c"),
        ("website", "сайт.рф"),
        ("website", "linktr.ee/acme"),
    ],
)
def test_a_handle_that_its_network_could_have(network, handle):
    assert is_possible(network, handle)


@pytest.mark.parametrize("network", ["vk", "youtube", "website"])
@pytest.mark.parametrize(
    "handle", ["", "-", "...", "' OR 1=1 --", "%s%n", "😀", "\u200b", "a\u200b", "javascript:alert(1)", "two words"]
)
def test_a_handle_that_no_network_could_have(network, handle):
    assert not is_possible(network, handle)


def test_identifiers_of_channels_of_youtube_are_told_apart_by_case_alone():
    assert key("youtube", CHANNEL) != key("youtube", OTHER)
    assert key("telegram", CHANNEL) == key("telegram", OTHER)


@pytest.mark.parametrize(
    ("network", "handle", "known_by"),
    [
        ("vk", "-606", "club606"),
        ("vk", "id606", "id606"),
        ("telegram", "-1001234567890", "1234567890"),
        ("youtube", CHANNEL, CHANNEL),
        ("ok", "profile/606", "profile606"),
        ("rutube", "606", "606"),
    ],
)
def test_a_number_is_known_whichever_way_it_is_spelt_and_a_name_is_none(network, handle, known_by):
    assert (number(network, handle), number(network, "clubhouse")) == (known_by, "")


@pytest.mark.parametrize(
    ("network", "handle"),
    [("telegram", "profile2024"), ("telegram", "club55"), ("instagram", "id7"), ("vk", "profile7"), ("tiktok", CHANNEL)],
)
def test_what_one_network_has_for_a_number_is_a_name_in_another(network, handle):
    assert number(network, handle) == ""


def test_the_database_keeps_one_account_for_a_page(agency):
    Account.objects.create(client=agency.a, network="telegram", handle="brand")
    Account.objects.create(client=agency.b, network="telegram", handle="Brand")
    Account.objects.bulk_create(Account(client=agency.a, network="youtube", handle=handle) for handle in (CHANNEL, OTHER))
    with pytest.raises(IntegrityError, match="one_account_per_client"), transaction.atomic():
        Account.objects.bulk_create([Account(client=agency.a, network="telegram", handle="Brand")])


@pytest.fixture
def tracking(migrated):
    """tracking(name) is a brand that tracks the same channel in two spellings, as the version before accounts had keys allowed."""
    before = migrated("clients", "0005_language_until_chosen")
    clients = before.get_model("clients", "Client").objects

    def brand(name: str):
        client = clients.create(name=name, slug=name)
        brand = before.get_model("clients", "Brand").objects.create(client=client, name=name, slug=name)
        for handle in ("brand", "Brand"):
            account = client.accounts.create(network="telegram", handle=handle)
            brand.tracking.create(client=client, account=account, role="own")
        return brand

    return brand


def collected(brand, handle):
    """Numbers of the account were brought."""
    account = brand.client.accounts.get(handle=handle)
    fields = {"source": "import", "collected_at": timezone.now(), "time_zone": "UTC", "currency": "RUB"}
    account.collections.create(client=brand.client, **fields)


def test_an_upgrade_joins_spellings_that_had_keys_of_their_own(migrated):
    before = migrated(*NOW)
    client = before.get_model("clients", "Client").objects.create(name="Client A", slug="client-a")
    brand = before.get_model("clients", "Brand").objects.create(client=client, name="Brand A", slug="brand-a")
    for handle in ("www.site.ru", "site.ru/blog", "site.ru", "other.ru"):
        account = client.accounts.create(network="website", handle=handle)
        client.accounts.filter(pk=account.pk).update(key=handle)
        brand.tracking.create(client=client, account=account, role="own")
    migrated("clients", "0007_one_account_for_each_spelling")
    assert list(Account.objects.order_by("pk").values_list("handle", "key")) == [
        ("www.site.ru", "site.ru"),
        ("other.ru", "other.ru"),
    ]
    assert Tracking.objects.count() == 2


def test_an_upgrade_joins_accounts_of_one_page_of_which_at_most_one_has_numbers_and_brands_track_the_one_kept(tracking, migrated):
    tracking("both")
    collected(tracking("numbers"), "Brand")
    tracking("one").tracking.get(account__handle="brand").delete()
    migrated(*NOW)
    kept = {"both": "brand", "numbers": "Brand", "one": "brand"}
    assert dict(Account.objects.values_list("client__slug", "handle")) == kept
    assert list(Account.objects.values_list("key", flat=True)) == ["brand"] * 3
    assert sorted(Tracking.objects.values_list("brand__slug", "account__handle")) == sorted(kept.items())


def test_an_upgrade_names_in_both_languages_the_accounts_of_one_page_that_both_have_numbers(tracking, migrated):
    brand = tracking("client-a")
    for handle in ("brand", "Brand"):
        collected(brand, handle)
    with pytest.raises(SystemExit) as stopped:
        migrated(*NOW)
    assert str(stopped.value).startswith("telegram:brand, telegram:Brand (client-a): одна страница в разных написаниях")
    assert " / One page in different spellings" in str(stopped.value)
    brand.client.accounts.get(handle="brand").collections.all().delete()
    migrated(*NOW)
    assert Account.objects.get().handle == "Brand"
