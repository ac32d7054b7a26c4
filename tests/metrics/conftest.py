"""Accounts of a client whose numbers are recorded, inside that client's scope, and short ways to say a record."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from smmstrategy.clients.isolation import scope
from smmstrategy.clients.models import Account
from smmstrategy.metrics.models import Import
from smmstrategy.metrics.records import AccountRecord, PostRecord

NOON = datetime(2026, 3, 2, 9, tzinfo=UTC)


def post(key: str, published_at: datetime | None = NOON, **more) -> PostRecord:
    """A post; keywords that are metrics become its numbers."""
    fields = {name: more.pop(name) for name in list(more) if name in PostRecord.__dataclass_fields__}
    return PostRecord(key=key, metrics={code: Decimal(value) for code, value in more.items()}, published_at=published_at, **fields)


def day(metric: str, on: date, value: int | str, **more) -> AccountRecord:
    return AccountRecord(metric, on, more.pop("ends_on", on), Decimal(value), **more)


@pytest.fixture
def account(agency) -> Iterator[Account]:
    """An account of client A, inside the scope of a job of A."""
    account = Account.objects.create(client=agency.a, network="vk", handle="brand")
    with scope(f"client:{agency.a.pk}"):
        yield account


@pytest.fixture
def competitor(agency, account) -> Account:
    return Account.objects.create(client=agency.a, network="telegram", handle="competitor")


@pytest.fixture
def an_import(agency, account):
    """Makes imports of client A by name."""

    def make(name: str) -> Import:
        return Import.objects.create(client=agency.a, brand=agency.brand_a, file_name=name, file_path=name, sha256="", size=0)

    return make
