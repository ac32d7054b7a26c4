"""The second wall: whatever a query forgets, PostgreSQL shows and takes only what belongs to the scope."""

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from smmstrategy.clients import isolation
from smmstrategy.clients.isolation import scope
from smmstrategy.clients.models import Account, Brand, Client, Membership, Tracking, User

pytestmark = pytest.mark.django_db


@pytest.fixture
def two_clients():
    return [Client.objects.create(name=name, slug=name) for name in ("sever", "yug")]


@pytest.fixture
def brands(two_clients):
    return [Brand.objects.create(client=client, name=client.slug, slug=client.slug) for client in two_clients]


def member(client, role):
    user = User.objects.create_user(f"{role}-{client.slug if client else 'all'}@agency.test")
    return Membership.objects.create(user=user, client=client, role=role)


def seen(membership, model=Brand):
    with scope(f"user:{membership.user_id}"):
        return set(model.objects.values_list("pk", flat=True))


def test_a_strategist_of_one_client_sees_that_client_only(two_clients, brands):
    assert seen(member(two_clients[0], "strategist")) == {brands[0].pk}


@pytest.mark.parametrize("role", ["owner", "manager", "strategist"])
def test_the_agency_s_staff_see_every_client(two_clients, brands, role):
    assert seen(member(None, role)) == {brand.pk for brand in brands}


def test_a_client_user_sees_the_brand_but_no_account(two_clients, brands):
    Account.objects.create(client=two_clients[0], network="vk", handle="sever")
    visitor = member(two_clients[0], "client")
    assert seen(visitor) == {brands[0].pk}
    assert seen(visitor, Account) == set()


def test_ending_a_membership_or_closing_an_account_ends_sight_at_once(two_clients, brands):
    strategist = member(two_clients[0], "strategist")
    Membership.objects.filter(pk=strategist.pk).update(ended_at="2026-01-01T00:00:00Z")
    assert seen(strategist) == set()
    manager = member(None, "manager")
    User.objects.filter(pk=manager.user_id).update(is_active=False)
    assert seen(manager) == set()


def test_a_scope_of_a_job_is_one_client(two_clients, brands):
    with scope(f"client:{two_clients[1].pk}"):
        assert list(Brand.objects.all()) == [brands[1]]


@pytest.mark.parametrize("who", ["", "user:0", "nonsense"])
def test_nobody_sees_nothing(brands, who):
    with scope(who):
        assert Brand.objects.count() == 0


@pytest.fixture
def scopes(agency):
    people = ("owner", "strategist", "client_user", "stranger", "removed")
    return {name: f"user:{getattr(agency, name).pk}" for name in people} | {"a job": f"client:{agency.a.pk}", "a command": "system"}


A_TEAM = {"owner", "manager", "strategist", "client", "removed"}


@pytest.mark.parametrize(
    ("who", "names"),
    [
        ("owner", A_TEAM | {"stranger"}),
        ("strategist", A_TEAM),
        ("client_user", {"client"}),
        ("stranger", {"owner", "stranger"}),
        ("removed", {"removed"}),
        ("a job", A_TEAM),
        ("a command", A_TEAM | {"stranger"}),
    ],
)
def test_people_see_those_they_work_with(scopes, who, names):
    with scope(scopes[who]):
        assert {email.partition("@")[0] for email in User.objects.values_list("email", flat=True)} == names


@pytest.mark.parametrize(("who", "rows"), [("owner", 1), ("strategist", 1), ("client_user", 1), ("a job", 0), ("a command", 0)])
def test_people_change_themselves_alone_and_never_whether_they_may_sign_in(scopes, who, rows):
    with scope(scopes[who]):
        assert User.objects.update(language="ru") == rows
    for closed in ({"is_active": False}, {"email": "mine@example.com"}):
        with pytest.raises(DatabaseError, match="permission denied"), scope(scopes[who]):
            User.objects.update(**closed)
    with pytest.raises(DatabaseError, match="permission denied"), scope(scopes[who]):
        User.objects.all()._raw_delete("default")


@pytest.mark.parametrize("who", ["strategist", "client_user", "a job"])
def test_only_owners_and_commands_let_somebody_new_in(scopes, who):
    for may in ("owner", "a command"):
        with scope(scopes[may]):
            User.objects.create_user(f"{may[:5].strip()}-guest@example.com")
    with pytest.raises(DatabaseError, match="row-level security"), scope(scopes[who]):
        User.objects.create_user("stowaway@example.com")


