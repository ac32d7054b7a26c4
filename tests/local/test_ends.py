"""However a run ends, nothing stays behind and the next start continues with the same data."""

import os
import signal

import psutil
import pytest

pytestmark = pytest.mark.slow


@pytest.fixture
def family(machine):
    """Every process of a run that has just become ready."""
    machine.up()
    return machine.family()


def names(processes):
    return {process.name() for process in processes}


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=["Ctrl-C", "SIGTERM"])
def test_asked_to_end_it_stops_every_process_and_ends_well(machine, family, number):
    assert {"postgres", "valkey-server"} < names(family)
    said = machine.end(number)
    assert machine.launcher.returncode == 0, said
    assert [p for p in family if p.is_running()] == []


def test_killed_it_leaves_nothing(machine, family):
    machine.launcher.kill()
    machine.launcher.wait()
    assert psutil.wait_procs(family, timeout=15)[1] == []


def test_after_that_it_starts_again_and_a_child_that_dies_is_named(machine, family):
    beat = next(p for p in family if "beat" in p.cmdline())
    os.kill(beat.pid, signal.SIGKILL)
    said, _ = machine.launcher.communicate(timeout=60)
    assert machine.launcher.returncode == 1
    assert "Celery beat has ended unexpectedly" in said
    assert "Traceback" not in said
    assert [p for p in family if p.is_running()] == []


def test_a_command_without_a_run_starts_the_services_and_ends_them(machine):
    report = "import psutil, os; print([p.name() for p in psutil.Process(os.getpid()).children()])"
    done = machine.manage("shell", "--no-imports", "-c", report)
    assert done.stdout.strip() == "['postgres', 'valkey-server']"
    left = [p for p in psutil.process_iter(["cmdline"]) if str(machine.folder) in " ".join(p.info["cmdline"] or [])]
    assert left == []
