"""What people sign in with: open to whoever is signing in, hashes and factors then to themselves; closed to others and all work."""

import importlib
import re

import pytest
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp
from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import DatabaseError, connection
from django.test import Client as Browser

from smmstrategy.clients.isolation import scope
from smmstrategy.clients.models import Membership, User
from smmstrategy.jobs.actions import Claim, enqueue

pytestmark = pytest.mark.django_db
PASSWORD, SECRET = "a quiet harbour", "JBSWY3DPEHPK3PXP"


def code(secret):
    return totp.format_hotp_value(totp.hotp_value(secret, next(totp.yield_hotp_counters_from_time())))


@pytest.fixture
def anna(agency):
    agency.strategist.set_password(PASSWORD)
    agency.strategist.save()
    totp.TOTP.activate(agency.strategist, SECRET)
    RecoveryCodes.activate(agency.strategist)
    Browser().force_login(agency.strategist)
    return agency.strategist


@pytest.fixture
def scopes(anna, agency):
    return {
        "nobody yet": "",
        "herself": f"user:{anna.pk}",
        "the owner": f"user:{agency.owner.pk}",
        "a job": f"client:{agency.a.pk}",
        "a command": "system",
    }


@pytest.mark.parametrize(
    ("who", "hash_is_known", "factors", "sessions"),
    [
        ("nobody yet", True, 2, 1),
        ("herself", True, 2, 0),
        ("the owner", False, 0, 0),
        ("a job", False, 0, 0),
        ("a command", False, 0, 0),
    ],
)
def test_who_reads_what_somebody_signs_in_with(anna, scopes, who, hash_is_known, factors, sessions):
    with scope(scopes[who]):
        read = User.objects.get(pk=anna.pk)
        assert (read.email, read.password) == (anna.email, anna.password if hash_is_known else None)
        assert (Authenticator.objects.count(), Session.objects.count()) == (factors, sessions)


@pytest.mark.parametrize("who", ["the owner", "a job", "a command"])
@pytest.mark.parametrize(
    "query",
    [
        "SELECT password FROM clients_user",
        "SELECT * FROM clients_user",
        "SELECT 1 FROM clients_user WHERE password LIKE 'argon2%%'",
    ],
)
def test_the_column_of_hashes_is_closed_whatever_the_query(anna, scopes, who, query):
    with pytest.raises(DatabaseError, match="permission denied"), scope(scopes[who]), connection.cursor() as cursor:
        cursor.execute(query)


@pytest.mark.parametrize("who", ["the owner", "a job", "a command"])
def test_nobody_sets_the_password_of_another(anna, scopes, who):
    with scope(scopes[who]):
        assert User.objects.filter(pk=anna.pk).update(password="argon2$mine") == 0
    with scope(scopes["herself"]):
        assert User.objects.filter(pk=anna.pk).update(password="argon2$mine") == 1


@pytest.mark.parametrize("who", ["herself", "the owner", "a job", "a command"])
def test_nobody_signed_in_ends_or_changes_a_session(anna, scopes, who):
    with scope(scopes[who]):
        assert Session.objects.update(expire_date="2000-01-01T00:00Z") == 0
        assert Session.objects.all().delete() == (0, {})
    assert Session.objects.filter(expire_date__gt="2020-01-01T00:00Z").count() == 1


@pytest.mark.parametrize("who", ["a job", "a command"])
def test_work_neither_makes_a_session_nor_a_second_factor(anna, scopes, who):
    for row in (Session(session_key="k", session_data="", expire_date="2030-01-01T00:00Z"), Authenticator(user=anna, data={})):
        with pytest.raises(DatabaseError, match="row-level security"), scope(scopes[who]):
            row.save(force_insert=True)


def test_a_job_knows_who_asked_for_it_and_not_their_hash(anna, agency):
    job = enqueue("k", key="k", client=agency.a, payload={}, by=anna)
    with scope(Claim(job).scope):
        asked = type(job).objects.select_related("requested_by").get(pk=job.pk).requested_by
    assert (asked, asked.password) == (anna, None)


def test_an_account_without_a_password_is_known_to_have_none(agency):
    invited = User.objects.create_user("vera@example.com", None)
    with scope(f"user:{agency.owner.pk}"):
        read = User.objects.get(pk=invited.pk)
    assert (read.password, read.has_usable_password()) == ("!", False)


