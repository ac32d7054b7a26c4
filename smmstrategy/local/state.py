"""The folder that holds everything a machine keeps: data, logs, ports and passwords, and the locks around them."""

import errno
import fcntl
import hashlib
import json
import os
import secrets
import shlex
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import IO, Any

from smmstrategy import files
from smmstrategy.local import ports, processes
from smmstrategy.local.postgres import DATABASE, LOGIN, OWNER, SUPERUSER
from smmstrategy.local.words import Problem, _

PROJECT = Path(__file__).resolve().parent.parent.parent
PORT, DEMO = "8000", "1"  # unless others are named
ROOM_NEEDED = 300 * 1024 * 1024
CANNOT_ENTER = 0o001
IRREPLACEABLE = ("secret_key", "passwords")  # of the credentials: what the data was encrypted and closed with
UNWRITABLE = {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.ENOENT, errno.ENOTDIR}


def _password() -> str:
    return secrets.token_urlsafe(24)


@dataclass
class Credentials:
    """Ports and passwords of this machine's own services; kept in a file that only its owner may read."""

    secret_key: str = field(default_factory=lambda: secrets.token_urlsafe(48))
    passwords: dict[str, str] = field(default_factory=lambda: {role: _password() for role in (SUPERUSER, OWNER, LOGIN, "redis")})
    postgres_port: int = field(default_factory=ports.free)
    redis_port: int = field(default_factory=ports.free)

    def database_url(self, role: str) -> str:
        database = "postgres" if role == SUPERUSER else DATABASE
        return f"postgres://{role}:{self.passwords[role]}@127.0.0.1:{self.postgres_port}/{database}"

    @property
    def redis_url(self) -> str:
        return f"redis://:{self.passwords['redis']}@127.0.0.1:{self.redis_port}/0"


@dataclass
class State:
    """`folder` and what lies in it. Locks are the kernel's: they end with the process that holds them."""

    folder: Path
    _held: dict[str, IO[str]] = field(default_factory=dict)

    @classmethod
    def of_this_machine(cls) -> "State":
        """SMM_STATE, or the one that a command takes to which no folder is named."""
        folder = os.environ.get("SMM_STATE")
        return cls(Path(folder).resolve()) if folder else cls.unnamed()

    @classmethod
    def unnamed(cls) -> "State":
        """`var` in the project, or (root's project, closed to PostgreSQL's user) a folder under /var/lib."""
        if processes.must_drop_root() and not processes.is_open_to_all(PROJECT, CANNOT_ENTER):
            return cls(Path("/var/lib/smmstrategy") / hashlib.sha256(str(PROJECT).encode()).hexdigest()[:8])
        return cls(PROJECT / "var")

    def typed(self, command: str, **settings: object) -> str:
        """The command as it is to be typed to find this folder, with the settings it needs."""
        folder = {} if self.folder == State.unnamed().folder else {"SMM_STATE": self.folder}
        return " ".join([*(f"{name}={shlex.quote(str(value))}" for name, value in (folder | settings).items()), command])

    def start(self, **instead: object) -> str:
        """The command that starts everything here as it was to be started now, with other settings `instead`."""
        usual = {"DEMO": DEMO, "PORT": PORT}
        named = {name: given for name in usual if (given := os.environ.get(name) or usual[name]) != usual[name]}
        return self.typed("make run", **named | instead)

    def log(self, name: str) -> Path:
        return self.folder / "log" / f"{name}.log"

    def prepare(self) -> None:
        """Make the folder; raise Problem when it cannot hold a database."""
        if not self.folder.exists():
            self.folder.mkdir(parents=True)
            self.folder.chmod(0o711)  # PostgreSQL's user passes through; what lies here is closed to it
        if processes.must_drop_root() and not processes.is_open_to_all(self.folder.parent, CANNOT_ENTER):
            raise Problem(
                _("PostgreSQL does not run as root and cannot enter {folder}: set SMM_STATE to a folder open to all.").format(
                    folder=self.folder
                )
            )
        if (free := shutil.disk_usage(self.folder).free) < ROOM_NEEDED:
            raise Problem(
                _("The disk under {folder} is full: {free} MB free, {needed} MB needed. Make room or set SMM_STATE.").format(
                    folder=self.folder, free=free // 1024**2, needed=ROOM_NEEDED // 1024**2
                )
            )

    @property
    def keys(self) -> Path:
        """The file of the credentials."""
        return self.folder / "credentials.json"

    def credentials(self) -> Credentials | None:
        """As written, with what an earlier release did not keep made anew; None when what opens the data is missing or damaged."""
        try:
            told = json.loads(self.keys.read_text())
            kept = {one.name for one in fields(Credentials)} & {*told, *IRREPLACEABLE}
            return Credentials(**{name: told[name] for name in kept})
        except (FileNotFoundError, ValueError, LookupError, TypeError):
            return None

    def keep(self, credentials: Credentials) -> None:
        """Write all or nothing: a half-written file would lock us out of the database."""
        files.put(self.keys, [json.dumps(asdict(credentials), indent=1).encode()])

    def lock(self, name: str, kind: int) -> bool:
        """Take (or change) a lock until this process ends; False when asked with LOCK_NB while another holds it."""
        handle = self._held.setdefault(name, (self.folder / f"{name}.lock").open("a+"))
        try:
            fcntl.flock(handle, kind)
        except BlockingIOError:
            return False
        return True

    def sign(self, **who: Any) -> None:
        """Write down, for whoever finds us here, who hosts the services."""
        (self.folder / "host.json").write_text(json.dumps({**who, "pid": os.getpid()}))

    def host(self) -> dict[str, Any]:
        try:
            return json.loads((self.folder / "host.json").read_text())
        except (FileNotFoundError, json.JSONDecodeError):
            return {}


@contextmanager
def explained(folder: Path) -> Iterator[None]:
    """Turn what a disk can do to us into a sentence."""
    try:
        yield
    except PermissionError as error:
        sentence = _("No right to use {path}: give {folder} to the user who starts this, or set SMM_STATE to another folder.")
        raise Problem(sentence.format(path=error.filename, folder=folder)) from error
    except OSError as error:
        if error.errno not in UNWRITABLE:
            raise
        sentence = _("Nothing can be written to {folder} ({reason}): make room, or set SMM_STATE to another folder.")
        raise Problem(sentence.format(folder=folder, reason=error.strerror)) from error


def no_room() -> str:
    """One sentence for whoever gave a command that met a full disk."""
    return _("The disk is full, and nothing half-done was kept: make room and try again.")