@pytest.mark.parametrize("who", ["manager of everything", "manager", "strategist", "client_user", "a job"])
def test_only_owners_and_commands_give_a_role_change_one_or_end_one(agency, scopes, who):
    for may in ("owner", "a command"):
        with scope(scopes[may]):
            given = Membership.objects.create(user=agency.removed, client=agency.a, role="client")
            assert Membership.objects.filter(pk=given.pk).update(role="strategist", ended_at="2026-02-01T00:00Z") == 1
    everywhere = member(None, "manager")
    asking = {"manager of everything": f"user:{everywhere.user_id}", "manager": f"user:{agency.manager.pk}"} | scopes
    with scope(asking[who]):
        assert Membership.objects.filter(client=agency.a).update(role="manager") == 0
        assert Membership.objects.filter(client=agency.a)._raw_delete("default") == 0
    for client, role in ((agency.a, "client"), (None, "owner")):
        with pytest.raises(DatabaseError, match="row-level security"), scope(asking[who]):
            Membership.objects.create(user=agency.removed, client=client, role=role)


def test_a_row_for_a_foreign_client_is_refused(two_clients):
    strategist = member(two_clients[0], "strategist")
    with pytest.raises(DatabaseError), scope(f"user:{strategist.user_id}"):
        Brand.objects.create(client=two_clients[1], name="чужой", slug="foreign")


def test_foreign_rows_are_neither_changed_nor_deleted(two_clients, brands):
    strategist = member(two_clients[0], "strategist")
    with scope(f"user:{strategist.user_id}"):
        assert Brand.objects.update(name="мой") == 1
        assert Brand.objects.filter(pk=brands[1].pk)._raw_delete("default") == 0
    assert Brand.objects.get(pk=brands[1].pk).name == "yug"


def test_a_row_never_points_into_another_client(two_clients, brands):
    account = Account.objects.create(client=two_clients[0], network="vk", handle="sever")
    with pytest.raises(IntegrityError), transaction.atomic():
        Tracking.objects.create(client=two_clients[1], brand=brands[1], account=account, role="own")
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_a_scope_inside_a_scope_gives_the_outer_one_back(two_clients, brands):
    with scope(f"client:{two_clients[0].pk}"):
        with scope(f"client:{two_clients[1].pk}"):
            assert list(Brand.objects.all()) == [brands[1]]
        assert list(Brand.objects.all()) == [brands[0]]
    assert Brand.objects.count() == 2


def test_a_scope_that_fails_gives_the_outer_one_back(two_clients, brands):
    with scope(f"client:{two_clients[0].pk}"):
        with pytest.raises(ZeroDivisionError), scope(f"client:{two_clients[1].pk}"):
            1 / 0  # noqa: B018
        assert list(Brand.objects.all()) == [brands[0]]


def test_every_table_with_a_client_has_its_policies_and_keys():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT table_name FROM information_schema.columns WHERE column_name = 'client_id' AND table_schema = 'public'"
        )
        with_client = {name for (name,) in cursor.fetchall()}
        cursor.execute("SELECT tablename, count(*) FROM pg_policies WHERE policyname LIKE 'smm_%' GROUP BY 1")
        policies = dict(cursor.fetchall())
        cursor.execute("SELECT relname FROM pg_class WHERE relrowsecurity")
        secured = {name for (name,) in cursor.fetchall()}
    assert len(with_client) >= 15
    assert {table: policies.get(table) for table in with_client} == dict.fromkeys(with_client, 4)
    assert with_client <= secured


def test_the_role_of_the_web_owns_nothing_and_walks_around_no_policy():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT rolsuper, rolbypassrls, rolcanlogin, rolcreaterole FROM pg_roles WHERE rolname = %s", [isolation.APP_ROLE]
        )
        assert cursor.fetchone() == (False, False, False, False)
        cursor.execute("SELECT count(*) FROM pg_class WHERE relowner = %s::regrole", [isolation.APP_ROLE])
        assert cursor.fetchone() == (0,)


def test_without_the_policy_the_forgotten_filter_would_leak(two_clients, brands):
    """The canary: it is the policy that hides the rows, nothing else."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; ALTER TABLE clients_brand DISABLE ROW LEVEL SECURITY")
    assert seen(member(two_clients[0], "strategist")) == {brand.pk for brand in brands}
