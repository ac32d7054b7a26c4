"""The process from which the readers of files are forked: one for each that asks, and never a trace of the file before."""

import os
import signal
import subprocess
import sys
import tempfile

import psutil
import pytest

from smmstrategy.metrics.imports import sandbox

CONTEXT = {"file_name": "vk.csv", "today": "2026-11-22", "options": {"account": "vk:brand"}, "known": {}}
TELLS = """
import json, os, sys
last = []
def read(context):
    last.append(sys.stdin.read())
    there = [number for number in os.listdir("/proc/self/fd") if os.path.exists(f"/proc/self/fd/{number}")]
    print(json.dumps([last, sorted(there), json.load(open(context)), os.getppid()]), flush=True)
"""
SLEEPS = """
import sys, time
def read(context):
    time.sleep(600 if sys.stdin.read() == "slow" else 0)
    print("read", flush=True)
"""
KILLED = """
import sys
from pathlib import Path
from smmstrategy.metrics.imports import sandbox
print(sandbox.read(Path(sys.argv[1]), {context!r})["rows"], sandbox.forks._process.pid, flush=True)
sys.stdin.read()
"""


def opened(text):
    file = tempfile.TemporaryFile()
    file.write(text.encode())
    return file


@pytest.fixture
def file(tmp_path):
    """A file with one value."""
    (tmp_path / "vk.csv").write_text("Date,Followers\n2026-01-05,1\n")
    return tmp_path / "vk.csv"


def test_a_child_knows_its_file_and_nothing_of_the_one_before(reader, tmp_path):
    reader(TELLS)
    told = []
    for name in ("first", "second"):
        (tmp_path / name).write_text(name)
        told.append(sandbox._run(tmp_path / name, {"file_name": name}))
    assert [one[:3] for one in told] == [[[name], ["0", "1", "2", "3"], {"file_name": name}] for name in ("first", "second")]
    assert told[0][3] == told[1][3] == sandbox.forks._process.pid


def test_when_it_has_died_it_is_begun_anew(file):
    before = sandbox.read(file, CONTEXT)
    os.kill(sandbox.forks._process.pid, signal.SIGKILL)
    assert sandbox.read(file, CONTEXT) == before


def test_after_a_child_that_never_ended_the_next_file_is_read(reader):
    forks = reader(program := f"{SLEEPS}# for {os.getpid()}")
    with opened("slow") as slow, pytest.raises(TimeoutError):
        forks.run(slow, slow, 0.1)
    left = [one for one in psutil.process_iter(["cmdline"]) if program in " ".join(one.info["cmdline"] or ())]
    assert psutil.wait_procs(left, timeout=10)[1] == []
    with opened("quick") as quick:
        assert forks.run(quick, quick, 60).stdout == b"read\n"


def test_it_ends_with_whoever_asked_however_that_ended(file):
    with subprocess.Popen(
        [sys.executable, "-c", KILLED.format(context=CONTEXT), file], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as asker:
        rows, pid = map(int, asker.stdout.readline().split())
        server = psutil.Process(pid)
        asker.kill()
    psutil.wait_procs([server], timeout=10)
    assert (rows, server.is_running() and server.status() != psutil.STATUS_ZOMBIE) == (1, False)


def test_a_fork_of_whoever_asked_has_one_of_its_own(file):
    sandbox.read(file, CONTEXT)
    out, into = os.pipe()
    if (child := os.fork()) == 0:
        sandbox.read(file, CONTEXT)
        os.write(into, b"%d" % sandbox.forks._process.pid)
        sandbox.forks.end()
        os._exit(0)
    os.waitpid(child, 0)
    assert int(os.read(out, 100)) != sandbox.forks._process.pid
    assert sandbox.read(file, CONTEXT)["rows"] == 1
