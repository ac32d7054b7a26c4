"""Facts are sealed, files are kept once, delivered, withdrawn and downloaded, each with a trace."""

from contextlib import closing
from datetime import date
from decimal import Decimal
from pathlib import Path

import psycopg2
import pytest
from django.db import DatabaseError, connection, transaction

from smmstrategy import files
from smmstrategy.clients.isolation import scope
from smmstrategy.ledger.models import Entry
from smmstrategy.reports import actions, queries, snapshots
from smmstrategy.reports.drawing import Drawing, Drawn
from smmstrategy.reports.models import Download, ReportFile, Snapshot

FACTS = {"period": date(2026, 6, 30), "er": Decimal("0.0420"), "текст": "🦊\ud800", "n": [1, None]}


@pytest.fixture
def media(settings, tmp_path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def snapshot(agency, media) -> Snapshot:
    return actions.seal(brand=agency.brand_a, kind="audit", facts=FACTS, by=agency.strategist)


def keep(snapshot, content=b"book", form="xlsx", by=None) -> ReportFile:
    (kept,) = actions.keep(snapshot, [Drawn(form, "audit.xlsx", Drawing(content, ()), {"a": 1})], language="ru", by=by)
    return kept


def test_facts_come_back_as_they_were_sealed(snapshot):
    read = snapshots.content(Snapshot.objects.get(pk=snapshot.pk))
    assert read == {"period": "2026-06-30", "er": "0.0420", "текст": "🦊\ud800", "n": [1, None]}


def test_the_same_facts_in_another_order_have_the_same_hash():
    assert snapshots.canonical(FACTS) == snapshots.canonical(dict(reversed(FACTS.items())))


@pytest.mark.parametrize("value", [float("nan"), float("inf"), Decimal("NaN"), object()])
def test_what_is_not_a_fact_cannot_be_sealed(value):
    with pytest.raises((ValueError, TypeError)):
        snapshots.canonical({"x": value})


@pytest.mark.parametrize("stored", [b"", snapshots.compressed(b"{}")])
def test_damaged_facts_are_refused(snapshot, stored):
    snapshot.content = stored
    with pytest.raises(snapshots.SnapshotDamaged):
        snapshots.content(snapshot)


def test_sealed_facts_cannot_be_changed_at_run_time(agency, snapshot):
    with scope(f"client:{agency.a.pk}"), pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        Snapshot.objects.filter(pk=snapshot.pk).update(kind="other")


def test_a_file_is_kept_once(snapshot, media):
    first, again = keep(snapshot), keep(snapshot)
    assert first.pk == again.pk
    assert sorted(path.name for path in (media / "reports").iterdir()) == sorted(
        Path(p).name for p in (first.path, first.manifest_path)
    )
    assert Entry.objects.filter(verb="drawn").count() == 1


def test_a_damaged_file_is_noticed_and_mended(snapshot, media):
    file = keep(snapshot)
    assert queries.intact(file)
    (media / file.path).write_bytes(b"bank")
    assert not queries.intact(file)
    assert queries.intact(keep(snapshot))
    (media / file.path).unlink()
    assert not queries.intact(file)
    assert (media / keep(snapshot).path).read_bytes() == b"book"


@pytest.mark.parametrize("left", [None, b'{"a"'])
def test_a_manifest_that_was_lost_or_damaged_is_mended_beside_a_whole_file(snapshot, media, left):
    manifest = media / keep(snapshot).manifest_path
    manifest.unlink() if left is None else manifest.write_bytes(left)
    keep(snapshot)
    assert manifest.read_bytes() == b'{"a": 1}'


def test_other_bytes_from_the_same_snapshot_are_refused(snapshot):
    keep(snapshot)
    with pytest.raises(actions.DrawnDifferently):
        keep(snapshot, b"look")


def test_deck_and_workbook_of_a_snapshot(snapshot):
    book, deck = keep(snapshot), keep(snapshot, form="pptx")
    assert queries.files_of(snapshot, "ru") == {"xlsx": book, "pptx": deck}
    assert queries.files_of(snapshot, "en") == {}


def test_a_client_sees_a_file_from_delivery_to_withdrawal(agency, snapshot):
    file = keep(snapshot, by=agency.strategist)
    seen = {}
    for step, act in (
        ("kept", lambda: None),
        ("delivered", lambda: actions.deliver([file], by=agency.manager)),
        ("withdrawn", lambda: actions.withdraw([file], by=agency.manager, reason="wrong month")),
    ):
        act()
        people = (agency.client_user, agency.strategist, agency.stranger)
        seen[step] = []
        for person in people:
            with scope(f"user:{person.pk}"):
                seen[step].append(queries.files(person).count())
    assert seen == {"kept": [0, 1, 0], "delivered": [1, 1, 0], "withdrawn": [0, 1, 0]}


def test_every_step_has_its_entry(agency, snapshot):
    file = keep(snapshot, by=agency.strategist)
    actions.deliver([file], by=agency.manager, reason="as agreed")
    actions.withdraw([file], by=agency.manager, reason="wrong month")
    entries = Entry.objects.filter(client=agency.a).order_by("number")
    assert [(entry.verb, entry.actor, entry.reason) for entry in entries] == [
        ("sealed", agency.strategist, ""),
        ("drawn", agency.strategist, ""),
        ("delivered", agency.manager, "as agreed"),
        ("withdrawn", agency.manager, "wrong month"),
    ]


def test_a_client_leaves_a_trace_of_a_download_and_sees_only_its_own(agency, snapshot):
    file = keep(snapshot)
    actions.deliver([file], by=agency.manager)
    for person in (agency.strategist, agency.client_user):
        with scope(f"user:{person.pk}"):
            actions.log_download(file=queries.files(person).get(), by=person)
    with scope(f"user:{agency.client_user.pk}"):
        assert [download.user for download in queries.downloads(file)] == [agency.client_user]
    with scope(f"user:{agency.manager.pk}"):
        assert [download.user for download in queries.downloads(file)] == [agency.client_user, agency.strategist]


def test_a_client_leaves_a_trace_in_nobody_else_s_name(agency, snapshot):
    file = keep(snapshot)
    with pytest.raises(DatabaseError, match="row-level security"), scope(f"user:{agency.client_user.pk}"):
        actions.log_download(file=file, by=agency.strategist)


def test_a_trace_cannot_be_wiped(agency, snapshot):
    file = keep(snapshot)
    with scope(f"user:{agency.strategist.pk}"):
        actions.log_download(file=file, by=agency.strategist)
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            Download.objects.all().delete()


@pytest.mark.django_db(transaction=True)
def test_the_ledger_is_free_while_files_are_written_and_has_an_entry_for_each_then(agency, snapshot, monkeypatch):
    write, free = files.write, []

    def write_beside_others(*what):
        with closing(psycopg2.connect(**connection.get_connection_params())) as others, others.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_xact_lock(hashtext('ledger'), %s)", [agency.a.pk])
            free.extend(cursor.fetchone())
        return write(*what)

    monkeypatch.setattr(files, "write", write_beside_others)
    drawn = [Drawn(form, f"audit.{form}", Drawing(form.encode(), ()), {"a": 1}) for form in ("pptx", "xlsx")]
    kept = actions.keep(snapshot, drawn, language="ru", by=agency.strategist)
    assert free == [True] * 4
    said = Entry.objects.filter(verb="drawn").order_by("number").values_list("object_id", "after__name")
    assert list(said) == [(file.pk, file.name) for file in kept]