def test_the_canary_the_grant_closes_the_column_and_nothing_else(anna, scopes):
    with connection.cursor() as cursor:
        cursor.execute("GRANT SELECT ON clients_user TO smm_app")
    with scope(scopes["a job"]), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM clients_user WHERE password = %s", [anna.password])
        assert cursor.fetchone() == (1,)


def test_signing_in_takes_the_password_and_then_the_code(anna):
    browser = Browser()
    first = browser.post("/account/login/", {"login": anna.email, "password": PASSWORD})
    assert (first.status_code, first.url) == (302, "/account/2fa/authenticate/")
    second = browser.post(first.url, {"code": code(SECRET)})
    assert (second.status_code, second.url) == (302, "/")
    assert browser.get("/clients/client-a/").status_code == 200
    key = browser.cookies["session"].value
    assert browser.post("/account/logout/").status_code == 302
    assert browser.get("/clients/client-a/").status_code == 302
    assert Session.objects.filter(session_key=key).count() == 0


def test_a_password_is_changed_and_the_session_goes_on_under_another_key(agency):
    agency.strategist.set_password(PASSWORD)
    agency.strategist.save()
    browser = Browser()
    browser.post("/account/login/", {"login": agency.strategist.email, "password": PASSWORD})
    key = browser.cookies["session"].value
    words = {"oldpassword": PASSWORD, "password1": "a loud harbour", "password2": "a loud harbour"}
    assert browser.post("/account/password/change/", words).status_code == 302
    assert browser.get("/clients/client-a/").status_code == 200
    assert list(Session.objects.values_list("session_key", flat=True)) == [browser.cookies["session"].value] != [key]
    assert User.objects.get(pk=agency.strategist.pk).check_password("a loud harbour")


def test_a_secret_lies_in_the_database_encrypted(anna):
    kept = {factor.type: factor.data for factor in Authenticator.objects.all()}
    assert SECRET not in str(kept)
    assert get_adapter().decrypt(kept["totp"]["secret"]) == SECRET
    assert len(get_adapter().decrypt(kept["recovery_codes"]["seed"])) == 80


def test_with_another_key_no_code_is_right_until_the_old_one_is_named(anna, settings):
    factor = Authenticator.objects.get(type="totp")
    old, settings.SECRET_KEY = settings.SECRET_KEY, "another"
    assert factor.wrap().validate_code(code(SECRET)) is False
    settings.SECRET_KEY_FALLBACKS = [old]
    assert factor.wrap().validate_code(code(SECRET)) is True


def test_secrets_that_were_kept_in_the_clear_are_encrypted_by_the_migration(agency):
    clear = {"totp": {"secret": SECRET}, "recovery_codes": {"seed": "ab", "used_mask": 5, "migrated_codes": ["11", "22"]}}
    for kind, data in clear.items():
        Authenticator.objects.create(user=agency.owner, type=kind, data=data)
    rewriting = importlib.import_module("smmstrategy.clients.migrations.0003_signing_in").Migration.operations[1]
    rewriting.code(apps, None)
    totp_, codes = (Authenticator.objects.get(type=kind) for kind in clear)
    assert totp_.wrap().validate_code(code(SECRET)) is True
    assert (codes.data["used_mask"], codes.wrap().generate_codes()) == (5, ["11", "22"])
    rewriting.reverse_code(apps, None)
    assert {factor.type: factor.data for factor in Authenticator.objects.all()} == clear


@pytest.mark.parametrize("here", [None, "owner", "strategist"])
def test_the_link_of_a_letter_sent_again_is_good_whoever_is_signed_in_here(
    agency, signed_in, here, mailoutbox, django_capture_on_commit_callbacks
):
    invited = User.objects.create_user("vera@example.com", None, language="en")
    membership = Membership.objects.create(user=invited, client=agency.a, role="strategist")
    with django_capture_on_commit_callbacks(execute=True):
        signed_in(agency.owner).post(f"/people/{membership.pk}/invite/")
    browser = signed_in(getattr(agency, here)) if here else Browser()
    form = browser.get(re.search(r"http://testserver(\S+)", mailoutbox[0].body)[1], follow=True)
    browser.post(form.request["PATH_INFO"], {"password1": PASSWORD, "password2": PASSWORD})
    assert User.objects.get(pk=invited.pk).check_password(PASSWORD)
