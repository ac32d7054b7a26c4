"""The first person of an agency comes from the command line."""

import io

import pytest
from django.core.management import CommandError, call_command
from django.test import Client as Browser

from smmstrategy.clients.models import Membership, User
from smmstrategy.ledger.actions import facts
from smmstrategy.ledger.models import Entry


def test_the_printed_password_signs_the_owner_in_and_the_ledger_knows(db):
    out = io.StringIO()
    call_command("add_owner", "Anna@Example.com", stdout=out)
    email, password = out.getvalue().split()
    answer = Browser().post("/account/login/", {"login": email, "password": password})
    assert (answer.status_code, Membership.objects.get().role) == (302, "owner")
    assert list(Entry.objects.order_by("number").values_list("verb", "after")) == [
        ("created", {"email": "anna@example.com", "name": ""}),
        ("granted", facts(Membership.objects.get())),
        ("changed", {"password": "new"}),
    ]


@pytest.mark.parametrize("email", ["bad-mail", "anna@", "", f"{'a' * 250}@example.com"])
def test_what_is_no_e_mail_is_no_owner(db, email):
    with pytest.raises(CommandError, match=f"«{email}» — не адрес электронной почты."):
        call_command("add_owner", email)
    assert not User.objects.exists()


def test_a_name_longer_than_any_is_refused(db):
    with pytest.raises(CommandError, match="не длиннее 120"):
        call_command("add_owner", "anna@example.com", name="x" * 121)
    assert not User.objects.exists()


@pytest.mark.parametrize("name", ["\u200b", "   "])
def test_a_name_that_shows_nothing_is_refused(db, name):
    with pytest.raises(CommandError, match="--name: Здесь нечего увидеть"):
        call_command("add_owner", "anna@example.com", name=name)
    assert not User.objects.exists()


def test_nobody_is_made_twice(agency):
    with pytest.raises(CommandError, match="уже есть среди пользователей"):
        call_command("add_owner", "owner@example.com")
