"""What tests share: two clients next door to each other with their people, and the machine's programs."""

import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from unittest import mock

import pytest
from django.core.management.color import Style
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.test import Client as Browser
from django.utils import translation

from smmstrategy.clients.isolation import fortify
from smmstrategy.clients.models import Brand, Client, Membership, User
from tests import machine, template

Role = Membership.Role


@pytest.fixture(scope="session")
def django_db_modify_db_settings(request, django_db_modify_db_settings, django_db_blocker):
    """Of several processes of one run the first to need a database migrates it; the others copy what it has made."""
    if "TESTS_TEMPLATE" in os.environ and hasattr(request.config, "workerinput"):
        with django_db_blocker.unblock():
            template.prepare(os.environ["TESTS_TEMPLATE"])


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup):
    """Emptying the tables after a test leaves their policies and keys alone: to make them again takes longer than most tests.

    Rows are deleted, past the triggers that forbid it: to truncate makes a file anew for each table and index.
    """
    with (
        mock.patch("django.core.management.commands.flush.emit_post_migrate_signal"),
        mock.patch.object(connection.ops, "sql_flush", _emptied),
    ):
        yield


def _emptied(_style: Style, tables: list[str], **_options: bool) -> list[str]:
    deleted = (f"DELETE FROM {connection.ops.quote_name(table)}" for table in tables)
    return ["SET LOCAL session_replication_role = replica", *deleted]


@pytest.fixture(autouse=True)
def leave_no_language_behind():
    """A page switches the thread to its reader's language; the next test starts in the house's own."""
    yield
    translation.deactivate()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files with long tests come first, so that no process has one to do when the others have ended."""
    long = {item.path for item in items if any(item.get_closest_marker(name) for name in ("slow", "browser", "real_files"))}
    items.sort(key=lambda item: item.path not in long)


@dataclass
class Agency:
    """Client A with its people; client B next door, whose strategist is a stranger to A."""

    a: Client
    b: Client
    brand_a: Brand
    brand_b: Brand
    owner: User
    manager: User
    strategist: User
    client_user: User
    stranger: User
    removed: User


def _named(name: str) -> User:
    return User(email=f"{name}@example.com", name=name.title(), language="en")


def person(name: str, *memberships: Membership) -> User:
    """A user with these memberships, without a password: sign in with `signed_in`."""
    user = _named(name)
    user.save()
    for membership in memberships:
        membership.user = user
        membership.save()
    return user


@pytest.fixture
def agency(db: None) -> Agency:
    """Made in one statement for each table: a thousand claims begin with it."""
    a, b = Client.objects.bulk_create([Client(name=f"Client {x}", slug=f"client-{x.lower()}") for x in "AB"])
    brands = [Brand(client=client, name=f"Brand {x}", slug=f"brand-{x.lower()}") for client, x in ((a, "A"), (b, "B"))]
    brand_a, brand_b = Brand.objects.bulk_create(brands)
    memberships = {
        "owner": Membership(role=Role.OWNER),
        "manager": Membership(client=a, role=Role.MANAGER),
        "strategist": Membership(client=a, role=Role.STRATEGIST),
        "client": Membership(client=a, role=Role.CLIENT),
        "stranger": Membership(client=b, role=Role.STRATEGIST),
        "removed": Membership(client=a, role=Role.STRATEGIST, ended_at=datetime(2026, 1, 1, tzinfo=UTC)),
    }
    people = User.objects.bulk_create([_named(name) for name in memberships])
    for user, membership in zip(people, memberships.values(), strict=True):
        membership.user = user
    Membership.objects.bulk_create(memberships.values())
    return Agency(a, b, brand_a, brand_b, *people)


@pytest.fixture
def migrated(transactional_db):
    """migrated(app, name) brings the tables to that migration and gives the models of then; afterwards they are as of now again."""

    def to(*migration: str):
        return MigrationExecutor(connection).migrate([migration]).apps

    yield to
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())
    fortify()


@pytest.fixture
def signed_in():
    """signed_in(user) is a browser of Django's test client in which that user is signed in."""

    def browser(user: User) -> Browser:
        signed = Browser()
        signed.force_login(user)
        return signed

    return browser


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of the machine's Chromium."""
    return machine.CHROMIUM.path or pytest.skip(machine.CHROMIUM.reason)


@pytest.fixture(scope="session")
def libreoffice() -> str:
    """The path of the machine's LibreOffice."""
    return machine.LIBREOFFICE.path or pytest.skip(machine.LIBREOFFICE.reason)


@pytest.fixture(scope="session")
def real_files() -> Path:
    """The folder of real export files that REAL_FILES names."""
    if folder := os.environ.get("REAL_FILES"):
        return Path(folder).resolve(strict=True)
    return pytest.skip("REAL_FILES is not set: the trials over real export files are not run")
