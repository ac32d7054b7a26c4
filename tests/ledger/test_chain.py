"""The ledger cannot be changed, and every kind of tampering shows."""

import errno
import json
import os

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from django.utils.translation import override

from smmstrategy.clients.isolation import scope
from smmstrategy.clients.models import Client, Membership, User
from smmstrategy.ledger import queries
from smmstrategy.ledger.actions import record
from smmstrategy.ledger.models import Entry
from smmstrategy.ledger.verbs import Verb

pytestmark = pytest.mark.django_db


@pytest.fixture
def person():
    return User.objects.create_user("anna@agency.test")


@pytest.fixture
def chain(person):
    client = Client.objects.create(name="Север", slug="sever")
    for step in range(4):
        record(Verb.CHANGED, client, by=person, client=client, before={"step": step}, after={"step": step + 1}, reason="проверка")
    return client


def test_entries_are_numbered_and_follow_each_other(chain):
    entries = list(Entry.objects.filter(client=chain).order_by("number"))
    assert [entry.number for entry in entries] == [1, 2, 3, 4]
    assert [entry.previous_hash for entry in entries] == ["", *(entry.hash for entry in entries[:3])]
    assert queries.breaks() == []


@pytest.mark.parametrize(
    ("tampering", "first_break"),
    [
        ("UPDATE ledger_entry SET reason = 'иначе' WHERE number = 2", (2, "changed")),
        ("UPDATE ledger_entry SET at = at - interval '1 day' WHERE number = 3", (3, "changed")),
        ("DELETE FROM ledger_entry WHERE number = 1", (2, "entries before it are missing")),
        ("DELETE FROM ledger_entry WHERE number = 3", (4, "entries before it are missing")),
        ("UPDATE ledger_entry SET number = 5 - number WHERE number IN (2, 3)", (2, "changed")),
        ("UPDATE ledger_entry SET client_id = NULL WHERE number = 4", (4, "changed")),
    ],
)
def test_tampering_by_somebody_who_owns_the_database_shows(chain, tampering, first_break):
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; ALTER TABLE ledger_entry DISABLE TRIGGER smm_append_only")
        cursor.execute("ALTER TABLE ledger_entry DROP CONSTRAINT one_entry_per_number")
        cursor.execute(tampering)
    found = queries.breaks()[0]
    assert (found.number, found.reason) == first_break


def test_heads_that_are_none_and_a_place_nothing_can_be_kept_in_are_said(chain, tmp_path):
    heads = tmp_path / "README.md"
    for content in ("# Heads", "[1]", '{"a": 1}'):
        heads.write_text(content)
        with override("en"), pytest.raises(CommandError, match="holds no heads that this command has written"):
            call_command("ledger_verify", heads=heads)
    nowhere = tmp_path / "nowhere" / "heads.json"
    for language, said in (
        ("en", f"The heads cannot be written to {nowhere}: there is no such file or folder."),
        ("ru", f"Концы цепочек не записать в {nowhere}: такого файла или папки нет."),
    ):
        with override(language), pytest.raises(CommandError) as refused:
            call_command("ledger_verify", heads=nowhere)
        assert str(refused.value) == said


def test_heads_that_cannot_be_written_whole_stay_as_they_were(chain, tmp_path, monkeypatch):
    heads = tmp_path / "heads.json"
    call_command("ledger_verify", heads=heads)
    kept = heads.read_bytes()

    def full(_handle):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with override("en"), pytest.raises(CommandError, match=r"cannot be written .* No space left on device"):
        call_command("ledger_verify", heads=heads)
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [kept]


def test_heads_are_written_anew_where_a_link_leads_and_for_those_who_could_read_them(chain, tmp_path):
    kept, link = tmp_path / "disk" / "heads.json", tmp_path / "heads.json"
    kept.parent.mkdir()
    kept.write_text("[]")
    kept.chmod(0o644)
    link.symlink_to(kept)
    call_command("ledger_verify", heads=link)
    assert [(client, number) for client, number, _hash in json.loads(kept.read_text())] == [(chain.pk, 4)]
    assert (link.is_symlink(), oct(kept.stat().st_mode & 0o777)) == (True, "0o644")
    call_command("ledger_verify", heads=tmp_path / "new.json")
    assert oct((tmp_path / "new.json").stat().st_mode & 0o777) == "0o600"
    assert [path.name for path in kept.parent.iterdir()] == ["heads.json"]


def test_a_cut_tail_shows_against_heads_kept_elsewhere(chain, tmp_path, capsys):
    heads = tmp_path / "heads.json"
    with override("en"):
        call_command("ledger_verify", heads=heads)
    assert "1 chain, 4 entries" in capsys.readouterr().out
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; ALTER TABLE ledger_entry DISABLE TRIGGER smm_append_only")
        cursor.execute("DELETE FROM ledger_entry WHERE number = 4")
    assert queries.breaks() == []
    with override("en"), pytest.raises(CommandError, match="entry 4: was there before"):
        call_command("ledger_verify", heads=heads)


CHANGES = ["UPDATE ledger_entry SET reason = 'x'", "DELETE FROM ledger_entry"]


@pytest.mark.parametrize("statement", [*CHANGES, "TRUNCATE ledger_entry"])
def test_no_scope_may_change_or_empty_the_ledger(chain, statement):
    with pytest.raises(DatabaseError), scope("system"), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.parametrize("statement", CHANGES)
def test_the_owner_of_the_tables_is_refused_too(chain, statement):
    with pytest.raises(DatabaseError, match="refused by smm_append_only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.parametrize("verb", [Verb.CREATED, Verb.DELIVERED])
def test_a_client_user_writes_no_entry_and_reads_none(chain, verb):
    visitor = User.objects.create_user("visitor@client.test")
    Membership.objects.create(user=visitor, client=chain, role="client")
    with pytest.raises(DatabaseError, match="row-level security"), scope(f"user:{visitor.pk}"):
        record(verb, chain, by=visitor, client=chain)
    with scope(f"user:{visitor.pk}"):
        assert list(Entry.objects.all()) == []
