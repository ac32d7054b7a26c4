"""The walls around the process that reads a file: each holds by itself, and one that the system refuses is said once."""

import ctypes
import os
import socket

import pytest

from smmstrategy.metrics.imports import sandbox
from smmstrategy.metrics.imports.reading import child

CONTEXT = {"file_name": "vk.csv", "today": "2026-11-22", "options": {"account": "vk:brand"}, "known": {}}
ATTEMPTS = """
import json, mmap, os, resource, socket
def fork():
    if os.fork() == 0: os._exit(0)
def write():
    with open(os.memfd_create("x"), "wb", 0) as file: file.write(b"x")
attempts = {"file": lambda: open("/etc/passwd"), "fork": fork, "memory": lambda: mmap.mmap(-1, 2 << 30), "socket": socket.socket}
attempts["write"] = write
def managed():
    found = []
    for name, attempt in attempts.items():
        try: attempt(); found.append(name)
        except OSError: pass
    return found
def read(context):
"""
NO_UNSHARE = "child._leave_network = lambda how: False\n"


def told(tmp_path, content=""):
    (tmp_path / "file").write_text(content)
    return sandbox._run(tmp_path / "file", {})


def test_the_child_has_no_network_no_files_and_no_secrets(reader, tmp_path, monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "of the web")
    reader(ATTEMPTS + "    child._close_in(); print(json.dumps([managed(), sorted(os.environ)]), flush=True)")
    assert told(tmp_path) == [[], ["LANG"]]


def test_without_a_network_of_its_own_there_is_no_socket_even_in_the_place_of_a_closed_file(reader, tmp_path):
    reader(f"{NO_UNSHARE}{ATTEMPTS}    told = child._close_in(); os.close(0); print(json.dumps([told, managed()]), flush=True)")
    assert told(tmp_path) == [["network of its own"], []]


def test_a_network_of_its_own_leads_nowhere(reader, tmp_path):
    if os.fork() == 0:
        os._exit(ctypes.CDLL(None).unshare(child.NEW_NETWORK if os.geteuid() == 0 else child.NEW_USER | child.NEW_NETWORK) and 1)
    if os.waitpid(-1, 0)[1]:
        pytest.skip("this system refuses a process a network of its own")
    reader("""
import os, socket
def read(context):
    child._leave_network(child.NEW_NETWORK if os.geteuid() == 0 else child.NEW_USER | child.NEW_NETWORK)
    with socket.socket() as one: print(one.connect_ex(("127.0.0.1", int(os.read(0, 100)))), flush=True)
""")
    with socket.create_server(("127.0.0.1", 0)) as server:
        assert os.strerror(told(tmp_path, str(server.getsockname()[1]))) == "Network is unreachable"


def test_each_limit_is_a_wall_by_itself(reader, tmp_path):
    reader(
        ATTEMPTS
        + """
    wall = os.read(0, 100).decode()
    child._become_nobody()
    print(json.dumps([child._limit(wall), managed(), resource.getrlimit(child.LIMITS[wall][0])]), flush=True)"""
    )
    barred = {
        "memory": {"memory"},
        "time of the processor": set(),  # as a child that works too long is ended
        "dump of memory": set(),
        "size of written files": {"write"},
        "number of processes": {"fork"},
        "number of open files": {"file", "socket", "write"},
    }
    left = {wall: sorted({"file", "fork", "memory", "socket", "write"} - those) for wall, those in barred.items()}
    expected = {wall: [True, left[wall], [most, most]] for wall, (_limit, most) in child.LIMITS.items()}
    assert {wall: told(tmp_path, wall) for wall in child.LIMITS} == expected


def test_a_narrower_limit_that_was_there_before_is_none_refused(reader, tmp_path):
    reader("""
import json, resource
def read(context):
    resource.setrlimit(resource.RLIMIT_CPU, (20, 20))
    print(json.dumps(["time of the processor" in child._close_in(), resource.getrlimit(resource.RLIMIT_CPU)]), flush=True)""")
    assert told(tmp_path) == [False, [20, 20]]


def test_the_log_says_once_which_wall_the_system_refused(reader, tmp_path, caplog):
    sandbox._say_once.cache_clear()
    reader(f"{NO_UNSHARE}child.load_ahead()\nread = child.main")
    (tmp_path / "vk.csv").write_text("Date,Followers\n2026-01-05,1\n")
    assert [sandbox.read(tmp_path / "vk.csv", CONTEXT)["rows"] for _time in "ab"] == [1, 1]
    assert caplog.messages == ["this system refuses the reader of imports a wall (network of its own): the others hold"]
