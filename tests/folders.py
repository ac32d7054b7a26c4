"""Folders of servers that a run throws away: in memory where there is room for them, else where the system keeps such things."""

import fcntl
import os
import shutil
import tempfile
import time
from contextlib import suppress
from pathlib import Path

import psutil

MEMORY = Path("/dev/shm")
ROOM = 1024**3
YOUNG_SECONDS = 60  # not locked yet
PREFIX = "smm-tests-"

_locks: list[int] = []


def made() -> Path:
    """A new folder that every user may enter; a run that is killed leaves it to the next one to remove."""
    folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=MEMORY if _has_room() else None))
    folder.chmod(0o755)
    _locks.append(_locked(folder))
    return folder


def _has_room() -> bool:
    """Programs are run from there too, where only root may read those of the installation."""
    if not os.access(MEMORY, os.W_OK) or os.statvfs(MEMORY).f_flag & os.ST_NOEXEC:
        return False
    remove_left_ones()
    return min(shutil.disk_usage(MEMORY).free, psutil.virtual_memory().available // 2) > ROOM


def remove_left_ones() -> None:
    """What killed runs left in memory."""
    for folder in MEMORY.glob(f"{PREFIX}*"):
        with suppress(OSError):  # somebody else's, or in use
            if time.time() - folder.stat().st_mtime > YOUNG_SECONDS:
                os.close(_locked(folder))
                shutil.rmtree(folder)


def _locked(folder: Path) -> int:
    """The lock lasts until this process ends; OSError where another one has it."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(opened)
        raise
    return opened
