"""The database itself keeps bulk rows of one client from pointing at another's, or at nothing."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from smmstrategy.clients.isolation import scope
from smmstrategy.clients.models import Account
from smmstrategy.metrics.actions import record
from smmstrategy.metrics.models import Import, Observation, Post, PostObservation
from tests.metrics.conftest import NOON, day, post

ORIGIN = {"source": "import", "collected_at": NOON}


@pytest.fixture
def foreign(agency, account):
    """An account of client B with a post and an import."""
    with scope(f"client:{agency.b.pk}"):
        foreign = Account.objects.create(client=agency.b, network="vk", handle="foreign")
        record(foreign, posts=[post("1")], **ORIGIN)
        Import.objects.create(client=agency.b, brand=agency.brand_b, file_name="b", file_path="b", sha256="", size=0)
    return foreign


@pytest.fixture
def everywhere(foreign):
    """Even one who sees both clients cannot tie them together."""
    with scope("system"):
        yield


def refused(model, **fields):
    with pytest.raises(IntegrityError, match="of the same client"), transaction.atomic():
        model.objects.bulk_create([model(**ORIGIN, **fields)])


def test_a_post_stands_on_an_account_of_its_client(agency, foreign, everywhere):
    refused(Post, client=agency.a, account=foreign, key="x")


def test_a_value_stands_on_a_post_of_its_client(agency, foreign, everywhere):
    refused(PostObservation, client=agency.a, post=Post.objects.get(account=foreign), metric="likes", value=1)
    refused(PostObservation, client=agency.a, post_id=0, metric="likes", value=1)


def test_a_value_stands_on_an_account_and_an_import_of_its_client(agency, account, foreign, everywhere):
    of_day = {"client": agency.a, "metric": "followers", "value": 1, "starts_on": date(2026, 3, 1), "ends_on": date(2026, 3, 1)}
    refused(Observation, **of_day, account=foreign)
    refused(Observation, **of_day, account=account, imported_in=Import.objects.get(client=agency.b))


def test_a_row_cannot_be_moved_to_another_client_or_another_s_import(agency, account, foreign, everywhere):
    record(account, values=[day("followers", date(2026, 3, 1), 1)], **ORIGIN)
    with pytest.raises(IntegrityError, match="of the same client"), transaction.atomic():
        Observation.objects.update(imported_in=Import.objects.get(client=agency.b))
    with pytest.raises(IntegrityError, match="keeps its id and its client"), transaction.atomic():
        Post.objects.filter(account=foreign).update(client=agency.a)


def test_what_is_pointed_at_cannot_be_deleted_behind_django_s_back(agency, account, everywhere):
    record(account, posts=[post("1", likes=1)], **ORIGIN)
    with pytest.raises(IntegrityError, match="still points at a deleted row"), transaction.atomic():
        Post.objects.filter(account=account)._raw_delete("default")
    Post.objects.get(account=account).delete()
    assert PostObservation.objects.count() == 0
