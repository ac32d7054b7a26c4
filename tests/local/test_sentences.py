"""What goes wrong at the start is one plain sentence with a way out, in the language of the terminal."""

import fcntl
import os
import subprocess
import sys
import tempfile
import threading
from contextlib import nullcontext
from pathlib import Path

import pytest

from smmstrategy.local import environment, state
from smmstrategy.local.services import Services
from smmstrategy.local.state import PROJECT, Credentials, State
from smmstrategy.local.words import Problem

OF_PYTHON = """
import argparse, sys
from smmstrategy.local.words import teach_argparse
teach_argparse()
parser = argparse.ArgumentParser(prog="manage.py check")
parser.add_argument("--tag", "-t")
parser.parse_args(sys.argv[1:])
"""


def sentence(machine, *arguments, **environment):
    done = machine.manage(*arguments, **environment)
    assert (done.returncode, done.stdout) == (1, "")
    return done.stderr.strip()


def test_a_port_that_is_none(machine):
    said = sentence(machine, "up", PORT="web", SMM_STATE=str(machine.folder / "port"))
    assert said == "PORT=web is not a port: take a number from 1 to 65535."


def test_a_port_that_is_for_root_alone_is_not_said_to_be_taken(monkeypatch):
    """Where the system leaves low ports to root; elsewhere it is free."""
    for name, value in {"LANG": "C", "PORT": "1", "DEMO": "0", "SMM_STATE": ""}.items():
        monkeypatch.setenv(name, value)
    is_for_root = int(Path("/proc/sys/net/ipv4/ip_unprivileged_port_start").read_text()) > 1
    told = pytest.raises(Problem, match=r"^Port 1 is for root alone: choose another from 1024 on: DEMO=0 PORT=8000 make run$")
    me = os.geteuid()
    os.seteuid(me or 65534)
    try:
        with told if is_for_root else nullcontext():
            environment._require_free_port()
    finally:
        os.seteuid(me)


def test_services_held_by_somebody_who_has_not_signed_yet(machine, monkeypatch):
    (folder := machine.folder / "held").mkdir()
    monkeypatch.setenv("LANG", "C")
    holder = State(folder)
    assert holder.lock("host", fcntl.LOCK_EX)
    starting = "Another process is just starting the services of this folder: try again in a moment."
    assert [sentence(machine, command, SMM_STATE=str(folder)) for command in ("up", "setup")] == [starting, starting]
    guest = Services(State(folder), own_database=True, own_broker=True)
    with pytest.raises(Problem) as said:
        guest.wait_as_guest(seconds=0)
    assert str(said.value) == "Another process holds the services, but they do not answer: end it and try again."


def test_a_choice_about_the_demo_that_is_none(machine):
    said = sentence(machine, "setup", DEMO="maybe", SMM_STATE=str(machine.folder / "demo"))
    assert said == "DEMO=maybe says neither: take 1 for the demo agency, 0 to leave it out."
    assert not (machine.folder / "demo").exists()


@pytest.fixture
def leaving(machine, monkeypatch):
    """The state of a launcher that is stopping, and services whose servers would still answer."""
    monkeypatch.setenv("LANG", "C")
    holder = State(Path(tempfile.mkdtemp(dir=machine.folder)))
    assert holder.lock("host", fcntl.LOCK_EX)
    holder.sign(command="up", address="http://127.0.0.1:8000/")
    holder.keep(Credentials())
    Services(holder, own_database=True, own_broker=True).stop(wait_for_guests=False)
    monkeypatch.setattr(Services, "_answer", lambda *_: True)
    return holder


def test_a_second_copy_is_told_to_wait_while_the_first_one_stops(machine, leaving):
    told = f"SMM Strategy is just stopping in this folder (process {os.getpid()}): wait a moment and try again."
    assert sentence(machine, "up", SMM_STATE=str(leaving.folder)) == told


def test_a_command_waits_until_the_services_have_stopped_and_hosts_them(leaving):
    guest = Services(State(leaving.folder), own_database=True, own_broker=True)
    assert guest.become_host() is False
    threading.Timer(0.5, leaving._held["host"].close).start()
    assert guest.wait_as_guest(seconds=30) is None
    assert Services(State(leaving.folder), own_database=True, own_broker=True).become_host() is False


def test_a_command_whose_services_were_stopped_under_it_says_what_to_do(leaving, monkeypatch):
    gone = OSError("connection refused")
    assert environment.failure(gone) == "The database could not do this: connection refused"
    monkeypatch.setattr(environment, "joined", Services(State(leaving.folder), own_database=True, own_broker=True))
    assert environment.failure(gone) == (
        "SMM Strategy was stopped while the command ran: give the command again, it starts the services it needs."
    )


def test_a_folder_that_cannot_be_made(machine):
    said = sentence(machine, "setup", SMM_STATE="/proc/nowhere")
    assert said.startswith("Nothing can be written to /proc/nowhere (")
    assert said.endswith("make room, or set SMM_STATE to another folder.")


def test_data_of_another_postgresql(machine):
    old = machine.folder / "old"
    (old / "postgres" / "cluster").mkdir(parents=True)
    (old / "postgres" / "cluster" / "PG_VERSION").write_text("17\n")
    (old / "postgres" / "furnished").touch()
    said = sentence(machine, "setup", SMM_STATE=str(old), LANG="ru_RU.UTF-8")
    assert said == (
        f"Данные в {old}/postgres/cluster записаны PostgreSQL 17, а здесь 18: "
        "выгрузите их старой версией и загрузите сюда или уберите папку, чтобы начать заново."
    )


