"""Child processes that never outlive us, and the user that servers run as when we are root."""

import ctypes
import os
import pwd
import signal
import subprocess
from pathlib import Path
from typing import IO, Any

PR_SET_PDEATHSIG = 1


def must_drop_root() -> bool:
    return os.geteuid() == 0


def server_user() -> pwd.struct_passwd:
    """The account PostgreSQL runs as when we are root, which it refuses to be."""
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise RuntimeError("this machine has neither a user «postgres» nor a user «nobody»")


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


def reachable(path: Path) -> bool:
    """Whether the server's user can read a file tree: every folder above it must be open to all."""
    return all(parent.stat().st_mode & 0o005 == 0o005 for parent in [path, *path.parents])


def start(command: list[Any], log: IO[bytes], *, server_user: bool = False, env: dict[str, str] | None = None) -> subprocess.Popen:
    """Start a process in its own session, so that Ctrl-C reaches only us; the kernel ends it if we die."""
    extra = as_server_user() if server_user else {}
    return subprocess.Popen(
        [str(part) for part in command],
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=subprocess.STDOUT,
        start_new_session=True,
        preexec_fn=_die_with_parent,
        env=env,
        **extra,
    )


def stop(process: subprocess.Popen | None, *, gently: int = signal.SIGTERM, patience: float = 15) -> None:
    """Ask, wait, then insist."""
    if process is None or process.poll() is not None:
        return
    process.send_signal(gently)
    try:
        process.wait(patience)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _die_with_parent() -> None:
    try:
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGINT)
    except AttributeError:
        pass  # not Linux: the next start finds and ends what was left
