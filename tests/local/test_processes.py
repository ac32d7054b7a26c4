"""Children are watched, and what a killed parent left behind is found and ended."""

import json
import sys
from contextlib import suppress

import psutil
import pytest

from smmstrategy.local import processes, schema
from smmstrategy.local.processes import Child, Family
from smmstrategy.local.progress import say
from smmstrategy.local.words import Problem


def sleeper(folder):
    return Child("sleeper", ["sleep", "60"], folder / "sleeper.log")


def test_orphans_of_a_killed_parent_are_ended_by_the_next(tmp_path):
    record = tmp_path / "processes.json"
    child = sleeper(tmp_path)
    Family(record).start(child)
    Family(record).end_orphans()
    assert not psutil.pid_exists(child.process.pid)
    assert not record.exists()


def test_a_process_that_only_has_an_orphan_s_number_is_left_alone(tmp_path):
    record = tmp_path / "processes.json"
    family = Family(record)
    family.start(child := sleeper(tmp_path))
    record.write_text(f"[[{child.process.pid}, 1.0]]")
    Family(record).end_orphans()
    assert psutil.Process(child.process.pid).status() != psutil.STATUS_ZOMBIE
    family.stop()


@pytest.mark.parametrize("damaged", [b"", b"[[4711, 17", b"\x00\x00", b"[null]"])
def test_a_record_that_a_power_cut_has_damaged_does_not_hold_the_start(tmp_path, damaged):
    record = tmp_path / "processes.json"
    record.write_bytes(damaged)
    Family(record).end_orphans()
    assert not record.exists()


def test_a_child_that_ends_while_we_wait_is_named_with_its_last_words(tmp_path, monkeypatch):
    monkeypatch.setenv("LANG", "C")
    child = Child("talker", [sys.executable, "-c", "print('no more room'); raise SystemExit(3)"], tmp_path / "talker.log")
    child.start()
    with pytest.raises(Problem, match=r"talker has ended unexpectedly.*\n    no more room"):
        child.wait_until(lambda: False)


def test_stopping_takes_along_what_the_child_started(tmp_path):
    child = Child("shell", ["sh", "-c", "sleep 60 & echo started; wait"], tmp_path / "shell.log")
    child.start()
    child.wait_until(lambda: child.said("started"))
    grandchild = psutil.Process(child.process.pid).children()[0]
    child.stop()
    assert psutil.wait_procs([grandchild], timeout=5)[1] == []


@pytest.mark.parametrize("shaping", ["migrations/0001_initial.py", "models.py", "models/posts.py", "models/kept/posts.py"])
@pytest.mark.parametrize("app", ["audits", "smmstrategy/metrics"])
def test_tables_are_current_until_the_code_that_shapes_them_changes(tmp_path, app, shaping):
    code = tmp_path / app / shaping
    code.parent.mkdir(parents=True)
    code.write_text("one")
    before = schema.fingerprint(tmp_path)
    assert schema.fingerprint(tmp_path) == before
    code.write_text("two")
    assert schema.fingerprint(tmp_path) != before


def test_the_last_words_are_reasons_and_no_traceback(tmp_path, monkeypatch):
    monkeypatch.setenv("LANG", "C")
    child = Child("faulty", [sys.executable, "-c", "print('reading', flush=True); [][0]"], tmp_path / "faulty.log")
    child.start()
    child.process.wait()
    assert child.obituary().splitlines()[1:] == ["    reading", "    IndexError: list index out of range"]


def test_a_child_that_ends_on_a_full_disk_is_said_to_have_ended_of_that(tmp_path, monkeypatch):
    monkeypatch.setenv("LANG", "C")
    monkeypatch.setattr(processes, "NO_ROOM", 10**18)
    child = Child("writer", ["false"], tmp_path / "writer.log")
    child.start()
    child.process.wait()
    assert child.obituary() == f"writer has ended because the disk under {tmp_path} is full: make room and start again."


def test_a_log_that_has_grown_too_long_begins_anew_under_a_running_child(tmp_path, monkeypatch):
    monkeypatch.setattr(processes, "LOG_LIMIT", 100)
    talk = 'seq 100; while [ -s "$0" ]; do sleep 0.02; done; echo after; sleep 60'
    child = Child("talker", ["sh", "-c", talk, tmp_path / "talker.log"], tmp_path / "talker.log")
    family = Family(tmp_path / "processes.json")
    family.start(child)
    child.wait_until(lambda: child.said("\n100\n"))
    family.require_alive()
    child.wait_until(lambda: child.log.read_text() == "after\n")
    assert (tmp_path / "talker.old.log").read_text().splitlines() == [str(number) for number in range(1, 101)]
    family.stop()


def test_on_a_full_disk_what_has_ended_waits_and_is_started_as_soon_as_there_is_room(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("LANG", "C")
    family, child = Family(tmp_path / "processes.json"), sleeper(tmp_path)
    family.start(child)
    child.process.kill()
    child.process.wait()
    monkeypatch.setattr(processes, "NO_ROOM", 10**18)
    for _look in range(5):
        family.require_alive()
    assert (child.is_alive, child.recent_starts) == (False, 1)
    monkeypatch.setattr(processes, "NO_ROOM", 1)
    family.require_alive()
    assert (child.is_alive, child.recent_starts) == (True, 2)
    assert capsys.readouterr().out.splitlines() == [
        f"The disk under {tmp_path} is full: pages can be read; make room, and what has ended is started again.",
        f"sleeper has ended unexpectedly and is started again; why stands in {child.log}",
        f"The disk under {tmp_path} has room again.",
    ]
    assert json.loads(family.record.read_text())[0][0] == child.process.pid
    family.stop()


def test_a_record_that_cannot_be_written_is_no_reason_to_end(tmp_path):
    (tmp_path / "processes.json" / "in the way").mkdir(parents=True)
    family, child = Family(tmp_path / "processes.json"), sleeper(tmp_path)
    family.start(child)
    family.require_alive()
    assert child.is_alive
    child.stop()


def test_what_is_said_to_a_full_disk_is_lost_and_nothing_ends(monkeypatch):
    full = open("/dev/full", "w")
    monkeypatch.setattr(sys, "stdout", full)
    say("SMM Strategy is ready")
    with suppress(OSError):
        full.close()