@pytest.mark.parametrize("written", [None, "", "{", "[]", '{"secret_key": "x"}'])
def test_data_whose_passwords_are_lost_is_left_as_it_is(machine, written):
    locked = machine.folder / "locked"
    (locked / "postgres" / "cluster").mkdir(parents=True, exist_ok=True)
    (locked / "postgres" / "cluster" / "PG_VERSION").write_text("18\n")
    (locked / "postgres" / "furnished").touch()
    keys = locked / "credentials.json"
    if written is not None:
        keys.write_text(written)
    said = sentence(machine, "setup", SMM_STATE=str(locked))
    assert said == (
        f"{keys} is missing or damaged, and its passwords and secret key alone open the data in {locked}: "
        "put the file back from a copy, or move the folder away to begin anew."
    )
    assert (keys.read_text() if keys.exists() else None) == written


def test_a_secret_key_that_is_lost_is_not_made_anew_beside_a_database_from_outside(machine, monkeypatch):
    monkeypatch.setenv("LANG", "C")
    state = State(machine.folder / "beside")
    state.folder.mkdir()
    (state.folder / "schema").touch()  # tables were brought up to date from here
    with pytest.raises(Problem, match=r"credentials\.json is missing or damaged"):
        Services(state, own_database=False, own_broker=True).start(lambda name, work: None)
    assert not state.keys.exists()


def test_a_full_disk(machine, monkeypatch):
    monkeypatch.setenv("LANG", "C")
    monkeypatch.setattr(state, "ROOM_NEEDED", 10**18)
    with pytest.raises(Problem, match=r"The disk under .* is full: \d+ MB free, 953674316406 MB needed"):
        State(machine.folder / "full").prepare()


def test_commands_that_need_no_database_start_none(machine):
    folder = machine.folder / "untouched"
    assert machine.manage("help", SMM_STATE=str(folder)).returncode == 0
    assert not folder.exists()


@pytest.mark.parametrize(
    ("name", "url", "reason"),
    [
        ("DATABASE_URL", "postgress://anna:secret@there/none", "it does not begin with postgres://"),
        ("DATABASE_URL", "postgres://anna:secret@127.0.0.1:9/none", "Connection refused"),
        ("REDIS_URL", "anna:secret@there", "it does not begin with redis://"),
        ("REDIS_URL", "redis://:secret@127.0.0.1:9/0", "Connection refused"),
    ],
)
def test_a_server_from_outside_that_does_not_answer(machine, name, url, reason):
    said = sentence(machine, "up", SMM_STATE=str(machine.folder / "outside"), **{name: url})
    assert said.startswith(f"The server of {name} does not let us in (")
    assert reason in said
    assert "secret" not in said
    assert said.count("\n") == 0


def of_python(machine, *told, **environment):
    """What Python itself says of the options that a command was given."""
    command = [sys.executable, "-c", OF_PYTHON, *told]
    done = subprocess.run(command, env=machine.environment(**environment), cwd=PROJECT, capture_output=True, text=True, check=False)
    return done.stderr.splitlines()


def test_a_wrong_option_of_a_command_is_said_in_the_language_of_the_terminal(machine):
    done = machine.manage("check", "--fail-level", "X", LANG="ru_RU.UTF-8")
    usage, *_options, said = done.stderr.splitlines()
    levels = "'CRITICAL', 'ERROR', 'WARNING', 'INFO', 'DEBUG'"
    told = f"manage.py check: команда не понята: --fail-level: 'X' не подходит, возможно: {levels}"
    assert (done.returncode, usage[:14], said) == (2, "как вызывать: ", told)


@pytest.mark.parametrize(("told", "said"), [("--nosuch", "лишнее: --nosuch"), ("--tag", "--tag/-t: нужно одно значение")])
def test_whatever_is_wrong_with_an_option_is_said_in_the_language_of_the_terminal(machine, told, said):
    assert of_python(machine, told, LANG="ru_RU.UTF-8")[-1] == f"manage.py check: команда не понята: {said}"


@pytest.mark.parametrize(
    ("environment", "told"),
    [
        ({"LANGUAGE": "ru", "LANG": "en_US.UTF-8"}, "ru"),
        ({"LANGUAGE": "de:ru:en", "LANG": "en_US.UTF-8"}, "ru"),
        ({"LANGUAGE": "en:ru", "LANG": "ru_RU.UTF-8"}, "en"),
        ({"LANGUAGE": "de", "LC_ALL": "ru_RU.UTF-8"}, "en"),
        ({"LANGUAGE": "ru", "LC_ALL": "C", "LANG": "ru_RU.UTF-8"}, "en"),
        ({"LC_MESSAGES": "ru_RU.UTF-8", "LANG": "en_US.UTF-8"}, "ru"),
    ],
)
def test_one_rule_tells_the_language_of_our_words_and_of_pythons(machine, environment, told):
    first, *_, last = of_python(machine, "--nosuch", **environment)
    english = ("usage: manage.py", "manage.py check: error: unrecognized arguments: --nosuch")
    russian = ("как вызывать: manage.py", "manage.py check: команда не понята: лишнее: --nosuch")
    assert (first.split(" check")[0], last) == (russian if told == "ru" else english)
    port = sentence(machine, "up", PORT="web", SMM_STATE=str(machine.folder / "port"), **environment)
    assert port.startswith("PORT=web — " if told == "ru" else "PORT=web is not a port")
