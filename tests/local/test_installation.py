"""The set-up of .venv: one at a time in a folder, ended by Ctrl-C or the disk with a sentence, and finished by the next one."""

import fcntl
import hashlib
import json
import resource
import shutil
import signal
import subprocess
import sys
import zipfile
from pathlib import Path
from types import SimpleNamespace

import pip
import pytest

from smmstrategy.local import installation


@pytest.fixture
def folder(tmp_path):
    script = tmp_path / "smmstrategy" / "local" / "installation.py"
    script.parent.mkdir(parents=True)
    shutil.copy(installation.__file__, script)
    (tmp_path / "requirements.txt").write_text("")
    return tmp_path


@pytest.fixture
def environment(folder):
    """A virtual environment in the folder that holds nothing but pip; its packages."""
    venv, ours = folder / ".venv", Path(sys.prefix)
    packages = venv / "lib" / "python{}.{}".format(*sys.version_info) / "site-packages"
    packages.mkdir(parents=True)
    (venv / "bin").symlink_to(ours / "bin")
    shutil.copy(ours / "pyvenv.cfg", venv)
    (packages / "pip").symlink_to(Path(pip.__file__).parent)
    return packages


def set_up(folder, **how):
    """The exit status of a set-up and what it said."""
    command = [sys.executable, folder / "smmstrategy" / "local" / "installation.py", "requirements.txt"]
    env = {"LANG": "C", "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(folder)}
    done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=60, check=False, **how)
    return done.returncode, done.stdout + done.stderr


def write_little():
    """As much as pip tries its temporary folder with, and no stamp."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (16, 16))


def test_a_disk_that_takes_no_more_is_a_sentence_and_the_next_set_up_finishes(folder, environment):
    step = "installing requirements.txt (a few minutes the first time)\n"
    sentence = "The set-up in {} met a fault of the disk ({}): make room, or take the right to write there, and run it again.\n"
    assert set_up(folder, preexec_fn=write_little) == (1, step + sentence.format(folder, "File too large"))
    assert not (folder / ".venv" / "installed.json").exists()
    assert [set_up(folder), set_up(folder)] == [(0, step), (0, "")]


@pytest.mark.parametrize("left", ["", '{"requirements.txt": "e3b0'])
def test_a_stamp_that_was_cut_off_counts_as_none(folder, environment, left):
    (stamp := folder / ".venv" / "installed.json").write_text(left)
    assert set_up(folder)[0] == 0
    assert json.loads(stamp.read_text()) == {"requirements.txt": hashlib.sha256(b"").hexdigest()}


def test_a_package_that_was_cut_off_is_installed_anew(folder, environment):
    wheel, about = folder / "half-1.0-py3-none-any.whl", "Metadata-Version: 2.1\nName: half\nVersion: 1.0\n"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("half-1.0.dist-info/METADATA", about)
        archive.writestr("half-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr("half.py", "")
        archive.writestr("half-1.0.dist-info/RECORD", "half.py,,\n")
    (folder / "requirements.txt").write_text(f"half==1.0 --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}\n")
    (environment / "half-1.0.dist-info").mkdir()
    (environment / "half-1.0.dist-info" / "METADATA").write_text(about)
    assert set_up(folder)[0] == 0
    assert sorted(one.name for one in environment.iterdir() if one.suffix) == ["half-1.0.dist-info", "half.py"]


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


def test_of_other_pythons_on_the_path_the_first_that_is_new_enough_is_taken(tmp_path, monkeypatch):
    for name in ("python3.9", "python3.14", "python3.20", "python3.11-config", "python3.x"):
        (tmp_path / name).touch(mode=0o700)
    monkeypatch.setenv("PATH", f"{tmp_path / 'nowhere'}:{tmp_path}")
    monkeypatch.setattr(installation, "sys", SimpleNamespace(version_info=(3, 9, 0)))
    assert installation.fitting_python() == str(tmp_path / "python3.14")
