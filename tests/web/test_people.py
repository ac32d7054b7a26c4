"""People: only owners see them; invitations, roles and their end."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client as Browser

from smmstrategy.clients.models import Membership, User
from smmstrategy.ledger.models import Entry

pytestmark = pytest.mark.django_db
NEW = {"email": "Vera@Example.com", "name": "Vera", "language": "en", "role": "strategist"}


@pytest.fixture
def invited(agency, signed_in, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        signed_in(agency.owner).post("/people/invite/", {**NEW, "client": agency.a.pk})
    return User.objects.get(email="vera@example.com")


@pytest.mark.parametrize("who", ["manager", "strategist", "client_user", "stranger", "removed"])
@pytest.mark.parametrize("address", ["/people/", "/people/invite/"])
def test_people_are_for_owners(agency, signed_in, who, address):
    assert signed_in(getattr(agency, who)).get(address).status_code == 404


def test_the_invited_choose_a_password_by_the_link_and_get_in(invited, agency):
    link = re.search(r"http://testserver(\S+)", mail.outbox[0].body)[1]
    browser = Browser()
    form = browser.get(link, follow=True)
    address = form.request["PATH_INFO"]
    browser.post(address, {"password1": "a quiet harbour", "password2": "a quiet harbour"})
    assert browser.post("/account/login/", {"login": invited.email, "password": "a quiet harbour"}).status_code == 302
    assert browser.get("/clients/client-a/").status_code == 200


def test_an_invitation_is_written_down(invited, agency):
    entry = Entry.objects.get(verb="granted")
    assert (entry.actor, entry.client, entry.after["role"]) == (agency.owner, agency.a, "strategist")


def test_a_person_who_has_a_password_gets_the_role_and_no_letter(agency, signed_in, django_capture_on_commit_callbacks):
    agency.stranger.set_password("a quiet harbour")
    agency.stranger.save()
    with django_capture_on_commit_callbacks(execute=True):
        signed_in(agency.owner).post("/people/invite/", {**NEW, "email": agency.stranger.email, "client": agency.a.pk})
    assert mail.outbox == []
    assert signed_in(agency.stranger).get("/clients/client-a/").status_code == 200


@pytest.mark.parametrize(
    ("who", "client", "role", "has"),
    [
        ("client_user", "a", "strategist", "Client has a role there already (Client A: client)."),
        ("strategist", "a", "strategist", "Strategist has a role there already (Client A: strategist)."),
        ("owner", "", "manager", "Owner has a role there already (the whole agency: owner)."),
    ],
)
def test_an_invitation_changes_no_role_and_says_which_there_is(agency, signed_in, who, client, role, has):
    person = getattr(agency, who)
    before = person.memberships.get()
    told = {**NEW, "email": person.email.upper(), "role": role, "client": agency.a.pk if client else ""}
    page = signed_in(agency.owner).post("/people/invite/", told)
    assert page.context["form"].errors["email"] == [f"{has} It is changed on the page “People”."]
    assert person.memberships.get().role == before.role
    assert Entry.objects.filter(verb__in=["granted", "changed"]).count() == 0


def test_a_name_that_shows_nothing_invites_nobody(agency, signed_in):
    page = signed_in(agency.owner).post("/people/invite/", {**NEW, "name": "\u200b", "client": agency.a.pk})
    assert list(page.context["form"].errors) == ["name"]
    assert not User.objects.filter(email="vera@example.com").exists()


def test_a_role_for_another_client_is_given_beside_the_first(agency, signed_in):
    signed_in(agency.owner).post("/people/invite/", {**NEW, "email": agency.strategist.email, "client": agency.b.pk})
    current = Membership.objects.filter(user=agency.strategist, ended_at=None).order_by("client__name")
    assert [(held.client, held.role) for held in current] == [(agency.a, "strategist"), (agency.b, "strategist")]


@pytest.mark.parametrize(("role", "whole_agency"), [("owner", False), ("client", True)])
def test_roles_that_cannot_be_are_refused(agency, signed_in, role, whole_agency):
    client = "" if whole_agency else agency.a.pk
    page = signed_in(agency.owner).post("/people/invite/", {**NEW, "role": role, "client": client})
    assert "client" in page.context["form"].errors
    assert not User.objects.filter(email="vera@example.com").exists()


@pytest.mark.parametrize(
    ("who", "roles"),
    [("owner", ["owner", "manager", "strategist"]), ("strategist", ["manager", "strategist", "client"])],
)
def test_a_role_is_chosen_from_those_that_can_be(agency, signed_in, who, roles):
    address = f"/people/{getattr(agency, who).memberships.get().pk}/role/"
    field = signed_in(agency.owner).get(address).context["form"].fields["role"]
    assert [role for role, _name in field.choices] == roles
    assert ("take this role away and invite them" in field.help_text) == (who == "owner")


def test_nobody_is_invited_as_a_client_s_person_while_there_is_no_client(db, signed_in):
    owner = User.objects.create(email="owner@example.com")
    Membership.objects.create(user=owner, role="owner")
    field = signed_in(owner).get("/people/invite/").context["form"].fields["role"]
    assert [role for role, _name in field.choices] == ["owner", "manager", "strategist"]


def test_a_role_taken_away_ends_an_open_session_at_once(agency, signed_in):
    browser = signed_in(agency.strategist)
    assert browser.get("/clients/client-a/").status_code == 200
    signed_in(agency.owner).post(f"/people/{agency.strategist.memberships.get().pk}/end/")
    assert browser.get("/clients/client-a/").status_code == 404
    assert "Nothing is open to you now" in browser.get("/").content.decode()


def test_the_last_owner_cannot_leave(agency, signed_in):
    own = agency.owner.memberships.get()
    browser = signed_in(agency.owner)
    browser.post(f"/people/{own.pk}/end/")
    browser.post(f"/people/{own.pk}/role/", {"role": "manager"})
    own.refresh_from_db()
    assert (own.role, own.ended_at) == ("owner", None)


@pytest.fixture
def two_owners(agency):
    Membership.objects.create(user=agency.manager, role="owner")
    return agency


def test_one_of_two_owners_leaves_and_is_led_to_a_page_they_may_see(two_owners, signed_in):
    own = two_owners.owner.memberships.get()
    answer = signed_in(two_owners.owner).post(f"/people/{own.pk}/end/", follow=True)
    assert (answer.status_code, answer.redirect_chain) == (200, [("/", 302)])
    assert "Nothing is open to you now" in answer.content.decode()
    entry = Entry.objects.get(verb="revoked")
    assert (entry.actor, entry.object_id, entry.before["role"]) == (two_owners.owner, own.pk, "owner")


def test_an_owner_who_becomes_something_else_is_led_to_a_page_they_may_see(two_owners, signed_in):
    own = two_owners.owner.memberships.get()
    answer = signed_in(two_owners.owner).post(f"/people/{own.pk}/role/", {"role": "strategist"}, follow=True)
    assert (answer.status_code, answer.redirect_chain) == (200, [("/", 302)])
    assert Membership.objects.get(user=two_owners.owner, ended_at=None).role == "strategist"


def test_an_ended_membership_is_not_there_any_more(agency, signed_in):
    ended = agency.removed.memberships.get()
    assert signed_in(agency.owner).post(f"/people/{ended.pk}/end/").status_code == 404


def test_an_invitation_link_dies_with_its_first_use(invited, agency, signed_in):
    link = re.search(r"http://testserver(\S+)", mail.outbox[0].body)[1]
    invited.set_password("a quiet harbour")
    invited.last_login = invited.created_at + timedelta(days=1)
    invited.save()
    page = Browser().get(link, follow=True)
    assert "password1" not in page.content.decode()


def test_the_last_owner_is_told_why_they_cannot_become_something_else(agency, signed_in):
    own = agency.owner.memberships.get()
    answer = signed_in(agency.owner).post(f"/people/{own.pk}/role/", {"role": "strategist"}, follow=True)
    assert [str(message) for message in answer.context["messages"]] == [
        "This is the last owner. Make somebody else an owner first."
    ]
    assert Membership.objects.get(user=agency.owner, ended_at=None).role == "owner"


@pytest.mark.parametrize("who", ["owner", "strategist", "client_user"])
def test_nobody_takes_an_address_that_somebody_may_be_invited_by(agency, signed_in, who):
    browser = signed_in(getattr(agency, who))
    taken = {"email": "newcomer@agency.test", "action_add": ""}
    assert [browser.post("/account/email/", taken).status_code, browser.get("/account/email/").status_code] == [404, 404]
    assert not User.objects.filter(email="newcomer@agency.test").exists()
