"""Handles: the same page in whatever letters, and what an upgrade does where it was kept twice."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.migrations.executor import MigrationExecutor

from smmstrategy.clients.handles import key
from smmstrategy.clients.models import Account

CHANNEL, OTHER = "UCabcdefghijklmnopqrstuv", "UCABCDEFGHIJKLMNOPQRSTUV"
BEFORE, NOW = ("clients", "0005_language_until_chosen"), ("clients", "0006_one_account_for_each_page")


@pytest.mark.parametrize(
    ("network", "one", "other"),
    [("telegram", "brand", "Brand"), ("youtube", "Brand", "BRAND"), ("website", "Brand.ru", "brand.ru"), ("vk", "БРЕНД", "бренд")],
)
def test_letters_of_either_case_are_one_page(network, one, other):
    assert key(network, one) == key(network, other)


def test_identifiers_of_channels_of_youtube_are_told_apart_by_case_alone():
    assert key("youtube", CHANNEL) != key("youtube", OTHER)
    assert key("telegram", CHANNEL) == key("telegram", OTHER)


def test_the_database_keeps_one_account_for_a_page(agency):
    Account.objects.create(client=agency.a, network="telegram", handle="brand")
    Account.objects.create(client=agency.b, network="telegram", handle="Brand")
    Account.objects.bulk_create(Account(client=agency.a, network="youtube", handle=handle) for handle in (CHANNEL, OTHER))
    with pytest.raises(IntegrityError, match="one_account_per_client"), transaction.atomic():
        Account.objects.bulk_create([Account(client=agency.a, network="telegram", handle="Brand")])


def migrated(version):
    return MigrationExecutor(connection).migrate([version]).apps


@pytest.fixture
def before(transactional_db):
    """The models of the version before accounts had keys, over its tables."""
    yield migrated(BEFORE)
    migrated(NOW)


def test_an_upgrade_names_the_accounts_of_one_page_and_goes_on_when_one_is_left(before):
    client = before.get_model("clients", "Client").objects.create(name="Client A", slug="client-a")
    accounts = before.get_model("clients", "Account").objects
    for handle in ("brand", "Brand"):
        accounts.create(client=client, network="telegram", handle=handle)
    with pytest.raises(ValueError, match=r"^telegram:brand and telegram:Brand of the client client-a are one page"):
        migrated(NOW)
    accounts.get(handle="brand").delete()
    migrated(NOW)
    assert (Account.objects.get().handle, Account.objects.get().key) == ("Brand", "brand")
