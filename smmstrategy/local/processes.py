"""Child processes that never outlive us, and the user that PostgreSQL runs as when we are root."""

import errno
import json
import os
import pwd
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from smmstrategy import files
from smmstrategy.local.progress import say
from smmstrategy.local.words import Problem, _
from smmstrategy.orphans import die_with_parent

LOG_LIMIT = 10 * 1024 * 1024
LAST_WORDS = 20_000
NO_ROOM = 32 * 1024 * 1024  # PostgreSQL starts its log of changes in files of half as much
STARTS_A_MINUTE = 3  # as many mean that it dies of something that stays


@dataclass
class Child:
    """A process with a log of its own, in its own session, so that Ctrl-C reaches only us."""

    name: str
    command: list[Any]
    log: Path
    env: dict[str, str] | None = None
    as_server_user: bool = False
    ends_on: signal.Signals = signal.SIGTERM
    ends_at_once_on: signal.Signals = signal.SIGTERM  # what the kernel sends when we are gone
    process: subprocess.Popen | None = None
    starts: list[float] = field(default_factory=list)

    def start(self) -> None:
        self.log.parent.mkdir(parents=True, exist_ok=True)
        self.bound_log()
        with self.log.open("ab") as log:
            self.log_start = log.tell()
            self.process = subprocess.Popen(
                [str(part) for part in self.command],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                preexec_fn=lambda: die_with_parent(self.ends_at_once_on),
                env=self.env,
                **(as_server_user() if self.as_server_user else {}),
            )
        self.starts.append(time.monotonic())

    def bound_log(self) -> None:
        """Begin the log anew when it has grown too long; the process goes on writing at its end, and one older log is kept."""
        if self.log.exists() and self.log.stat().st_size > LOG_LIMIT:
            shutil.copyfile(self.log, self.log.with_suffix(".old.log"))
            os.truncate(self.log, 0)

    @property
    def is_alive(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def wait_until(self, ready: Callable[[], bool], seconds: float = 60) -> None:
        """Return when `ready`; raise Problem when the process ends or takes too long."""
        deadline = time.monotonic() + seconds
        while not ready():
            if not self.is_alive:
                raise Problem(self.obituary())
            if time.monotonic() > deadline:
                raise Problem(_("{name} does not answer; the last lines of {log}:\n{tail}").format(**self._description()))
            time.sleep(0.05)

    @property
    def recent_starts(self) -> int:
        """Within the last minute."""
        return sum(time.monotonic() - at < 60 for at in self.starts)

    def obituary(self) -> str:
        if shutil.disk_usage(self.log.parent).free < NO_ROOM:
            sentence = _("{name} has ended because the disk under {folder} is full: make room and start again.")
            return sentence.format(name=self.name, folder=self.log.parent)
        return _("{name} has ended unexpectedly; the last lines of {log}:\n{tail}").format(**self._description())

    def said(self, words: str) -> bool:
        """Whether the process has written these words since it was started."""
        return words.encode() in self.log.read_bytes()[self.log_start :]

    def stop(self, patience: float = 15) -> None:
        """Ask, wait, then insist; what the process started goes with it."""
        if self.process is None:
            return
        if self.is_alive:
            self.process.send_signal(self.ends_on)
            try:
                self.process.wait(patience)
            except subprocess.TimeoutExpired:
                pass
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        self.process.wait()

    def _description(self) -> dict[str, Any]:
        lines = self.log.read_text(errors="replace")[-LAST_WORDS:].splitlines()
        words = [line for line in lines if line.strip() and not line.startswith((" ", "Traceback"))]
        return {"name": self.name, "log": self.log, "tail": "\n".join(f"    {line}" for line in words[-3:])}


@dataclass
class Family:
    """The children in the order they were started, and a record of them by which the next start finds orphans."""

    record: Path
    children: list[Child] = field(default_factory=list)
    waits_for_room: bool = False

    def start(self, child: Child) -> None:
        self.children.append(child)  # first, so that whoever is interrupted while it starts ends it too
        child.start()
        self._write_down()

    def stop(self) -> None:
        while self.children:
            self.children[-1].stop()
            self.children.pop()
        self.record.unlink(missing_ok=True)

    def require_alive(self) -> None:
        """Start again what has ended and may be started again; raise Problem when anything else has ended. Keep logs short.

        A full disk is no reason to end: what it has ended is started again as soon as there is room.
        """
        try:
            require_room(self.record.parent)
            for child in self.children:
                child.bound_log()
                if not child.is_alive:
                    self._start_again(child)
        except OSError as error:
            if not files.disk_is_full(error):
                raise
            self._note_room(has_room=False)
        else:
            self._note_room(has_room=True)

    def _note_room(self, *, has_room: bool) -> None:
        """Say once that the disk is full, and once that it no longer is."""
        if has_room == self.waits_for_room:
            full = _("The disk under {folder} is full: pages can be read; make room, and what has ended is started again.")
            sentence = _("The disk under {folder} has room again.") if has_room else full
            say(sentence.format(folder=self.record.parent))
        self.waits_for_room = not has_room

    def _start_again(self, child: Child) -> None:
        if child.recent_starts >= STARTS_A_MINUTE:
            raise Problem(child.obituary())
        child.stop()
        time.sleep(child.recent_starts)  # what it left behind, as a server's own children, may need a moment to end
        child.start()
        self._write_down()
        say(_("{name} has ended unexpectedly and is started again; why stands in {log}").format(name=child.name, log=child.log))

    def _write_down(self) -> None:
        """As well as it goes: whoever is not in the record ends with us all the same (`die_with_parent`)."""
        with suppress(OSError):
            files.put(self.record, [json.dumps([_identity(c.process.pid) for c in self.children if c.is_alive]).encode()])

    def end_orphans(self, patience: float = 10) -> None:
        """End what a killed run left behind; a process is known by its number and the time it began."""
        import psutil

        orphans = [psutil.Process(one[0]) for one in self._written_down() if one and _identity(one[0]) == one]
        for orphan in orphans:
            orphan.terminate()
        for survivor in psutil.wait_procs(orphans, timeout=patience)[1]:
            survivor.kill()
        self.record.unlink(missing_ok=True)

    def _written_down(self) -> list[list[float] | None]:
        """Nothing where the record is missing or damaged: what it told is lost, and the start goes on."""
        try:
            return json.loads(self.record.read_text())
        except (FileNotFoundError, ValueError):
            return []


def require_room(folder: Path) -> None:
    """Fail as writing would, already when the disk under it cannot take what a start writes."""
    if shutil.disk_usage(folder).free < NO_ROOM:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(folder))


def _identity(pid: int) -> list[float] | None:
    import psutil

    try:
        return [pid, psutil.Process(pid).create_time()]
    except psutil.NoSuchProcess:
        return None


def must_drop_root() -> bool:
    return os.geteuid() == 0


def server_user() -> pwd.struct_passwd:
    """The account PostgreSQL runs as when we are root, which it refuses to be."""
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise Problem(
        _("PostgreSQL does not run as root, and this machine has no user «postgres» or «nobody»: start as an ordinary user.")
    )


def as_server_user() -> dict[str, Any]:
    """Arguments for subprocess that give up root."""
    if not must_drop_root():
        return {}
    user = server_user()
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": [], "cwd": "/"}


def give_to_server_user(path: Path) -> None:
    if must_drop_root():
        user = server_user()
        os.chown(path, user.pw_uid, user.pw_gid)
    path.chmod(0o700 if path.is_dir() else 0o600)


def is_open_to_all(path: Path, bits: int = 0o005) -> bool:
    """Whether any user may enter a folder (bits 1) or also read it (bits 5), all the folders above it included."""
    return all(folder.stat().st_mode & bits == bits for folder in [path, *path.parents] if folder.exists())
