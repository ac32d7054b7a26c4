"""However a run ends, nothing stays behind and the next start continues with the same data."""

import os
import signal
import subprocess
import sys

import psutil
import pytest

pytestmark = pytest.mark.slow
DEAF = """
import signal, time
from smmstrategy.local import environment
class Deaf:
    def __del__(self):
        signal.raise_signal(signal.SIGINT)
environment.AGAIN_SECONDS = 0.1
environment.end_politely(environment._until_caught)
Deaf()
try:
    time.sleep(30)
except KeyboardInterrupt:
    print(environment.interrupted("setup"), signal.getitimer(signal.ITIMER_REAL))
"""
INTERRUPTED = """
import os, psutil, signal, time
from smmstrategy.local.environment import AGAIN_SECONDS
try:
    signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt:
    time.sleep(AGAIN_SECONDS + 0.5)
print([p.name() for p in psutil.Process(os.getpid()).children()])
"""


def test_ctrl_c_that_python_drops_comes_again_until_it_is_caught():
    unnamed = {**os.environ, "SMM_STATE": "", "PORT": "8000"}
    done = subprocess.run([sys.executable, "-c", DEAF], capture_output=True, text=True, check=False, timeout=60, env=unnamed)
    assert "Exception ignored" in done.stderr
    assert done.stdout.endswith("\nStopped. The data stays; start again with: make run\n130 (0.0, 0.0)\n")


def test_asked_to_end_while_it_starts_it_says_so_and_the_next_start_goes_on_and_killed_it_leaves_nothing(machine):
    machine.up(until="PostgreSQL")
    started = machine.family()
    said = machine.end(signal.SIGTERM)
    assert machine.launcher.returncode == 0, said
    again = f"SMM_STATE={machine.folder} DEMO=0 PORT={machine.port} make run"
    assert said.endswith(f"\nStopping…\nStopped. The data stays; start again with: {again}\n")
    assert psutil.wait_procs(started, timeout=15)[1] == []
    machine.up()
    family = machine.family()
    machine.launcher.kill()
    machine.launcher.wait()
    assert psutil.wait_procs(family, timeout=15)[1] == []


def test_what_dies_again_and_again_is_named_and_the_rest_is_ended(machine):
    machine.up()
    family = machine.family()
    for _ in range(2):
        machine.start_again("valkey-server", "Redis")
    next(p for p in machine.family() if p.name() == "valkey-server").kill()
    said, _ = machine.launcher.communicate(timeout=60)
    assert machine.launcher.returncode == 1
    assert "Redis has ended unexpectedly" in said
    assert "Traceback" not in said
    assert [p for p in family if p.is_running()] == []


def test_a_command_without_a_run_starts_the_services_hears_ctrl_c_once_and_ends_them(machine):
    done = machine.manage("shell", "--no-imports", "-c", INTERRUPTED)
    assert (done.stdout.strip(), done.stderr) == ("['postgres', 'valkey-server']", "")
    left = [p for p in psutil.process_iter(["cmdline"]) if str(machine.folder) in " ".join(p.info["cmdline"] or [])]
    assert left == []
