"""The real launcher in a folder of its own."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import psutil
import pytest

from smmstrategy.local import ports
from smmstrategy.local.state import PROJECT
from tests import folders

OURS = ("DATABASE_URL", "REDIS_URL", "SECRET_KEY", "DEBUG", "SMM_STATE", "EMAIL_URL", "LC_ALL", "LC_MESSAGES", "LANGUAGE")


@dataclass
class Machine:
    """A folder for the state of one machine, and commands that are run on that machine."""

    folder: Path
    port: int = field(default_factory=ports.free)
    launcher: subprocess.Popen | None = None

    def environment(self, **more: str) -> dict[str, str]:
        ours = {"SMM_STATE": str(self.folder), "PORT": str(self.port), "DEMO": "0", "LANG": "C"}
        return {**{k: v for k, v in os.environ.items() if k not in OURS}, **ours, **more}

    def manage(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess:
        command = [sys.executable, str(PROJECT / "manage.py"), *arguments]
        return subprocess.run(command, env=self.environment(**environment), capture_output=True, text=True, check=False)

    def up(self, until: str = "is ready") -> None:
        """Start the launcher and return when it says so."""
        command = [sys.executable, str(PROJECT / "manage.py"), "up"]
        out = subprocess.PIPE
        self.launcher = subprocess.Popen(command, env=self.environment(), stdout=out, stderr=subprocess.STDOUT, text=True)
        said = []
        for line in self.launcher.stdout:
            said.append(line)
            if until in line:
                return
        pytest.fail(f"the launcher ended before it said “{until}”:\n" + "".join(said))

    def family(self) -> list[psutil.Process]:
        return psutil.Process(self.launcher.pid).children(recursive=True)

    def start_again(self, words: str, name: str) -> None:
        """Kill the process with these words in its command line; another takes its place, and that is said."""
        before = next(p for p in self.family() if words in " ".join(p.cmdline()))
        os.killpg(before.pid, signal.SIGKILL)
        said = next(line for line in self.launcher.stdout if "is started again" in line)
        assert said.startswith(f"{name} has ended unexpectedly")
        after = next(p for p in self.family() if words in " ".join(p.cmdline()))
        assert after.pid != before.pid

    def end(self, number: int = signal.SIGINT) -> str:
        """Send the launcher a signal; return what it said until its end."""
        self.launcher.send_signal(number)
        return self.launcher.communicate(timeout=60)[0]


@pytest.fixture(scope="module")
def machine() -> Iterator[Machine]:
    made = Machine(folders.made())
    yield made
    if made.launcher and made.launcher.poll() is None:
        made.end()
    shutil.rmtree(made.folder)


@pytest.fixture(scope="module")
def running(machine: Machine) -> Machine:
    machine.up()
    return machine
