"""Keeps the tables in step with the code: migrates as their owner whenever the code that shapes them has changed."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from smmstrategy.local.state import PROJECT
from smmstrategy.local.words import Problem, _

SHAPING = ("*/migrations/*.py", "*/models.py", "*/models/**/*.py", "smmstrategy/clients/isolation.py", "requirements.txt")


def fingerprint(project: Path = PROJECT) -> str:
    """A hash of every file from which tables, policies and grants are made."""
    hashed = hashlib.sha256()
    for path in sorted({path for pattern in SHAPING for path in [*project.glob(pattern), *project.glob(f"smmstrategy/{pattern}")]}):
        hashed.update(str(path.relative_to(project)).encode() + b"\0" + path.read_bytes())
    return hashed.hexdigest()


def is_current(mark: Path) -> bool:
    return mark.exists() and mark.read_text() == fingerprint()


def migrate(owner_url: str, log: Path, mark: Path, say: Callable[[str], object]) -> None:
    """Run the migrations as the owner of the tables, say what they leave to a person, note in `mark` which code they belong to."""
    env = {**os.environ, "DATABASE_URL": owner_url}
    command = [sys.executable, str(PROJECT / "manage.py"), "migrate", "--no-input", "--skip-checks", "--verbosity", "0"]
    with log.open("ab") as out:
        done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
        out.write((done.stdout + done.stderr).encode())
    say(done.stdout)
    if done.returncode:
        reason = (done.stderr.strip() or str(done.returncode)).splitlines()[-1]
        raise Problem(_("The tables could not be brought up to date: {reason} (all of it: {log})").format(reason=reason, log=log))
    mark.write_text(fingerprint())
