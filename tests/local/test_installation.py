"""The set-up of .venv: one at a time in a folder, and ended by Ctrl-C with a sentence."""

import fcntl
import shutil
import signal
import subprocess
import sys

import pytest

from smmstrategy.local import installation


@pytest.fixture
def folder(tmp_path):
    script = tmp_path / "smmstrategy" / "local" / "installation.py"
    script.parent.mkdir(parents=True)
    shutil.copy(installation.__file__, script)
    (tmp_path / "requirements.txt").write_text("")
    return tmp_path


def test_a_second_set_up_waits_for_the_first_and_ctrl_c_is_a_sentence(folder):
    with open(folder / ".venv.lock", "w") as first:
        fcntl.flock(first, fcntl.LOCK_EX)
        command = [sys.executable, folder / "smmstrategy" / "local" / "installation.py", "requirements.txt"]
        pipe = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True, "env": {"LANG": "C"}}
        second = subprocess.Popen(command, **pipe, preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler))
        assert second.stdout.readline() == "another set-up of this folder is under way; waiting\n"
        second.send_signal(signal.SIGINT)
        _said, complaint = second.communicate(timeout=20)
    assert (second.returncode, complaint) == (1, "\nStopped before the set-up was finished; run it again.\n")
    assert not (folder / ".venv").exists()
